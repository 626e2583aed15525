import { type Suite, suiteStatusOn } from '#shared/records/suite.ts';
import { addDays, daysBetween, dayWords } from '#shared/times.ts';

/** A completed visit made in person, as facts know it; null is unknown, never zero. */
export type SeenVisit = {
  id: string;
  reference: string | null;
  suite: string;
  date: string;
  /** Hour of arrival, 0 to 23. */
  hour: number | null;
  /** 1 (Monday) to 7. */
  weekday: number;
  /** Of how many children, and of how many women and girls, the report says that visitors spoke with them. */
  children: number;
  women: number;
};

export type SeenSuite = Pick<Suite, 'id' | 'name' | 'statuses'>;

export type SeenInput = {
  today: string;
  /** How far back the visits go: nothing is said of what was before. */
  from: string;
  suites: readonly SeenSuite[];
  visits: readonly SeenVisit[];
};

export const unseenKinds = ['suite', 'hours', 'days', 'children', 'women'] as const;
type Kind = (typeof unseenKinds)[number];

/** Something that no visit of a suite was, since a day. */
export type Unseen = {
  /** Suite and what was not seen: one of each. */
  key: string;
  kind: Kind;
  suite: string;
  weeks: number;
  text: string;
  /** The day of the last visit that was such; where there is none, the first day that is looked at. */
  since: string;
  last: { id: string; reference: string | null; date: string } | null;
  /** How many other visits the suite had since then: the emptiness behind the sentence. */
  visits: number;
};

/** A part of what there is to be seen, and whether a visit saw it. */
export type Looked = {
  key: string;
  kind: Kind;
  what: string;
  saw(visit: SeenVisit): boolean;
  /** After so many weeks without it is worth saying. No source sets them; the page says what they are. */
  after: number;
};

const within = (hour: number | null, from: number, to: number): boolean =>
  hour !== null && (from < to ? hour >= from && hour < to : hour >= from || hour < to);

const hours = (from: number, to: number): Looked => {
  const clock = (hour: number) => `${String(hour).padStart(2, '0')}:00`;
  return {
    key: `hours ${from}`,
    kind: 'hours',
    what: `no visit between ${clock(from)} and ${clock(to)}`,
    saw: ({ hour }) => within(hour, from, to),
    after: 8,
  };
};

/** All that is looked for at each suite. */
export const lookedFor: readonly Looked[] = [
  { key: 'suite', kind: 'suite', what: 'no visit', saw: () => true, after: 4 },
  hours(22, 6),
  hours(6, 12),
  hours(12, 18),
  hours(18, 22),
  {
    key: 'days weekend',
    kind: 'days',
    what: 'no visit on a Saturday or Sunday',
    saw: ({ weekday }) => weekday >= 6,
    after: 8,
  },
  {
    key: 'days week',
    kind: 'days',
    what: 'no visit from Monday to Friday',
    saw: ({ weekday }) => weekday < 6,
    after: 8,
  },
  {
    key: 'children',
    kind: 'children',
    what: 'no report that a child was spoken to',
    saw: ({ children }) => children > 0,
    after: 8,
  },
  {
    key: 'women',
    kind: 'women',
    what: 'no report that a woman or girl was spoken to',
    saw: ({ women }) => women > 0,
    after: 8,
  },
];

/** Since when a suite can have been visited: since it was last opened, and never before what is looked at. */
const beginOf = ({ statuses }: SeenSuite, { from, today }: SeenInput): string => {
  const opened = statuses
    .filter((one) => one.status === 'open' && one.from <= today)
    .map((one) => one.from)
    .sort()
    .at(-1);
  return opened !== undefined && opened > from ? opened : from;
};

/**
 * What past visits have not seen, suite by suite, the longest unseen first. Of suites that are open today alone: what
 * is closed holds nobody. It says what was, and never when somebody should go.
 */
export const unseen = (input: SeenInput): Unseen[] =>
  input.suites
    .filter((suite) => suiteStatusOn(suite, input.today) === 'open')
    .flatMap((suite) => {
      const own = input.visits
        .filter((v) => v.suite === suite.id && v.date >= input.from && v.date <= input.today)
        .sort((a, b) => (a.date < b.date ? 1 : -1));
      const said = lookedFor.flatMap((looked) => sentence(looked, suite, own, input) ?? []);
      // Where nobody went at all, every other sentence would say the same again.
      const all = said.find(({ kind }) => kind === 'suite');
      return all ? said.filter((one) => one === all || one.since < all.since) : said;
    })
    .sort((a, b) => b.weeks - a.weeks || (a.text < b.text ? -1 : 1));

const sentence = (
  looked: Looked,
  suite: SeenSuite,
  own: readonly SeenVisit[],
  input: SeenInput,
): Unseen | undefined => {
  const last = own.find(looked.saw);
  const since = last?.date ?? beginOf(suite, input);
  const weeks = Math.floor(daysBetween(since, input.today) / 7);
  if (weeks < looked.after) return undefined;
  const long = last ? `for ${weeks} weeks` : `in the ${weeks} weeks since ${dayWords(since)}`;
  return {
    key: `${suite.id} ${looked.key}`,
    kind: looked.kind,
    suite: suite.id,
    weeks,
    text: `${suite.name}: ${looked.what} ${long}.`,
    since: last ? addDays(since, 1) : since,
    last: last ? { id: last.id, reference: last.reference, date: last.date } : null,
    visits: own.filter(({ date }) => (last ? date > since : date >= since)).length,
  };
};
