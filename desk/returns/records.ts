import { sql as raw } from 'kysely';
import { type Behind, type FigurePage, measuredRecords, type Span } from '#db/measures.ts';
import { type Reader, sql } from '#db/sql.ts';
import type { Parsed } from '#shared/contract.ts';
import { type FactMeasure, type Over, recordBehind } from '#shared/measures/measure.ts';
import { longAgo } from '#shared/measures/volunteer-facts.ts';
import type { FigureRecord } from './of-office.ts';

const suiteNames = (r: Reader) =>
  new Map(r.all(sql.selectFrom('suite').select(['id', 'name'])).map((s) => [s.id, s.name]));

/** A case from a file of earlier ones keeps the number that it had there; what has none has its own words. */
const titled = {
  visit: raw<string | null>`reference`,
  concern: raw<string | null>`reference`,
  recordCheck: raw<string | null>`reference`,
  review: raw<string | null>`reference`,
  recommendation: raw<string | null>`null`,
  person: raw<string | null>`name`,
  caseFile: raw<string | null>`ifnull(reference, data ->> '$.imported.reference')`,
  engagement: raw<string | null>`data ->> '$.title'`,
  assuranceRequest: raw<string | null>`data ->> '$.title'`,
} as const satisfies Record<FactRecord, unknown>;

/** What records are called in print: by their number with the office, people by their name. */
const titlesOf = (r: Reader, type: FactRecord, ids: readonly string[]): Map<string, string | null> => {
  if (ids.length === 0) return new Map();
  if (type === 'recommendation') return titlesOfRecommendations(r, ids);
  const found = r.all(
    sql
      .selectFrom(type as 'visit')
      .select(['id', titled[type].as('title')])
      .where('id', 'in', ids),
  );
  return new Map(found.map(({ id, title }) => [id, title]));
};
type FactRecord = (typeof recordBehind)[keyof typeof recordBehind];

/** A recommendation is known by the number of its review. */
const titlesOfRecommendations = (r: Reader, ids: readonly string[]): Map<string, string | null> =>
  new Map(
    r
      .all(
        sql
          .selectFrom('recommendation as one')
          .leftJoin('review', 'review.id', 'one.review')
          .select(['one.id', 'review.reference as title'])
          .where('one.id', 'in', ids),
      )
      .map(({ id, title }) => [id, title]),
  );

/** Which of these are marks of confidential cases, of which a line says no number. */
const marksAmong = (r: Reader, ids: readonly string[]): Set<string> =>
  new Set(
    ids.length === 0
      ? []
      : r.all(sql.selectFrom('caseMark').select('id').where('id', 'in', ids)).map(({ id }) => id),
  );

/** What stands behind a figure as lines of a list, from what was found of each record. */
export const described = (r: Reader, over: Over, found: readonly Behind[]): FigureRecord[] => {
  const type = recordBehind[over];
  const names = suiteNames(r);
  const ids = found.map(({ id }) => id);
  const titles = titlesOf(r, type, ids);
  // A file of earlier reviews counts what was recommended without saying what: there the review itself is listed.
  const marked = type === 'caseFile' ? marksAmong(r, ids) : new Set<string>();
  const counting = over === 'recommendations' ? titlesOf(r, 'review', ids) : new Map<string, string | null>();
  return found.map((one) => ({
    type: marked.has(one.id) ? 'caseMark' : counting.has(one.id) ? 'review' : type,
    id: one.id,
    date: one.date === longAgo ? null : one.date,
    value: one.top,
    of: one.bottom,
    title: [
      marked.has(one.id) && 'Confidential case',
      titles.get(one.id) ?? counting.get(one.id),
      one.suite && names.get(one.suite),
    ]
      .filter(Boolean)
      .join(', '),
  }));
};

/** The figure of which records are asked, of the whole or of one part, and where in their list. */
export type FigureAsked<By = unknown> = Pick<
  Parsed<'returns.records'>,
  'measure' | 'key' | 'after' | 'limit'
> & { by?: By | undefined };

/** The records behind a figure of facts, and the place in the list after which it goes on. */
export const factRecords = (
  r: Reader,
  m: FactMeasure,
  span: Span,
  threshold: number,
  { limit, ...page }: FigurePage,
): { rows: FigureRecord[]; next: string | null } => {
  const found = measuredRecords(r, m, span, threshold, { ...page, limit: limit + 1 });
  const shown = found.slice(0, limit);
  const last = shown.at(-1);
  return {
    next: found.length > limit && last ? `${last.date}/${last.id}` : null,
    rows: described(r, m.over, shown),
  };
};
