import { count } from '#shared/numbers.ts';
import { capital } from '#shared/text.ts';
import type { MeasureResult } from '#shared/views.ts';

const small = ['none', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine'];

/** A number within a sentence: below ten in words, as public bodies write. */
export const inWords = (value: number): string => small[value] ?? count(value);

/** Of the figures of a return those that a sentence can be made of: what is not known, or kept back, it does not tell. */
export type Known = (id: string) => (MeasureResult & { value: number }) | undefined;

export const knownOf = (measures: readonly MeasureResult[]): Known => {
  const known = new Map(
    measures.flatMap((m) => (m.value === null ? [] : [[m.id, { ...m, value: m.value }] as const])),
  );
  return (id) => known.get(id);
};

/** So many of something; none of it is `no`. */
export const many = (value: number, one: string, more: string): string =>
  `${value === 0 ? 'no' : inWords(value)} ${value === 1 ? one : more}`;

/** So many of what was just named. */
export const were = (value: number): string => `${inWords(value)} ${value === 1 ? 'was' : 'were'}`;

/** A clause for each figure that is known, put together as a list; nothing where none is. */
export const listed = (clauses: readonly (string | undefined)[]): string | undefined => {
  const said = clauses.filter((one) => one !== undefined);
  return said.length === 0 ? undefined : new Intl.ListFormat('en-GB').format(said);
};

/** A clause about a figure, where it is known. */
export const clause = (
  m: ReturnType<Known>,
  words: (value: number, m: MeasureResult) => string | undefined,
): string | undefined => m && words(m.value, m);

/** Words as sentences: each begins with a capital letter and ends with a full stop. */
export const sentences = (...said: readonly (string | undefined)[]): string =>
  said
    .filter((one) => one !== undefined)
    .map((one) => `${capital(one)}.`)
    .join(' ');

type Compared = NonNullable<MeasureResult['compare']>['previous'];

const ofCount = ({ change, percentDisplay, period }: Compared): string => {
  if (change === 0) return `as many as in ${period.label}`;
  const percent = percentDisplay === 'n/a' ? '' : ` (${percentDisplay})`;
  const by = Math.abs(change ?? 0);
  return `${inWords(by)} ${(change ?? 0) > 0 ? 'more' : 'fewer'} than in ${period.label}${percent}`;
};

const ofOther = ({ change, display, period }: Compared, unit: string): string => {
  if (change === 0) return `the same as in ${period.label}`;
  return `${(change ?? 0) > 0 ? 'up' : 'down'} from ${display}${unit} in ${period.label}`;
};

/**
 * What a figure was in the period before and in the same period a year before, as the end of a sentence; the two are
 * one for a whole year.
 */
export const against = (m: MeasureResult, unit = ''): string => {
  const both = m.compare ? [m.compare.previous, m.compare.lastYear] : [];
  const beside = both.filter(
    ({ change, period }, i) => change !== null && both.findIndex((one) => one.period.id === period.id) === i,
  );
  const said = beside.map((one) => (m.unit === 'count' ? ofCount(one) : ofOther(one, unit)));
  return said.length === 0 ? '' : `, ${said.join(' and ')}`;
};

/** What a share is made of. */
export const madeOf = ({ numerator, denominator }: MeasureResult): string =>
  numerator === undefined || denominator === undefined
    ? ''
    : ` (${count(numerator)} of ${count(denominator)})`;
