import { scryptSync, timingSafeEqual } from 'node:crypto';
import { readRecord } from '#db/records.ts';
import { sql, type Writer } from '#db/sql.ts';
import { coordinator } from '#shared/calls/call.ts';
import { instant } from '#shared/ids.ts';
import { fail, ok, type Result } from '#shared/result.ts';
import type { Reads, Writes } from './context.ts';
import { actorOf, holdsOneOf } from './session.ts';

/** So many wrong tries block a PIN until it is set anew. */
const tries = 5;
const noPin = fail({ tag: 'noPin' } as const);

/** Digits are few, so each guess is made slow: 32 MB and about a tenth of a second. */
const slowHash = (pin: string, salt: Uint8Array): Buffer =>
  scryptSync(pin, salt, 32, { N: 2 ** 15, r: 8, p: 1, maxmem: 2 ** 26 });

/** Six digits or more, not all the same, and not a run up or down. */
const isWeak = (pin: string): boolean => {
  if (!/^\d{6,}$/.test(pin)) return true;
  const steps = new Set([...pin].slice(1).map((digit, i) => (Number(digit) - Number(pin[i]) + 10) % 10));
  return steps.size === 1 && [0, 1, 9].includes([...steps][0] as number);
};

/**
 * Whether a PIN is the one that a person set on this laptop. A wrong one is counted, and after five nothing opens
 * it but a new one; belongs inside a transaction, which must stand when it fails. Without a PIN nothing was tried.
 */
export const provePin = (
  w: Writer,
  person: string,
  pin: string | undefined,
): Result<null, { tag: 'noPin' } | { tag: 'wrongPin'; left: number }> => {
  const set = w.first(sql.selectFrom('pin').selectAll().where('person', '=', person));
  if (!set) return noPin;
  const count = (wrong: number) => w.run(sql.updateTable('pin').set({ wrong }).where('person', '=', person));
  if (set.wrong >= tries || pin === undefined) return fail({ tag: 'wrongPin', left: tries - set.wrong });
  if (!timingSafeEqual(slowHash(pin, set.salt), set.hash)) {
    count(set.wrong + 1);
    return fail({ tag: 'wrongPin', left: tries - set.wrong - 1 });
  }
  if (set.wrong > 0) count(0);
  return ok(null);
};

export const pinReads = {
  'people.pins': (r) => ok(r.all(sql.selectFrom('pin').select('person')).map((row) => row.person)),
} satisfies Partial<Reads>;

export const pinWrites = {
  // Whoever stands by sets their first PIN at a colleague's laptop. In its place, and in that of a blocked one, they
  // set another in their own session, or a coordinator does: the colleague alone never can.
  'people.setPin': (w, { id, pin }, ctx) =>
    w.inTransaction(() => {
      if (!readRecord(w, 'person', id)) return fail({ tag: 'notFound', what: 'person' });
      if (isWeak(pin)) return fail({ tag: 'weakPin' });
      const actor = actorOf(w, ctx);
      const first = !w.first(sql.selectFrom('pin').select('person').where('person', '=', id));
      if (!first && actor.person !== id && !holdsOneOf(actor, coordinator))
        return fail({ tag: 'notAllowed' });
      const salt = ctx.sources.random(16);
      const set = { salt, hash: slowHash(pin, salt), wrong: 0 };
      w.run(
        sql
          .insertInto('pin')
          .values({ person: id, ...set })
          .onConflict((c) => c.column('person').doUpdateSet(set)),
      );
      // Who has one is part of what screens show of people.
      w.touched.add('person');
      return ok({ id, savedAt: instant(ctx.sources) });
    }),
} satisfies Partial<Writes>;
