import { saveAndSend } from '#db/office.ts';
import { readRecord } from '#db/records.ts';
import type { Writer } from '#db/sql.ts';
import type { Parsed } from '#shared/contract.ts';
import type { Failure } from '#shared/errors.ts';
import { instant } from '#shared/ids.ts';
import { type NamedReturn, namedReturnId } from '#shared/records/named-return.ts';
import { registry } from '#shared/records/registry.ts';
import { fail, ok, type Result } from '#shared/result.ts';
import { broughtReturns } from '#shared/returns/named.ts';
import { diff } from '#shared/sync/patch.ts';
import { dimensionsOf } from '#shared/views.ts';
import { author, type Context } from '../context.ts';
import { makesOf } from './named.ts';

const isRepeated = (list: readonly string[]): boolean => new Set(list).size < list.length;

const problemIn = ({ of, splits, sections, measures = [] }: Parsed<'returns.define'>) => {
  if (splits.some((one) => !dimensionsOf[of].includes(one)))
    return { path: 'splits', text: 'A return of this kind is not split by that.' };
  if (isRepeated(splits)) return { path: 'splits', text: 'A return is split once by each.' };
  if (isRepeated(measures)) return { path: 'measures', text: 'A return tells each figure once.' };
  if (isRepeated(sections.map(({ id }) => id)))
    return { path: 'sections', text: 'Each section has a name of its own.' };
  return undefined;
};

/** Puts the office's own words on what a return consists of in the place of those it had. */
export const define = (
  w: Writer,
  ctx: Context,
  defined: Parsed<'returns.define'>,
): Result<{ id: string; savedAt: string }, Failure> => {
  if (!makesOf(w, ctx)(defined.of)) return fail({ tag: 'notAllowed' });
  const problem = problemIn(defined);
  if (problem) return fail({ tag: 'invalid', problems: [problem] });
  const id = namedReturnId(ctx.identity.office, defined.key);
  const before = readRecord(w, 'namedReturn', id)?.document;
  const kind = before?.of ?? broughtReturns.find(({ key }) => key === defined.key)?.of;
  // Whose figures a return tells stays as it was: who sees it hangs on that.
  if (kind !== undefined && kind !== defined.of) return fail({ tag: 'movedOn' });
  const after: NamedReturn = { ...defined, id };
  const patch = diff(before, after, registry.namedReturn.groups);
  const saved = patch.length > 0 ? saveAndSend(w, author(ctx), 'namedReturn', id, patch) : ok(undefined);
  return saved.ok ? ok({ id, savedAt: instant(ctx.sources) }) : saved;
};
