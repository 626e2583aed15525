import { type Held, readRecord } from '#db/records.ts';
import type { Reader } from '#db/sql.ts';
import { penElsewhere } from '#db/sync/pens.ts';
import { purgedAt } from '#db/sync/removal.ts';
import type { Failure } from '#shared/errors.ts';
import { reportSchema } from '#shared/forms/engine.ts';
import { instant, newId } from '#shared/ids.ts';
import { registry } from '#shared/records/registry.ts';
import { lifeFields, type Visit, type VisitState, visitState } from '#shared/records/visit.ts';
import { fail, ok, type Result } from '#shared/result.ts';
import { parseChanged } from '#shared/sync/parse-changed.ts';
import { applyPatch, type Patch, putting } from '#shared/sync/patch.ts';
import type { Context } from './context.ts';
import { formOf } from './forms.ts';

/** Why a report is not here: the office destroyed it, or nobody here knows of it. */
export const noVisit = (r: Reader, id: string): Result<never, Failure> => {
  const at = purgedAt(r, 'visit', id);
  return fail({ what: 'visit report', ...(at ? { tag: 'destroyed', at } : { tag: 'notFound' }) });
};
export const alreadyReceived = { tag: 'alreadyReceived' } as const;
export const notReceived = { tag: 'notReceived' } as const;

type Found = Result<Held<'visit'> & { state: VisitState }, Failure>;
/** A report and where it stands. */
export const find = (r: Reader, id: string): Found => {
  const held = readRecord(r, 'visit', id);
  return held ? ok({ ...held, state: visitState(held.document) }) : noVisit(r, id);
};

export const savedNow = (ctx: Context, id: string) => ({ id, savedAt: instant(ctx.sources) });

/** Why a draft is only read here: somebody else holds its pen. What was typed here before is kept, and goes. */
export const writtenElsewhere = (r: Reader, visit: string) => {
  const holder = penElsewhere(r, visit)?.holder.person;
  if (!holder) return undefined;
  return fail({ tag: 'penElsewhere', name: readRecord(r, 'person', holder)?.document.name ?? '' } as const);
};

/** The event by which the person of this store moves a report on, with their words where they wrote any. */
export const move = (ctx: Context, v: Visit, to: VisitState, why?: string): Patch => {
  const event = {
    id: newId(ctx.sources),
    from: visitState(v),
    to,
    by: ctx.identity.person,
    at: instant(ctx.sources),
    ...(why && { why }),
  };
  return [putting(['events', `#${event.id}`], event)];
};

/** Whether a patch would write where only the life cycle and the office do; the whole report includes that. */
export const touchesOffices = (patch: Patch): boolean =>
  patch.some((c) => lifeFields.includes(c.path[0] ?? 'id'));

/** What a report written with a form can hold. Making it takes longer than a save, and a version never changes. */
const schemas = new Map<string, ReturnType<typeof reportSchema>>();
const schemaOf = (r: Reader, v: Visit) => {
  const known = schemas.get(v.form.id);
  if (known) return known;
  const made = reportSchema(formOf(r, v));
  schemas.set(v.form.id, made);
  return made;
};

/** The parts of a report that hold answers to its form's own questions. */
const parts = ['answers', 'detainees', 'matters', 'calls'] as const;

/**
 * Why a patch puts an answer where the report's form cannot hold it: words for a number, a choice that is not offered.
 * The typed fields are looked at with every save; a form's own questions only where they are touched.
 */
export const notOfItsKind = (r: Reader, v: Visit, patch: Patch) => {
  const touched = parts.filter((part) =>
    patch.some(
      ({ path }) => path[0] === part && (path.length <= 2 || path[0] === 'answers' || path[2] === 'answers'),
    ),
  );
  if (touched.length === 0) return undefined;
  const after = applyPatch(v, patch, registry.visit.groups).document;
  const { shape } = schemaOf(r, v);
  const problems = touched.flatMap((part) =>
    parseChanged(shape[part], after[part], v[part]).refused.map((one) => ({
      path: [part, ...one.path].join('.'),
      text: one.message,
    })),
  );
  return problems.length > 0 ? fail({ tag: 'invalid', problems } as const) : undefined;
};
