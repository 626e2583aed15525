import { type Dice, makeDice } from '#desk/example/dice.ts';
import { bigExample } from '#desk/example/example.ts';
import { sources } from '#desk/machine.ts';
import type { Form } from '#shared/forms/definition.ts';
import { instant, newId } from '#shared/ids.ts';
import type { Visit } from '#shared/records/visit.ts';
import { today } from '../store.ts';
import { sentence } from './prose.ts';

/** So long is a report as JSON: what one without detainees comes to, with some lines of comments. */
const length = 1_800;
/** Characters of comments that each has at least. */
const lines = 200;

/** Reports of the invented scheme as somebody on their own laptop has made them ready, each of about the same length. */
export const readyReports = (count: number, { by, form }: { by: string; form: Form }): Visit[] => {
  const { visits } = bigExample({
    ...{ seed: 2026, today, office: by, form, years: 10, entersFrom: '9999-01-01' },
    visits: count,
  });
  const dice = makeDice(2026);
  return [...visits].map((visit) => commented(madeReady(visit, by), dice));
};

const madeReady = ({ reference: _, declarations: __, ...visit }: Visit, by: string): Visit => ({
  ...visit,
  id: newId(sources),
  visitor1: by,
  corrections: [],
  events: [{ id: newId(sources), from: 'draft', to: 'ready', by, at: instant(sources) }],
});

const commented = ({ comments: _, ...visit }: Visit, dice: Dice): Visit => {
  const wanted = Math.max(lines, length - JSON.stringify(visit).length);
  let comments = '';
  while (comments.length < wanted) comments += `${comments && ' '}${sentence(dice)}`;
  return { ...visit, comments };
};
