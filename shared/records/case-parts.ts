import { z } from 'zod';
import { clockTime, isoDate, isoInstant, recordId, shortText, wholeNumber, words } from './common.ts';

/** What a case is: each kind has its clocks and its steps (`shared/cases/kinds.ts`). */
export const caseKinds = [
  'enquiry',
  'concern',
  'complaint about the force',
  'complaint about the chief constable',
  'complaint about the commissioner',
  'complaint about office staff',
  'complaint about a volunteer',
  'petition',
  'whistle-blowing',
  'compliment',
  'MP or councillor letter',
  'town or parish council',
  'media',
  'copied-in only',
  'FOI request',
  'EIR request',
  'subject access request',
  'data-protection complaint',
  'review-related',
] as const;
export type CaseKind = (typeof caseKinds)[number];

/** How something comes in or goes out. */
export const channels = ['email', 'letter', 'phone', 'web form', 'social', 'in person'] as const;
export type Channel = (typeof channels)[number];

/** Who answered: counted, since people ask how often the Commissioner does. */
export const answerers = ['Commissioner', 'office', 'force'] as const;

/** What something that was sent is for; what came in has none. */
export const purposes = [
  'acknowledgement',
  'answer',
  'holding reply',
  'clarification',
  'question to the force',
  'reminder to the force',
  'follow-up',
  'other',
] as const;
export type Purpose = (typeof purposes)[number];

/**
 * What an e-mail says of itself, by which it is known again and its answers find their case, and what is in it: read
 * from the original, which is a file of the case and stays whole.
 */
export const mailMarks = z.looseObject({
  original: recordId,
  id: z.string().max(500).optional(),
  answers: z.array(z.string().max(500)).max(50).optional(),
  /** The address alone, in small letters. */
  address: z.string().max(500).optional(),
  attached: z
    .array(z.looseObject({ name: z.string().max(200), kind: z.string().max(100), bytes: z.int().min(0) }))
    .max(200),
});

/**
 * Something that was said to the office or by it, as it was: an e-mail, a letter, a call. What was longer than `words`
 * holds is whole in its file.
 */
export const message = z.looseObject({
  id: recordId,
  direction: z.enum(['in', 'out']),
  channel: z.enum(channels),
  on: isoDate,
  at: clockTime.optional(),
  /** When it was written down here, and by whom. */
  kept: isoInstant,
  by: recordId,
  /** As it names them: whoever they are in the register is said by the case. */
  from: z.string().max(500).optional(),
  to: z.string().max(2_000).optional(),
  subject: z.string().max(1_000).optional(),
  words: words.optional(),
  /** True where `words` holds the beginning alone. */
  cut: z.boolean().optional(),
  /** Of the case's files, those that came or went with it, the original e-mail among them. */
  files: z.array(recordId).max(50).optional(),
  mail: mailMarks.optional(),
  purpose: z.enum(purposes).optional(),
  approved: z.looseObject({ by: recordId, at: isoInstant }).optional(),
});
export type Message = z.infer<typeof message>;

/** A reply while it is written, asked to be approved where its kind wants that, and then sent as a message. */
export const replyDraft = z.looseObject({
  id: recordId,
  purpose: z.enum(purposes),
  channel: z.enum(channels),
  to: z.string().max(2_000).optional(),
  subject: z.string().max(1_000).optional(),
  words,
  template: recordId.optional(),
  /** Of the case's files, those that somebody chose to go with it. */
  files: z.array(recordId).max(50).optional(),
  /** Of a question to the force: by when an answer is asked for; of a reminder: which question it is about. */
  due: isoDate.optional(),
  ask: recordId.optional(),
  by: recordId,
  at: isoInstant,
  /** When it was given to somebody to approve. */
  asked: isoInstant.optional(),
  /** Approved as it stood; whatever is written afterwards takes it away. */
  approved: z.looseObject({ by: recordId, at: isoInstant }).optional(),
  /** Why it was given back. */
  returned: words.optional(),
});
export type ReplyDraft = z.infer<typeof replyDraft>;

/** Something the force is asked, by when, how often it was chased, and whether what it promised was done. */
export const forceAsk = z.looseObject({
  id: recordId,
  on: isoDate,
  by: recordId,
  to: shortText,
  question: words,
  due: isoDate,
  chased: z.array(z.looseObject({ id: recordId, on: isoDate, by: recordId })).max(50),
  answered: isoDate.optional(),
  answer: words.optional(),
  /** That the thing was done, and not only promised. */
  done: z.looseObject({ on: isoDate, by: recordId, words: words.optional() }).optional(),
});
export type ForceAsk = z.infer<typeof forceAsk>;

/** A time in which the office's own clocks stand still, and why. Statutory clocks know their own reasons alone. */
export const hold = z.looseObject({
  id: recordId,
  from: isoDate,
  until: isoDate.optional(),
  why: words,
  by: recordId,
});

/** Somebody's life or safety may be at stake: who was told, when and how. It is never left to saving. */
export const risk = z.looseObject({
  words,
  by: recordId,
  at: isoInstant,
  told: z
    .array(z.looseObject({ id: recordId, who: shortText, on: isoDate, at: clockTime, by: recordId }))
    .max(50),
});

/** A step that a kind of case asks for, such as the recording decision of a complaint about the chief constable. */
export const caseStep = z.looseObject({
  id: recordId,
  what: shortText,
  on: isoDate,
  by: recordId,
  words: words.optional(),
});

export const caseNote = z.looseObject({ id: recordId, at: isoInstant, by: recordId, words });

export const closing = z.looseObject({
  id: recordId,
  on: isoDate,
  by: z.string().max(100),
  outcome: shortText.optional(),
  words: words.optional(),
});

/** A copy in which something is made illegible, beside the original that nobody touches, with the reason for each. */
export const redaction = z.looseObject({
  id: recordId,
  of: recordId,
  file: recordId,
  reasons: z.array(z.looseObject({ id: recordId, place: shortText, reason: shortText })).max(500),
  by: recordId,
  on: isoDate,
});

export const proofsOf = ['identity', 'authority'] as const;
export const requestOutcomes = ['granted', 'part', 'refused', 'not held'] as const;
export type RequestOutcome = (typeof requestOutcomes)[number];

/**
 * What a request for information adds to a case: under the Freedom of Information Act 2000, the Environmental
 * Information Regulations 2004 or Article 15 of the UK GDPR, as its kind says.
 */
export const informationRequest = z.looseObject({
  /** What was asked for, as the office understands it. */
  asked: words.optional(),
  /** Proof of who asks, of authority to act for somebody: a subject access clock begins with the later of them. */
  proofs: z
    .array(
      z.looseObject({
        id: recordId,
        of: z.enum(proofsOf),
        asked: isoDate,
        received: isoDate.optional(),
        by: recordId,
      }),
    )
    .max(10),
  clarifications: z
    .array(
      z.looseObject({
        id: recordId,
        asked: isoDate,
        received: isoDate.optional(),
        words: words.optional(),
        by: recordId,
      }),
    )
    .max(20),
  /** In whole pence. */
  fee: z.looseObject({ noticed: isoDate, pence: wholeNumber, paid: isoDate.optional() }).optional(),
  /** More time, told to whoever asks, with its lawful ground. */
  extension: z.looseObject({ on: isoDate, id: shortText, ground: words, by: recordId }).optional(),
  exemptions: z
    .array(
      z.looseObject({
        id: recordId,
        provision: shortText,
        words: words.optional(),
        /** The balance of the public interest, where the provision asks for it. */
        publicInterest: words.optional(),
      }),
    )
    .max(50),
  decision: z
    .looseObject({ outcome: z.enum(requestOutcomes), on: isoDate, by: recordId, words: words.optional() })
    .optional(),
  internalReviews: z
    .array(
      z.looseObject({
        id: recordId,
        asked: isoDate,
        by: recordId,
        reviewer: recordId.optional(),
        /** Told to whoever asked, where it is exceptionally difficult. */
        extension: z.looseObject({ on: isoDate, ground: words, by: recordId }).optional(),
        decided: isoDate.optional(),
        outcome: z.enum(['upheld', 'overturned', 'part']).optional(),
        words: words.optional(),
      }),
    )
    .max(10),
  /** What the disclosure log publishes of it, naming nobody. */
  disclosure: z.looseObject({ title: shortText, summary: words, on: isoDate, by: recordId }).optional(),
});
export type InformationRequest = z.infer<typeof informationRequest>;

/** Where an imported case came from. Blank in its file is unknown. */
export const importedCase = z.looseObject({
  reference: z.string().min(1).max(200),
  file: z.string().max(200),
  /** Its cells as the files imported so far last said them, by column. */
  said: z.record(z.string(), z.string().max(1_000)).optional(),
  /**
   * False where its file speaks of acknowledgements. Otherwise that none is known says nothing, as of what was imported
   * before this was kept.
   */
  acknowledgementUnknown: z.boolean().optional(),
});
