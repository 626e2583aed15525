import { sql as raw } from 'kysely';
import type { Span } from '#db/measures.ts';
import type { Reader } from '#db/sql.ts';
import { withOffice } from '#db/visits.ts';
import { mondayOf } from '#shared/rota/input.ts';
import { dayWords } from '#shared/times.ts';
import { type Check, check, query, times } from './checks.ts';

type Awaited = { id: string; suite: string | null; week: string };

/** So many are named. */
const named = 30;

/**
 * Visits that were planned for a week and of which no report has come: perhaps it is still on somebody's laptop. A week
 * belongs to the period in which it begins, as it does in targets, and its day and time are nobody's business.
 */
export const awaitedCheck = (r: Reader, { from, to, today = to }: Span): Check => {
  const found = query(
    r,
    raw<Awaited>`
    select s.id, u.name as suite, s.week from shift s left join suite u on u.id = s.suite
    where s.state = 'planned' and s.goers <> '' and s.week between ${from} and ${to} and s.week < ${mondayOf(today)}
      and not exists (select 1 from visit v where v.shift = s.id and ${withOffice('v')})
      and not exists (select 1 from visit v where v.suite = s.suite and ${withOffice('v')}
        and v.listed_on between s.week and date(s.week, '+6 days')
        and (instr(s.goers, v.visitor1) > 0 or instr(s.goers, v.visitor2) > 0))
    order by s.week desc, s.id`,
  );
  const places = found
    .slice(0, named)
    .map(({ suite, week }) => `${suite ?? 'a suite'}, week of ${dayWords(week)}`);
  const more = found.length > named ? `; and ${found.length - named} more` : '';
  return check(
    'awaited',
    'Every visit that was planned has its report',
    found,
    `Of ${times(found.length, 'visit that was', 'visits that were')} planned no report has come, which may still be on a laptop: ${places.join('; ')}${more}`,
    'Of every visit planned for a week of this period a report has come',
  );
};

/** How a report is found by the suite, day and counts `d` that it shares with another. */
const withCountsOf = (alias: string) => {
  const of = (name: string) => raw.ref(`${alias}.${name}`);
  return raw`indexed by visit_alike on ${of('listed_on')} = d.listed_on and ${of('suite')} = d.suite
    and ${of('held')} = d.held and ${of('offered')} is d.offered and ${of('accepted')} is d.accepted`;
};

/** Two reports of one visit, each begun for itself: the same suite, day, visitors and counts, at another minute. */
export const alikeCheck = (r: Reader, { from, to }: Span): Check => {
  const found = query(
    r,
    raw<{ id: string; suite: string | null; day: string }>`
    select distinct a.id, u.name as suite, a.listed_on as day from
      (select listed_on, suite, held, offered, accepted from visit indexed by visit_alike
       where listed_on between ${from} and ${to} and held is not null and ${withOffice('visit')}
       group by 1, 2, 3, 4, 5 having count(*) > 1) d
      join visit a ${withCountsOf('a')} join visit b ${withCountsOf('b')} and b.arrived is not a.arrived
      left join suite u on u.id = a.suite
    where ${withOffice('a')} and ${withOffice('b')}
      and ((a.visitor1 is b.visitor1 and a.visitor2 is b.visitor2) or (a.visitor1 is b.visitor2 and a.visitor2 is b.visitor1))
    order by a.listed_on desc, a.id desc`,
  );
  const days = [...new Set(found.map(({ suite, day }) => `${suite ?? 'a suite'} on ${dayWords(day)}`))];
  return check(
    'alike',
    'No visit seems to be reported twice',
    found,
    `${times(found.length, 'report tells', 'reports tell')} of the same suite, day, visitors and counts as another: ${days.slice(0, named).join('; ')}`,
    'No two reports of a day tell of the same suite, visitors and counts',
  );
};
