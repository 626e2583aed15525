import { count } from '#shared/numbers.ts';
import type { MeasureResult, ReturnKind, ReturnResult, ReturnTable } from '#shared/views.ts';
import { hiddenAmong } from './kept/hidden.ts';
import { modelOf, toldIn } from './kept/model.ts';
import { comparedWith, type Place, placeOf, type Scope } from './kept/places.ts';
import { placesOf } from './kept/tables.ts';

/** Stands for a number that is kept back: the shorthand of the Government Analysis Function. */
export const keptBack = '[c]';
/** Stands where nothing is known, or nothing could be divided by. */
export const notKnown = '[x]';

/** What each of the two means, as it stands in the notes of whatever is given out. */
export const shorthand = {
  [keptBack]:
    'kept back: a number of people so small that somebody could be known by it, or one that it could be worked out from',
  [notKnown]: 'not known, or a share of nothing',
} as const;

/** The check that says how a number kept back could be worked out: it is nobody's but the office's. */
export const earlierCheck = 'earlier';

/** A return as it may be given out. */
export type KeptBack = {
  readonly result: ReturnResult;
  /** How many numbers are kept back in it. */
  readonly kept: number;
  /** A sentence that speaks of the figures (a check's finding, an answer to it), without its numbers where one of them is kept back. */
  readonly words: (sentence: string) => string;
};

type Comparison = NonNullable<MeasureResult['compare']>['previous'];
type IsKept = (place: Place) => boolean;

/** The numbers that are kept back of a return, by their keys. */
export const hiddenIn = (result: ReturnResult, least: number): ReadonlyMap<string, number> => {
  const { all, table } = modelOf(result.return, toldIn(result));
  const hidden = hiddenAmong(table, least);
  return new Map(
    all.flatMap(({ key, value }, at) => (hidden[at] && table.cells[at]?.told ? [[key, value] as const] : [])),
  );
};

/**
 * What may be given out of a return of which no number of people above nought and below `least` is told or can be worked
 * out (`kept/hidden.ts` says from what, and from what not). With a number goes every share, mean, difference and
 * percentage that rests on it. What has been kept back once stays as it is.
 */
export const keepBack = (result: ReturnResult, least: number): KeptBack => {
  const hidden = isKeptAlready(result) ? new Map<string, number>() : hiddenIn(result, least);
  const isKept: IsKept = ({ cells, leans }) =>
    cells.some(({ key }) => hidden.has(key)) || leans.some((key) => hidden.has(key));
  if (hidden.size === 0) return { result, kept: 0, words: (sentence) => sentence };
  const whole: Scope = { from: result.period.from, to: result.period.to };
  const figures = (measures: readonly MeasureResult[], scope: Scope) =>
    measures.map((m) => figureWithout(result.return, m, scope, isKept));
  const groups = (by: string, own: NonNullable<ReturnResult['groups']>) =>
    own.map(({ key, measures }) => ({ key, measures: figures(measures, { ...whole, by, part: key }) }));
  const numbers = new Set([...hidden.values()].map(count));
  const measures = figures(result.measures, whole);
  const titles = measures.filter(({ kept }) => kept).map(({ title }) => title);
  const words = (sentence: string) => withoutNumbers(sentence, numbers, titles);
  const told: ReturnResult = {
    ...result,
    measures,
    ...(result.by && result.groups ? { groups: groups(result.by, result.groups) } : {}),
    ...(result.splits
      ? { splits: result.splits.map((split) => ({ ...split, groups: groups(split.by, split.groups) })) }
      : {}),
    tables: result.tables.map((table) => tableWithout(table, placesOf(result, table), isKept)),
    checks: result.checks
      .filter(({ id }) => id !== earlierCheck)
      .map((check) => ({ ...check, detail: words(check.detail) })),
  };
  return { result: told, kept: hidden.size, words };
};

const isKeptAlready = ({ measures, groups = [], splits = [], tables }: ReturnResult): boolean => {
  const parts = [...groups, ...splits.flatMap((split) => split.groups)];
  const all = [...measures, ...parts.flatMap((part) => part.measures)];
  const isKept = (m: MeasureResult) => m.kept || comparedWith.some((which) => m.compare?.[which].kept);
  return all.some(isKept) || tables.some(({ rows }) => rows.some((row) => row.includes(keptBack)));
};

const figureWithout = (of: ReturnKind, m: MeasureResult, scope: Scope, isKept: IsKept): MeasureResult => {
  const here = isKept(placeOf(of, scope, m));
  const beside = (one: Comparison): Comparison =>
    isKept(placeOf(of, { from: one.period.from, to: one.period.to }, { ...one, id: m.id }))
      ? keptOf(one)
      : one;
  const { compare } = m;
  const yearToDate = compare && beside(compare.yearToDate);
  const figure = here ? keptFigure(m) : m;
  if (!compare || !yearToDate) return figure;
  return {
    ...figure,
    compare: {
      previous: changed(beside(compare.previous), here),
      lastYear: changed(beside(compare.lastYear), here),
      yearToDate,
      lastYearToDate: changed(beside(compare.lastYearToDate), yearToDate.kept === true),
    },
  };
};

const keptFigure = ({ numerator, denominator, ...m }: MeasureResult): MeasureResult => ({
  ...m,
  value: null,
  display: keptBack,
  restsOn: 0,
  blank: 0,
  kept: true,
});

const keptOf = ({ numerator, denominator, ...one }: Comparison): Comparison => ({
  ...changed(one, true),
  value: null,
  display: keptBack,
  kept: true,
});

/** A difference is told where both numbers are. */
const changed = (one: Comparison, isOtherKept: boolean): Comparison =>
  isOtherKept && one.change !== null
    ? { ...one, change: null, changeDisplay: keptBack, percentDisplay: keptBack }
    : one;

const tableWithout = (
  table: ReturnTable,
  places: readonly (readonly Place[])[],
  isKept: IsKept,
): ReturnTable => {
  const keeps = (row: number, column: number) => {
    const place = places[row]?.[column];
    return place !== undefined && isKept(place);
  };
  return {
    ...table,
    rows: table.rows.map((row, r) =>
      row.map((value, c) => (value !== null && keeps(r, c) ? keptBack : value)),
    ),
    ...(table.over?.made
      ? {
          over: {
            ...table.over,
            made: table.over.made.map((own, m) =>
              own.map((pair, p) => ((table.over?.down ? keeps(p, m + 1) : keeps(m, p + 1)) ? null : pair)),
            ),
          },
        }
      : {}),
  };
};

/** Numbers of people in a sentence: "3 of 1,639 detainees", "2 open at the end". */
const ofPeople =
  /(\d[\d,]*)(?: of (\d[\d,]*))? (?:\S+ )?(?:detainees?|people|persons?|volunteers?|cases?|reviews?|requests?|custody records?|received|ended|decided|closed|completed|open)\b/gi;

/** A sentence in which a number of people is kept back keeps its other numbers back too: they could be of the same sum. */
const withoutNumbers = (
  sentence: string,
  numbers: ReadonlySet<string>,
  titles: readonly string[],
): string => {
  const said = [...sentence.matchAll(ofPeople)].flatMap((found) => found.slice(1, 3));
  const speaks =
    said.some((number) => number !== undefined && numbers.has(number)) ||
    titles.some((title) => sentence.includes(title));
  return speaks ? sentence.replace(/\d[\d,]*(?:\.\d+)?%?/g, keptBack) : sentence;
};
