import { saveAndSend } from '#db/office.ts';
import { readRecord } from '#db/records.ts';
import type { Reader, Writer } from '#db/sql.ts';
import type { Failure } from '#shared/errors.ts';
import { instant, newId } from '#shared/ids.ts';
import { type CaseFile, type CaseState, caseState } from '#shared/records/case-file.ts';
import { caseRules } from '#shared/records/case-rules.ts';
import type { LifeEvent } from '#shared/records/common.ts';
import { registry } from '#shared/records/registry.ts';
import { fail, ok, type Result } from '#shared/result.ts';
import { diff } from '#shared/sync/patch.ts';
import { author, type Context } from '../context.ts';
import { doing, gone } from '../reviews/steps.ts';
import { mayMake, sees } from '../rights.ts';

type Saved = { id: string; savedAt: string };

/** A case that whoever asks may open; of any other they learn no more than of one that is not there. */
export const readCase = (r: Reader, ctx: Context, id: string): Result<CaseFile, Failure> => {
  const found = readRecord(r, 'caseFile', id)?.document;
  return found && sees(r, ctx, 'caseFile', found) ? ok(found) : gone(r, 'caseFile', 'case', id);
};

/** The case after a move from where it stands. */
export const caseMovedTo = (c: CaseFile, to: CaseState, ctx: Context, why?: string): CaseFile => {
  const { by, at } = doing(ctx);
  const event: LifeEvent = { id: newId(ctx.sources), from: caseState(c), to, by, at };
  return { ...c, events: [...c.events, { ...event, ...(why?.trim() && { why: why.trim() }) }] };
};

/** Writes what became of a case, and sends it; what the office would refuse is refused here already. */
export const saveCase = (
  w: Writer,
  ctx: Context,
  before: CaseFile,
  after: CaseFile,
): Result<Saved, Failure> => {
  const { id } = before;
  const patch = diff(before, after, registry.caseFile.groups);
  if (patch.length === 0) return ok({ id, savedAt: instant(ctx.sources) });
  if (caseRules.objection(before, after)) return fail({ tag: 'movedOn' });
  if (!mayMake(w, ctx, 'caseFile', before, after)) return fail({ tag: 'notTheirCase' });
  const saved = saveAndSend(w, author(ctx), 'caseFile', id, patch);
  return saved.ok ? ok({ id, savedAt: instant(ctx.sources) }) : saved;
};

/** Changes a case that is there, and sends it; undefined is a change that came through before. */
export const onCase = (
  w: Writer,
  ctx: Context,
  id: string,
  change: (c: CaseFile) => Result<CaseFile | undefined, Failure>,
): Result<Saved, Failure> =>
  w.inTransaction((): Result<Saved, Failure> => {
    const before = readCase(w, ctx, id);
    if (!before.ok) return before;
    const changed = change(before.value);
    if (!changed.ok) return changed;
    return changed.value
      ? saveCase(w, ctx, before.value, changed.value)
      : ok({ id, savedAt: instant(ctx.sources) });
  });

/** One thing of a list changed by its id; undefined where it is not there. */
export const changing = <T extends { id: string }>(
  list: readonly T[],
  id: string,
  change: (one: T) => T,
): T[] | undefined =>
  list.some((one) => one.id === id) ? list.map((one) => (one.id === id ? change(one) : one)) : undefined;
