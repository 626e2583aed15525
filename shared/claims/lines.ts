import type { Claim, ClaimLine } from '#shared/records/claim.ts';
import type { Session } from '#shared/records/session.ts';
import { namesOf, type Visit } from '#shared/records/visit.ts';
import { same } from '#shared/sync/patch.ts';
import type { RefusalReason } from '#shared/sync/refusals.ts';

/** What a line is for, as it is found where the claim is judged; `gone` where it was destroyed. */
export type Found = { document: { id: string } } | 'gone' | undefined;

export type Finding = {
  find: (type: ClaimLine['for']['type'], id: string) => Found;
  /** Whether a report has gone: to the office's acceptance it has come; on a laptop it was made ready. */
  isReported: (visit: Visit) => boolean;
};

type LineObjection = Extract<RefusalReason, 'notReported' | 'notTheirs' | 'otherDay' | 'reportGone'>;

/** The days a report gives for its visit, or gave before it was corrected: a claim may have been written by then. */
const daysOf = ({ date, corrections }: Visit): unknown[] => [
  date,
  ...corrections.flatMap(({ changes }) =>
    changes.filter(({ path }) => same(path, ['date'])).map(({ was }) => was),
  ),
];

const ofVisit = (visit: Visit, person: string, on: string, isReported: boolean) => {
  if (!namesOf(visit).includes(person)) return isReported ? 'notTheirs' : 'notReported';
  if (!isReported) return 'notReported';
  return daysOf(visit).includes(on) ? undefined : 'otherDay';
};

const ofSession = (session: Session, person: string, on: string) => {
  const isThere = session.attendance.some(({ id, was }) => id === person && was === 'present');
  if (!isThere || session.cancelled !== undefined) return 'notTheirs';
  return session.on === on ? undefined : 'otherDay';
};

const objectionTo = (line: ClaimLine, claim: Claim, { find, isReported }: Finding) => {
  const found = find(line.for.type, line.for.id);
  if (found === 'gone') return 'reportGone';
  if (line.on.slice(0, 7) > claim.month) return 'otherDay';
  if (line.for.type === 'session')
    return found ? ofSession(found.document as Session, claim.person, line.on) : 'notTheirs';
  if (!found) return 'notReported';
  const visit = found.document as Visit;
  return ofVisit(visit, claim.person, line.on, isReported(visit));
};

/**
 * Why a line that is new, or says something else, may not stand: a claim never reveals a visit before its report has
 * gone, since visits are unannounced. A line put aside would name it, too. What stood there before stands, whatever has
 * become since of what it is for.
 */
export const objectionToLines = (
  before: Claim | undefined,
  after: Claim,
  finding: Finding,
): LineObjection | undefined => {
  for (const line of after.lines) {
    const was = before?.lines.find(({ id }) => id === line.id);
    if (was && same(was.for, line.for) && was.on === line.on) continue;
    const objection = objectionTo(line, after, finding);
    if (objection) return objection;
  }
  return undefined;
};
