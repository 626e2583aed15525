import { z } from 'zod';
import { caseKinds, mailMarks, message } from '#shared/records/case-parts.ts';
import { isoDate, recordId, shortText } from '#shared/records/common.ts';
import { fileHash, keptKinds } from '#shared/records/file.ts';
import { byId, type Call, caseworkers, largestFile, madeFile, saved } from './call.ts';

/** A file as somebody drops it. */
const dropped = z.object({
  name: shortText,
  /** What is in it, as base64. */
  bytes: z.string().max(largestFile),
});

/** What an e-mail says of itself, with the day and the words, as they may be shown. */
const readMail = message
  .pick({ from: true, to: true, subject: true, on: true, at: true, words: true, cut: true })
  .partial({ on: true })
  .extend(mailMarks.omit({ original: true }).shape);

/** What a case may have to do with an e-mail, in words. */
const nearCase = z.object({
  id: recordId,
  reference: z.string(),
  kind: z.enum(caseKinds),
  received: isoDate,
  summary: z.string().nullable(),
  why: z.array(z.string()),
});

/** What comes in as a file: read in a thread of its own, shown, and then put into a case by somebody. */
export const incomingCalls = {
  /** What a dropped file says. Nothing is kept of it yet. */
  'incoming.read': {
    input: dropped,
    output: z.object({
      name: z.string(),
      kind: z.enum(keptKinds),
      size: z.int(),
      hash: fileHash,
      /** Of an e-mail, or of plain text its words alone. */
      mail: readMail.nullable(),
      words: z.string().nullable(),
      remarks: z.array(z.string()),
    }),
    errors: ['badMail', 'fileKind', 'fileTooLarge'],
    may: caseworkers,
    where: 'app',
    carriesFile: true,
  },
  /**
   * Whether it is kept already, and open cases it may belong to: of the same sender, and with the same subject, the
   * number of the case, or as an answer in the same thread. None of these is enough alone.
   */
  'incoming.near': {
    input: readMail.pick({ id: true, answers: true, address: true, subject: true }).extend({
      words: z.string().max(30_000).default(''),
      hash: fileHash.optional(),
      /** Of the register, whoever is known to have sent it. */
      contact: recordId.optional(),
    }),
    output: z.object({
      kept: z.array(z.object({ id: recordId, reference: z.string() })),
      cases: z.array(nearCase),
    }),
    errors: [],
    may: caseworkers,
    where: 'read',
    of: ['caseFile', 'contact'],
  },
  /** Puts a message with its file into a case, once and for all by its id. */
  'incoming.add': {
    input: byId.extend({
      file: dropped.extend({ id: recordId }),
      message: message
        .pick({
          ...{ id: true, channel: true, on: true, at: true, from: true, to: true, subject: true },
          ...{ words: true, cut: true },
        })
        .strip()
        .extend({ mail: mailMarks.omit({ original: true }).optional() }),
    }),
    output: saved,
    errors: ['notFound', 'destroyed', 'movedOn', 'notTheirCase', 'fileKind', 'fileTooLarge', 'tooManyFiles'],
    may: caseworkers,
    where: 'write',
    carriesFile: true,
  },
  /** One attachment taken out of an e-mail that a case keeps. */
  'incoming.attachment': {
    input: byId.extend({ file: recordId, at: z.int().min(0).max(199) }),
    output: madeFile,
    errors: ['notFound', 'destroyed', 'fileNotHere', 'fileDamaged', 'badMail'],
    may: caseworkers,
    where: 'app',
  },
} as const satisfies Record<string, Call>;
