import type { CaseFile } from '#shared/records/case-file.ts';
import type { AttachedFile } from '#shared/records/file.ts';

type WithFiles = Pick<CaseFile, 'files' | 'redactions'>;

const standing = ({ files = [] }: WithFiles): AttachedFile[] =>
  files.filter(({ removed }) => removed === undefined);

/** A file that may go to whoever asked, with the redacted copies of it that go in its place. */
export type ToSend = {
  readonly file: AttachedFile;
  /** Of which original it is a redacted copy. */
  readonly of?: AttachedFile;
  /** The copies that were made of it, since something in it is not to be seen. */
  readonly copies: readonly AttachedFile[];
};

/** The files of a case in the order in which they are offered to be sent: redacted copies first, originals of them last. */
export const toSend = (c: WithFiles): ToSend[] => {
  const files = standing(c);
  const byId = new Map(files.map((file) => [file.id, file]));
  const all = files.map((file): ToSend => {
    const of = byId.get(c.redactions.find((one) => one.file === file.id)?.of ?? '');
    const copies = c.redactions
      .filter((one) => one.of === file.id)
      .flatMap((one) => byId.get(one.file) ?? []);
    return { file, ...(of && { of }), copies };
  });
  const rank = ({ of, copies }: ToSend) => (of ? 0 : copies.length === 0 ? 1 : 2);
  return all.toSorted((a, b) => rank(a) - rank(b));
};

/** What somebody should know before files leave: an original goes although there is a redacted copy of it. */
export const sendWarnings = (c: WithFiles, chosen: readonly string[]): string[] =>
  toSend(c)
    .filter(({ file, copies }) => chosen.includes(file.id) && copies.length > 0)
    .map(
      ({ file, copies }) =>
        `“${file.name}” is an original of which there is a redacted copy, “${copies.at(-1)?.name}”. Send the copy, or make sure that the original may be seen.`,
    );

/** Whether the redactions of a case stand on files it has: an original and another file that is a copy of it. */
export const redactionsHold = (c: WithFiles): boolean => {
  const files = new Map(standing(c).map((file) => [file.id, file]));
  return c.redactions.every(({ of, file }) => {
    const [original, copy] = [files.get(of), files.get(file)];
    return original !== undefined && copy !== undefined && original.hash !== copy.hash;
  });
};

/** The files that a case cannot lose: what came or went with a message, and the originals and copies of redactions. */
export const boundFiles = (c: Pick<CaseFile, 'messages' | 'redactions'>): Set<string> =>
  new Set([
    ...c.messages.flatMap(({ files = [], mail }) => [...files, ...(mail ? [mail.original] : [])]),
    ...c.redactions.flatMap(({ of, file }) => [of, file]),
  ]);

/** Whether no file that has to stay was taken out of a case, or changed for another under its name. */
export const filesStay = (before: CaseFile, after: CaseFile): boolean => {
  const bound = boundFiles(after);
  const now = new Map(standing(after).map((file) => [file.id, file]));
  return standing(before).every(({ id, hash }) => {
    const still = now.get(id);
    return still ? still.hash === hash : !bound.has(id);
  });
};
