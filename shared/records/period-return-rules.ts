import { type Patch, same } from '#shared/sync/patch.ts';
import type { RefusalReason } from '#shared/sync/refusals.ts';
import { britishDayOf } from '#shared/times.ts';
import { eventsOnward, type LifeRules, newItems, type Onward } from './life-rules.ts';
import {
  issuesOf,
  type PeriodReturn,
  type ReturnEvent,
  type ReturnState,
  returnMoves,
  returnState,
} from './period-return.ts';

const isMove = (from: string, to: string): boolean =>
  Object.hasOwn(returnMoves, from) && (returnMoves[from as ReturnState] as readonly string[]).includes(to);

const said = (text: string | undefined): boolean => (text ?? '').trim() !== '';

/** What each move has to say: a return taken up again why, one signed off what, one given out when and where, once it was. */
const isComplete = ({ from, to, at, seen, file, number, as, on, where, why }: ReturnEvent): boolean => {
  if (to === 'checked') return seen !== undefined;
  if (to === 'signed') return seen !== undefined && file !== undefined && number !== undefined && said(as);
  if (to === 'published') return on !== undefined && on <= britishDayOf(at) && said(where);
  return from === 'checked' || said(why);
};

const movesAllowed = (before: readonly ReturnEvent[], added: readonly ReturnEvent[]): boolean =>
  added.every((event, i) => {
    const last = added[i - 1] ?? before.at(-1);
    const isWhatWasChecked = event.to !== 'signed' || event.seen === last?.seen;
    return (
      event.from === (last?.to ?? 'draft') &&
      isMove(event.from, event.to) &&
      isComplete(event) &&
      isWhatWasChecked
    );
  });

/** Each sign-off has the number after the one before it and a file of its own, and there is no other file. */
const isNumbered = (p: PeriodReturn): boolean => {
  const issues = issuesOf(p);
  return (
    issues.every(({ number }, i) => number === i) &&
    same(
      issues.map(({ file }) => file),
      p.files.map(({ id }) => id),
    )
  );
};

const kept = ['id', 'of', 'return', 'period', 'from', 'to'] as const satisfies (keyof PeriodReturn)[];

const objectionTo = (before: PeriodReturn | undefined, after: PeriodReturn): RefusalReason | undefined => {
  if (before && !kept.every((field) => before[field] === after[field])) return 'kept';
  const events = newItems(before?.events ?? [], after.events);
  if (!events || !movesAllowed(before?.events ?? [], events)) return 'lifeCycle';
  if (!newItems(before?.files ?? [], after.files) || !newItems(before?.answers ?? [], after.answers))
    return 'kept';
  return isNumbered(after) ? undefined : 'lifeCycle';
};

/** Moved on twice from two laptops: the same move was made once, and no other is made of what nobody looked at. */
const onward: Onward<ReturnState> = (state, event) =>
  event.to === state && state === 'checked' ? 'done' : 'movedOn';

/**
 * The rules of a return's life: what is signed is what was checked, sign-offs have numbers without gaps and a file each,
 * and nothing that was said of it is written again.
 */
export const periodReturnRules = {
  objection: objectionTo,
  onward: (current: PeriodReturn, changes: Patch): Patch | 'movedOn' =>
    eventsOnward(current, returnState(current), changes, onward),
  isBy: (by: string, before: PeriodReturn | undefined, after: PeriodReturn): boolean =>
    [
      ...after.events.slice(before?.events.length ?? 0),
      ...after.answers.slice(before?.answers.length ?? 0),
    ].every((one) => one.by === by),
  receive: (p: PeriodReturn): PeriodReturn => p,
  series: '',
  numberedFrom: (): string | undefined => undefined,
} satisfies LifeRules<PeriodReturn>;
