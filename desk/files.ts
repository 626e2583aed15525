import { bytesHere, filesOf, readFile, writeFile } from '#db/files.ts';
import { saveOpen } from '#db/office.ts';
import type { Reader } from '#db/sql.ts';
import { isJoined } from '#db/sync/membership.ts';
import type { Output } from '#shared/contract.ts';
import { type AttachedFile, kindOfFile, mostFiles } from '#shared/records/file.ts';
import { isOpenState, isWithOffice, filesOf as standingFiles, type Visit } from '#shared/records/visit.ts';
import { fail, ok } from '#shared/result.ts';
import { type Patch, putting } from '#shared/sync/patch.ts';
import { limits } from '#shared/sync/wire.ts';
import { author, type Reads, type Writes } from './context.ts';
import { correct } from './corrections.ts';
import { alreadyReceived, find, savedNow, writtenElsewhere } from './visit-steps.ts';

const noFile = { tag: 'notFound', what: 'file' } as const;

/** Where the files are that stand in a report. A store that is its own office has what it has. */
export const whereFilesAre = (r: Reader, v: Visit): Output<'visits.get'>['files'] => {
  if (!v.files) return [];
  const known = filesOf(r, 'visit', v.id);
  const alone = !isJoined(r);
  return standingFiles(v).map(({ id, hash }) => {
    const file = known.get(hash);
    return { id, here: file?.here === 1, sent: alone || file?.sent === 1 };
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

export const fileReads = {
  'visits.file': (r, { id, file }) => {
    const found = find(r, id);
    if (!found.ok) return found;
    const named = found.value.document.files?.find((one) => one.id === file);
    if (!named) return fail(noFile);
    const place = { type: 'visit', record: id, hash: named.hash } as const;
    if (bytesHere(r, place) < named.bytes) return fail({ tag: 'fileNotHere' });
    return ok({ name: named.name, kind: named.kind, bytes: readFile(r, place).toString('base64') });
  },
} satisfies Partial<Reads>;

export const fileWrites = {
  'visits.addFile': (w, { id, file, name, bytes: text, reason = '' }, ctx) =>
    w.inTransaction(() => {
      const found = find(w, id);
      if (!found.ok) return found;
      const { document, state } = found.value;
      if (document.files?.some((one) => one.id === file)) return ok(savedNow(ctx, id));
      if (!isOpenState(state) && !isWithOffice(state)) return fail(alreadyReceived);
      const elsewhere = isOpenState(state) ? writtenElsewhere(w, id) : undefined;
      if (elsewhere) return elsewhere;
      if (isWithOffice(state) && reason.trim() === '') return fail({ tag: 'noReason' });
      const bytes = bytesOf(text);
      const kind = bytes && kindOfFile(bytes);
      if (!bytes || !kind) return fail({ tag: 'fileKind' });
      if (bytes.length > limits.file) return fail({ tag: 'fileTooLarge', most: limits.file });
      const standing = standingFiles(document);
      if (standing.length >= mostFiles) return fail({ tag: 'tooManyFiles', most: mostFiles });
      const hash = writeFile(w, 'visit', id, bytes);
      // The same paper twice is the same paper.
      if (standing.some((one) => one.hash === hash)) return ok(savedNow(ctx, id));
      const added: AttachedFile = { id: file, hash, name, kind, bytes: bytes.length };
      const patch = [putting(['files', `#${file}`], added)];
      const saved = isWithOffice(state)
        ? correct(w, ctx, document, patch, reason.trim())
        : saveOpen(w, author(ctx), 'visit', id, patch, found.value);
      return saved.ok ? ok(savedNow(ctx, id)) : saved;
    }),
} satisfies Partial<Writes>;
