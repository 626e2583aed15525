import { saveAndSend } from '#db/office.ts';
import type { Writer } from '#db/sql.ts';
import type { Failure } from '#shared/errors.ts';
import { instant, newId } from '#shared/ids.ts';
import { registry } from '#shared/records/registry.ts';
import { type Correction, type Visit, visitorsOf } from '#shared/records/visit.ts';
import { fail, ok, type Result } from '#shared/result.ts';
import { applyPatch, diff, type Patch, putting, same } from '#shared/sync/patch.ts';
import { author, type Context } from './context.ts';
import { declaring } from './declarations.ts';

/**
 * Corrects a report that the office has: the change and, inside the document, who corrected what and why. A visitor
 * who corrects declares by that what it says now; the other's declaration lapses. Gives the number of the correction;
 * 0 where nothing would change. Belongs inside a transaction.
 */
export const correct = (
  w: Writer,
  ctx: Context,
  before: Visit,
  patch: Patch,
  reason: string,
): Result<number, Failure> => {
  const { document, conflicts } = applyPatch(before, patch, registry.visit.groups);
  if (conflicts.length > 0)
    return fail({ tag: 'changedElsewhere', paths: conflicts.map((c) => c.path.join('.')) });
  const content = diff(before, document, registry.visit.groups);
  const changes = content.filter((c) => !same(c.was, c.now));
  if (changes.length === 0) return ok(0);
  const correction: Correction = {
    id: newId(ctx.sources),
    by: ctx.identity.person,
    at: instant(ctx.sources),
    changes,
    reason,
  };
  const { person } = ctx.identity;
  const all: Patch = [
    ...content,
    putting(['corrections', `#${correction.id}`], correction),
    ...(visitorsOf(document).includes(person) ? declaring(ctx, document, person, 'own') : []),
  ];
  const saved = saveAndSend(w, author(ctx), 'visit', before.id, all);
  return saved.ok ? ok(saved.value.corrections.length) : saved;
};
