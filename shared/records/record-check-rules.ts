import { type Patch, same } from '#shared/sync/patch.ts';
import type { RefusalReason } from '#shared/sync/refusals.ts';
import type { LifeEvent } from './common.ts';
import { covers } from './covers.ts';
import { eventsOnward, type LifeRules, newItems, type OfficeMarks, type Onward } from './life-rules.ts';
import { type CheckState, checkMoves, checkState, type RecordCheck } from './record-check.ts';
import type { Correction } from './visit.ts';

/** Fields in which the office and the life of a check write; everything else is what its reader says. */
export const checkLifeFields: readonly string[] = [
  'id',
  'form',
  'events',
  'corrections',
  'reference',
] satisfies (keyof RecordCheck)[];

const isMove = (from: CheckState, to: string): boolean =>
  Object.hasOwn(checkMoves, from) && (checkMoves[from] as readonly string[]).includes(to);

const movesAllowed = (before: readonly LifeEvent[], added: readonly LifeEvent[]): boolean =>
  added.every((event, i) => {
    const from = (added[i - 1] ?? before.at(-1))?.to ?? 'draft';
    return event.from === from && isMove(from as CheckState, event.to);
  });

const changedContent = (changes: Patch): Patch =>
  changes.filter((c) => !same(c.was, c.now) && !checkLifeFields.includes(c.path[0] as string));

const isDone = (c: RecordCheck): boolean => checkState(c) === 'done';

/** What was done is done, whoever says so again; what was put aside meanwhile is not done by somebody who has not seen that. */
const onward: Onward<CheckState> = (state, event) => {
  if (event.to === state || state === 'done') return 'done';
  return 'movedOn';
};

/**
 * The rules of a record check's life: from draft to done, and once it is done nothing in it changes except under a
 * correction that says what.
 */
export const recordCheckRules = {
  objection: (
    before: RecordCheck | undefined,
    after: RecordCheck,
    changes: Patch,
  ): RefusalReason | undefined => {
    if (!before) {
      if (after.reference !== undefined) return 'officeOnly';
      return after.corrections.length === 0 && movesAllowed([], after.events) ? undefined : 'lifeCycle';
    }
    const events = newItems(before.events, after.events);
    const corrections = newItems(before.corrections, after.corrections);
    if (before.reference !== after.reference) return 'officeOnly';
    if (!events || !movesAllowed(before.events, events) || !same(before.form, after.form)) return 'lifeCycle';
    if (!corrections || (corrections.length > 0 && !isDone(before))) return 'lifeCycle';
    return !isDone(before) || covers(corrections, changedContent(changes)) ? undefined : 'submitted';
  },

  onward: (current: RecordCheck, changes: Patch): Patch | 'movedOn' =>
    eventsOnward(current, checkState(current), changes, onward),

  isBy: (by: string, before: RecordCheck | undefined, after: RecordCheck): boolean =>
    [
      ...after.events.slice(before?.events.length ?? 0),
      ...after.corrections.slice(before?.corrections.length ?? 0),
    ].every((one) => one.by === by),

  corrected: (
    before: RecordCheck,
    after: RecordCheck,
    said: Pick<Correction, 'id' | 'by' | 'at' | 'reason'>,
    changes: Patch,
  ): RecordCheck =>
    isDone(before) && changes.length > 0
      ? {
          ...after,
          corrections: [...after.corrections, { ...said, number: after.corrections.length + 1, changes }],
        }
      : after,

  receive: (c: RecordCheck, office: OfficeMarks): RecordCheck => {
    const from = c.reference ? undefined : recordCheckRules.numberedFrom(c, office.at);
    const reference = from && office.reference(from.slice(0, 4));
    const corrections = c.corrections.map((one, i) => ({ ...one, number: i + 1 }));
    return {
      ...c,
      ...(reference && { reference }),
      ...(same(corrections, c.corrections) ? {} : { corrections }),
    };
  },

  series: 'K',

  numberedFrom: (c: RecordCheck, today: string): string | undefined =>
    isDone(c) ? (c.checkedOn ?? today) : undefined,
} satisfies LifeRules<RecordCheck>;
