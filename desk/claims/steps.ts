import { saveAndSend } from '#db/office.ts';
import { readRecord } from '#db/records.ts';
import type { Writer } from '#db/sql.ts';
import type { Failure } from '#shared/errors.ts';
import { instant, newId } from '#shared/ids.ts';
import { type Claim, type ClaimState, claimState } from '#shared/records/claim.ts';
import { fail, ok, type Result } from '#shared/result.ts';
import { diff, type Patch, putting } from '#shared/sync/patch.ts';
import { author, type Context } from '../context.ts';

type Saved = { id: string; savedAt: string };

/** The event by which the person of this store moves a claim on, with their words where they wrote any. */
export const moved = (ctx: Context, claim: Claim, to: ClaimState, why?: string): Patch => {
  const event = {
    id: newId(ctx.sources),
    from: claimState(claim),
    to,
    by: ctx.identity.person,
    at: instant(ctx.sources),
    ...(why && { why }),
  };
  return [putting(['events', `#${event.id}`], event)];
};

/** Changes a claim that is there and sends it; a change of nothing is one that came through before. */
export const onClaim = (
  w: Writer,
  ctx: Context,
  id: string,
  change: (claim: Claim) => Result<{ next?: Claim; moves?: Patch }, Failure>,
): Result<Saved, Failure> =>
  w.inTransaction((): Result<Saved, Failure> => {
    const held = readRecord(w, 'claim', id);
    if (!held) return fail({ tag: 'notFound', what: 'claim' });
    const changed = change(held.document);
    if (!changed.ok) return changed;
    const { next = held.document, moves = [] } = changed.value;
    const patch = [...diff(held.document, next), ...moves];
    const saved = patch.length > 0 ? saveAndSend(w, author(ctx), 'claim', id, patch) : ok(undefined);
    return saved.ok ? ok({ id, savedAt: instant(ctx.sources) }) : saved;
  });
