import { type RawBuilder, sql as raw } from 'kysely';
import type { BoardFigure, BoardMatter } from '#shared/calls/board.ts';
import { settledStatuses } from '#shared/records/plan.ts';
import { type Reader, sql } from './sql.ts';

export type Line = { suite: string | null; count: number; oldest: string | null };

export const lines = (r: Reader, statement: RawBuilder<Line>): Line[] =>
  r.all({ compile: () => statement.compile(sql) });

/** Several suites' numbers taken together. */
export const figure = (matter: BoardMatter, found: readonly Line[]): BoardFigure => ({
  matter,
  count: found.reduce((sum, { count }) => sum + count, 0),
  oldest: found.flatMap(({ oldest }) => oldest ?? []).sort()[0] ?? null,
  bySuite: found.filter(({ count }) => count > 0).map(({ suite, count }) => ({ suite, count })),
});

/** Reports of one kind, by suite, from the index that holds no others. */
const reports = (r: Reader, matter: BoardMatter, index: string, where: RawBuilder<unknown>): BoardFigure =>
  figure(
    matter,
    lines(
      r,
      raw<Line>`select suite, count(*) as count, min(date) as oldest from visit indexed by ${raw.ref(index)}
        where ${where} group by suite`,
    ),
  );

/** The office's part in reports: to read, to answer, to wait for; each from the index that holds no others. */
export const kindsOfReports = [
  ['unread', 'visit_unread_by_suite', raw`state = 'received' and moved_at is not null`],
  ['answeredQueries', 'visit_answered_by_suite', raw`state = 'answered'`],
  ['openQueries', 'visit_queried_by_suite', raw`state = 'queried'`],
  ['undeclared', 'visit_undeclared_by_suite', raw`owes1 is not null`],
] as const satisfies [BoardMatter, string, RawBuilder<unknown>][];

export const waitingReports = (r: Reader): BoardFigure[] =>
  kindsOfReports.map(([matter, index, where]) => reports(r, matter, index, where));

const isUrgent = raw`(severity = 'immediate' or area = 'allegation')`;

/** Which open concerns are of each kind, and the day since which the oldest waits. */
export const kindsOfConcerns: readonly [
  BoardMatter,
  where: (today: string) => RawBuilder<unknown>,
  since: string,
][] = [
  ['untold', () => raw`${isUrgent} and told = 0`, 'raised_on'],
  ['urgent', () => raw`${isUrgent} and told > 0`, 'raised_on'],
  ['lateAnswers', (today) => raw`due < ${raw.lit(today)}`, 'due'],
  ['fresh', () => raw`state = 'raised'`, 'raised_on'],
  ['withCoordinator', () => raw`state = 'coordinator'`, 'raised_on'],
  ['answered', () => raw`state = 'answered'`, 'raised_on'],
  ['checked', () => raw`state = 'checked'`, 'raised_on'],
  ['awaited', () => raw`state = 'escalated'`, 'due'],
];

/** Open concerns by where they stand, in one pass over the index of what is open. */
export const openConcernsBySuite = (r: Reader, today: string): BoardFigure[] => {
  const columns = kindsOfConcerns.map(
    ([, where, since], i) => raw`
      count(*) filter (where ${where(today)}) as ${raw.ref(`count${i}`)},
      min(${raw.ref(since)}) filter (where ${where(today)}) as ${raw.ref(`oldest${i}`)}`,
  );
  const rows = r.all({
    compile: () =>
      raw<Record<string, string | number | null>>`
        select suite, ${raw.join(columns)} from concern where "open" = 1 group by suite`.compile(sql),
  });
  return kindsOfConcerns.map(([matter], i) =>
    figure(
      matter,
      rows.map((row) => ({
        suite: row.suite as string | null,
        count: row[`count${i}`] as number,
        oldest: row[`oldest${i}`] as string | null,
      })),
    ),
  );
};

/** What came in since a day: visits made, concerns raised, answers of the police. */
export const cameIn = (r: Reader, from: string, today: string): BoardFigure[] => {
  const facts = (matter: BoardMatter, table: string, where: RawBuilder<unknown>) =>
    figure(
      matter,
      lines(
        r,
        raw<Line>`select suite, count(*) as count, null as oldest from ${raw.table(table)}
          where date between ${from} and ${today} and ${where} group by suite`,
      ),
    );
  return [
    facts('visited', 'visit_fact', raw`true`),
    facts('raised', 'concern_fact', raw`what = 'raised'`),
    facts('answers', 'concern_fact', raw`what = 'answered'`),
  ];
};

/** Recommendations whose day has passed, and those whose day comes within so many days. */
export const planItemsDue = (r: Reader, today: string, soon: string): BoardFigure[] => {
  return dueItems(today, soon).map(([matter, where]) =>
    figure(
      matter,
      lines(
        r,
        raw<Line>`select null as suite, count(*) as count, min(due) as oldest from planItem where ${where}`,
      ),
    ),
  );
};

const isUnsettled = raw`status not in (${raw.join(settledStatuses.map((status) => raw.lit(status)))})`;
export const dueItems = (today: string, soon: string) =>
  [
    ['latePlanItems', raw`due < ${today} and ${isUnsettled}`],
    ['duePlanItems', raw`due between ${today} and ${soon} and ${isUnsettled}`],
  ] as const satisfies [BoardMatter, RawBuilder<unknown>][];

/** Record checks that somebody has begun. */
export const checkDrafts = (r: Reader): BoardFigure =>
  figure(
    'checkDrafts',
    lines(
      r,
      raw<Line>`select suite, count(*) as count, min(checked_on) as oldest from recordCheck
        where state = 'draft' group by suite`,
    ),
  );

/** Drafts that have been out with somebody since before a moment. Few are out at a time. */
export const draftsOutSince = (r: Reader, before: string): BoardFigure =>
  figure(
    'longDrafts',
    lines(
      r,
      raw<Line>`select data ->> 'suite' as suite, count(*) as count,
          min(substr(data ->> '$.holder.since', 1, 10)) as oldest
        from pen where ${isOutSince(before)} group by 1`,
    ),
  );
export const isOutSince = (before: string) => raw`done = 0 and data ->> '$.holder.since' < ${before}`;

/**
 * Sheets of the last year whose day has passed with rows that nobody has answered: neither on a sheet that came back
 * nor otherwise, since the concern still awaits an answer.
 */
export const silentSheets = (r: Reader, sinceMonth: string, today: string): BoardFigure =>
  figure(
    'silentSheets',
    lines(
      r,
      raw<Line>`select suite, count(*) as count, min(data ->> 'due') as oldest from suiteSheet s
        where ${isSilent(sinceMonth, today)} group by suite`,
    ),
  );
export const isSilent = (sinceMonth: string, today: string) => raw`
  month >= ${sinceMonth} and data ->> 'due' < ${today} and exists (
    select 1 from json_each(s.data, '$.rows') asked join concern c on c.id = asked.value ->> 'id'
    where c."open" = 1 and c.state in ('coordinator', 'escalated') and asked.value ->> 'id' not in (
      select taken.value from json_each(s.data, '$.returns') back,
        json_each(back.value, '$.accepted') taken))`;
