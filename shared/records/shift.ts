import { z } from 'zod';
import { isoDate, lifeEvent, recordId, words } from './common.ts';

/**
 * The Monday that names a week: all that a rota knows of when a visit is made. Visits are unannounced, at a time that
 * only their pair knows (Code of Practice on Independent Custody Visiting 2013).
 */
export const monday = isoDate.refine((day) => new Date(day).getUTCDay() === 1, {
  message: 'A week is named by its Monday',
});

/** Why somebody stands in a place although something speaks against it: said by the coordinator, kind by kind. */
export const despite = z.looseObject({
  id: recordId,
  by: recordId,
  /** The kinds of objection (`shared/rota`) that it answers, and of whom. */
  kinds: z.array(z.string().max(50)).max(20),
  people: z.array(recordId).max(10),
  reason: words,
});

/**
 * A place of the rota: suite, week and pair, and never a day or a time. `first` and `second` are claims: whoever the
 * office hears of first has the place, and the other is told so.
 */
export const shift = z.looseObject({
  id: recordId,
  events: z.array(lifeEvent),
  week: monday,
  suite: recordId,
  /** The suite's panel, as long as the place is not over. */
  panel: recordId.optional(),
  /** A visit to people held under the Terrorism Act. */
  tact: z.boolean().optional(),
  first: recordId.optional(),
  second: recordId.optional(),
  /** Who goes beside the pair to learn. */
  trainee: recordId.optional(),
  /** Who of the pair looks for somebody to take their place; the id is theirs. */
  cover: z
    .array(z.looseObject({ id: recordId }))
    .max(3)
    .optional(),
  despite: z.array(despite).max(50),
});
export type Shift = z.infer<typeof shift>;

/**
 * The life of a place. `draft` is where it begins, without an event, and is the staff's alone until it is `planned`,
 * which is when its panel sees it. `missed` is a week that passed without a visit, and why.
 */
export const shiftMoves = {
  draft: ['planned', 'withdrawn'],
  planned: ['withdrawn', 'missed'],
  withdrawn: ['draft', 'planned'],
  missed: ['planned'],
} as const satisfies Record<string, readonly string[]>;
export type ShiftState = keyof typeof shiftMoves;
export const shiftStates = Object.keys(shiftMoves) as [ShiftState, ...ShiftState[]];

export const shiftState = (s: Pick<Shift, 'events'>): ShiftState =>
  (s.events.at(-1)?.to ?? 'draft') as ShiftState;

/** Everybody who goes: the pair and whoever learns beside it. */
export const goersOf = ({ first, second, trainee }: Pick<Shift, 'first' | 'second' | 'trainee'>): string[] =>
  [first, second, trainee].filter((one) => one !== undefined);

/** What a volunteer says of the weeks of a quarter: one record for each person and quarter, its id derived from both. */
export const availability = z.looseObject({
  id: recordId,
  person: recordId,
  panel: recordId.optional(),
  /** The quarter of the office's year, such as `2026-27Q3`. */
  quarter: z.string().max(20),
  /** By Monday; of a week that is not in it they said nothing. */
  weeks: z.record(monday, z.enum(['free', 'away'])),
});
export type Availability = z.infer<typeof availability>;

/**
 * Two who exchange their places: asked by one, settled by the other. Accepting it moves both in one step, decided by
 * the office against the rota as it then stands.
 */
export const swap = z.looseObject({
  id: recordId,
  events: z.array(lifeEvent),
  panel: recordId.optional(),
  /** Who asks, and the place they give; whom they ask, and the place they would take for it. */
  by: recordId,
  gives: recordId,
  with: recordId,
  takes: recordId,
  words: words.optional(),
});
export type Swap = z.infer<typeof swap>;

export const swapMoves = {
  asked: ['accepted', 'declined', 'withdrawn'],
  accepted: [],
  declined: [],
  withdrawn: [],
} as const satisfies Record<string, readonly string[]>;
export type SwapState = keyof typeof swapMoves;
export const swapState = (s: Pick<Swap, 'events'>): SwapState =>
  (s.events.at(-1)?.to ?? 'asked') as SwapState;
