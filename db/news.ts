import { type RawBuilder, sql as raw } from 'kysely';
import type { Visit } from '#shared/records/visit.ts';
import { visitState } from '#shared/records/visit.ts';
import type { VisitNews } from '#shared/visit-views.ts';
import { type Reader, sql } from './sql.ts';
import { withOffice } from './visits.ts';

type Found = {
  id: string;
  moved_at: string;
  owes1: string | null;
  owes2: string | null;
  suite: string | null;
  data: string;
};

/** The newest of somebody's reports as their first or second visitor, from the index of it. */
const newest = (visitor: 'visitor1' | 'visitor2', person: string, limit: number): RawBuilder<unknown> => raw`
  select id, moved_at from (select v.id, v.moved_at from visit v
    where v.${raw.ref(visitor)} = ${person} and v.moved_at is not null and ${withOffice('v')}
    order by v.moved_at desc, v.id desc limit ${limit})`;

/** What became of the reports that somebody made and the office has: those that moved last first, at most `limit`. */
export const newsFor = (r: Reader, person: string, limit: number): VisitNews[] =>
  r
    .all({
      compile: () =>
        raw<Found>`
          select v.id, v.moved_at, v.owes1, v.owes2, s.name as suite, v.data
          from (${newest('visitor1', person, limit)} union ${newest('visitor2', person, limit)}) mine
            join visit v on v.id = mine.id left join suite s on s.id = v.suite
          order by mine.moved_at desc, mine.id desc limit ${limit}`.compile(sql),
    })
    .map(({ id, moved_at, owes1, owes2, suite, data }) => {
      const visit = JSON.parse(data) as Visit;
      const last = visit.events.at(-1);
      return {
        id,
        reference: visit.reference ?? visit.imported?.reference ?? null,
        date: visit.date ?? null,
        suite,
        state: visitState(visit),
        at: moved_at,
        by: last?.by ?? '',
        words: last?.why ?? null,
        owesDeclaration: owes1 === person || owes2 === person,
      };
    });

const counted = (r: Reader, where: RawBuilder<unknown>): number =>
  r.first({
    compile: () => raw<{ count: number }>`select count(*) as count from visit v where ${where}`.compile(sql),
  })?.count ?? 0;

/** How many reports wait for the office to read them or an answer to them. */
export const waitingForOffice = (r: Reader): { unread: number; answered: number } => ({
  unread: counted(r, raw`v.state = 'received' and v.moved_at is not null`),
  answered: counted(r, raw`v.state = 'answered'`),
});

/** How many reports wait for this visitor: for an answer to a query, for a declaration. */
export const waitingForVisitor = (r: Reader, person: string): { queries: number; declarations: number } => ({
  queries: counted(r, raw`v.state = 'queried' and (v.visitor1 = ${person} or v.visitor2 = ${person})`),
  declarations: counted(r, raw`v.owes1 = ${person}`) + counted(r, raw`v.owes2 = ${person}`),
});
