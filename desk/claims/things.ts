import { sql as raw } from 'kysely';
import { readRecord } from '#db/records.ts';
import { type Reader, sql } from '#db/sql.ts';
import { purgedAt } from '#db/sync/removal.ts';
import type { Claimable, LineView } from '#shared/claim-views.ts';
import type { Finding } from '#shared/claims/lines.ts';
import type { Claim, ClaimLine } from '#shared/records/claim.ts';
import type { Session } from '#shared/records/session.ts';
import { isWithOffice, namesOf, type Visit, visitState } from '#shared/records/visit.ts';
import { addDays } from '#shared/times.ts';
import { titleOf } from '../sync/titles.ts';

/** On a laptop a report has gone once it was made ready: the claim is sent after it. */
const isReported = (visit: Visit): boolean => {
  const state = visitState(visit);
  return state === 'ready' || isWithOffice(state);
};

/** What this laptop knows of what lines are for. */
export const foundHere = (r: Reader): Finding => ({
  find: (type, id) =>
    readRecord(r, type, id) ?? (type === 'visit' && purgedAt(r, 'visit', id) ? 'gone' : undefined),
  isReported,
});

const wasAt = ({ attendance, cancelled }: Session, person: string): boolean =>
  cancelled === undefined && attendance.some(({ id, was }) => id === person && was === 'present');

/** The day of what a line is for; undefined where that is not here, or says none. */
export const dayOf = (r: Reader, { type, id }: ClaimLine['for']): string | undefined =>
  type === 'visit' ? readRecord(r, 'visit', id)?.document.date : readRecord(r, 'session', id)?.document.on;

/** What has become of what a line is for. */
export const newsOf = (r: Reader, { person }: Claim, line: ClaimLine): LineView['news'] => {
  const { type, id } = line.for;
  if (type === 'session') {
    const session = readRecord(r, 'session', id)?.document;
    if (!session) return 'notHere';
    if (!wasAt(session, person)) return 'notTheirs';
    return session.on === line.on ? null : 'moved';
  }
  const visit = readRecord(r, 'visit', id)?.document;
  if (!visit) return purgedAt(r, 'visit', id) ? 'destroyed' : 'notHere';
  if (!isReported(visit)) return 'takenBack';
  if (!namesOf(visit).includes(person)) return 'notTheirs';
  return visit.date === line.on ? null : 'moved';
};

/** Visits of a person in a stretch of days whose report has gone, as far as this laptop has them. */
const visitsOf = (r: Reader, person: string, from: string, to: string): Visit[] =>
  r
    .all(
      sql
        .selectFrom('visit')
        .select('data')
        .where('listed_on', '>=', from)
        .where('listed_on', '<=', to)
        .where((e) =>
          e.or([
            e('visitor1', '=', person),
            e('visitor2', '=', person),
            e(raw`data ->> 'trainee'`, '=', person),
          ]),
        )
        .orderBy('listed_on')
        .orderBy('id'),
    )
    .map(({ data }) => JSON.parse(data) as Visit)
    .filter(isReported);

const sessionsOf = (r: Reader, person: string, from: string, to: string): Session[] =>
  r
    .all(sql.selectFrom('session').select('data').where('on', '>=', from).where('on', '<=', to).orderBy('on'))
    .map(({ data }) => JSON.parse(data) as Session)
    .filter((session) => wasAt(session, person));

/** What a person can claim for in a stretch of days. */
export const claimableIn = (r: Reader, person: string, from: string, to: string): Claimable[] => [
  ...visitsOf(r, person, from, to).map(({ id, date }) => ({
    type: 'visit' as const,
    id,
    title: titleOf(r, 'visit', id),
    on: date as string,
  })),
  ...sessionsOf(r, person, from, to).map(({ id, on }) => ({
    type: 'session' as const,
    id,
    title: titleOf(r, 'session', id),
    on,
  })),
];

export const lastDayOf = (month: string): string => {
  const [year, number] = month.split('-').map(Number) as [number, number];
  return new Date(Date.UTC(year, number, 0)).toISOString().slice(0, 10);
};

/** How far back what was not claimed in its own month is offered in a later one. */
const backDays = 183;

/** What a claim may be for: its own month, and what was left out of the months before. */
export const claimableFor = (r: Reader, claim: Claim, claimed: ReadonlySet<string>): Claimable[] => {
  const first = `${claim.month}-01`;
  return claimableIn(r, claim.person, addDays(first, -backDays), lastDayOf(claim.month)).filter(
    ({ id, on }) => on >= first || !claimed.has(id),
  );
};
