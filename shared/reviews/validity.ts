import type { BankHolidays } from '#shared/deadlines/calendar.ts';
import type { Review } from '#shared/records/review.ts';
import type { ValidityId, validityResults } from '#shared/records/review-parts.ts';
import { dayWords } from '#shared/times.ts';
import { bodyBasis, whichBody } from './body.ts';
import { inTime } from './in-time.ts';

type ValidityCheck = {
  readonly id: ValidityId;
  readonly title: string;
  readonly basis: string;
  /** The body may take the application all the same, and says why. */
  readonly waivable: boolean;
  readonly note?: string;
};

const regulations = 'Police (Complaints and Misconduct) Regulations 2020 (SI 2020/2)';
const contents = `${regulations}, regulation 29`;
const act = 'Police Reform Act 2002, Schedule 3, paragraphs 6A and 25';
const waiver = 'Confirm in regulation 29 which of its requirements the body may waive.';

/** What is looked at before an application is taken as valid. */
export const validityChecks: readonly ValidityCheck[] = [
  { id: 'writing', title: 'In writing', basis: contents, waivable: true, note: waiver },
  { id: 'described', title: 'The complaint is described', basis: contents, waivable: true, note: waiver },
  {
    id: 'complaintDate',
    title: 'The date of the complaint is given',
    basis: contents,
    waivable: true,
    note: waiver,
  },
  { id: 'force', title: 'The force is named', basis: contents, waivable: true, note: waiver },
  {
    id: 'outcomeDate',
    title: 'The date of the outcome is given',
    basis: contents,
    waivable: true,
    note: waiver,
  },
  {
    id: 'applicant',
    title: 'The applicant is the complainant, or authorised by them',
    basis: act,
    waivable: false,
  },
  { id: 'recorded', title: 'The complaint was recorded under Schedule 3', basis: act, waivable: false },
  { id: 'outcomeGiven', title: 'The outcome was already given', basis: act, waivable: false },
  { id: 'thisBody', title: 'This body decides', basis: bodyBasis, waivable: false },
  { id: 'inTime', title: 'Made in time, or accepted late', basis: contents, waivable: false },
  { id: 'notDuplicate', title: 'No second application for the same outcome', basis: act, waivable: false },
  { id: 'notWithdrawn', title: 'Not withdrawn', basis: act, waivable: false },
];

export type ValidityResult = (typeof validityResults)[number] | 'open';
export type CheckedValidity = ValidityCheck & {
  readonly result: ValidityResult;
  /** Why it is so, where it was said or follows from other parts of the review. */
  readonly reason: string | undefined;
  /** What is missing before it counts. */
  readonly missing: string | undefined;
};

export type Validity = {
  /** One that fails makes it invalid, whatever is still open. */
  readonly overall: 'valid' | 'invalid' | 'open';
  readonly checks: readonly CheckedValidity[];
};

type Found = Pick<CheckedValidity, 'result'> & { reason?: string | undefined; missing?: string };

const bodyDecides = (r: Review): Found => {
  const { body, reasons, unanswered } = whichBody(r);
  if (body === undefined)
    return {
      result: 'open',
      missing: `${unanswered.length} of the seven questions of regulation 32 to be answered`,
    };
  return { result: body === 'IOPC' ? 'fail' : 'pass', reason: reasons.join('; ') };
};

const madeInTime = (r: Review, holidays?: BankHolidays): Found => {
  const { timing, deadline, madeOn, reasons } = inTime(r, holidays);
  const days = deadline?.due
    ? `The last day was ${dayWords(deadline.due)}; it counts as made on ${dayWords(madeOn)}`
    : undefined;
  switch (timing) {
    case 'in time':
      return { result: 'pass', reason: days };
    case 'accepted late':
      return { result: 'waived', reason: reasons };
    case 'refused late':
      return { result: 'fail', reason: reasons };
    case 'late':
      return {
        result: 'open',
        reason: days,
        missing: 'whether it is accepted late, with reasons and by whom',
      };
    default:
      return { result: 'open', missing: 'the day on which the outcome was provided, and which day counts' };
  }
};

/** What somebody said of a check; a failure or waiver without a reason, or of what cannot be waived, does not count yet. */
const stated = (r: Review, { id, waivable }: ValidityCheck): Found => {
  const said = r.validity?.[id];
  if (!said) return { result: 'open', missing: 'to be looked at' };
  const reason = said.reason?.trim();
  if (said.result === 'pass') return { result: 'pass', reason };
  if (said.result === 'waived' && !waivable) return { result: 'open', missing: 'this cannot be waived' };
  return reason ? { result: said.result, reason } : { result: 'open', missing: 'the reason' };
};

/**
 * The list of what makes an application valid, each with its result. Which body decides and whether it came in time are
 * never typed: they follow from the seven answers and from the dates.
 */
export const validityOf = (r: Review, holidays?: BankHolidays): Validity => {
  const checks = validityChecks.map((check): CheckedValidity => {
    const found =
      check.id === 'thisBody'
        ? bodyDecides(r)
        : check.id === 'inTime'
          ? madeInTime(r, holidays)
          : stated(r, check);
    return { ...check, result: found.result, reason: found.reason || undefined, missing: found.missing };
  });
  const has = (result: ValidityResult) => checks.some((check) => check.result === result);
  return { checks, overall: has('fail') ? 'invalid' : has('open') ? 'open' : 'valid' };
};
