import { type RawBuilder, sql as raw } from 'kysely';
import type { z } from 'zod';
import type { ConcernRow, concernFilter, concernListing } from '#shared/concern-views.ts';
import { reprisal } from '#shared/records/concern-next.ts';
import { type Place, placeAfter, readPlace } from './place.ts';
import { type Reader, sql } from './sql.ts';

type Listing = z.output<typeof concernListing>;
type Filter = z.output<typeof concernFilter>;

/** The worst comes first where the order descends. */
const severityRank = raw`case c.severity when 'immediate' then 2 when 'high' then 1 else 0 end`;
const ranks = { immediate: 2, high: 1, routine: 0 } as const;

/** Each order, and the place a row has in it. What no answer is awaited for stands behind all days. */
const orders: Record<Listing['sort'], { by: RawBuilder<unknown>; placeOf(row: ConcernRow): Place[0] }> = {
  date: { by: raw`c.raised_on`, placeOf: (row) => row.raisedOn },
  reference: { by: raw`ifnull(c.reference, '')`, placeOf: (row) => row.reference ?? '' },
  due: { by: raw`ifnull(c.due, '9999-12-31')`, placeOf: (row) => row.due ?? '9999-12-31' },
  severity: { by: severityRank, placeOf: (row) => ranks[row.severity] },
};

/** Open, and what cannot wait: the same as `isUrgent` of a concern. */
const isUrgent = raw`c."open" = 1 and (c.severity = 'immediate' or c.area = 'allegation')`;

const shown = ({ show }: Filter, today: string): RawBuilder<unknown> => {
  if (show === 'all') return raw`true`;
  if (show === 'open') return raw`c."open" = 1`;
  if (show === 'urgent') return isUrgent;
  if (show === 'late') return raw`c.due is not null and c.due < ${today}`;
  if (show === 'reprisal') return raw`c.topic is not null and c.topic = ${reprisal}`;
  // What ended is no part of the index of what is open.
  const isOver = show === 'closed' || show === 'addressed' || show === 'resolved';
  return isOver ? raw`c.state = ${show}` : raw`c."open" = 1 and c.state = ${show}`;
};

const where = (f: Filter, today: string): RawBuilder<unknown> => {
  const terms = [shown(f, today)];
  for (const name of ['suite', 'panel', 'area', 'severity'] as const)
    if (f[name]) terms.push(raw`c.${raw.ref(name)} = ${f[name]}`);
  if (f.source) terms.push(raw`c.data ->> '$.from.kind' = ${f.source}`);
  if (f.record) terms.push(raw`c.source = ${f.record}`);
  if (f.from) terms.push(raw`c.raised_on >= ${f.from}`);
  if (f.to) terms.push(raw`c.raised_on <= ${f.to}`);
  return raw.join(terms, raw` and `);
};

/** So many characters of what was said stand in a list. */
const excerpt = 240;

const columns = (today: string) => raw`
  c.id, c.reference, c.raised_on as "raisedOn", s.name as suite, p.name as panel, c.area, c.topic, c.severity,
  c.data ->> '$.from.kind' as source, c.state, c.due, c.due is not null and c.due < ${today} as late, c.told,
  c.moved_at as "movedAt", substr(c.data ->> 'matter', 1, ${raw.lit(excerpt)}) as matter
  from concern c left join suite s on s.id = c.suite left join panel p on p.id = c.panel`;

type Found = Omit<ConcernRow, 'late'> & { late: number };
const row = ({ late, ...rest }: Found): ConcernRow => ({ ...rest, late: late === 1 });

/** One page of concerns in one of the orders people can choose, continued by key. */
export const listConcerns = (
  r: Reader,
  listing: Listing,
  today: string,
): { rows: ConcernRow[]; next: string | null } => {
  const { filter, sort, descending, after, limit } = listing;
  const { by, placeOf } = orders[sort];
  const direction = descending ? raw`desc` : raw`asc`;
  const place = readPlace(after);
  const rows = r
    .all({
      compile: () =>
        raw<Found>`select ${columns(today)} where ${where(filter, today)}
          ${place ? raw`and ${placeAfter(by, raw`c.id`, place, descending)}` : raw``}
          order by ${by} ${direction}, c.id ${direction} limit ${raw.lit(limit + 1)}`.compile(sql),
    })
    .map(row);
  const more = rows.length > limit;
  if (more) rows.pop();
  const last = rows.at(-1);
  return { rows, next: more && last ? JSON.stringify([placeOf(last), last.id]) : null };
};

/** How many concerns a filter lets through. */
export const countConcerns = (r: Reader, filter: Filter, today: string): number =>
  r.first({
    compile: () =>
      raw<{ count: number }>`select count(*) as count from concern c where ${where(filter, today)}`.compile(
        sql,
      ),
  })?.count ?? 0;

/** How many open concerns stand where, and how many answers are late. */
export const openConcerns = (r: Reader, today: string): { state: string; count: number; late: number }[] =>
  r.all({
    compile: () =>
      raw<{ state: string; count: number; late: number }>`
        select state, count(*) as count, sum(due is not null and due < ${today}) as late
        from concern where "open" = 1 group by state`.compile(sql),
  });

/** The ids of open concerns that cannot wait, the newest first. */
export const urgentConcerns = (r: Reader): { id: string }[] =>
  r.all({
    compile: () =>
      raw<{ id: string }>`select c.id from concern c where ${isUrgent}
        order by c.raised_on desc, c.id desc limit 500`.compile(sql),
  });

/** The concerns that somebody raised, those that moved last first. */
export const concernsRaisedBy = (
  r: Reader,
  person: string,
  limit: number,
): { data: string; suite: string | null }[] =>
  r.all({
    compile: () =>
      raw<{ data: string; suite: string | null }>`
        select c.data, s.name as suite from concern c left join suite s on s.id = c.suite
        where c.id in (select id from concern indexed by concern_by_raiser
          where instr(raised_by, ${person}) > 0 order by moved_at desc, id desc limit ${raw.lit(limit)})
        order by c.moved_at desc, c.id desc`.compile(sql),
  });
