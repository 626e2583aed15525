import { z } from 'zod';
import { limits } from '#shared/sync/wire.ts';
import { isoInstant, recordId, shortText } from './common.ts';

/** What can be attached: a scan, a photograph, a note. Told by what is in the file, never by what it is called. */
export const fileKinds = ['application/pdf', 'image/jpeg', 'image/png', 'text/plain'] as const;
export type FileKind = (typeof fileKinds)[number];

/** An e-mail as it came, whole. It is kept of a case alone, once it was read, and never opened as a page. */
export const mailKind = 'message/rfc822';
/** Figures as they were signed off, which are kept of a return alone. */
export const frozenKind = 'application/json';
export const keptKinds = [...fileKinds, mailKind, frozenKind] as const;

/** The files that a report carries at most, and those of a case, which lives for years. */
export const mostFiles = 20;
export const mostCaseFiles = 200;

/** SHA-256 of a whole file, as hex. With the record it is the file's name everywhere but on screen. */
export const fileHash = z.string().regex(/^[0-9a-f]{64}$/);

/** A file that belongs to a record: what is in it lies beside the record, in pieces, and follows it everywhere. */
export const attachedFile = z.looseObject({
  id: recordId,
  hash: fileHash,
  name: shortText,
  kind: z.enum(keptKinds),
  bytes: z.int().min(1).max(limits.file),
  /** When it was taken out again; making the report ready takes it out for good. */
  removed: isoInstant.optional(),
});
export type AttachedFile = z.infer<typeof attachedFile>;

const beginsWith = (bytes: Uint8Array, ...start: number[]): boolean =>
  start.every((byte, i) => bytes[i] === byte);

const isText = (bytes: Uint8Array): boolean => {
  if (bytes.includes(0)) return false;
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
};

/** What kind of file these bytes are, or undefined for one that cannot be attached. */
export const kindOfFile = (bytes: Uint8Array): FileKind | undefined => {
  if (beginsWith(bytes, 0x25, 0x50, 0x44, 0x46, 0x2d)) return 'application/pdf';
  if (beginsWith(bytes, 0xff, 0xd8, 0xff)) return 'image/jpeg';
  if (beginsWith(bytes, 0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a)) return 'image/png';
  return bytes.length > 0 && isText(bytes) ? 'text/plain' : undefined;
};
