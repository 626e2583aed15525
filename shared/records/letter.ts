import { z } from 'zod';
import type { Role } from '#shared/roles.ts';
import { isoDate, isoInstant, recordId, shortText, words } from './common.ts';

/**
 * What a letter is for; each has merge fields of its own. A letter of a concern escalates it, a reminder asks again for
 * an answer that is late, and a monthly sheet has cover words.
 */
const policeKinds = ['concern', 'reminder', 'suiteSheet'] as const;
/**
 * Mails to volunteers, which nothing is kept of: their places of the rota, a report that has not come, somebody looked
 * for to go, and thanks for a report, or for a concern that led to something.
 */
export const mailKinds = ['rotaReminder', 'lateReport', 'cover', 'thanksReport', 'thanksConcern'] as const;

/** Letters of a complaint review, in the order of its life. */
export const reviewLetterKinds = [
  'reviewAcknowledgement',
  'reviewInformation',
  'reviewNotice',
  'reviewFile',
  'reviewProgress',
  'reviewInvalid',
  'reviewForwarded',
  'reviewWithdrawn',
  'reviewComplaintWithdrawn',
  'reviewDecision',
  'reviewRecommendation',
  'reviewAnswer',
] as const;
export type ReviewLetterKind = (typeof reviewLetterKinds)[number];

/** Replies to whoever wrote, and what the force is asked. */
export const caseLetterKinds = [
  'caseAcknowledgement',
  'caseAnswer',
  'caseHolding',
  'caseClarification',
  'caseQuestion',
  'caseReminder',
  'caseFollowUp',
  'caseSignposting',
  'caseOutOfRemit',
  'requestAcknowledgement',
  'requestClarification',
  'requestExtension',
  'requestDecision',
  'requestReview',
] as const;
export type CaseLetterKind = (typeof caseLetterKinds)[number];

/**
 * Letters and templates belong to a part of the office's work: what they may be about, who writes its letters, and who
 * its templates. Whoever is named in neither knows of none of them.
 */
export const letterFamilies = {
  scheme: {
    kinds: [...policeKinds, ...mailKinds],
    about: ['concern', 'suiteSheet'],
    writtenBy: ['panel-coordinator', 'coordinator'],
    templatesBy: ['coordinator'],
  },
  reviews: {
    kinds: reviewLetterKinds,
    about: ['review', 'recommendation'],
    writtenBy: ['caseworker'],
    templatesBy: ['caseworker'],
  },
  // What is written of a case is kept within it, and is no letter of its own.
  correspondence: {
    kinds: caseLetterKinds,
    about: [],
    writtenBy: ['caseworker'],
    templatesBy: ['caseworker'],
  },
} as const satisfies Record<
  string,
  {
    kinds: readonly string[];
    about: readonly string[];
    writtenBy: readonly Role[];
    templatesBy: readonly Role[];
  }
>;
export type LetterFamily = keyof typeof letterFamilies;
const families = Object.keys(letterFamilies) as LetterFamily[];

export const letterKinds = [
  ...letterFamilies.scheme.kinds,
  ...letterFamilies.reviews.kinds,
  ...letterFamilies.correspondence.kinds,
] as const;
export type LetterKind = (typeof letterKinds)[number];

const aboutTypes = [
  ...letterFamilies.scheme.about,
  ...letterFamilies.reviews.about,
  ...letterFamilies.correspondence.about,
] as const;

/** The part of the office's work that a kind of letter belongs to. */
export const familyOf = (kind: LetterKind): LetterFamily =>
  families.find((one) => (letterFamilies[one].kinds as readonly string[]).includes(kind)) ?? 'scheme';

/**
 * The words of a kind of letter, which the office edits: plain text with blank lines between paragraphs and merge
 * fields such as `{{reference}}`.
 */
export const template = z.looseObject({
  id: recordId,
  of: z.enum(letterKinds),
  name: shortText,
  subject: shortText,
  body: words,
  retired: z.boolean().optional(),
});
export type Template = z.infer<typeof template>;

/**
 * A letter as it was written: its words are kept, whatever becomes of the template, and so is the day it quotes. One of
 * the visiting scheme names no detainee.
 */
export const letter = z.looseObject({
  id: recordId,
  about: z.array(z.looseObject({ type: z.enum(aboutTypes), id: recordId })).max(200),
  of: z.enum(letterKinds).optional(),
  panel: recordId.optional(),
  template: recordId.optional(),
  to: shortText,
  /** Lines with line breaks, as on an envelope. */
  address: z.string().max(1_000).optional(),
  subject: shortText,
  body: words,
  on: isoDate,
  due: isoDate.optional(),
  by: recordId,
  at: isoInstant,
});
export type Letter = z.infer<typeof letter>;

/** The parts of the office's work that a letter tells of. Those of the scheme were told nothing but its concerns. */
export const familiesOf = ({ about }: Pick<Letter, 'about'>): LetterFamily[] =>
  about.length === 0
    ? ['scheme']
    : families.filter((one) =>
        about.some(({ type }) => (letterFamilies[one].about as readonly string[]).includes(type)),
      );
