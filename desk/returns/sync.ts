import { sql as raw } from 'kysely';
import type { Span } from '#db/measures.ts';
import { type Reader, sql } from '#db/sql.ts';
import { isJoined } from '#db/sync/membership.ts';
import { counts } from '#db/sync/push.ts';
import { type Check, check, query, times } from './checks.ts';

/** What must hold besides where figures come from several laptops: nothing on its way, contested, or kept aside. */
export const syncChecks = (r: Reader, span: Span): Check[] =>
  isJoined(r) ? [contestedCheck(r, span), asideCheck(r), unsentCheck(r)] : [];

/** What is contested in a report of the period, or in anything else that figures rest on. */
const contestedCheck = (r: Reader, { from, to }: Span): Check => {
  const found = query(
    r,
    raw<{ id: string }>`
    select c."of" as id from conflict c left join visit v on v.id = c."of"
    where c.open = 1 and (v.id is null or v.listed_on between ${from} and ${to}) order by c.id`,
  );
  return check(
    'contested',
    'No answer is contested',
    found,
    `${times(found.length, 'answer was', 'answers were')} given differently by two people and not settled yet`,
    'Nobody has given two different answers that are not settled',
  );
};

/** A check that counts what has no report to show. */
const counted = (id: string, title: string, number: number, detail: string, fine: string): Check => ({
  id,
  title,
  ok: number === 0,
  detail: number === 0 ? fine : detail,
  records: [],
  count: number,
});

const asideCheck = (r: Reader): Check => {
  const { aside } = counts(r);
  return counted(
    'aside',
    'Every record can be read',
    aside,
    `${times(aside, 'record', 'records')} of a newer version ${aside === 1 ? 'is' : 'are'} kept aside and not counted: update ICV Desk`,
    'No record of a newer version is kept aside',
  );
};

/** What is said of returns themselves is told in no figure: what was just checked or signed may still be on its way. */
const ofReturns = ['namedReturn', 'periodReturn', 'returnWords'] as const;

const unsentCheck = (r: Reader): Check => {
  const going = sql
    .selectFrom('outgoing')
    .select((e) => e.fn.countAll<number>().as('count'))
    .where('type', 'not in', ofReturns)
    .where((e) => e.or([e('sealed', 'is not', null), e('ready', '=', 1), e('answer', 'is not', null)]));
  const unsent = r.first(going)?.count ?? 0;
  return counted(
    'unsent',
    'The office has everything from here',
    unsent,
    `${times(unsent, 'change', 'changes')} made on this laptop ${unsent === 1 ? 'has' : 'have'} not been taken by the office yet`,
    'Nothing made on this laptop waits to be sent',
  );
};
