import { refuseToLose, saveOpen, send } from '#db/office.ts';
import { readRecord } from '#db/records.ts';
import { type Reader, sql, type Writer } from '#db/sql.ts';
import { keptName } from '#db/sync/names.ts';
import { countVisits, listVisits } from '#db/visits.ts';
import type { Output } from '#shared/contract.ts';
import { checkVisit } from '#shared/forms/check.ts';
import { withoutRemoved } from '#shared/records/declared.ts';
import { registry } from '#shared/records/registry.ts';
import {
  isOpenState,
  isPractice,
  isWithOffice,
  type Visit,
  type VisitState,
  visitorsOf,
  visitState,
} from '#shared/records/visit.ts';
import { fail, ok } from '#shared/result.ts';
import type { Answer } from '#shared/sync/accept.ts';
import { applyPatch, diff, type Patch, putting, same } from '#shared/sync/patch.ts';
import { author, type Context, type Reads, type Writes } from './context.ts';
import { correct } from './corrections.ts';
import { declaring, shownDeclarations } from './declarations.ts';
import { namesFile, whereFilesAre } from './files.ts';
import { currentForm, formOf } from './forms.ts';
import { visitHistory } from './history.ts';
import { settings } from './office.ts';
import { standingReads } from './standing.ts';
import { fromPlace, reportOfPlace } from './visit-beginning.ts';
import {
  alreadyReceived,
  find,
  move,
  notOfItsKind,
  notReceived,
  noVisit,
  savedNow,
  touchesOffices,
  writtenElsewhere,
} from './visit-steps.ts';

const savedAt = (r: Reader, id: string): string =>
  r.first(sql.selectFrom('visit').select('saved_at').where('id', '=', id))?.saved_at as string;

/** The answer with which the office received a report, out of the log of what it accepted. */
const receiptOf = (r: Reader, v: Visit): Output<'visits.get'>['received'] => {
  if (!isWithOffice(visitState(v))) return null;
  const rows = r.all(
    sql.selectFrom('accepted').select('answer').where('record', '=', v.id).orderBy('epoch').orderBy('n'),
  );
  const answers = rows.map((row) => JSON.parse(row.answer) as Answer);
  const at = v.events.findLast((e) => e.to === 'received')?.at;
  const given = answers.find((a) => 'receipt' in a && a.at >= (at ?? '')) ?? answers.at(-1);
  return given && 'receipt' in given
    ? { at: given.at, receipt: given.receipt.slice(0, 12).toUpperCase() }
    : null;
};

const namesIn = (r: Reader, v: Visit): Record<string, string> => {
  const people = [
    v.visitor1,
    v.visitor2,
    v.trainee,
    ...v.events.map((e) => e.by),
    ...v.corrections.map((c) => c.by),
    ...(v.declarations ?? []).map((d) => d.by),
  ];
  // What was another panel's, since its reader moved, is still called by its name.
  const kept = [v.suite, v.panel, v.visitor1, v.visitor2].flatMap((id): [string, string][] => {
    const name = id && keptName(r, id);
    return id && name ? [[id, name]] : [];
  });
  const named = [
    v.suite && readRecord(r, 'suite', v.suite)?.document,
    v.panel && readRecord(r, 'panel', v.panel)?.document,
    ...[...new Set(people)].map((id) => id && readRecord(r, 'person', id)?.document),
  ];
  const concerns = (v.found ?? []).flatMap(({ id }) => readRecord(r, 'concern', id)?.document ?? []);
  return Object.fromEntries([
    ...kept,
    ...named.flatMap((d) => (d ? [[d.id, d.name]] : [])),
    ...concerns.map((c) => [c.id, c.reference ?? c.imported?.reference ?? c.matter]),
  ]);
};

export const visitReads = {
  ...standingReads,
  'visits.get': (r, { id }) => {
    const held = readRecord(r, 'visit', id);
    if (!held) return noVisit(r, id);
    const { document: visit } = held;
    return ok({
      visit,
      form: formOf(r, visit),
      state: visitState(visit),
      declarations: shownDeclarations(visit),
      files: whereFilesAre(r, 'visit', visit),
      savedAt: savedAt(r, id),
      received: receiptOf(r, visit),
      names: namesIn(r, visit),
    });
  },
  'visits.list': (r, listing) => ok(listVisits(r, listing)),
  'visits.count': (r, { filter }) => ok({ count: countVisits(r, filter) }),
  'visits.history': (r, { id }) => (readRecord(r, 'visit', id) ? ok(visitHistory(r, id)) : noVisit(r, id)),
} satisfies Partial<Reads>;

/** The suite's panel as it is today goes with the suite, since both may change later. */
const withPanel = (w: Writer, before: Visit, patch: Patch): Patch => {
  const suite = patch.find((c) => c.path.length === 1 && c.path[0] === 'suite' && !same(c.was, c.now));
  if (!suite) return patch;
  const panel = typeof suite.now === 'string' ? readRecord(w, 'suite', suite.now)?.document.panel : undefined;
  const others = patch.filter((c) => c.path[0] !== 'panel');
  return [...others, ...diff({ panel: before.panel }, { panel })];
};

/** Moves a report that nobody has sent yet. */
const moveDraft = (w: Writer, ctx: Context, v: Visit, to: VisitState) => {
  const saved = saveOpen(w, author(ctx), 'visit', v.id, move(ctx, v, to));
  return saved.ok ? ok(savedNow(ctx, v.id)) : saved;
};

/**
 * What making a draft ready changes in it: what was put aside is gone for good, and so is a declaration of somebody
 * who is no longer named as a visitor; whoever sends it declares it by that. An exercise goes nowhere.
 */
const makingReady = (ctx: Context, v: Visit): Patch => {
  const settled = withoutRemoved(v);
  const visitors = visitorsOf(v);
  const declarations = settled.declarations?.filter((d) => visitors.includes(d.by));
  if (declarations?.length) settled.declarations = declarations;
  else delete settled.declarations;
  const { person } = ctx.identity;
  return [
    ...diff(v, settled, registry.visit.groups),
    ...(visitors.includes(person) ? declaring(ctx, settled, person, 'own') : []),
    ...(isPractice(v) ? [] : move(ctx, v, 'ready')),
  ];
};

export const visitWrites = {
  'visits.start': (w, { id, practice, shift }, ctx) =>
    w.inTransaction(() => {
      // Asked twice, for instance by a window that was reloaded, the report is begun once; so is that of a place.
      if (readRecord(w, 'visit', id)) return ok(savedNow(ctx, id));
      const begunBefore = shift && reportOfPlace(w, shift);
      if (begunBefore) return ok(savedNow(ctx, begunBefore));
      const place = shift ? fromPlace(w, ctx, shift) : ok({});
      if (!place.ok) return place;
      const form = currentForm(w);
      const visit: Visit = {
        id,
        form: { id: form.id, version: form.version },
        events: [],
        corrections: [],
        counts: {},
        answers: {},
        visitor1: ctx.identity.person,
        ...place.value,
      };
      const begun = practice ? applyPatch(visit, move(ctx, visit, 'practice')).document : visit;
      const saved = saveOpen(w, author(ctx), 'visit', id, [putting([], begun)]);
      return saved.ok ? ok(savedNow(ctx, id)) : saved;
    }),

  'visits.save': (w, { id, patch }, ctx) =>
    w.inTransaction(() => {
      const found = find(w, id);
      if (!found.ok) return found;
      if (!isOpenState(found.value.state)) return fail(alreadyReceived);
      const elsewhere = writtenElsewhere(w, id);
      if (elsewhere) return elsewhere;
      if (touchesOffices(patch) || namesFile(patch)) return fail({ tag: 'notAllowed' });
      const misread = notOfItsKind(w, found.value.document, patch);
      if (misread) return misread;
      const whole = withPanel(w, found.value.document, patch);
      const saved = saveOpen(w, author(ctx), 'visit', id, whole, found.value);
      return saved.ok ? ok(savedNow(ctx, id)) : saved;
    }),

  'visits.discard': (w, { id }, ctx) =>
    w.inTransaction(() => {
      const found = find(w, id);
      if (!found.ok) return found;
      const { document, state } = found.value;
      if (state === 'discarded') return ok(savedNow(ctx, id));
      const elsewhere = writtenElsewhere(w, id);
      if (elsewhere) return elsewhere;
      return isOpenState(state) ? moveDraft(w, ctx, document, 'discarded') : fail(alreadyReceived);
    }),

  'visits.restore': (w, { id }, ctx) =>
    w.inTransaction(() => {
      const found = find(w, id);
      if (!found.ok) return found;
      const { document, state } = found.value;
      if (isOpenState(state)) return ok(savedNow(ctx, id));
      const was = document.events.at(-1)?.from as VisitState;
      return state === 'discarded' ? moveDraft(w, ctx, document, was) : fail(alreadyReceived);
    }),

  'visits.ready': (w, { id }, ctx) =>
    w.inTransaction(() => {
      const found = find(w, id);
      if (!found.ok) return found;
      const { document, state } = found.value;
      if (isWithOffice(state) || state === 'ready')
        return ok({ ...savedNow(ctx, id), reference: document.reference ?? '' });
      if (!isOpenState(state)) return fail(alreadyReceived);
      const elsewhere = writtenElsewhere(w, id);
      if (elsewhere) return elsewhere;
      const wrong = checkVisit(formOf(w, document), document, settings(w, ctx), ctx.today).filter(
        (p) => p.weight === 'must fix',
      );
      if (wrong.length > 0) return fail({ tag: 'mustFix', count: wrong.length });
      const saved = saveOpen(w, author(ctx), 'visit', id, makingReady(ctx, document));
      if (!saved.ok) return saved;
      if (!isPractice(document)) refuseToLose(send(w, author(ctx), 'visit', id));
      return ok({ ...savedNow(ctx, id), reference: readRecord(w, 'visit', id)?.document.reference ?? '' });
    }),

  'visits.correct': (w, { id, patch, reason }, ctx) =>
    w.inTransaction(() => {
      const found = find(w, id);
      if (!found.ok) return found;
      if (!isWithOffice(found.value.state)) return fail(notReceived);
      if (reason.trim() === '') return fail({ tag: 'noReason' });
      if (touchesOffices(patch) || namesFile(patch)) return fail({ tag: 'notAllowed' });
      const misread = notOfItsKind(w, found.value.document, patch);
      if (misread) return misread;
      const whole = withPanel(w, found.value.document, patch);
      const corrected = correct(w, ctx, found.value.document, whole, reason.trim());
      return corrected.ok ? ok({ ...savedNow(ctx, id), number: corrected.value }) : corrected;
    }),
} satisfies Partial<Writes>;
