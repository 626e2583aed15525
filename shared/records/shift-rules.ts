import { saysWhen } from '#shared/rota/says-when.ts';
import { type Patch, type PatchEntry, same } from '#shared/sync/patch.ts';
import type { RefusalReason } from '#shared/sync/refusals.ts';
import type { LifeEvent } from './common.ts';
import { eventsOnward, type LifeRules, newItems, type Onward } from './life-rules.ts';
import {
  goersOf,
  type Shift,
  type ShiftState,
  type Swap,
  type SwapState,
  shiftMoves,
  shiftState,
  swapMoves,
  swapState,
} from './shift.ts';

const isMove = (from: string, to: string): boolean =>
  Object.hasOwn(shiftMoves, from) && (shiftMoves[from as ShiftState] as readonly string[]).includes(to);

const isSaid = (text: string | undefined): boolean => text !== undefined && text.trim() !== '';

/** A week that passed without a visit did so for a reason. */
const movesAllowed = (before: readonly LifeEvent[], added: readonly LifeEvent[]): boolean =>
  added.every((event, i) => {
    const from = (added[i - 1] ?? before.at(-1))?.to ?? 'draft';
    return event.from === from && isMove(from, event.to) && (event.to !== 'missed' || isSaid(event.why));
  });

/** What a place is, once its panel has been shown it; who goes is another matter, and its panel is that of its suite. */
const fixed = ['week', 'suite', 'tact'] as const satisfies (keyof Shift)[];
const halves = ['first', 'second'] as const satisfies (keyof Shift)[];

const namesWhen = (words: readonly (string | undefined)[]): boolean =>
  words.some((one) => one !== undefined && saysWhen(one) !== undefined);

/** Somebody else moved it on; that it goes from the rota is said of it wherever it stands. */
const onward: Onward<ShiftState> = (state, event) => {
  if (event.to === state) return 'done';
  return event.to === 'withdrawn' && isMove(state, event.to) ? { ...event, from: state } : 'movedOn';
};

/**
 * Somebody takes a half that they saw empty, or whose holder they saw looking for cover, and comes second: where the
 * other half is empty they have that one. Nobody is moved into a place in which they stand already.
 */
const claimed = (current: Shift, c: PatchEntry): PatchEntry[] => {
  const [field] = c.path;
  if (field !== 'first' && field !== 'second') return [c];
  if (c.path.length !== 1 || typeof c.now !== 'string' || c.now === current[field]) return [c];
  const other = field === 'first' ? 'second' : 'first';
  if (current[other] === c.now && c.was === undefined) return [];
  if (current[field] === undefined) return [{ path: [field], now: c.now }];
  const isLate = c.was === undefined && current[other] === undefined;
  return isLate ? [{ path: [other], now: c.now }] : [c];
};

const claims = (current: Shift, changes: Patch): Patch => {
  const taken = changes.filter(({ path }) => (halves as readonly string[]).includes(path[0] ?? ''));
  return taken.length === 1 ? changes.flatMap((c) => claimed(current, c)) : changes;
};

/**
 * The rules of a place's life: it moves along `shiftMoves`, its week and suite stay what they were once its panel has
 * seen them, why it stands despite something is only added to, and a pair is two different people.
 */
export const shiftRules = {
  objection: (before: Shift | undefined, after: Shift): RefusalReason | undefined => {
    const events = newItems(before?.events ?? [], after.events);
    if (!events || !movesAllowed(before?.events ?? [], events)) return 'lifeCycle';
    const said = newItems(before?.despite ?? [], after.despite);
    if (!said?.every(({ reason }) => isSaid(reason))) return 'kept';
    if (namesWhen([...events.map(({ why }) => why), ...said.map(({ reason }) => reason)])) return 'saysWhen';
    if (new Set(goersOf(after)).size < goersOf(after).length) return 'notTwo';
    if (!before) return undefined;
    if (shiftState(before) !== 'draft' && !fixed.every((field) => same(before[field], after[field])))
      return 'placeFixed';
    const isOver = ['withdrawn', 'missed'].includes(shiftState(after));
    return isOver && !same(goersOf(before), goersOf(after)) ? 'movedOn' : undefined;
  },

  onward: (current: Shift, changes: Patch): Patch | 'movedOn' =>
    eventsOnward(current, shiftState(current), claims(current, changes), onward),

  isBy: (by: string, before: Shift | undefined, after: Shift): boolean => {
    const added: { by: string }[] = [
      ...after.events.slice(before?.events.length ?? 0),
      ...after.despite.slice(before?.despite.length ?? 0),
    ];
    return added.every((one) => one.by === by);
  },

  /** Only who goes to a planned visit looks for cover. */
  receive: (s: Shift): Shift => {
    const { cover, ...rest } = s;
    const left = cover?.filter(({ id }) => shiftState(s) === 'planned' && [s.first, s.second].includes(id));
    return left && left.length > 0 ? { ...rest, cover: left } : rest;
  },

  series: '',
  numberedFrom: () => undefined,
} satisfies LifeRules<Shift>;

const swapAllowed = (added: readonly LifeEvent[], from: SwapState): boolean =>
  added.every(
    (event, i) => i === 0 && event.from === from && (swapMoves[from] as readonly string[]).includes(event.to),
  );

/** The rules of an exchange: what is asked stands as it was asked, and is settled once. */
export const swapRules = {
  objection: (before: Swap | undefined, after: Swap): RefusalReason | undefined => {
    const events = newItems(before?.events ?? [], after.events);
    if (!events || !swapAllowed(events, before ? swapState(before) : 'asked')) return 'lifeCycle';
    if (namesWhen([...events.map(({ why }) => why), ...(before ? [] : [after.words])])) return 'saysWhen';
    if (!before)
      return after.by !== after.with && after.gives !== after.takes && events.length === 0
        ? undefined
        : 'invalid';
    const { events: _, ...asked } = after;
    const { events: __, ...was } = before;
    return same(asked, was) ? undefined : 'kept';
  },

  onward: (current: Swap, changes: Patch): Patch | 'movedOn' =>
    eventsOnward(current, swapState(current), changes, (state, event) =>
      event.to === state ? 'done' : 'movedOn',
    ),

  isBy: (by: string, before: Swap | undefined, after: Swap): boolean =>
    after.events.slice(before?.events.length ?? 0).every((event) => event.by === by),

  receive: (s: Swap): Swap => s,
  series: '',
  numberedFrom: () => undefined,
} satisfies LifeRules<Swap>;
