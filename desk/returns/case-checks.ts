import { sql as raw } from 'kysely';
import type { Span } from '#db/measures.ts';
import type { Reader } from '#db/sql.ts';
import { readMembership } from '#db/sync/membership.ts';
import type { CaseSpan } from '#shared/measures/case-facts.ts';
import { count } from '#shared/numbers.ts';
import { addDays } from '#shared/times.ts';
import { balanced, type Check, check, query, times } from './checks.ts';
import type { Raws } from './groups.ts';

export const openOn = (r: Reader, day: string): CaseSpan[] =>
  query(r, raw<CaseSpan>`select * from case_span where date <= ${day} and (until is null or until > ${day})`);

/** What was open and what came in is what was closed and what is open. */
const balanceCheck = (r: Reader, span: Span, now: Raws): Check => {
  const of = (id: string) => now.get(id)?.top ?? 0;
  const before = openOn(r, addDays(span.from, -1)).length;
  const [received, closed, open] = ['cases.received', 'cases.closed', 'cases.open'].map(of) as [
    number,
    number,
    number,
  ];
  const words = `${count(before)} open before + ${count(received)} received = ${count(closed)} closed + ${count(open)} open at the end`;
  return balanced('balance', 'Cases received are open or closed', words, before + received - closed - open);
};

/** Every request decided was granted, granted in part, refused, or not held. */
const outcomesCheck = (now: Raws): Check => {
  const of = (id: string) => now.get(`requests.${id}`)?.top ?? 0;
  const decided = now.get('requests.inTime')?.bottom ?? 0;
  const told = ['granted', 'part', 'refused', 'notHeld'].map(of);
  const words = `${count(decided)} decided = ${told.map(count).join(' + ')}`;
  return balanced(
    'requests',
    'Requests decided have an outcome',
    words,
    decided - told.reduce((a, b) => a + b, 0),
  );
};

const themesCheck = (r: Reader, { from, to }: Span): Check => {
  const found = query(
    r,
    raw<{
      id: string;
    }>`select f.id from case_fact f where f.what = 'received' and f.date between ${from} and ${to}
      and f.id not in (select id from caseMark)
      and not exists (select 1 from case_theme t where t.date = f.date and t.id = f.id) order by f.date desc, f.id desc`,
  );
  return check(
    'themes',
    'Every case has a theme',
    found,
    `${times(found.length, 'case names', 'cases name')} no theme and ${found.length === 1 ? 'stands' : 'stand'} under none`,
    'Every case received names at least one theme',
  );
};

/** Who writes twice on a day about two things has two cases of it; whoever is written down twice has one too many. */
const doubleCheck = (r: Reader, { from, to }: Span): Check => {
  const found = query(
    r,
    raw<{ id: string }>`select a.id from
      (select received, "from", kind from caseFile indexed by case_alike
       where received between ${from} and ${to} and "from" is not null group by 1, 2, 3 having count(*) > 1) d
      join caseFile a indexed by case_alike on a.received = d.received and a."from" = d."from" and a.kind = d.kind
    order by a.received desc, a.id desc`,
  );
  return check(
    'duplicates',
    'No case seems to be there twice',
    found,
    `${times(found.length, 'case is', 'cases are')} of the same kind, person and day as another`,
    'No two cases are of the same kind, person and day',
  );
};

/** Where an office says of its cases which area they are about, one that says none stands under none. */
const placeCheck = (r: Reader, { from, to }: Span): Check => {
  const all = query(
    r,
    raw<{ id: string; area: string | null }>`select id, area from case_fact
      where what = 'received' and date between ${from} and ${to} and id not in (select id from caseMark)
      order by date desc, id desc`,
  );
  const without = all.filter(({ area }) => area === null);
  const found = without.length < all.length / 2 ? without : [];
  return check(
    'areas',
    'Every case has an area',
    found,
    `${times(found.length, 'case says', 'cases say')} no area and ${found.length === 1 ? 'stands' : 'stand'} under none`,
    'Every case received says its area, or few of this office’s do',
  );
};

/** The hub makes the marks by which confidential cases are counted: one that is older than this laptop makes none. */
export const marksChecks = (r: Reader): Check[] => {
  const types = readMembership(r)?.types;
  if (!types) return [];
  const left = types.includes('caseMark') ? 0 : 1;
  return [
    {
      id: 'marks',
      title: 'Confidential cases are counted',
      ok: left === 0,
      detail: left
        ? 'The hub is of an older version and does not count confidential cases, so that no figure does: update the hub, then sync'
        : 'The hub counts them, without a word of theirs',
      records: [],
      count: left,
    },
  ];
};

/** What must hold before figures of correspondence leave the building. */
export const caseChecks = (r: Reader, span: Span, now: Raws): Check[] => [
  balanceCheck(r, span, now),
  outcomesCheck(now),
  themesCheck(r, span),
  doubleCheck(r, span),
  placeCheck(r, span),
];
