import type { Pen } from '#shared/records/pen.ts';
import { namesOf, type Visit, visitState } from '#shared/records/visit.ts';
import { penKey } from './needed.ts';
import { type OfficeState, storedAt } from './state.ts';

/** The Monday of the week of a day: all that the office sees of a draft's date. */
const mondayOf = (date: string): string => {
  const day = new Date(`${date}T00:00:00Z`);
  day.setUTCDate(day.getUTCDate() - ((day.getUTCDay() + 6) % 7));
  return day.toISOString().slice(0, 10);
};

/** A pen as its report says it: the suite, the week and the visitors, and whether anybody still waits for the draft. */
export const penWith = ({ suite: _, panel: __, week: ___, done: ____, ...pen }: Pen, v: Visit): Pen => ({
  ...pen,
  ...(v.suite && { suite: v.suite }),
  ...(v.panel && { panel: v.panel }),
  ...(v.date && { week: mondayOf(v.date) }),
  visitors: namesOf(v),
  ...(visitState(v) === 'draft' ? {} : { done: true }),
});

export const penOf = (state: OfficeState, visit: string): Pen | undefined =>
  storedAt(state, penKey(state, visit))?.document as Pen | undefined;

/** Whether somebody writes in a draft whose pen another person holds. */
export const isWithoutPen = (state: OfficeState, v: Visit, by: string): boolean => {
  const pen = penOf(state, v.id);
  return pen !== undefined && !pen.done && visitState(v) === 'draft' && pen.holder.person !== by;
};
