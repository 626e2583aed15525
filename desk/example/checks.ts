import { draw } from '#shared/checks/sampling.ts';
import type { Form } from '#shared/forms/definition.ts';
import { derivedId, newId } from '#shared/ids.ts';
import type { Person } from '#shared/records/person.ts';
import type { Cohort, RecordCheck, Sample } from '#shared/records/record-check.ts';
import type { Suite } from '#shared/records/suite.ts';
import type { Visit } from '#shared/records/visit.ts';
import { answerCheck } from './check-answers.ts';
import { type Detained, throwTimeline } from './custody.ts';
import { dateOf, dayNumber, daysAfter } from './days.ts';
import type { Dice } from './dice.ts';
import { visitsOn } from './people.ts';
import { custodyNumber } from './words.ts';

/** Whose records are read, sitting by sitting: chiefly children's, women's and those of people in poor mental health. */
const cohortTurns: readonly Cohort[] = [
  'children',
  'women',
  'mental health',
  'children',
  'detained over 24 hours',
  'women',
  'children',
  'mental health',
  'women',
  'strip search',
  'children',
];

const throwDetained = (cohort: Cohort, dice: Dice): Detained => {
  const child = cohort === 'children';
  const ill = cohort === 'mental health' || dice.percent(12);
  const needsAdult = child || (ill && dice.percent(70));
  return {
    child,
    female: cohort === 'women' || dice.percent(22),
    ill,
    refused: child && dice.percent(18),
    force: dice.percent(13),
    stripped: cohort === 'strip search' || dice.percent(4),
    ...(needsAdult && { adultAfter: dice.int(40, dice.percent(75) ? 230 : 520) }),
    hours: cohort === 'detained over 24 hours' ? dice.int(24, 31) : dice.int(4, 22),
  };
};

type Reading = {
  suite: Suite;
  checkedOn: string;
  checker: string;
  cohort: Cohort;
  reason: RecordCheck['reason'];
  more?: Partial<RecordCheck>;
};

/** A draft with whatever its reader knows before opening the record; nothing in it is read yet. */
const begun = (
  form: Form,
  { suite, checkedOn, more, ...said }: Reading,
  n: number,
  dice: Dice,
): RecordCheck => {
  const at = Date.parse(`${checkedOn}T10:00:00Z`) + n * 1_500_000;
  return {
    id: newId({ now: () => at, random: dice.bytes }),
    form: { id: form.id, version: form.version },
    events: [],
    corrections: [],
    suite: suite.id,
    ...(suite.panel && { panel: suite.panel }),
    custodyNumber: custodyNumber(checkedOn, dice),
    ...{ ...said, checkedOn, entries: [], answers: {}, ...more },
  };
};

const withTimeline = (check: RecordCheck, who: Detained, dice: Dice): RecordCheck => ({
  ...check,
  entries: throwTimeline(check.id, daysAfter(check.checkedOn as string, -dice.int(20, 70)), who, dice),
});

/** The same read to the end. */
const read = (form: Form, check: RecordCheck, n: number, dice: Dice): RecordCheck => {
  const who = throwDetained(check.cohort as Cohort, dice);
  const event = {
    id: derivedId(check.id, 'event', 'done'),
    from: 'draft',
    to: 'done',
    by: check.checker as string,
    at: new Date(Date.parse(`${check.checkedOn}T10:25:00Z`) + n * 1_500_000).toISOString(),
  };
  return { ...answerCheck(form, withTimeline(check, who, dice), who, dice), events: [event] };
};

/** How many records are read at one sitting. */
const atOnce = 3;

export type CheckStretch = {
  form: Form;
  suites: readonly Suite[];
  people: readonly Person[];
  from: string;
  to: string;
  count: number;
  dice: Dice;
};

/** Record checks of a stretch of days in their order, sitting by sitting: each suite and each cohort in turn. */
export function* throwChecks({
  form,
  suites,
  people,
  from,
  to,
  count,
  dice,
}: CheckStretch): Generator<RecordCheck> {
  const days = dayNumber(to) - dayNumber(from);
  for (let i = 0; i < count; i += atOnce) {
    const suite = suites[(i / atOnce) % suites.length] as Suite;
    const checkedOn = dateOf(dayNumber(from) + Math.floor((i / count) * days));
    const readers = people.filter((p) => p.panel === suite.panel && visitsOn(p, checkedOn));
    const cohort = cohortTurns[(i / atOnce) % cohortTurns.length] as Cohort;
    for (let n = 0; n < Math.min(atOnce, count - i); n++) {
      const reading: Reading = {
        ...{ suite, checkedOn, cohort, checker: dice.pick(readers).id },
        reason: dice.percent(88) ? 'sample' : 'concern',
      };
      yield read(form, begun(form, reading, n, dice), n, dice);
    }
  }
}

/** How many days before today the sample was drawn, and out of how many numbers. */
const drawnAgo = 26;
const listed = 34;
const seed = 'Wrekenshire, second quarter';

export type OwnChecks = { form: Form; office: string; own: string; today: string; suites: readonly Suite[] };

/** A sample of children's records at one suite: most of what was drawn is read, one is begun and one not opened yet. */
const sampled = ({ form, office, own, today, suites }: OwnChecks, dice: Dice) => {
  const suite = suites[3] as Suite;
  const on = daysAfter(today, -drawnAgo);
  const numbers = Array.from({ length: listed }, () => custodyNumber(on, dice));
  const sample: Sample = {
    id: derivedId(office, 'sample', seed),
    cohort: 'children',
    from: daysAfter(on, -120),
    to: daysAfter(on, -30),
    suite: suite.id,
    ...(suite.panel && { panel: suite.panel }),
    listed: new Set(numbers).size,
    seed,
    drawn: draw([...new Set(numbers)], 6, seed),
    by: own,
    at: `${on}T09:40:00.000Z`,
    notes: 'Out of an invented list of the children detained in three months.',
  };
  const checks = sample.drawn.map((number, n) => {
    const more = { sample: sample.id, custodyNumber: number };
    const checkedOn = daysAfter(on, 4 + n * 3);
    const reading = { suite, checkedOn, checker: own, cohort: 'children', reason: 'sample', more } as const;
    const check = begun(form, reading, n, dice);
    if (n < sample.drawn.length - 2) return read(form, check, n, dice);
    if (n === sample.drawn.length - 1) return check;
    const half = withTimeline(check, throwDetained('children', dice), dice);
    return { ...half, entries: half.entries.slice(0, 7) };
  });
  return { sample, checks };
};

/** Records of people whom the visitors of the newest reports could not see. */
const notSeen = (form: Form, visits: readonly Visit[], suites: readonly Suite[], dice: Dice): RecordCheck[] =>
  visits
    .flatMap((v) => {
      const away = v.detainees?.find((d) => d.seen?.state === 'notAvailable' && d.custodyNumber);
      const suite = suites.find(({ id }) => id === v.suite);
      return away && suite && v.date && v.visitor1 ? [{ v, away, suite }] : [];
    })
    .slice(-6, -3)
    .map(({ v, away, suite }, n) => {
      const reading: Reading = {
        ...{ suite, checkedOn: daysAfter(v.date as string, 3), checker: v.visitor1 as string },
        cohort: away.ageGroup === 'under18' ? 'children' : away.sex === 'female' ? 'women' : 'other',
        reason: 'could not be seen',
        more: { visit: v.id, ...(away.custodyNumber && { custodyNumber: away.custodyNumber }) },
      };
      return read(form, begun(form, reading, n, dice), n, dice);
    });

/** The year's record checks of the example in the order in which they were done, with a sample; drafts come last. */
export const makeChecks = (
  { people, visits, ...own }: OwnChecks & { people: readonly Person[]; visits: readonly Visit[] },
  dice: Dice,
): { samples: Sample[]; checks: RecordCheck[] } => {
  const { form, suites, today } = own;
  const [from, to] = [daysAfter(today, -345), daysAfter(today, -12)];
  const { sample, checks } = sampled(own, dice);
  const all = [
    ...throwChecks({ form, suites, people, from, to, count: 36, dice }),
    ...notSeen(form, visits, suites, dice).filter((c) => (c.checkedOn as string) < today),
    ...checks,
  ];
  const doneAt = (c: RecordCheck) => c.events[0]?.at ?? '9';
  return { samples: [sample], checks: all.toSorted((a, b) => (doneAt(a) < doneAt(b) ? -1 : 1)) };
};
