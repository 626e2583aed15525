import { sql as raw } from 'kysely';
import type { Span } from '#db/measures.ts';
import { type Reader, sql } from '#db/sql.ts';
import { withOffice } from '#db/visits.ts';
import type { Output } from '#shared/contract.ts';
import { count } from '#shared/numbers.ts';
import { suiteStatusOn } from '#shared/records/suite.ts';
import { alikeCheck, awaitedCheck } from './awaited.ts';
import type { Raws } from './groups.ts';
import type { OfficeRecords } from './of-office.ts';
import { syncChecks } from './sync.ts';

export type Check = Output<'returns.compute'>['checks'][number];
type Found = { id: string };

/** A check shows at most so many of its records; its count tells how many there are. */
export const shown = 100;

export const check = (
  id: string,
  title: string,
  found: readonly Found[],
  detail: string,
  fine: string,
): Check => ({
  id,
  title,
  ok: found.length === 0,
  detail: found.length === 0 ? fine : detail,
  records: found.slice(0, shown).map((f) => f.id),
  count: found.length,
});

/** A whole and what it is made of, told in words, with what is left where they differ. */
export const balanced = (id: string, title: string, words: string, left: number): Check => ({
  id,
  title,
  ok: left === 0,
  detail: left === 0 ? words : `${words}, which leaves ${left}`,
  records: [],
  count: Math.abs(left),
});

export const query = <T>(r: Reader, text: ReturnType<typeof raw<T>>): T[] =>
  r.all({ compile: () => text.compile(sql) });
export const times = (n: number, one: string, many: string) => `${count(n)} ${n === 1 ? one : many}`;

/** What must hold before figures leave the building: identities, remainders, blanks, doubles, and what is missing. */
export const returnChecks = (r: Reader, span: Span, office: OfficeRecords, raws: Raws): Check[] => [
  ladderCheck(r, span, raws),
  offeredCheck(r, span),
  splitCheck(r, span),
  outcomeCheck(raws),
  blankCheck(r, span),
  twiceCheck(r, span),
  alikeCheck(r, span),
  suitesCheck(r, span, office),
  unfinishedCheck(r, span),
  awaitedCheck(r, span),
  ...syncChecks(r, span),
];

const ladderCheck = (r: Reader, { from, to }: Span, raws: Raws): Check => {
  const found = query(
    r,
    raw<Found & { unexplained: number }>`
    select id, unexplained from visit_fact
    where date between ${from} and ${to} and outcome = 'completed' and unexplained <> 0 order by date desc, id desc`,
  );
  const missing = found.filter((f) => f.unexplained > 0);
  const people = missing.reduce((sum, f) => sum + f.unexplained, 0);
  const held = raws.get('detainees.held')?.top ?? 0;
  const visits = raws.get('visits.completed')?.top ?? 0;
  const double = found.length - missing.length;
  const parts = [
    ...(missing.length > 0
      ? [
          `${count(people)} of ${times(held, 'detainee', 'detainees')} held are not accounted for in ${count(missing.length)} of ${times(visits, 'visit', 'visits')}`,
        ]
      : []),
    ...(double > 0
      ? [`${times(double, 'visit accounts', 'visits account')} for more people than were held`]
      : []),
  ];
  return check(
    'ladder',
    'Everyone held is accounted for',
    found,
    parts.join('; '),
    'Held = not available + not offered + offered in every completed visit whose counts are known',
  );
};

const offeredCheck = (r: Reader, { from, to }: Span): Check => {
  const found = query(
    r,
    raw<Found>`
    select id from visit_fact where date between ${from} and ${to} and outcome = 'completed' and offered <> accepted + declined
    order by date desc, id desc`,
  );
  return check(
    'offered',
    'Offered is accepted and declined',
    found,
    `In ${times(found.length, 'visit', 'visits')} the people offered are not those who accepted and those who declined`,
    'Offered = accepted + declined in every completed visit whose counts are known',
  );
};

const splitCheck = (r: Reader, { from, to }: Span): Check => {
  const found = query(
    r,
    raw<Found>`
    select distinct id from split_fact where date between ${from} and ${to} and age = 'not recorded'
      and (held < 0 or notAvailable < 0 or notOffered < 0 or offered < 0 or accepted < 0 or declined < 0) order by date desc, id desc`,
  );
  return check(
    'splits',
    'The columns fit the whole',
    found,
    `In ${times(found.length, 'visit', 'visits')} the columns by age and sex add up to more people than the whole suite`,
    'No column by age and sex holds more people than the whole suite',
  );
};

const outcomeCheck = (raws: Raws): Check => {
  const [attempted, completed, abandoned] = (['attempted', 'completed', 'abandoned'] as const).map(
    (id) => raws.get(`visits.${id}`)?.top ?? 0,
  ) as [number, number, number];
  const words = `${count(attempted)} attempted = ${count(completed)} completed + ${count(abandoned)} not completed`;
  const left = attempted - completed - abandoned;
  return balanced('outcomes', 'Visits attempted are completed or not', words, left);
};

const blankCheck = (r: Reader, { from, to }: Span): Check => {
  const found = query(
    r,
    raw<Found>`
    select id from visit_fact where date between ${from} and ${to} and outcome = 'completed' and (held is null or offered is null)
    order by date desc, id desc`,
  );
  return check(
    'blanks',
    'Counts are filled in',
    found,
    `In ${times(found.length, 'completed visit', 'completed visits')} the number held or offered is not known; figures leave these out and say on how many visits they rest`,
    'Held and offered are known in every completed visit',
  );
};

export const twiceCheck = (r: Reader, { from, to }: Span): Check => {
  const found = query(
    r,
    raw<Found>`
    select v.id from
      (select listed_on, suite, arrived from visit indexed by visit_alike
       where listed_on between ${from} and ${to} and ${withOffice('visit')} group by 1, 2, 3 having count(*) > 1) d
      join visit v indexed by visit_alike on v.listed_on = d.listed_on and v.suite = d.suite and v.arrived is d.arrived
    where ${withOffice('v')} order by v.listed_on desc, v.id desc`,
  );
  return check(
    'duplicates',
    'No visit is there twice',
    found,
    `${times(found.length, 'report', 'reports')} share suite, date and time of arrival with another`,
    'No two reports share suite, date and time of arrival',
  );
};

const suitesCheck = (r: Reader, { from, to }: Span, office: OfficeRecords): Check => {
  const visited = new Set(
    query(
      r,
      raw<{ suite: string }>`select distinct suite from visit_fact where date between ${from} and ${to}`,
    ).map((v) => v.suite),
  );
  const found = office.suites.filter(
    (s) => !visited.has(s.id) && suiteStatusOn(s, from) === 'open' && suiteStatusOn(s, to) === 'open',
  );
  return check(
    'suites',
    'Every open suite was visited',
    found,
    `No visit was made to ${found.map((s) => s.name).join(', ')}`,
    'Every suite that was open has at least one visit',
  );
};

const unfinishedCheck = (r: Reader, { from, to }: Span): Check => {
  const found = query(
    r,
    raw<Found>`
    select id from visit where state in ('draft', 'ready') and listed_on between ${from} and ${to} order by listed_on desc, id desc`,
  );
  return check(
    'unfinished',
    'No report is unfinished',
    found,
    `${times(found.length, 'report', 'reports')} of this period ${found.length === 1 ? 'is' : 'are'} still being written and not counted`,
    'No report of this period is still being written',
  );
};
