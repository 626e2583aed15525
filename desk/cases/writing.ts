import { readRecord } from '#db/records.ts';
import { kindRules } from '#shared/cases/kinds.ts';
import { missingToClose } from '#shared/cases/missing.ts';
import { derivedId, newId } from '#shared/ids.ts';
import { type CaseFile, caseState, newCase, ownerOf } from '#shared/records/case-file.ts';
import { registry } from '#shared/records/registry.ts';
import { fail, ok } from '#shared/result.ts';
import { applyPatch } from '#shared/sync/patch.ts';
import type { Context, Writes } from '../context.ts';
import { adding, doing, putOnce } from '../reviews/steps.ts';
import { caseMovedTo, onCase, readCase } from './steps.ts';

/** What is typed of a case. What was said and done, and its life, have calls of their own. */
const typed: readonly string[] = [
  'kind',
  'channel',
  'received',
  'at',
  'from',
  'onBehalfOf',
  'area',
  'constituency',
  'place',
  'themes',
  'tags',
  'summary',
  'urgent',
];

const given = (words: string | undefined) => (words?.trim() ? { words: words.trim() } : {});

/** A kind that is kept to few begins with whoever writes it down as the only one who opens it. */
const restricted = (c: CaseFile, ctx: Context): CaseFile =>
  kindRules[c.kind].restricted && !c.confidential
    ? { ...c, confidential: { readers: [ctx.identity.person], why: 'Its kind is kept to those it names.' } }
    : c;

/** Closes a case once; what is missing before is named. */
export const closed = (
  c: CaseFile,
  { closing, on: day, outcome, words }: Close,
  ctx: Context,
): { missing: string[] } | { after: CaseFile | undefined } => {
  const { by, on } = doing(ctx);
  const how = { id: closing, on: day ?? on, by, ...(outcome?.trim() && { outcome: outcome.trim() }) };
  const closings = adding(c.closings, { ...how, ...given(words) });
  if (!closings || caseState(c) === 'closed') return { after: undefined };
  const missing = missingToClose(c, outcome);
  return missing.length > 0 ? { missing } : { after: caseMovedTo({ ...c, closings }, 'closed', ctx) };
};
type Close = {
  closing: string;
  on?: string | undefined;
  outcome?: string | undefined;
  words?: string | undefined;
};

/** Gives a case to somebody; undefined where they have it already. */
export const assigned = (c: CaseFile, assignment: string, to: string, ctx: Context): CaseFile | undefined => {
  const assignments =
    ownerOf(c) === to ? undefined : adding(c.assignments, { id: assignment, to, ...marksOf(ctx) });
  return assignments && { ...c, assignments };
};
const marksOf = (ctx: Context) => {
  const { by, on } = doing(ctx);
  return { by, on };
};

export const caseWrites = {
  'cases.create': (w, { risk, mine, themes = [], tags = [], ...beginning }, ctx) =>
    w.inTransaction(() => {
      const { by, on, at } = doing(ctx);
      const { id } = beginning;
      const begun: CaseFile = {
        ...newCase({ ...beginning, kind: beginning.kind }),
        ...beginning,
        themes,
        tags,
        ...(risk?.trim() && { risk: { words: risk.trim(), by, at, told: [] } }),
        ...(mine && { assignments: [{ id: newId(ctx.sources), to: by, on, by }] }),
      };
      const saved = putOnce(w, ctx, 'caseFile', restricted(begun, ctx));
      return saved.ok
        ? ok({ ...saved.value, reference: readRecord(w, 'caseFile', id)?.document.reference ?? null })
        : saved;
    }),

  'cases.amend': (w, { id, patch }, ctx) =>
    patch.every(({ path: [field = ''] }) => typed.includes(field))
      ? onCase(w, ctx, id, (c) => {
          const { document, conflicts } = applyPatch(c, patch, registry.caseFile.groups);
          return conflicts.length > 0
            ? fail({ tag: 'changedElsewhere', paths: conflicts.map(({ path }) => path.join('.')) })
            : ok(restricted(document, ctx));
        })
      : fail({ tag: 'notAllowed' }),

  'cases.open': (w, { id }, ctx) =>
    w.inTransaction(() => {
      const found = readCase(w, ctx, id);
      if (!found.ok) return found;
      const { by, on } = doing(ctx);
      if (ownerOf(found.value) === by) return ok({ written: false });
      const opening = derivedId(ctx.identity.office, 'caseOpening', `${id}:${by}:${on}`);
      if (readRecord(w, 'caseOpening', opening)) return ok({ written: false });
      const saved = putOnce(w, ctx, 'caseOpening', { id: opening, ...{ case: id, by, on } });
      return saved.ok ? ok({ written: true }) : saved;
    }),

  'cases.assign': (w, { id, assignment, to }, ctx) =>
    onCase(w, ctx, id, (c) =>
      readRecord(w, 'person', to)?.document.roles.includes('caseworker')
        ? ok(assigned(c, assignment, to, ctx))
        : fail({ tag: 'notFound', what: 'caseworker' }),
    ),

  'cases.close': (w, { id, ...close }, ctx) =>
    onCase(w, ctx, id, (c) => {
      const made = closed(c, close, ctx);
      return 'missing' in made ? fail({ tag: 'caseNotReady', missing: made.missing }) : ok(made.after);
    }),

  'cases.reopen': (w, { id, why }, ctx) =>
    onCase(w, ctx, id, (c) => {
      if (caseState(c) === 'open') return ok(undefined);
      return why.trim() === '' ? fail({ tag: 'noReason' }) : ok(caseMovedTo(c, 'open', ctx, why));
    }),

  'cases.note': (w, { id, note, words }, ctx) =>
    words.trim() === ''
      ? fail({ tag: 'noWords' })
      : onCase(w, ctx, id, (c) => {
          const { by, at } = doing(ctx);
          const notes = adding(c.notes, { id: note, at, by, words: words.trim() });
          return ok(notes && { ...c, notes });
        }),

  'cases.link': (w, { id, link, type, to }, ctx) =>
    onCase(w, ctx, id, (c) => {
      if (to === id || c.links.some((one) => one.to === to)) return ok(undefined);
      const links = adding(c.links, { id: link, type, to });
      return ok(links && { ...c, links });
    }),

  'cases.unlink': (w, { id, link }, ctx) =>
    onCase(w, ctx, id, (c) => ok({ ...c, links: c.links.filter((one) => one.id !== link) })),

  'cases.risk': (w, { id, words }, ctx) =>
    onCase(w, ctx, id, (c) => {
      const { by, at } = doing(ctx);
      if (words === null) {
        const { risk: _, ...others } = c;
        return ok(others as CaseFile);
      }
      return ok({ ...c, risk: { ...(c.risk ?? { by, at, told: [] }), words: words.trim() } });
    }),

  'cases.riskTold': (w, { id, told, who, on: day, at }, ctx) =>
    onCase(w, ctx, id, (c) => {
      if (!c.risk) return fail({ tag: 'movedOn' });
      const { by, on } = doing(ctx);
      const all = adding(c.risk.told, { id: told, who, on: day ?? on, at, by });
      return ok(all && { ...c, risk: { ...c.risk, told: all } });
    }),

  'cases.restrict': (w, { id, confidential }, ctx) =>
    onCase(w, ctx, id, (c) => {
      const { confidential: _, ...others } = c;
      if (confidential === null) return ok(others as CaseFile);
      const why = confidential.why?.trim();
      // Somebody always opens it: whoever it names, its owner, or else whoever restricts it.
      const isOpened = confidential.readers.length > 0 || ownerOf(c) !== undefined;
      const readers = isOpened ? [...new Set(confidential.readers)] : [ctx.identity.person];
      return ok({ ...c, confidential: { readers, ...(why && { why }) } });
    }),
} satisfies Partial<Writes>;
