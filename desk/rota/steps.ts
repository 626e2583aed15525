import { type Contested, saveAndSend, type Unreadable } from '#db/office.ts';
import { readRecord } from '#db/records.ts';
import { isLost, outgoingOf } from '#db/rota.ts';
import type { Writer } from '#db/sql.ts';
import { takeBack } from '#db/sync/take-back.ts';
import type { Failure } from '#shared/errors.ts';
import { instant, newId } from '#shared/ids.ts';
import type { LifeEvent } from '#shared/records/common.ts';
import type { Documents } from '#shared/records/registry.ts';
import { type Shift, type ShiftState, shiftState } from '#shared/records/shift.ts';
import { fail, ok, type Result } from '#shared/result.ts';
import type { Objection } from '#shared/rota/rules.ts';
import { saysWhen } from '#shared/rota/says-when.ts';
import { diff } from '#shared/sync/patch.ts';
import { brings } from '#shared/sync/places.ts';
import { author, type Context } from '../context.ts';
import { type Known, knowAround } from './know.ts';

export const noPlace = { tag: 'notFound', what: 'place of the rota' } as const;

type OfRota = 'shift' | 'swap' | 'availability';

/** Saves a record of the rota as it shall be; `before` as it was read. */
export const put = <T extends OfRota>(
  w: Writer,
  ctx: Context,
  type: T,
  before: Documents[T] | undefined,
  after: Documents[T],
): Result<{ id: string; savedAt: string }, Contested | Unreadable> => {
  const saved = saveAndSend(w, author(ctx), type, after.id, diff(before, after));
  return saved.ok ? ok({ id: after.id, savedAt: instant(ctx.sources) }) : saved;
};

/**
 * A record as it stands, for doing something about it again: what the office refused of it before is taken back by
 * that, with its words in the history.
 */
export const again = <T extends 'shift' | 'swap'>(
  w: Writer,
  ctx: Context,
  type: T,
  id: string,
): Documents[T] | undefined => {
  for (const row of outgoingOf(w, type))
    if (row.record === id && isLost(row)) takeBack(w, author(ctx), row.change_id, () => []);
  return readRecord(w, type, id)?.document;
};

/** Does something about a place that is there, all of it or nothing. */
export const onPlace = <T>(
  w: Writer,
  ctx: Context,
  id: string,
  change: (shift: Shift, known: Known) => Result<T, Failure>,
): Result<T, Failure> =>
  w.inTransaction(() => {
    const held = again(w, ctx, 'shift', id);
    const known = held && knowAround(w, ctx, held.week);
    const shift = known?.shifts.find((one) => one.id === id);
    return known && shift ? change(shift, known) : fail(noPlace);
  });

export const event = (ctx: Context, from: string, to: string, why?: string): LifeEvent => {
  const said = why?.trim();
  return {
    id: newId(ctx.sources),
    from,
    to,
    by: ctx.identity.person,
    at: instant(ctx.sources),
    ...(said && { why: said }),
  };
};

export const moved = (ctx: Context, shift: Shift, to: ShiftState, why?: string): Shift => ({
  ...shift,
  events: [...shift.events, event(ctx, shiftState(shift), to, why)],
});

/** Words that name a day or a time are not taken. */
export const withoutWhen = (text: string | undefined): Result<string | undefined, Failure> => {
  const named = text === undefined ? undefined : saysWhen(text);
  return named === undefined ? ok(text?.trim()) : fail({ tag: 'saysWhen', words: named });
};

/** What must not stand in a place as it shall be, and that nobody has answered: what the office would refuse. */
export const stopping = (
  { records, shifts }: Known,
  before: Shift | undefined,
  after: Shift,
  agreed: readonly string[] = [],
): Objection[] => {
  const others = shifts.filter((one) => shiftState(one) === 'planned' && one.id !== after.id);
  return brings({ ...records, shifts: [...others, after] }, before, after, agreed);
};

export const speaksAgainst = (why: readonly string[]): Result<never, Failure> =>
  fail({ tag: 'speaksAgainst', why: [...new Set(why)] });
