import { type Patch, same } from '#shared/sync/patch.ts';
import type { RefusalReason } from '#shared/sync/refusals.ts';
import type { LifeEvent } from './common.ts';
import { type Concern, type ConcernState, concernMoves, concernState } from './concern.ts';
import { eventsOnward, type LifeRules, newItems, type OfficeMarks, type Onward } from './life-rules.ts';

const isMove = (from: string, to: string): boolean =>
  Object.hasOwn(concernMoves, from) && (concernMoves[from as ConcernState] as readonly string[]).includes(to);

/** Nothing ends without a reason but what visitors found put right. */
const isReasoned = ({ from, to, why }: LifeEvent): boolean =>
  to !== 'closed' || from === 'checked' || (why !== undefined && why.trim() !== '');

const movesAllowed = (before: readonly LifeEvent[], added: readonly LifeEvent[]): boolean =>
  added.every((event, i) => {
    const from = (added[i - 1] ?? before.at(-1))?.to ?? 'raised';
    return event.from === from && isMove(from, event.to) && isReasoned(event);
  });

/** Whether the police were asked each time it went to them, and answered each time they are said to have. */
const isBorneOut = ({ events, escalations, answers }: Concern): boolean => {
  const times = (state: ConcernState) => events.filter(({ to }) => to === state).length;
  return times('escalated') <= escalations.length && times('answered') <= answers.length;
};

/** What nobody but the office writes. */
const officeFields = ['reference', 'imported', 'from', 'found'] as const satisfies (keyof Concern)[];
/** What visitors said in their report stays as it was raised; the wording for publication is apart from it. */
const saidFields = ['suite', 'raisedOn', 'raisedBy', 'matter'] as const satisfies (keyof Concern)[];
const growing = ['told', 'escalations', 'answers'] as const satisfies (keyof Concern)[];

/** A concern begins without the office's number, and not from a visit: raising from a report is acceptance's own. */
const beginning = (c: Concern): RefusalReason | undefined => {
  if (c.reference !== undefined || c.found.length > 0) return 'officeOnly';
  if (c.imported) return undefined;
  if (c.from.kind === 'visit') return 'officeOnly';
  return movesAllowed([], c.events) && isBorneOut(c) ? undefined : 'lifeCycle';
};

/** Moves that a concern has gone past: what was done stands in its lists, and moves it no more. */
const isBehind = (state: ConcernState, { from, to }: LifeEvent): boolean =>
  (from === 'raised' && to === 'coordinator') ||
  ((to === 'escalated' || to === 'answered') && (state === 'checked' || state === 'closed'));

/**
 * What came back to the coordinator meanwhile is not ended by somebody who has not seen that: a later visit may have
 * found it as it was.
 */
const onward: Onward<ConcernState> = (state, event) => {
  const isSaid = event.why === undefined || event.why === '';
  if ((isSaid && event.to === state) || isBehind(state, event)) return 'done';
  const isEnd = event.to === 'checked' || event.to === 'closed';
  if (state === 'coordinator' && isEnd) return 'movedOn';
  return isMove(state, event.to) ? { ...event, from: state } : 'movedOn';
};

/**
 * The rules of a concern's life: it moves along `concernMoves` alone and by whoever says so, what was told, asked,
 * answered and found is only added to, and what visitors said stays as they said it. Its words for publication, and how
 * it is filed, may be changed at any time.
 */
export const concernRules = {
  objection: (before: Concern | undefined, after: Concern): RefusalReason | undefined => {
    if (!before) return beginning(after);
    const isKept = (field: keyof Concern) => same(before[field], after[field]);
    if (!officeFields.every(isKept)) return 'officeOnly';
    if (before.from.kind === 'visit' && !saidFields.every(isKept)) return 'submitted';
    const events = newItems(before.events, after.events);
    if (!events || !movesAllowed(before.events, events)) return 'lifeCycle';
    if (!growing.every((list) => newItems<{ id: string }>(before[list], after[list]))) return 'lifeCycle';
    return after.imported || isBorneOut(after) ? undefined : 'lifeCycle';
  },

  onward: (current: Concern, changes: Patch): Patch | 'movedOn' =>
    eventsOnward(current, concernState(current), changes, onward),

  isBy: (by: string, before: Concern | undefined, after: Concern): boolean => {
    const added = (list: (typeof growing)[number] | 'events') =>
      after[list].slice(before?.[list].length ?? 0) as { by: string }[];
    const isImported = !before && after.imported !== undefined;
    return (['events', ...growing] as const)
      .flatMap(added)
      .every((one) => one.by === by || (isImported && one.by === 'import'));
  },

  receive: (c: Concern, office: OfficeMarks): Concern => {
    const from = c.reference ? undefined : concernRules.numberedFrom(c);
    const reference = from && office.reference(from.slice(0, 4));
    return reference ? { ...c, reference } : c;
  },

  series: 'C',

  numberedFrom: (c: Concern): string | undefined => (c.imported ? undefined : c.raisedOn),
} satisfies LifeRules<Concern>;
