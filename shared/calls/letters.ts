import { z } from 'zod';
import { isoDate, recordId, shortText, words } from '#shared/records/common.ts';
import { escalatedTo } from '#shared/records/concern.ts';
import { letter, template } from '#shared/records/letter.ts';
import { patch } from '#shared/sync/patch.ts';
import { byId, type Call, madeFile, nothing, saved, staff } from './call.ts';

/** What a letter is to be about, from which template, and to whom. */
const planned = z.object({
  about: z.array(recordId).min(1).max(50),
  template: recordId,
  addressee: z.enum(escalatedTo),
});
const written = planned.extend({ to: shortText, subject: shortText, body: words });

/** Whoever writes letters of any part of the office's work; of which, the letter or template itself says. */
const letterWriters = ['panel-coordinator', 'coordinator', 'caseworker'] as const;

/** Letters to the police about concerns, every letter as it was issued, and the templates that they are written from. */
export const lettersCalls = {
  /**
   * Those of the office, and those that an office has before it writes its own (`ours`: not changed yet), of the kinds
   * of letters that whoever asks writes.
   */
  'templates.list': {
    input: nothing,
    output: z.array(z.object({ template, ours: z.boolean() })),
    errors: [],
    may: letterWriters,
    where: 'read',
    of: ['template', 'person'],
  },
  'templates.save': {
    input: z.object({ id: recordId, patch }),
    output: saved,
    errors: ['changedElsewhere', 'letterProblems'],
    may: ['coordinator', 'caseworker'],
    where: 'write',
  },
  /** What a letter about a concern can begin with: which others of its suite may go with it, and whom it is to. */
  'letters.begin': {
    input: byId,
    output: z.object({
      /** Why no letter can be written about it; null where one can. */
      barred: z.string().nullable(),
      suite: z.string().nullable(),
      /** The concern itself first. */
      concerns: z.array(
        z.object({
          id: recordId,
          reference: z.string(),
          raisedOn: isoDate,
          matter: z.string(),
          /** The answer to it is late. */
          late: z.boolean(),
          awaited: z.boolean(),
        }),
      ),
      /** Who owes an answer to the concern itself, and is written to again. */
      owing: z.enum(escalatedTo).nullable(),
      /** Who holds each post, or else to whom the last letter to it went. */
      to: z.record(z.enum(escalatedTo), z.string()),
    }),
    errors: ['notFound', 'destroyed'],
    may: staff,
    where: 'read',
    of: ['concern', 'letter', 'suite'],
  },
  /** The words of a letter, worked out from its template. */
  'letters.draft': {
    input: planned.extend({ to: shortText, due: isoDate.optional() }),
    output: z.object({ subject: z.string(), body: z.string(), due: isoDate }),
    errors: ['notFound', 'letterProblems'],
    may: staff,
    where: 'read',
    of: ['concern', 'template', 'suite', 'setting', 'person', 'visit', 'recordCheck'],
  },
  /** What stands in the way of issuing the words as they are, and what in them looks like a name. */
  'letters.check': {
    input: written,
    output: z.object({
      problems: z.array(z.string()),
      doubts: z.array(z.object({ kind: z.enum(['name', 'dateOfBirth', 'offence']), words: z.string() })),
    }),
    errors: ['notFound'],
    may: staff,
    where: 'read',
    of: ['concern', 'template', 'suite', 'setting', 'person', 'visit', 'recordCheck'],
  },
  /**
   * The letter goes: it is kept, and each concern is escalated by it; a reminder moves nothing. Once and for all by
   * its id.
   */
  'letters.issue': {
    input: written.extend({ id: recordId, due: isoDate, notNames: z.array(z.string().max(300)).max(200) }),
    output: saved,
    errors: ['notFound', 'destroyed', 'letterProblems', 'namesInLetter', 'movedOn', 'noWords'],
    may: staff,
    where: 'write',
  },
  'letters.get': {
    input: byId,
    output: z.object({
      letter,
      office: z.string(),
      notice: z.string().nullable(),
      by: z.string().nullable(),
      /** The mail address of whoever it is to, where they held a post at the suite then. */
      mail: z.string().nullable(),
      concerns: z.array(z.object({ id: recordId, reference: z.string().nullable() })),
      /** The complaint review that it is about. */
      review: z.object({ id: recordId, reference: z.string().nullable() }).nullable(),
    }),
    errors: ['notFound', 'destroyed'],
    may: letterWriters,
    where: 'read',
    of: ['letter', 'setting', 'person', 'concern', 'suite', 'review', 'contact'],
  },
  /** The letter as a Word document, or as a mail ready to send. */
  'letters.file': {
    input: byId.extend({ as: z.enum(['docx', 'mail']) }),
    output: madeFile,
    errors: ['notFound', 'destroyed'],
    may: letterWriters,
    where: 'app',
  },
} as const satisfies Record<string, Call>;
