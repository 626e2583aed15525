import { filesStay, redactionsHold } from '#shared/cases/redactions.ts';
import { type Patch, same } from '#shared/sync/patch.ts';
import type { RefusalReason } from '#shared/sync/refusals.ts';
import { approvalsHold } from './case-approvals.ts';
import { type CaseFile, type CaseState, caseMoves, caseState } from './case-file.ts';
import type { LifeEvent } from './common.ts';
import { eventsOnward, type LifeRules, newItems, type OfficeMarks } from './life-rules.ts';

const isMove = (from: string, to: string): boolean =>
  Object.hasOwn(caseMoves, from) && (caseMoves[from as CaseState] as readonly string[]).includes(to);

/** What was closed opens only with a reason. */
const isReasoned = ({ to, why = '' }: LifeEvent): boolean => to !== 'open' || why.trim() !== '';

const movesAllowed = (before: readonly LifeEvent[], added: readonly LifeEvent[]): boolean =>
  added.every((event, i) => {
    const from = (added[i - 1] ?? before.at(-1))?.to ?? 'open';
    return event.from === from && isMove(from, event.to) && isReasoned(event);
  });

/** What was said, noted, given and closed stands as it was. */
const kept = ['messages', 'notes', 'assignments', 'closings', 'steps'] as const satisfies (keyof CaseFile)[];

/** Each time it was closed there is an entry that says how. */
const isBorneOut = (c: CaseFile): boolean =>
  c.events.filter(({ to }) => to === 'closed').length === c.closings.length;

/** A reply that was approved is sent as it was approved, by somebody else than its author. */
const approvesOwn = (c: CaseFile): boolean => c.drafts.some(({ by, approved }) => approved?.by === by);

/** An internal review is decided by somebody else than who decided the request. */
const reviewsOwn = ({ request }: CaseFile): boolean =>
  request?.internalReviews.some(
    ({ decided, reviewer }) => decided !== undefined && reviewer === request.decision?.by,
  ) ?? false;

const lifeOf = (before: CaseFile | undefined, after: CaseFile): RefusalReason | undefined => {
  const events = newItems(before?.events ?? [], after.events);
  const isKept = kept.every((list) => newItems<{ id: string }>(before?.[list] ?? [], after[list]));
  if (!events || !isKept || !movesAllowed(before?.events ?? [], events) || !isBorneOut(after))
    return 'lifeCycle';
  if (!redactionsHold(after) || (before && !filesStay(before, after))) return 'invalid';
  return approvesOwn(after) || reviewsOwn(after) ? 'notAllowed' : undefined;
};

/** What a file says of a case changes with the file. */
const importedAgain = (after: CaseFile): RefusalReason | undefined =>
  movesAllowed([], after.events) && isBorneOut(after) ? undefined : 'lifeCycle';

/**
 * The rules of a case's life: it is closed and opened with reasons, what was said of it stands as it was said, and
 * nobody approves a reply of their own.
 */
export const caseRules = {
  objection: (before: CaseFile | undefined, after: CaseFile): RefusalReason | undefined => {
    if (!before) return after.reference === undefined ? lifeOf(undefined, after) : 'officeOnly';
    if (before.reference !== after.reference || !same(before.imported?.reference, after.imported?.reference))
      return 'officeOnly';
    const objection = lifeOf(before, after);
    return objection === 'lifeCycle' && before.imported ? importedAgain(after) : objection;
  },

  onward: (current: CaseFile, changes: Patch): Patch | 'movedOn' =>
    eventsOnward(current, caseState(current), changes, (state, event) =>
      event.to === state ? 'done' : 'movedOn',
    ),

  isBy: (by: string, before: CaseFile | undefined, after: CaseFile): boolean =>
    (['events', ...kept] as const)
      .flatMap((list) => (after[list] as { by: string }[]).slice(before?.[list].length ?? 0))
      .every((one) => one.by === by || (after.imported !== undefined && one.by === 'import')) &&
    approvalsHold(before, after, by),

  receive: (c: CaseFile, office: OfficeMarks): CaseFile => {
    const from = c.reference ? undefined : caseRules.numberedFrom(c);
    const reference = from && office.reference(from.slice(0, 4));
    return reference ? { ...c, reference } : c;
  },

  series: 'C',

  numberedFrom: (c: CaseFile): string | undefined => (c.imported ? undefined : c.received),
} satisfies LifeRules<CaseFile>;
