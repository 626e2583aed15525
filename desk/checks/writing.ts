import { refuseToLose, saveAndSend, saveOpen, send } from '#db/office.ts';
import { readRecord } from '#db/records.ts';
import type { Writer } from '#db/sql.ts';
import { checkProblems, withoutUnasked } from '#shared/checks/problems.ts';
import { draw, readNumbers } from '#shared/checks/sampling.ts';
import type { Parsed } from '#shared/contract.ts';
import { instant, newId } from '#shared/ids.ts';
import type { Cohort, RecordCheck, Sample } from '#shared/records/record-check.ts';
import { registry } from '#shared/records/registry.ts';
import type { Correction } from '#shared/records/visit.ts';
import { fail, ok } from '#shared/result.ts';
import { applyPatch, diff, type Patch, putting, same } from '#shared/sync/patch.ts';
import { author, type Context, type Writes } from '../context.ts';
import { currentForm, formOf } from '../forms.ts';
import { settings } from '../office.ts';
import { savedNow } from '../visit-steps.ts';
import { dipsForCoordinator, findCheck, isMisanswered, moving, touchesLife, withPanel } from './steps.ts';

const { groups } = registry.recordCheck;
const alreadyDone = fail({ tag: 'checkDone' } as const);

const begun = (w: Writer, ctx: Context, id: string, more: Partial<RecordCheck>): RecordCheck => {
  const form = currentForm(w, 'recordCheck');
  return {
    id,
    form: { id: form.id, version: form.version },
    events: [],
    corrections: [],
    entries: [],
    answers: {},
    checker: ctx.identity.person,
    checkedOn: ctx.today,
    ...more,
  };
};

/** A person who could not be seen: who they are, and where, as the report says. */
const fromVisit = (
  w: Writer,
  { visit: id, detainee }: Parsed<'checks.start'>,
): Partial<RecordCheck> | undefined => {
  const visit = id && readRecord(w, 'visit', id)?.document;
  if (!visit) return undefined;
  const person = visit.detainees?.find((d) => d.id === detainee);
  const cohort: Cohort | undefined =
    person?.ageGroup === 'under18' ? 'children' : person?.sex === 'female' ? 'women' : undefined;
  return {
    visit: visit.id,
    reason: 'could not be seen',
    ...(visit.suite && { suite: visit.suite }),
    ...(visit.panel && { panel: visit.panel }),
    ...(person?.custodyNumber && { custodyNumber: person.custodyNumber }),
    ...(cohort && { cohort }),
  };
};

/** What a check of one drawn number begins with. */
const ofSample = (sample: Sample, custodyNumber: string | undefined): Partial<RecordCheck> => ({
  sample: sample.id,
  reason: 'sample',
  cohort: sample.cohort,
  ...(sample.suite && { suite: sample.suite }),
  ...(sample.panel && { panel: sample.panel }),
  ...(custodyNumber && { custodyNumber }),
});

const begin = (w: Writer, ctx: Context, check: RecordCheck) =>
  saveOpen(w, author(ctx), 'recordCheck', check.id, [putting([], check)]);

/** Moves a draft that nobody has sent. */
const moveDraft = (w: Writer, ctx: Context, id: string, to: 'draft' | 'discarded') =>
  w.inTransaction(() => {
    const found = findCheck(w, id);
    if (!found.ok) return found;
    const { document, state } = found.value;
    if (state === to) return ok(savedNow(ctx, id));
    if (state === 'done') return alreadyDone;
    const saved = saveOpen(w, author(ctx), 'recordCheck', id, moving(ctx, document, to));
    return saved.ok ? ok(savedNow(ctx, id)) : saved;
  });

export const checkWrites = {
  'checks.start': (w, input, ctx) =>
    w.inTransaction(() => {
      const { id, visit, sample, custodyNumber, reason } = input;
      // Asked twice, for instance by a window that was reloaded, the check is begun once.
      if (readRecord(w, 'recordCheck', id)) return ok(savedNow(ctx, id));
      if (dipsForCoordinator(w, ctx, {}, { reason })) return fail({ tag: 'notAllowed' });
      const drawn = sample ? readRecord(w, 'sample', sample)?.document : undefined;
      if (sample && !drawn) return fail({ tag: 'notFound', what: 'sample' });
      const seen = fromVisit(w, input);
      if (visit && !seen) return fail({ tag: 'notFound', what: 'visit report' });
      const more: Partial<RecordCheck> = {
        ...(reason && { reason }),
        ...(custodyNumber && { custodyNumber }),
        ...seen,
        ...(drawn && ofSample(drawn, custodyNumber)),
      };
      const saved = begin(w, ctx, begun(w, ctx, id, more));
      return saved.ok ? ok(savedNow(ctx, id)) : saved;
    }),

  'checks.save': (w, { id, patch }, ctx) =>
    w.inTransaction(() => {
      const found = findCheck(w, id);
      if (!found.ok) return found;
      const { document, state } = found.value;
      if (state !== 'draft') return alreadyDone;
      if (touchesLife(patch) || isMisanswered(document, patch)) return fail({ tag: 'notAllowed' });
      const { document: after } = applyPatch(document, patch, groups);
      if (dipsForCoordinator(w, ctx, document, after)) return fail({ tag: 'notAllowed' });
      const whole = withPanel(w, document, patch);
      const saved = saveOpen(w, author(ctx), 'recordCheck', id, whole, found.value);
      return saved.ok ? ok(savedNow(ctx, id)) : saved;
    }),

  'checks.finish': (w, { id }, ctx) =>
    w.inTransaction(() => {
      const found = findCheck(w, id);
      if (!found.ok) return found;
      const { document, state } = found.value;
      const reference = () => readRecord(w, 'recordCheck', id)?.document.reference ?? null;
      if (state === 'done') return ok({ ...savedNow(ctx, id), reference: reference() });
      if (state !== 'draft') return alreadyDone;
      const form = formOf(w, document, 'recordCheck');
      const wrong = checkProblems(form, document, settings(w, ctx)).filter((p) => p.weight === 'must fix');
      if (wrong.length > 0) return fail({ tag: 'mustFix', count: wrong.length });
      const settled = withoutUnasked(form, document, settings(w, ctx));
      const patch = [...diff(document, settled, groups), ...moving(ctx, document, 'done')];
      const saved = saveOpen(w, author(ctx), 'recordCheck', id, patch);
      if (!saved.ok) return saved;
      refuseToLose(send(w, author(ctx), 'recordCheck', id));
      return ok({ ...savedNow(ctx, id), reference: reference() });
    }),

  'checks.discard': (w, { id }, ctx) => moveDraft(w, ctx, id, 'discarded'),
  'checks.restore': (w, { id }, ctx) => moveDraft(w, ctx, id, 'draft'),

  'checks.correct': (w, { id, patch, reason }, ctx) =>
    w.inTransaction(() => {
      const found = findCheck(w, id);
      if (!found.ok) return found;
      const { document: before, state } = found.value;
      if (state !== 'done') return fail({ tag: 'checkNotDone' });
      if (reason.trim() === '') return fail({ tag: 'noReason' });
      if (touchesLife(patch) || isMisanswered(before, patch)) return fail({ tag: 'notAllowed' });
      const applied = applyPatch(before, withPanel(w, before, patch), groups);
      if (applied.conflicts.length > 0)
        return fail({ tag: 'changedElsewhere', paths: applied.conflicts.map((c) => c.path.join('.')) });
      if (dipsForCoordinator(w, ctx, before, applied.document)) return fail({ tag: 'notAllowed' });
      const form = formOf(w, before, 'recordCheck');
      const wrong = checkProblems(form, applied.document, settings(w, ctx)).filter(
        (p) => p.weight === 'must fix',
      );
      if (wrong.length > 0) return fail({ tag: 'mustFix', count: wrong.length });
      const after = withoutUnasked(form, applied.document, settings(w, ctx));
      const content = diff(before, after, groups);
      const changes = content.filter((c) => !same(c.was, c.now));
      if (changes.length === 0) return ok({ ...savedNow(ctx, id), number: 0 });
      const correction: Correction = {
        id: newId(ctx.sources),
        by: ctx.identity.person,
        at: instant(ctx.sources),
        reason: reason.trim(),
        changes,
      };
      const all: Patch = [...content, putting(['corrections', `#${correction.id}`], correction)];
      const saved = saveAndSend(w, author(ctx), 'recordCheck', id, all);
      return saved.ok ? ok({ ...savedNow(ctx, id), number: saved.value.corrections.length }) : saved;
    }),

  'checks.draw': (w, { id, list, size, suite, notes, ...said }, ctx) =>
    w.inTransaction(() => {
      const known = readRecord(w, 'sample', id)?.document;
      if (known) return ok({ ...savedNow(ctx, id), drawn: known.drawn });
      const place = suite ? readRecord(w, 'suite', suite)?.document : undefined;
      if (suite && !place) return fail({ tag: 'notFound', what: 'suite' });
      const { numbers } = readNumbers(list);
      if (numbers.length === 0) return fail({ tag: 'noNumbers' });
      const sample: Sample = {
        id,
        ...said,
        ...(place && { suite: place.id, ...(place.panel && { panel: place.panel }) }),
        listed: numbers.length,
        drawn: draw(numbers, size, said.seed),
        by: ctx.identity.person,
        at: instant(ctx.sources),
        ...(notes?.trim() && { notes: notes.trim() }),
      };
      const saved = saveAndSend(w, author(ctx), 'sample', id, [putting([], sample)]);
      if (!saved.ok) return saved;
      for (const number of sample.drawn) {
        const opened = begin(w, ctx, begun(w, ctx, newId(ctx.sources), ofSample(sample, number)));
        if (!opened.ok) return opened;
      }
      return ok({ ...savedNow(ctx, id), drawn: sample.drawn });
    }),
} satisfies Partial<Writes>;
