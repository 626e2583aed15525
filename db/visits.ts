import { type RawBuilder, sql as raw } from 'kysely';
import type { z } from 'zod';
import { reprisal } from '#shared/records/concern-next.ts';
import { officeStates } from '#shared/records/visit.ts';
import type { VisitRow, visitFilter, visitListing } from '#shared/visit-views.ts';
import { undated } from './columns.ts';
import { placeAfter, readPlace } from './place.ts';
import { type Reader, sql } from './sql.ts';
import { keptNameOf } from './sync/names.ts';

type Listing = z.output<typeof visitListing>;
type Filter = z.output<typeof visitFilter>;

/** Each order as its index has it, and the place a row has in it; a blank sorts before everything. */
const orders: Record<Listing['sort'], { by: RawBuilder<unknown>; placeOf(row: VisitRow): string | number }> =
  {
    date: { by: raw`v.listed_on`, placeOf: (row) => row.date ?? undated },
    reference: { by: raw`ifnull(v.reference, '')`, placeOf: (row) => row.reference ?? '' },
    held: { by: raw`ifnull(v.held, -1)`, placeOf: (row) => row.held ?? -1 },
    delay: { by: raw`ifnull(v.delay, -1)`, placeOf: (row) => row.delay ?? -1 },
  };

/** Where a report stands, as lists and figures ask for it; `alias` is the table's name in the statement. */
export const withOffice = (alias: string): RawBuilder<boolean> =>
  raw<boolean>`${raw.ref(`${alias}.state`)} in (${raw.join(officeStates.map((state) => raw.lit(state)))})`;

/** The words of the partial indexes of migration 20, so that each list reads no more than it shows. */
const shows: Record<Filter['show'], RawBuilder<unknown>> = {
  all: raw`v.state not in ('discarded', 'practice')`,
  unfinished: raw`v.state in ('draft', 'ready')`,
  received: withOffice('v'),
  unread: raw`v.state = 'received' and v.moved_at is not null`,
  queried: raw`v.state = 'queried'`,
  answered: raw`v.state = 'answered'`,
  accepted: raw`v.state = 'accepted'`,
  undeclared: raw`v.owes1 is not null`,
  practice: raw`v.state = 'practice'`,
  discarded: raw`v.state = 'discarded' and v.moved_at is not null`,
};

/** The index of each list that is a part of all reports. */
const indexes: Partial<Record<Filter['show'], string>> = {
  unfinished: 'visit_unfinished',
  unread: 'visit_unread',
  queried: 'visit_queried',
  answered: 'visit_answered',
  accepted: 'visit_accepted',
  undeclared: 'visit_undeclared',
  practice: 'visit_practice',
  discarded: 'visit_discarded',
};

/** A list no longer than this is read whole and sorted: walking an order of all reports for it would pass them all. */
const short = 2_000;

/** The words that keep a short list to its own index; what the planner cannot know is how short it is. */
const readWhole = (r: Reader, { filter: { show }, sort }: Listing): RawBuilder<unknown> => {
  const name = sort === 'date' ? undefined : indexes[show];
  if (!name) return raw``;
  const byIt = raw`indexed by ${raw.ref(name)}`;
  const found = r.first({
    compile: () =>
      raw<{ count: number }>`
        select count(*) as count from (select 1 from visit v ${byIt} where ${shows[show]} limit ${raw.lit(short + 1)})`.compile(
        sql,
      ),
  });
  return (found?.count ?? 0) <= short ? byIt : raw``;
};

const where = (f: Filter): RawBuilder<unknown> => {
  const terms = [shows[f.show]];
  for (const name of ['suite', 'panel', 'outcome', 'method'] as const)
    if (f[name]) terms.push(raw`v.${raw.ref(name)} = ${f[name]}`);
  if (f.from) terms.push(raw`v.listed_on >= ${f.from}`);
  if (f.to) terms.push(raw`v.listed_on <= ${f.to}`);
  return raw.join(terms, raw` and `);
};

/** What a report raised that cannot wait for its turn: what is immediate or alleged before a reprisal. */
const urgency = raw`(select case when c.severity = 'immediate' or c.area = 'allegation' then 'immediate'
    when c.topic = ${raw.lit(reprisal)} then 'reprisal' end as urgent
  from concern c where c.source = v.id and urgent is not null order by urgent limit 1)`;

/**
 * One page of visits in one of the orders people can choose, read from list columns alone and continued by key.
 * Rows come as they are shown, so that nothing is done to them again; `next` is the place after the last one, or null
 * at the end.
 */
export const listVisits = (r: Reader, listing: Listing): { rows: VisitRow[]; next: string | null } => {
  const { filter, sort, descending, after, limit } = listing;
  const { by, placeOf } = orders[sort];
  const index = readWhole(r, listing);
  const direction = descending ? raw`desc` : raw`asc`;
  const place = readPlace(after);
  const rows = r.all({
    compile: () =>
      raw<VisitRow>`
        select v.id, v.reference, v.date, v.arrived, coalesce(s.name, ${keptNameOf(raw`v.suite`)}) as suite,
          v.outcome, v.method, v.purpose,
          concat_ws(' and ', coalesce(a.name, ${keptNameOf(raw`v.visitor1`)}),
            coalesce(b.name, ${keptNameOf(raw`v.visitor2`)})) as visitors, v.held, v.offered, v.accepted, v.delay, v.unexplained, v.state,
          v.corrections, ${urgency} as urgent
        from visit v ${index} left join suite s on s.id = v.suite left join person a on a.id = v.visitor1
          left join person b on b.id = v.visitor2
        where ${where(filter)} ${place ? raw`and ${placeAfter(by, raw`v.id`, place, descending)}` : raw``}
        order by ${by} ${direction}, v.id ${direction} limit ${raw.lit(limit + 1)}`.compile(sql),
  });
  const more = rows.length > limit;
  if (more) rows.pop();
  const last = rows.at(-1);
  return { rows, next: more && last ? JSON.stringify([placeOf(last), last.id]) : null };
};

/** How many visits a filter lets through. */
export const countVisits = (r: Reader, filter: Filter): number =>
  r.first<{ count: number }>({
    compile: () =>
      raw<{ count: number }>`select count(*) as count from visit v where ${where(filter)}`.compile(sql),
  })?.count ?? 0;
