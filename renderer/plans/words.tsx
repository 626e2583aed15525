import type { ReactNode } from 'react';
import { dayWords } from '#renderer/dates.ts';
import { Tag, type TagColour } from '#renderer/kit/index.ts';
import type { Plan, PlanItem, PlanStatus } from '#shared/records/plan.ts';
import { capital } from '#shared/text.ts';

const colours: Record<PlanStatus, TagColour> = {
  'not started': 'grey',
  'under way': 'teal',
  done: 'green',
  'not accepted': 'purple',
  stopped: 'grey',
};

/** Where a recommendation stands. */
export const StatusTag = ({ status }: { status: PlanStatus }): ReactNode => (
  <Tag colour={colours[status]} className="desk-nowrap">
    {capital(status)}
  </Tag>
);

/** By when a recommendation is owed; past its day it says so in words. */
export const DueWords = ({ item, late }: { item: PlanItem; late: boolean }): ReactNode => {
  if (!item.due) return 'no date';
  return late ? <strong>{dayWords(item.due)}, late</strong> : dayWords(item.due);
};

/** What a plan is, and how far it has come, in one sentence. */
export const progressWords = (settled: number, items: number, late: number): string => {
  if (items === 0) return 'No recommendations yet.';
  const of = `${settled} of ${items} ${items === 1 ? 'recommendation' : 'recommendations'} settled`;
  return late > 0 ? `${of}, ${late} late.` : `${of}.`;
};

/** The days of an inspection, as a person says them. */
export const inspectedWords = ({ inspection }: Plan): string | undefined => {
  const { from, to } = inspection ?? {};
  if (from && to && from !== to) return `${dayWords(from)} to ${dayWords(to)}`;
  const day = from ?? to;
  return day && dayWords(day);
};
