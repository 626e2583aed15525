import { bringFile, filesOf, hashOf, here, noteDamaged, readWhole, writeFile } from '#db/files.ts';
import { saveAndSend, saveOpen } from '#db/office.ts';
import { readRecord } from '#db/records.ts';
import type { Reader, Writer } from '#db/sql.ts';
import { isJoined } from '#db/sync/membership.ts';
import { purgedAt } from '#db/sync/removal.ts';
import { writers } from '#shared/calls/call.ts';
import type { FileWhere } from '#shared/calls/files.ts';
import { boundFiles } from '#shared/cases/redactions.ts';
import type { Failure } from '#shared/errors.ts';
import { instant } from '#shared/ids.ts';
import type { CaseFile } from '#shared/records/case-file.ts';
import { type AttachedFile, kindOfFile, mostCaseFiles, mostFiles } from '#shared/records/file.ts';
import { isOpenState, isWithOffice, type Visit, visitState } from '#shared/records/visit.ts';
import { attachedIn, type FileType, filesStanding } from '#shared/records/with-files.ts';
import { fail, ok, type Result } from '#shared/result.ts';
import { type Patch, putting, same } from '#shared/sync/patch.ts';
import { limits } from '#shared/sync/wire.ts';
import { author, type Context, type Reads, type Writes } from './context.ts';
import { correct } from './corrections.ts';
import { mayMake, sees } from './rights.ts';
import { actorOf, holdsOneOf } from './session.ts';
import { alreadyReceived, noVisit, savedNow, writtenElsewhere } from './visit-steps.ts';

const noFile = { tag: 'notFound', what: 'file' } as const;
const notAllowed = { tag: 'notAllowed' } as const;

/** Where the files are that stand in a record. A store that is its own office has what it has. */
export const whereFilesAre = (r: Reader, type: FileType, document: { id: string }): FileWhere[] => {
  const standing = filesStanding(type, document);
  if (standing.length === 0) return [];
  const known = filesOf(r, type, document.id);
  const alone = !isJoined(r);
  return standing.map(({ id, hash }) => {
    const file = known.get(hash);
    // Whoever opens a damaged one is told that it is, and what to do.
    return { id, here: (file?.here ?? here.no) !== here.no, sent: alone || file?.sent === 1 };
  });
};

/** The bytes of base64, or undefined where it is none. */
const bytesOf = (text: string): Buffer | undefined => {
  const bytes = Buffer.from(text, 'base64');
  return bytes.toString('base64') === text ? bytes : undefined;
};

/** Whether a patch would name a file without bringing what is in it. Taking one out, and back, only marks it. */
export const namesFile = (patch: Patch): boolean =>
  patch.some(({ path }) => path[0] === 'files' && !(path.length === 3 && path[2] === 'removed'));

/** Whether a change would name a file without bringing what is in it, or take one out past the call that does. */
export const bringsFiles = (
  type: FileType,
  before: { id: string } | undefined,
  after: { id: string },
): boolean => !same((before && attachedIn(type, before)) ?? [], attachedIn(type, after) ?? []);

/** A record that carries files, and the files it has, those taken out included. */
const find = (
  r: Reader,
  ctx: Context,
  type: FileType,
  id: string,
): Result<{ document: { id: string }; files: readonly AttachedFile[] }, Failure> => {
  const document = readRecord(r, type, id)?.document;
  if (type === 'visit' && !holdsOneOf(actorOf(r, ctx), writers)) return fail(notAllowed);
  if (document) return ok({ document, files: attachedIn(type, document) ?? [] });
  if (type === 'visit') return noVisit(r, id);
  const at = purgedAt(r, type, id);
  return fail({ what: 'record', ...(at ? { tag: 'destroyed', at } : { tag: 'notFound' }) });
};

/** How the files of a record are changed, once it is known that they may be. */
type Way = { save: (patch: Patch) => Result<unknown, Failure> };

/** The visitors change a draft; what the office has is changed by a correction that says why. */
const wayOfReport = (w: Writer, ctx: Context, visit: Visit, reason: string): Result<Way, Failure> => {
  const state = visitState(visit);
  if (isWithOffice(state)) {
    if (reason === '') return fail({ tag: 'noReason' });
    return ok({ save: (patch) => correct(w, ctx, visit, patch, reason) });
  }
  if (!isOpenState(state)) return fail(alreadyReceived);
  const elsewhere = writtenElsewhere(w, visit.id);
  return elsewhere ?? ok({ save: (patch) => saveOpen(w, author(ctx), 'visit', visit.id, patch) });
};

/** What has no life as a draft is changed by whoever may change the record, and goes at once. */
const wayOf = (
  w: Writer,
  ctx: Context,
  type: FileType,
  document: { id: string },
  reason: string,
): Result<Way, Failure> => {
  if (type === 'visit') return wayOfReport(w, ctx, document as Visit, reason.trim());
  // What a return has is what was signed of it, and comes with its signature alone.
  if (type === 'periodReturn') return fail(notAllowed);
  if (!mayMake(w, ctx, type, document, document)) return fail(notAllowed);
  return ok({ save: (patch) => saveAndSend(w, author(ctx), type, document.id, patch) });
};

/** What a file is taken out by: a report may have it back, until it is made ready. */
const takingOut = (type: FileType, file: AttachedFile, ctx: Context): Patch =>
  type === 'visit'
    ? [putting(['files', `#${file.id}`, 'removed'], instant(ctx.sources))]
    : [{ path: ['files', `#${file.id}`], was: file as never }];

export const fileReads = {
  'files.read': (r, { type, id, file }, ctx) => {
    const found = find(r, ctx, type, id);
    if (!found.ok) return found;
    if (type !== 'visit' && !sees(r, ctx, type, found.value.document)) return fail(notAllowed);
    const named = found.value.files.find((one) => one.id === file);
    if (!named) return fail(noFile);
    const content = readWhole(r, { type, record: id, hash: named.hash });
    if (!content.ok) return content;
    return ok({ name: named.name, kind: named.kind, bytes: content.value.toString('base64') });
  },
} satisfies Partial<Reads>;

export const fileWrites = {
  'files.add': (w, { type, id, file, name, bytes: text, reason = '' }, ctx) =>
    w.inTransaction(() => {
      const found = find(w, ctx, type, id);
      if (!found.ok) return found;
      const { document, files } = found.value;
      if (files.some((one) => one.id === file)) return ok(savedNow(ctx, id));
      const way = wayOf(w, ctx, type, document, reason);
      if (!way.ok) return way;
      const bytes = bytesOf(text);
      const kind = bytes && kindOfFile(bytes);
      if (!bytes || !kind) return fail({ tag: 'fileKind' });
      if (bytes.length > limits.file) return fail({ tag: 'fileTooLarge', most: limits.file });
      const standing = filesStanding(type, document);
      const place = { type, record: id, hash: hashOf(bytes) };
      // The same paper twice is the same paper, and puts right one that was damaged.
      if (standing.some((one) => one.hash === place.hash)) {
        noteDamaged(w, place);
        bringFile(w, place, bytes);
        return ok(savedNow(ctx, id));
      }
      const most = type === 'caseFile' ? mostCaseFiles : mostFiles;
      if (standing.length >= most) return fail({ tag: 'tooManyFiles', most });
      const hash = writeFile(w, type, id, bytes);
      const added: AttachedFile = { id: file, hash, name, kind, bytes: bytes.length };
      const saved = way.value.save([putting(['files', `#${file}`], added)]);
      return saved.ok ? ok(savedNow(ctx, id)) : saved;
    }),
  'files.remove': (w, { type, id, file }, ctx) =>
    w.inTransaction(() => {
      const found = find(w, ctx, type, id);
      if (!found.ok) return found;
      const { document, files } = found.value;
      if (type === 'visit' && isWithOffice(visitState(document as Visit))) return fail(alreadyReceived);
      const way = wayOf(w, ctx, type, document, '');
      if (!way.ok) return way;
      const named = files.find((one) => one.id === file);
      if (!named || named.removed !== undefined) return ok(savedNow(ctx, id));
      if (type === 'caseFile' && boundFiles(document as CaseFile).has(file))
        return fail({ tag: 'boundFile' });
      const saved = way.value.save(takingOut(type, named, ctx));
      return saved.ok ? ok(savedNow(ctx, id)) : saved;
    }),
} satisfies Partial<Writes>;
