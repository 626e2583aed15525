import { sql as raw } from 'kysely';
import { type Reader, sql } from '#db/sql.ts';
import type { CaseFilter } from '#shared/case-views.ts';
import { caseClockSettings } from '#shared/cases/clock.ts';
import { type CaseQueued, queuedOf } from '#shared/cases/queue.ts';
import type { Output, Parsed } from '#shared/contract.ts';
import type { CaseFile } from '#shared/records/case-file.ts';
import { ofRole } from '#shared/sync/access.ts';
import { addDays } from '#shared/times.ts';
import type { Context } from '../context.ts';
import { settings } from '../office.ts';
import { query } from '../returns/checks.ts';
import { figuresAreReady } from '../returns/compute.ts';
import { keysOf } from '../rights.ts';

/** Days ahead that count as due soon. */
const soon = 7;

const counted = ['mine', 'unassigned', 'due', 'late', 'force', 'approval', 'hold', 'risk'] as const;

/** A filter with all records by which cases may name one person. */
export type Wanted = Omit<CaseFilter, 'from'> & { from?: readonly string[] | undefined };

const columns = [
  ...(['id', 'date', 'kind', 'owner', 'from', 'area', 'themes'] as const),
  ...(['due', 'rank', 'waits', 'asked', 'risk', 'seen'] as const),
] as const satisfies (keyof CaseQueued)[];

/** The open cases as queues are told from them; while that is written anew, from each case in brief. */
const queueOf = (r: Reader, ctx: Context) => {
  if (figuresAreReady(r)) return raw`case_queue`;
  const clocks = caseClockSettings(settings(r, ctx));
  const rows = r
    .all(sql.selectFrom('caseFile').select('brief').where('state', '=', 'open'))
    .flatMap(({ brief }) => queuedOf(JSON.parse(brief) as CaseFile, clocks));
  const fields = columns.map((name) => raw`value ->> ${raw.lit(name)} as ${raw.ref(name)}`);
  return raw`(select ${raw.join(fields)} from json_each(${JSON.stringify(rows)}))`;
};

/** What stands in a queue. */
const shownIn = (show: CaseFilter['show'], { identity, today }: Context) => {
  switch (show) {
    case 'mine':
      return raw<number>`owner is ${identity.person}`;
    case 'unassigned':
      return raw<number>`owner is null`;
    case 'due':
      return raw<number>`ifnull(due between ${today} and ${addDays(today, soon)}, 0)`;
    case 'late':
      return raw<number>`ifnull(due < ${today}, 0)`;
    case 'force':
      return raw<number>`asked`;
    case 'approval':
    case 'hold':
      return raw<number>`waits = ${show}`;
    case 'risk':
      return raw<number>`risk`;
    default:
      return raw<number>`1`;
  }
};

/** Those that whoever asks may open. */
const seen = (r: Reader, ctx: Context) => {
  const keys = keysOf(r, ctx);
  const byKey = keys.map((key) => raw<number>`instr(seen, ${`|${key}|`}) > 0`);
  return keys.includes(ofRole('caseworker'))
    ? raw<number>`(seen is null or ${raw.join(byKey, raw` or `)})`
    : raw<number>`(seen is not null and (${raw.join([raw`0`, ...byKey], raw` or `)}))`;
};

const fitting = ({ kind, person, from, area, theme, since, until }: Wanted) =>
  raw.join(
    [
      ...(kind ? [raw`kind = ${kind}`] : []),
      ...(person ? [raw`owner = ${person}`] : []),
      ...(from ? [raw`"from" in (${raw.join([...from])})`] : []),
      ...(area ? [raw`area = ${area}`] : []),
      ...(theme ? [raw`instr(themes, ${`|${theme}|`}) > 0`] : []),
      ...(since ? [raw`date >= ${since}`] : []),
      ...(until ? [raw`date <= ${until}`] : []),
      raw`1`,
    ],
    raw` and `,
  );

/** By what a queue is sorted: what nobody has yet stands behind everybody's. */
const sortedBy = (sort: Parsed<'cases.list'>['sort']) => {
  switch (sort) {
    case 'received':
      return raw<string>`date || ' ' || q.id`;
    case 'kind':
      return raw<string>`kind || ' ' || rank`;
    case 'person':
      return raw<string>`iif(owner is null, '~',
        ifnull((select name from person as p where p.id = q.owner), '')) || ' ' || rank`;
    default:
      return raw<string>`rank`;
  }
};

/** A page of a queue, and the case behind which the next one begins. */
export const queuedPage = (
  r: Reader,
  { filter, sort, descending, after, limit }: Omit<Parsed<'cases.list'>, 'filter'> & { filter: Wanted },
  ctx: Context,
): { ids: string[]; next: string | null } => {
  const by = sortedBy(sort);
  const queue = queueOf(r, ctx);
  const [last] =
    after === undefined
      ? []
      : query(r, raw<{ at: string }>`select ${by} as at from ${queue} as q where q.id = ${after}`);
  const beyond = last ? (descending ? raw`${by} < ${last.at}` : raw`${by} > ${last.at}`) : raw`1`;
  const ids = query(
    r,
    raw<{ id: string }>`select q.id from ${queue} as q
      where ${shownIn(filter.show, ctx)} and ${fitting(filter)} and ${seen(r, ctx)} and ${beyond}
      order by ${by} ${descending ? raw`desc` : raw`asc`} limit ${limit + 1}`,
  ).map(({ id }) => id);
  return { ids: ids.slice(0, limit), next: ids.length > limit ? (ids[limit - 1] ?? null) : null };
};

/** How many stand in each queue. */
export const queueCounts = (r: Reader, ctx: Context): Output<'cases.queues'> => {
  const sums = counted.map((show) => raw`ifnull(sum(${shownIn(show, ctx)}), 0) as ${raw.ref(show)}`);
  const [found] = query(
    r,
    raw<Output<'cases.queues'>>`select count(*) as open, ${raw.join(sums)} from ${queueOf(r, ctx)}
      where ${seen(r, ctx)}`,
  );
  return found as Output<'cases.queues'>;
};

/** How much everybody has open. */
export const workloads = (
  r: Reader,
  ctx: Context,
): { person: string | null; open: number; due: number; late: number }[] =>
  query(
    r,
    raw<{ person: string | null; open: number; due: number; late: number }>`
      select owner as person, count(*) as open, sum(${shownIn('due', ctx)}) as due,
        sum(${shownIn('late', ctx)}) as late
      from ${queueOf(r, ctx)} where ${seen(r, ctx)} group by owner`,
  );
