import { saveAndSend } from '#db/office.ts';
import { readRecord } from '#db/records.ts';
import type { Reader, Writer } from '#db/sql.ts';
import { purgedAt } from '#db/sync/removal.ts';
import type { Failure } from '#shared/errors.ts';
import { instant, newId } from '#shared/ids.ts';
import type { Concern } from '#shared/records/concern.ts';
import type { Making } from '#shared/records/concern-moves.ts';
import { fail, ok, type Result } from '#shared/result.ts';
import type { Patch } from '#shared/sync/patch.ts';
import { author, type Context } from '../context.ts';

/** Why a concern is not here: the office destroyed it, or nobody here knows of it. */
export const noConcern = (r: Reader, id: string): Result<never, Failure> => {
  const at = purgedAt(r, 'concern', id);
  return fail({ what: 'concern', ...(at ? { tag: 'destroyed', at } : { tag: 'notFound' }) });
};

/** The person of this store, making a move now. */
export const making = (ctx: Context): Making => ({
  by: ctx.identity.person,
  at: instant(ctx.sources),
  newId: () => newId(ctx.sources),
});

type Saved = { id: string; savedAt: string };

/** Changes a concern that is there, and sends it. A change of nothing is one that came through before. */
export const onConcern = (
  w: Writer,
  ctx: Context,
  id: string,
  change: (c: Concern) => Result<Patch, Failure>,
): Result<Saved, Failure> =>
  w.inTransaction(() => {
    const held = readRecord(w, 'concern', id);
    if (!held) return noConcern(w, id);
    const patch = change(held.document);
    if (!patch.ok) return patch;
    const saved =
      patch.value.length > 0 ? saveAndSend(w, author(ctx), 'concern', id, patch.value) : ok(undefined);
    return saved.ok ? ok({ id, savedAt: instant(ctx.sources) }) : saved;
  });
