import { saveAndSend } from '#db/office.ts';
import { readAll, readRecord } from '#db/records.ts';
import { type Reader, sql, type Writer } from '#db/sql.ts';
import type { Failure } from '#shared/errors.ts';
import { instant, newId } from '#shared/ids.ts';
import { startCriteria } from '#shared/quality/criteria.ts';
import type { Criterion } from '#shared/records/criterion.ts';
import { fail, ok, type Result } from '#shared/result.ts';
import { diff, type Patch, putting } from '#shared/sync/patch.ts';
import { author, type Context, type Writes } from '../context.ts';

type Link = NonNullable<Criterion['evidence'][number]['record']>;

const save = (w: Writer, ctx: Context, id: string, patch: Patch) => {
  const saved = saveAndSend(w, author(ctx), 'criterion', id, patch);
  return saved.ok ? ok({ id, savedAt: instant(ctx.sources) }) : saved;
};

/** Changes a criterion that is there. */
const onCriterion = <T>(w: Writer, id: string, change: (criterion: Criterion) => Result<T, Failure>) =>
  w.inTransaction((): Result<T, Failure> => {
    const held = readRecord(w, 'criterion', id);
    return held ? change(held.document) : fail({ tag: 'notFound', what: 'criterion' });
  });

/** What has this number in the office's own series. */
const byReference = (r: Reader, reference: string): Link | undefined => {
  const wanted = reference.trim().toUpperCase();
  for (const type of ['visit', 'concern', 'recordCheck'] as const) {
    const found = r.first(
      sql
        .selectFrom(type as 'visit')
        .select('id')
        .where('reference', '=', wanted),
    );
    if (found) return { type, id: found.id };
  }
  return undefined;
};

export const qualityWrites = {
  'quality.begin': (w, _, ctx) =>
    w.inTransaction((): Result<{ added: number }, Failure> => {
      if (readAll(w, 'criterion').length > 0) return ok({ added: 0 });
      const start = startCriteria(ctx.identity.office);
      for (const criterion of start) {
        const saved = save(w, ctx, criterion.id, diff(undefined, criterion));
        if (!saved.ok) return saved;
      }
      return ok({ added: start.length });
    }),
  'quality.save': (w, { id, patch }, ctx) => w.inTransaction(() => save(w, ctx, id, patch)),
  'quality.update': (w, { id, status, words }, ctx) =>
    onCriterion(w, id, () => {
      const said = words?.trim();
      const update = {
        id: newId(ctx.sources),
        on: ctx.today,
        by: ctx.identity.person,
        status,
        ...(said && { words: said }),
      };
      return save(w, ctx, id, [putting(['updates', `#${update.id}`], update)]);
    }),
  'quality.addEvidence': (w, { id, on, words, link, reference, record: chosen }, ctx) =>
    onCriterion(w, id, (criterion) => {
      const named = reference?.trim() ? byReference(w, reference) : undefined;
      if (reference?.trim() && !named)
        return fail({ tag: 'notFound', what: 'report, concern or record check of that number' });
      if (chosen && !readRecord(w, chosen.type, chosen.id))
        return fail({ tag: 'notFound', what: chosen.type });
      const record = named ?? chosen;
      const shown = {
        id: newId(ctx.sources),
        on,
        words,
        ...(link && { link }),
        ...(record && { record }),
      };
      return save(w, ctx, id, diff(criterion, { ...criterion, evidence: [...criterion.evidence, shown] }));
    }),
  'quality.removeEvidence': (w, { id, evidence: gone }, ctx) =>
    onCriterion(w, id, (criterion) => {
      const evidence = criterion.evidence.filter((one) => one.id !== gone);
      if (evidence.length === criterion.evidence.length) return fail({ tag: 'notFound', what: 'evidence' });
      return save(w, ctx, id, diff(criterion, { ...criterion, evidence }));
    }),
} satisfies Partial<Writes>;
