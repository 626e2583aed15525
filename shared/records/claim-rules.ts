import { milesOf } from '#shared/claims/amounts.ts';
import { type Patch, same } from '#shared/sync/patch.ts';
import type { RefusalReason } from '#shared/sync/refusals.ts';
import { type Claim, type ClaimState, claimMoves, claimState, isWritable, linesOf } from './claim.ts';
import type { LifeEvent } from './common.ts';
import { eventsOnward, type LifeRules, newItems, type OfficeMarks, type Onward } from './life-rules.ts';

const isMove = (from: string, to: string): boolean =>
  Object.hasOwn(claimMoves, from) && (claimMoves[from as ClaimState] as readonly string[]).includes(to);

/** Nothing goes back to its claimant without a reason. */
const isReasoned = ({ to, why }: LifeEvent): boolean => to !== 'returned' || (why ?? '').trim() !== '';

const movesAllowed = (before: readonly LifeEvent[], added: readonly LifeEvent[]): boolean =>
  added.every((event, i) => {
    const from = (added[i - 1] ?? before.at(-1))?.to ?? 'draft';
    return event.from === from && isMove(from, event.to) && isReasoned(event);
  });

const decided: readonly ClaimState[] = ['approved', 'paid'];

/** What was approved is what was submitted last, line by line, and comes to what is said. */
const isBorneOut = (c: Claim): boolean => {
  const { approved, events } = c;
  if (!decided.includes(claimState(c))) return approved === undefined && c.paidWith === undefined;
  if (!approved) return false;
  const lines = linesOf(c);
  const pence = Object.values(approved.lines);
  return (
    approved.of === events.findLast(({ to }) => to === 'submitted')?.id &&
    pence.length === lines.length &&
    lines.every(({ id }) => Object.hasOwn(approved.lines, id)) &&
    approved.pence === pence.reduce((sum, one) => sum + one, 0) &&
    approved.miles === milesOf(lines) &&
    (claimState(c) !== 'paid' || c.paidWith !== undefined)
  );
};

const keptFields = ['id', 'person', 'month'] as const satisfies (keyof Claim)[];

const objectionTo = (before: Claim | undefined, after: Claim): RefusalReason | undefined => {
  if (before?.reference !== after.reference) return 'officeOnly';
  if (before && !keptFields.every((field) => before[field] === after[field])) return 'kept';
  const events = newItems(before?.events ?? [], after.events);
  if (!events || !movesAllowed(before?.events ?? [], events)) return 'lifeCycle';
  if (events.some(({ to, by }) => (to === 'approved' || to === 'returned') && by === after.person))
    return 'ownClaim';
  const passed = [before ? claimState(before) : 'draft', ...events.map(({ to }) => to as ClaimState)];
  if (!same(before?.lines ?? [], after.lines) && !passed.some(isWritable)) return 'claimSubmitted';
  // What has left for payment is not sent back, nor does it leave a second time.
  if (before?.paidWith !== undefined && before.paidWith !== after.paidWith) return 'kept';
  if (before?.approved && claimState(after) !== 'returned' && !same(before.approved, after.approved))
    return 'kept';
  const isEmpty = events.some(({ to }) => to === 'submitted') && linesOf(after).length === 0;
  return isEmpty || !isBorneOut(after) ? 'lifeCycle' : undefined;
};

/** Submitted on two laptops it is submitted once; what is withdrawn, or decided, is decided on as it then stands. */
const onward: Onward<ClaimState> = (state, event) => {
  const isSaid = event.why === undefined || event.why === '';
  if (isSaid && event.to === state) return 'done';
  return event.to === 'submitted' && isMove(state, event.to) ? { ...event, from: state } : 'movedOn';
};

/**
 * The rules of a claim's life: written by whom it pays while it is theirs, decided by somebody else on what was
 * submitted last, frozen as it was approved, and gone once. Whether what it is for was reported is asked in
 * `shared/sync/claim-lines.ts`.
 */
export const claimRules = {
  objection: (before: Claim | undefined, after: Claim): RefusalReason | undefined =>
    objectionTo(before, after),

  onward: (current: Claim, changes: Patch): Patch | 'movedOn' =>
    eventsOnward(current, claimState(current), changes, onward),

  isBy: (by: string, before: Claim | undefined, after: Claim): boolean =>
    after.events.slice(before?.events.length ?? 0).every((event) => event.by === by),

  receive: (c: Claim, office: OfficeMarks): Claim => {
    const from = c.reference ? undefined : claimRules.numberedFrom(c);
    const reference = from && office.reference(from.slice(0, 4));
    return reference ? { ...c, reference } : c;
  },

  series: 'M',

  /** Numbered once it is submitted, in the year of its month. */
  numberedFrom: (c: Claim): string | undefined => (c.events.length > 0 ? `${c.month}-01` : undefined),
} satisfies LifeRules<Claim>;
