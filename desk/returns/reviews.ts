import { sql as raw } from 'kysely';
import { countMeasured, measure, type Span } from '#db/measures.ts';
import type { Reader } from '#db/sql.ts';
import { endOf, type Raw } from '#shared/measures/evaluate.ts';
import type { AllegationFact, ReviewSpan, ThemeFact } from '#shared/measures/review-facts.ts';
import {
  allegationsByCategory,
  openByAge,
  outstandingByYear,
  reviewsByTheme,
} from '#shared/measures/review-tables.ts';
import { reviewMeasures } from '#shared/measures/reviews.ts';
import { count } from '#shared/numbers.ts';
import { routes } from '#shared/records/review-parts.ts';
import { fail, ok } from '#shared/result.ts';
import { capital } from '#shared/text.ts';
import { addDays } from '#shared/times.ts';
import type { ReturnGroup, ReturnResult, ReturnTable } from '#shared/views.ts';
import { placeAfter } from '../paging.ts';
import { balanced, type Check, check, query, times } from './checks.ts';
import { figuresOfPart, withComparisons } from './comparisons.ts';
import type { Raws, Told } from './groups.ts';
import { type FigureAsked, factRecords } from './records.ts';
import { syncChecks } from './sync.ts';
import { firstDay, unusualChecks } from './unusual.ts';

/** The routes by which a return on reviews is split, also those by which none came. */
const groups: readonly { key: string; values: readonly (string | null)[] }[] = [
  ...routes.map((route) => ({ key: capital(route), values: [route] })),
  { key: 'Not recorded', values: [null] },
];

/** No threshold of delays has anything to do with reviews. */
const noThreshold = 0;

export const reviewRaws = (r: Reader, span: Span): Raws =>
  measure(r, reviewMeasures, span, noThreshold).get(null) ?? new Map();

const isWorthPrinting = (values: readonly (string | null)[], own: Raws): boolean =>
  !values.includes(null) || [...own.values()].some(({ restsOn, blank }) => restsOn + blank > 0);

const byRoute = (r: Reader, span: Span) => {
  const found = measure(r, reviewMeasures, span, noThreshold, 'route');
  return groups
    .map(({ key, values }) => ({ key, values, own: found.get(values[0] ?? null) ?? new Map<string, Raw>() }))
    .filter(({ values, own }) => isWorthPrinting(values, own))
    .map(({ key, own }) => ({ key, measures: figuresOfPart(reviewMeasures, own, 'route') }));
};

const openSpans = (r: Reader, day: string): ReviewSpan[] =>
  query(
    r,
    raw<ReviewSpan>`select * from review_span where date <= ${day} and (until is null or until > ${day})`,
  );

const tablesOf = (r: Reader, { from, to, today }: Span, yearBegins: number): ReturnTable[] => {
  const day = endOf({ from, to, today });
  const open = openSpans(r, day);
  const allegations = query(
    r,
    raw<AllegationFact>`select date, category, sum(number) as number from allegation_fact
      where date between ${from} and ${to} group by 1, 2`,
  );
  const themes = query(r, raw<ThemeFact>`select * from review_theme where date between ${from} and ${to}`);
  const standing = 'Reviews open at the end of the last day of the period, or today where it has not ended.';
  return [
    {
      id: 'reviews.openByAge',
      title: 'Open reviews by age',
      columns: ['since receipt', 'reviews'],
      rows: openByAge(open, day),
      note: standing,
    },
    {
      id: 'reviews.outstandingByYear',
      title: 'Outstanding reviews by year of receipt',
      columns: ['year', 'reviews'],
      rows: outstandingByYear(open, day, yearBegins),
      note: standing,
    },
    {
      id: 'allegations.byCategory',
      title: 'Allegations by category',
      columns: ['category', 'allegations'],
      rows: allegationsByCategory(allegations, { from, to }),
      note: 'Allegations of the reviews received in the period.',
    },
    {
      id: 'themes',
      title: 'Themes of reviews',
      columns: ['theme', 'reviews'],
      rows: reviewsByTheme(themes, { from, to }),
      note: 'Of the reviews received in the period. A review with several themes counts once under each, so that these do not add up to the reviews.',
    },
  ];
};

const ended = ['reviews.completed', 'reviews.invalid', 'reviews.withdrawn', 'reviews.forwarded'] as const;

/** What was open and what came in is what ended and what is open. */
const balanceCheck = (r: Reader, span: Span, raws: Raws): Check => {
  const of = (id: string) => raws.get(id)?.top ?? 0;
  const before = openSpans(r, addDays(span.from, -1)).length;
  const gone = ended.reduce((sum, id) => sum + of(id), 0);
  const left = before + of('reviews.received') - gone - of('reviews.open');
  const words = `${count(before)} open before + ${count(of('reviews.received'))} received = ${count(gone)} ended + ${count(of('reviews.open'))} open at the end`;
  return balanced('balance', 'Reviews received are open or have ended', words, left);
};

const decisionCheck = (r: Reader, { from, to }: Span): Check => {
  const found = query(
    r,
    raw<{ id: string }>`select id from review_fact
      where date between ${from} and ${to} and what = 'completed' and decision is null order by date desc, id desc`,
  );
  return check(
    'decisions',
    'Completed is upheld and not upheld',
    found,
    `Of ${times(found.length, 'review', 'reviews')} completed it is not known whether the complaint was upheld; the percentage leaves these out`,
    'Completed = upheld + not upheld',
  );
};

const routeCheck = (r: Reader, { from, to }: Span): Check => {
  const found = query(
    r,
    raw<{ id: string }>`select id from review_fact
      where date between ${from} and ${to} and what = 'received' and route is null order by date desc, id desc`,
  );
  return check(
    'routes',
    'The route of every review is known',
    found,
    `Of ${times(found.length, 'review', 'reviews')} received the route is not known`,
    'Every review received has its route',
  );
};

/** Of what was received each is valid or not, was withdrawn or forwarded, or is still being decided. */
const validityCheck = (r: Reader, { from, to }: Span): Check => {
  const found = query(
    r,
    raw<{ id: string }>`select f.id from review_fact f
      where f.date between ${from} and ${to} and f.what = 'received' and f.valid is null
        and not exists (select 1 from review_span s where s.id = f.id and s.until is null)
        and not exists (select 1 from review_fact e where e.id = f.id and e.what in ('invalid', 'withdrawn', 'forwarded'))
      order by f.date desc, f.id desc`,
  );
  return check(
    'validity',
    'Received is valid, not valid, withdrawn, forwarded or undecided',
    found,
    `Of ${times(found.length, 'review', 'reviews')} that ended it is not known whether the application was valid`,
    'Received = valid + not valid + withdrawn or forwarded before that was said + not decided yet',
  );
};

const allegationsCheck = (r: Reader, { from, to }: Span): Check => {
  const found = query(
    r,
    raw<{ id: string }>`select id from allegation_fact where date between ${from} and ${to}
      group by id having sum(ifnull(upheld, 0)) > sum(number) order by max(date) desc, id desc`,
  );
  return check(
    'allegations',
    'No more allegations are upheld than there are',
    found,
    `In ${times(found.length, 'review', 'reviews')} more allegations are upheld than there are`,
    'Allegations upheld are among the allegations of each review',
  );
};

const answersCheck = (r: Reader, { from, to }: Span): Check => {
  const found = query(
    r,
    raw<{ id: string }>`select id from review
      where received between ${from} and ${to}
        and (data ->> '$.imported.recommendationsAccepted') > ifnull(data ->> '$.imported.recommendations', 0)
      order by received desc, id desc`,
  );
  return check(
    'recommendations',
    'No more is accepted than was recommended',
    found,
    `In ${times(found.length, 'imported review', 'imported reviews')} more recommendations are accepted than were made`,
    'No review has more recommendations accepted than made',
  );
};

/** Figures that are held against those of the periods before. */
const lookedAt = reviewMeasures.filter(({ id }) =>
  ['reviews.received', 'reviews.completed', 'upheld.ofCompleted'].includes(id),
);

/** The same figures of each route. */
export const reviewGroups = (r: Reader, { period, today }: Pick<Told, 'period' | 'today'>): ReturnGroup[] =>
  byRoute(r, { from: period.from, to: period.to, today });

export const reviewReturn = (r: Reader, { period, today, office, notice, raws }: Told): ReturnResult => {
  const span = { from: period.from, to: period.to, today };
  const now = raws(span);
  return {
    return: 'reviews',
    body: office.body,
    notice,
    period: { id: period.id, from: period.from, to: period.to, label: period.label },
    headline: 'upheld.ofCompleted',
    measures: withComparisons(reviewMeasures, period, office.yearBegins, raws),
    tables: tablesOf(r, span, office.yearBegins),
    checks: [
      balanceCheck(r, span, now),
      decisionCheck(r, span),
      routeCheck(r, span),
      answersCheck(r, span),
      validityCheck(r, span),
      allegationsCheck(r, span),
      ...unusualChecks(r, lookedAt, {
        ...{ period, today, yearBegins: office.yearBegins, threshold: noThreshold },
        now,
        first: firstDay(r, 'review_fact'),
      }),
      ...syncChecks(r, span),
    ],
  };
};

/** The reviews or recommendations behind a figure, of the whole or of one route. */
export const reviewFigureRecords = (
  r: Reader,
  { measure: id, key, after, limit }: FigureAsked,
  span: Span,
) => {
  const m = reviewMeasures.find((one) => one.id === id);
  const group = groups.find((one) => one.key === key);
  if (!m || (key !== undefined && !group)) return fail({ tag: 'notFound', what: 'figure' } as const);
  const of = group ? { key: { dimension: 'route' as const, values: group.values } } : {};
  return ok({
    ...factRecords(r, m, span, noThreshold, { ...of, after: placeAfter(after), limit }),
    title: m.title,
    definition: m.definition,
    total: countMeasured(r, m, span, noThreshold, of),
  });
};
