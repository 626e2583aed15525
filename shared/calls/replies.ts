import { z } from 'zod';
import { answerers, channels, message, purposes, replyDraft } from '#shared/records/case-parts.ts';
import { clockTime, isoDate, recordId, words } from '#shared/records/common.ts';
import { template } from '#shared/records/letter.ts';
import { byId, type Call, caseworkers, madeFile, saved } from './call.ts';

const gone = ['notFound', 'destroyed'] as const;
const step = [...gone, 'movedOn', 'notTheirCase'] as const;
const write = { output: saved, may: caseworkers, where: 'write' } as const;
const ofDraft = byId.extend({ draft: recordId });

/** Replies to whoever wrote and questions to the force, written within a case; and calls that were taken or made. */
export const repliesCalls = {
  /** What a reply can begin with. */
  'replies.begin': {
    input: byId,
    output: z.object({
      templates: z.array(z.object({ template, purpose: z.enum(purposes), toForce: z.boolean() })),
      /** Where whoever wrote is reached, by mail. */
      to: z.string().nullable(),
      /** Which purposes somebody else approves before they go. */
      approved: z.array(z.enum(purposes)),
    }),
    errors: gone,
    may: caseworkers,
    where: 'read',
    of: ['caseFile', 'contact', 'template', 'setting'],
  },
  /** The words of a template for this case. A field that only its writer can fill stays in sight. */
  'replies.words': {
    input: byId.extend({ template: recordId, due: isoDate.optional(), ask: recordId.optional() }),
    output: z.object({ subject: z.string(), body: z.string(), purpose: z.enum(purposes) }),
    errors: gone,
    may: caseworkers,
    where: 'read',
    of: ['caseFile', 'contact', 'template', 'setting', 'person'],
  },
  /** Keeps a draft as it is now. Whatever was approved, or asked to be, is so no more once its words are others. */
  'replies.save': {
    input: byId.extend({
      draft: replyDraft
        .pick({
          ...{ id: true, purpose: true, channel: true, to: true, subject: true, words: true },
          ...{ template: true, files: true, due: true, ask: true },
        })
        .strip(),
    }),
    errors: [...step, 'letterProblems'],
    ...write,
  },
  'replies.discard': { input: ofDraft, errors: step, ...write },
  /** Gives a draft to somebody else to approve. */
  'replies.ask': { input: ofDraft, errors: [...step, 'letterProblems'], ...write },
  /** Approves a draft, or gives it back with a reason. Nobody approves their own. */
  'replies.approve': {
    input: ofDraft.extend({
      approve: z.boolean(),
      why: words.default(''),
      /** What was read of it: if anything of that is other by now, nothing is approved. */
      read: replyDraft.pick({ to: true, subject: true, words: true, files: true }).strip(),
    }),
    output: saved,
    errors: [...step, 'noReason', 'ownReply'],
    may: ['caseworker', 'decider'],
    where: 'write',
  },
  /** It went: the words are kept as a message, with their effect on the case. Once and for all by the draft's id. */
  'replies.send': {
    input: ofDraft.extend({
      on: isoDate.optional(),
      at: clockTime.optional(),
      /** Of an answer: who answered. */
      by: z.enum(answerers).default('office'),
    }),
    errors: [...step, 'letterProblems', 'notApproved'],
    ...write,
  },
  /** A call, or another talk, that was had: it stands as it was noted. */
  'replies.spoke': {
    input: byId.extend({
      message: message
        .pick({ id: true, direction: true, on: true, at: true, from: true, to: true })
        .extend({ channel: z.enum(channels).default('phone'), words: words.min(1) })
        .strip(),
    }),
    errors: step,
    ...write,
  },
  /** What is needed to put something that was sent on paper. */
  'replies.paper': {
    input: byId.extend({ message: recordId }),
    output: z.object({
      message,
      office: z.string(),
      notice: z.string().nullable(),
      reference: z.string(),
      files: z.array(z.object({ id: recordId, name: z.string(), kind: z.string() })),
    }),
    errors: gone,
    may: caseworkers,
    where: 'read',
    of: ['caseFile', 'setting'],
  },
  /** Something that was sent as a mail ready to go, with its files, or as a Word document. */
  'replies.file': {
    input: byId.extend({ message: recordId, as: z.enum(['docx', 'mail']) }),
    output: madeFile,
    errors: [...gone, 'fileNotHere', 'fileDamaged'],
    may: caseworkers,
    where: 'app',
  },
} as const satisfies Record<string, Call>;
