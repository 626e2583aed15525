import type { Form } from '#shared/forms/definition.ts';
import { newId } from '#shared/ids.ts';
import type { Person } from '#shared/records/person.ts';
import { type Suite, suiteStatusOn } from '#shared/records/suite.ts';
import type { Visit } from '#shared/records/visit.ts';
import { dateOf, dayNumber, weekdayOf } from './days.ts';
import type { Dice } from './dice.ts';
import { entered } from './entered.ts';
import { spoilt } from './mistakes.ts';
import { visitsOn } from './people.ts';
import { placeOf } from './places.ts';
import { type Occasion, throwReport } from './report.ts';

/** Monday to Sunday: few go at the weekend. */
const weekdays: [number, number][] = [15, 18, 19, 18, 15, 7, 8].map((weight, day) => [day, weight]);

/** By how much the pace of visits rises from the first day to the last: three years of it are 10% from year to year. */
const growth = 0.32;
/** Where in time (0 to 1) the given share of all visits has been made. */
const timeOf = (share: number): number => (Math.sqrt(1 + 2 * growth * share * (1 + growth / 2)) - 1) / growth;

/** Every so many completed reports hold a mistake, and every so many reports are sent twice. */
const mistakeEvery = 31;
const twiceEvery = 300;
/** One report that enters detainees leaves one of them out: after so many others. */
const forgetful = 4;

export type Stretch = {
  suites: readonly Suite[];
  people: readonly Person[];
  form: Form;
  /** The first and the last day of visits. */
  from: string;
  to: string;
  count: number;
  dice: Dice;
  /** The first day on which reports enter detainees one by one, and dice of their own for what is said of them. */
  entersFrom: string;
  detaineeDice: Dice;
};

const dateAt = (share: number, { from, to, dice }: Stretch): string => {
  const first = dayNumber(from);
  const last = dayNumber(to);
  const day = Math.floor(first + timeOf(share) * (last - first + 1));
  const moved = day - weekdayOf(day) + dice.weighed(weekdays);
  return dateOf(moved < first || moved > last ? Math.min(day, last) : moved);
};

/** How often each suite is visited on a day: by its target, less in reserve, and hardly ever when it is closed. */
const weights = (suites: readonly Suite[], date: string): [Suite, number][] =>
  suites.map((s) => {
    const status = suiteStatusOn(s, date);
    const share = status === 'open' ? 100 : status === 'reserve' ? 40 : 2;
    return [s, Math.round(placeOf(s).perWeek * share)];
  });

const occasion = (share: number, stretch: Stretch): Occasion => {
  const { suites, people, dice } = stretch;
  const date = dateAt(share, stretch);
  const suite = dice.weighed(weights(suites, date));
  const panel = people.filter((p) => p.panel === suite.panel);
  const able = panel.filter((p) => visitsOn(p, date));
  const first = dice.pick(able);
  return {
    suite,
    date,
    closed: suiteStatusOn(suite, date) === 'closed',
    visitors: [first, dice.pick(able.filter((p) => p !== first))],
    trainees: panel.filter((p) => p.volunteer?.status === 'training' && (p.volunteer.joined ?? '9') <= date),
  };
};

/** The same visit reported once more by the other visitor, as happens where each thinks the other will not. */
const again = (v: Visit, dice: Dice): Visit => {
  const at = Date.parse(v.events[0]?.at ?? '') + 3_600_000;
  const id = () => newId({ now: () => at, random: dice.bytes });
  return {
    ...v,
    id: id(),
    events: v.events.map((e) => ({ ...e, id: id(), by: v.visitor2 ?? e.by, at: new Date(at).toISOString() })),
  };
};

/** Reports of visits one after the other, roughly in the order of their days; nothing is kept but the last. */
export function* throwVisits(stretch: Stretch): Generator<Visit> {
  const { form, dice, detaineeDice } = stretch;
  let completed = 0;
  let withDetainees = 0;
  let last: Visit | undefined;
  for (let i = 0; i < stretch.count; i++) {
    if (last && i % twiceEvery === twiceEvery - 1) {
      yield again(last, dice);
      continue;
    }
    const { report, people } = throwReport(form, occasion(i / stretch.count, stretch), dice);
    if (report.outcome === 'completed') completed++;
    const due = report.outcome === 'completed' && completed % mistakeEvery === 0;
    last = due ? spoilt(report, completed / mistakeEvery - 1) : report;
    if (due || (report.date as string) < stretch.entersFrom) {
      yield last;
      continue;
    }
    const asked = entered(form, report, people, detaineeDice, withDetainees === forgetful);
    if (asked.detainees) withDetainees++;
    yield asked;
  }
}
