import { acceptAll, readIdentity, saveAndSend } from '#db/office.ts';
import { readRecords } from '#db/records.ts';
import type { ImportTable } from '#db/schema.ts';
import type { Writer } from '#db/sql.ts';
import { endImport, noteImport, type StagedDocument, stagedDocuments, unstage } from '#db/staging.ts';
import { isJoined } from '#db/sync/membership.ts';
import { isPurged } from '#db/sync/removal.ts';
import type { Output, RecordType } from '#shared/contract.ts';
import { instant, newId } from '#shared/ids.ts';
import type { ImportKind } from '#shared/import-views.ts';
import type { ImportedDocument } from '#shared/imports/importer.ts';
import { importers } from '#shared/imports/importers.ts';
import type { Person } from '#shared/records/person.ts';
import { registry } from '#shared/records/registry.ts';
import type { Correction, Visit } from '#shared/records/visit.ts';
import type { Change } from '#shared/sync/accept.ts';
import { applyPatch, diff, type Patch, putting, same } from '#shared/sync/patch.ts';
import { author, type Context } from './context.ts';
import { importedStep } from './volunteers/imported.ts';

const rowsInAStep = 500;

/** What an import knows of itself: the titles of its columns, how many rows are bad, and how many are to be written. */
export type ImportNote = { titles: readonly string[]; bad: number; left: number };

/** Writes the next rows of an accepted import and takes them off the stage, together. */
export const writeNext = (
  w: Writer,
  ctx: Context,
  { id, kind, file, note }: ImportTable,
): Output<'imports.step'> => {
  const own = importers[kind as ImportKind].type;
  const rows = stagedDocuments(w, id, rowsInAStep);
  const last = rows.at(-1);
  if (!last) {
    endImport(w, id);
    return { done: 0, left: 0 };
  }
  const changes = changesFor(
    w,
    ctx,
    rows.flatMap((row) => row.documents),
    own,
    file,
  );
  if (isJoined(w)) putInLine(w, ctx, changes);
  else acceptNow(w, ctx, changes);
  unstage(w, id, last.line);
  // Counting what is still staged with every step would take longer than all the writing of a large file.
  const known: ImportNote = JSON.parse(note);
  const left = known.left - rows.length;
  if (left === 0) endImport(w, id);
  else noteImport(w, id, 'accepted', JSON.stringify({ ...known, left } satisfies ImportNote));
  return { done: rows.length, left };
};

/** A store that is its own office has what is imported at once. */
const acceptNow = (w: Writer, ctx: Context, changes: readonly Unnumbered[]): void => {
  const identity = readIdentity(w);
  const numbered = changes.map(
    (change, i): Change => ({ ...change, device: identity.device, number: identity.number + i + 1 }),
  );
  for (const answer of acceptAll(w, identity, author(ctx), numbered))
    if (answer.kind !== 'accepted') throw new Error(`an imported row was answered ${answer.kind}`);
};

/** Where the office has a hub, what is imported waits for the next sync like anything else. */
const putInLine = (w: Writer, ctx: Context, changes: readonly Unnumbered[]): void => {
  for (const { type, record, patch } of changes) {
    const saved = saveAndSend(w, author(ctx), type, record, patch);
    if (!saved.ok) throw new Error(`an imported row could not be saved: ${saved.error.tag}`);
  }
};

type Unnumbered = Omit<Change, 'device' | 'number'>;

/**
 * The changes that imported documents ask for. What a row names beside its own record is made only where nobody has
 * made it; a report that the office has already is corrected, with the file as the reason.
 */
const changesFor = (
  w: Writer,
  ctx: Context,
  documents: readonly StagedDocument[],
  own: RecordType,
  file: string,
): Unnumbered[] => {
  const asked = new Map<string, StagedDocument>(documents.map((d) => [`${d.type}/${d.document.id}`, d]));
  const existing = new Map(
    [...Map.groupBy(asked.values(), (d) => d.type)].flatMap(([type, ofType]) =>
      readRecords(
        w,
        type,
        ofType.map((d) => d.document.id),
      ).map((held): [string, typeof held] => [`${type}/${held.document.id}`, held]),
    ),
  );
  return [...asked].flatMap(([key, staged]): Unnumbered[] => {
    const { type, document } = staged;
    const held = existing.get(key);
    if (held && type !== own) return [];
    // What was destroyed is not made again by a file that still says it.
    if (!held && isPurged(w, type, document.id)) return [];
    const patch = held
      ? patchOf(ctx, type, held.document, asItIsNow(staged, held.document), file)
      : [putting([], document)];
    if (patch.length === 0) return [];
    const step =
      own === 'person' &&
      type === 'person' &&
      importedStep(
        w,
        ctx,
        held?.document as Person | undefined,
        applyPatch(held?.document as Person, patch).document,
        file,
      );
    return [
      {
        id: newId(ctx.sources),
        type,
        record: document.id,
        after: null,
        saw: held?.version ?? null,
        by: ctx.identity.person,
        at: instant(ctx.sources),
        patch,
      },
      ...(step ? [step] : []),
    ];
  });
};

/**
 * What a row asks for, on the record as it is now: people may have gone on working between the reading of a file and
 * its writing. What they changed meanwhile stands, and a report keeps its life and its corrections.
 */
const asItIsNow = ({ type, document, onto }: StagedDocument, current: object): object => {
  const { groups } = registry[type];
  if (onto) return applyPatch(current, diff(onto, document, groups), groups).document;
  if (type !== 'visit') return document;
  const { events, corrections, form } = current as Visit;
  return { ...document, events, corrections, form };
};

const patchOf = (
  ctx: Context,
  type: ImportedDocument['type'],
  before: object,
  document: object,
  file: string,
): Patch => {
  const content = diff(before, document, registry[type].groups);
  const changes = content.filter((c) => !same(c.was, c.now));
  if (!('corrections' in before) || changes.length === 0) return changes.length === 0 ? [] : content;
  const correction: Correction = {
    id: newId(ctx.sources),
    by: ctx.identity.person,
    at: instant(ctx.sources),
    changes,
    file,
    reason: `Imported again from ${file}`,
  };
  return [...content, putting(['corrections', `#${correction.id}`], correction)];
};
