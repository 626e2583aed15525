import type { BankHolidays } from '#shared/deadlines/calendar.ts';
import type { ClockEvent } from '#shared/deadlines/clock.ts';
import { type Deadline, deadline } from '#shared/deadlines/deadline.ts';
import type { Review } from '#shared/records/review.ts';

/** The day on which the information of the outcome was provided, by the day the office goes by. */
export const providedOn = ({ outcome }: Pick<Review, 'outcome'>): string | undefined => {
  switch (outcome?.counts) {
    case 'letter dated':
      return outcome.letterDated;
    case 'sent':
      return outcome.sent;
    case 'received':
      return outcome.received;
    case 'not said':
      return outcome.provided;
    default:
      return undefined;
  }
};

/** What is not certain of the time for applying, for whoever decides about a late one. */
export const inTimeNote =
  'Bodies go by different days (the date of the letter, the day it was sent, the day it was received): the record says which was taken. Confirm that the days on which an application reached and left a wrong body are both left out.';

/**
 * The day on which an application counts as made: that on which a wrong body sent it on, where it came that way
 * (Schedule 3, paragraph 32), and otherwise that on which this body received it.
 */
export const madeOn = ({ received, wrongBodies }: Pick<Review, 'received' | 'wrongBodies'>): string => {
  const forwarded = wrongBodies.flatMap(({ forwarded }) => (forwarded === undefined ? [] : [forwarded]));
  const last = forwarded.sort().at(-1);
  return last !== undefined && last < received ? last : received;
};

/** The last day on which a review may be applied for, with the time at wrong bodies left out. */
const applicationDeadline = (
  r: Pick<Review, 'outcome' | 'received' | 'wrongBodies'>,
  holidays?: BankHolidays,
): Deadline | undefined => {
  const start = providedOn(r);
  if (start === undefined) return undefined;
  const events: ClockEvent[] = [
    { kind: 'started', on: start },
    ...r.wrongBodies.map(({ body, received, forwarded }) => ({
      kind: 'paused' as const,
      on: received,
      // What has reached this body is with no other one any more.
      until: forwarded ?? r.received,
      why: `the application was with ${body}`,
    })),
  ];
  return deadline('review-application', events, holidays);
};

export const timings = ['in time', 'late', 'accepted late', 'refused late', 'not known'] as const;
export type Timing = (typeof timings)[number];

/** Whether an application came in time, and the clock it was held against. */
export type InTime = {
  readonly timing: Timing;
  readonly madeOn: string;
  readonly deadline: Deadline | undefined;
  /** Why a late one is taken, or is not. */
  readonly reasons: string | undefined;
};

/**
 * Whether an application was made within 28 days (SI 2020/2, regulation 29). A late one is taken only in special
 * circumstances, with reasons, by somebody who is named; without reasons it stays late and undecided.
 */
export const inTime = (
  r: Pick<Review, 'outcome' | 'received' | 'wrongBodies' | 'late'>,
  holidays?: BankHolidays,
): InTime => {
  const found = applicationDeadline(r, holidays);
  const on = madeOn(r);
  const answer = (timing: Timing, reasons?: string): InTime => ({
    timing,
    madeOn: on,
    deadline: found,
    reasons,
  });
  if (!found?.due) return answer('not known');
  if (on <= found.due) return answer('in time');
  const reasons = r.late?.reasons.trim();
  if (!r.late || !reasons) return answer('late');
  return answer(r.late.accepted ? 'accepted late' : 'refused late', reasons);
};
