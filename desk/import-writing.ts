import { acceptAll, readIdentity, saveAndSend } from '#db/office.ts';
import { readRecords } from '#db/records.ts';
import type { ImportTable } from '#db/schema.ts';
import type { Writer } from '#db/sql.ts';
import { endImport, noteImport, type StagedDocument, stagedDocuments, unstage } from '#db/staging.ts';
import { isJoined } from '#db/sync/membership.ts';
import { isPurged } from '#db/sync/removal.ts';
import type { Output, RecordType } from '#shared/contract.ts';
import type { Failure } from '#shared/errors.ts';
import { instant, newId } from '#shared/ids.ts';
import type { ImportKind } from '#shared/import-views.ts';
import type { ImportedDocument, Importer } from '#shared/imports/importer.ts';
import { importers } from '#shared/imports/importers.ts';
import type { Person } from '#shared/records/person.ts';
import { registry } from '#shared/records/registry.ts';
import type { Correction, Visit } from '#shared/records/visit.ts';
import { fail, ok, type Result } from '#shared/result.ts';
import type { Change } from '#shared/sync/accept.ts';
import { applyPatch, diff, type Patch, putting, same } from '#shared/sync/patch.ts';
import { author, type Context } from './context.ts';
import { importedStep } from './volunteers/imported.ts';

const rowsInAStep = 500;

/** What an import knows of itself: the titles of its columns, how many rows are bad, and how many are to be written. */
export type ImportNote = { titles: readonly string[]; bad: number; left: number };

/** A row asks for what the office does not take: none of its step is written. */
class RowRefusal extends Error {
  readonly line: number | null;
  constructor(line: number | null, why: string) {
    super(`an imported row was not taken: ${why}`);
    this.line = line;
  }
}

/**
 * Writes the next rows of an accepted import. One that cannot be written any more, because people have gone on with what
 * it speaks of, is ended: it would be tried for ever, and figures would wait for it.
 */
export const writeNext = (
  w: Writer,
  ctx: Context,
  found: ImportTable,
): Result<Output<'imports.step'>, Failure> => {
  try {
    return ok(w.inTransaction(() => writeRows(w, ctx, found)));
  } catch (error) {
    if (!(error instanceof RowRefusal)) throw error;
    w.inTransaction(() => endImport(w, found.id));
    return fail({ tag: 'importRefused', line: error.line });
  }
};

/** Writes rows and takes them off the stage, together. */
const writeRows = (
  w: Writer,
  ctx: Context,
  { id, kind, file, note }: ImportTable,
): Output<'imports.step'> => {
  const importer = importers[kind as ImportKind];
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
    importer,
    file,
  );
  const lineOf = (record: string): number | null =>
    rows.find(({ documents }) => documents.some(({ document }) => document.id === record))?.line ?? null;
  const refused = isJoined(w) ? putInLine(w, ctx, changes) : acceptNow(w, ctx, changes);
  if (refused) throw new RowRefusal(lineOf(refused.record), refused.why);
  unstage(w, id, last.line);
  // Counting what is still staged with every step would take longer than all the writing of a large file.
  const known: ImportNote = JSON.parse(note);
  const left = known.left - rows.length;
  if (left === 0) endImport(w, id);
  else noteImport(w, id, 'accepted', JSON.stringify({ ...known, left } satisfies ImportNote));
  return { done: rows.length, left };
};

/** The first record of which a change is not taken, and why. */
type Refused = { record: string; why: string } | undefined;

/** A store that is its own office has what is imported at once. */
const acceptNow = (w: Writer, ctx: Context, changes: readonly Unnumbered[]): Refused => {
  const identity = readIdentity(w);
  const numbered = changes.map(
    (change, i): Change => ({ ...change, device: identity.device, number: identity.number + i + 1 }),
  );
  const answers = acceptAll(w, identity, author(ctx), numbered);
  const first = answers.findIndex(({ kind }) => kind !== 'accepted');
  const refused = numbered[first];
  return refused && { record: refused.record, why: answers[first]?.kind ?? '' };
};

/** Where the office has a hub, what is imported waits for the next sync like anything else. */
const putInLine = (w: Writer, ctx: Context, changes: readonly Unnumbered[]): Refused => {
  for (const { type, record, patch } of changes) {
    const saved = saveAndSend(w, author(ctx), type, record, patch);
    if (!saved.ok) return { record, why: saved.error.tag };
  }
  return undefined;
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
  importer: Importer,
  file: string,
): Unnumbered[] => {
  const own: RecordType = importer.type;
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
      ? patchOf(ctx, type, held.document, asItIsNow(importer, staged, held.document), file)
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
 * its writing. What they changed meanwhile stands, and a report keeps its life and its corrections. Of what people have
 * moved on no file says any more how it went; a case or a review that another reading of a file made meanwhile stays.
 */
const asItIsNow = (
  { ofPeople }: Importer,
  { type, document, onto }: StagedDocument,
  current: object,
): object => {
  const { groups } = registry[type];
  if (onto) {
    const theirs = ofPeople?.(current) ?? [];
    const isTheirs = (path: readonly string[]) =>
      theirs.some((place) => place.every((part, i) => path[i] === part));
    const told = diff(onto, document, groups).filter(({ path }) => !isTheirs(path));
    return applyPatch(current, told, groups).document;
  }
  if (ofPeople) return current;
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
