import { z } from 'zod';
import { answer } from './answer.ts';
import { clockTime, isoDate, isoInstant, recordId, shortText, words } from './common.ts';
import { ageGroups, notAvailableReasons, notOfferedReasons, sexes } from './ladder.ts';

/** Where a detainee stands in the count ladder: each is in exactly one of these. */
export const contactStates = ['accepted', 'declined', 'notAvailable', 'notOffered'] as const;
export type ContactState = (typeof contactStates)[number];

/** Self-defined ethnicity by the five groups of the census; optional, and never anything but a total in a return. */
export const ethnicities = ['asian', 'black', 'mixed', 'white', 'other', 'not stated'] as const;

/** Whether the custody record may be read. The presumption is in favour for someone who cannot be asked. */
export const recordConsents = ['given', 'refused', 'could not be asked'] as const;

/** How a group of questions was closed without filling in its answers, or opened. */
export const closings = ['no concerns', 'to report', 'not asked'] as const;
export type Closing = (typeof closings)[number];

/** What every part of a report holds that a form's own questions write in: a visit, a detainee, a matter, a call. */
export const answered = {
  /** Answers to the form's own questions, by the question's id. */
  answers: z.record(z.string().max(100), answer).optional(),
  /** How each group of questions was closed, by the section's id. */
  groups: z.record(z.string().max(100), z.enum(closings)).optional(),
  /** Where a question's answer is shared with custody against the form's rule, or kept from it: by the question's id. */
  shared: z.record(z.string().max(100), z.boolean()).optional(),
};

/** An item of a list inside a report: lists keep the order of `order`, and an item put aside keeps its place. */
export const listed = {
  id: recordId,
  order: z.string().max(100),
  /** When the item was put aside, which can be undone until the report is made ready. */
  removed: isoInstant.optional(),
};

/**
 * One detainee of a visit, known by custody record number only. A stub is number and state; the rest follows, and
 * everything not yet answered is absent.
 */
export const detainee = z.looseObject({
  ...listed,
  ...answered,
  custodyNumber: z.string().max(60).optional(),
  seen: z
    .looseObject({
      state: z.enum(contactStates).optional(),
      /** Why not available or not offered: one of the reasons of the count ladder. */
      reason: z.string().max(100).optional(),
      /** Seen but not spoken to: a tag on the state, never a further branch. */
      observed: z.boolean().optional(),
      /** Custody record checked without seeing the person: likewise a tag. */
      record: z.boolean().optional(),
    })
    .optional(),
  ageGroup: z.enum(ageGroups).optional(),
  sex: z.enum(sexes).optional(),
  vulnerable: z.boolean().optional(),
  ethnicity: z.enum(ethnicities).optional(),
  /** When they came into custody; without a day, within the 24 hours before the visit. */
  arrived: z.looseObject({ on: isoDate.optional(), at: clockTime.optional() }).optional(),
  consentRecord: z.enum(recordConsents).optional(),
  /** Access denied to this one person: only by an inspector or above, on a ground in the Code (Code of Practice 2013). */
  denial: z
    .looseObject({
      officer: shortText.optional(),
      ground: words.optional(),
      /** Recorded in the visitors' report, and in the custody record: both are owed. */
      inReport: z.boolean().optional(),
      inCustodyRecord: z.boolean().optional(),
    })
    .optional(),
});
export type Detainee = z.infer<typeof detainee>;

/** The reasons that are asked for in each state; somebody who was offered a conversation needs none. */
const reasonsIn: Partial<Record<ContactState, readonly string[]>> = {
  notAvailable: notAvailableReasons,
  notOffered: notOfferedReasons,
};

/**
 * How a detainee was met, as it is told and counted. What was answered for another state before this one stays in the
 * document, hidden, and is not told: why somebody was not available who was spoken to after all.
 */
export const metAs = ({ seen }: Pick<Detainee, 'seen'>) => {
  const { state, reason, observed, record } = seen ?? {};
  const apart = state !== undefined && state !== 'accepted';
  const asked = (state && reasonsIn[state]) ?? [];
  return {
    state,
    reason: reason !== undefined && asked.includes(reason) ? reason : undefined,
    observed: apart && observed === true,
    record: apart && record === true,
  };
};

/** What became of a matter on the day: three different things, and never one "resolved". */
export const matterOutcomes = ['already addressed', 'resolved', 'outstanding'] as const;

/** Something asked for or raised on the day, for one detainee or the suite: the lines of the station action sheet. */
export const matter = z.looseObject({
  ...listed,
  ...answered,
  detainee: recordId.optional(),
  what: words.optional(),
  toldTo: shortText.optional(),
  answer: words.optional(),
  promisedBy: z.string().max(100).optional(),
  outcome: z.enum(matterOutcomes).optional(),
});
export type Matter = z.infer<typeof matter>;

/** One telephone call or word of the urgent route: who was told what, and when. Saving tells nobody. */
export const call = z.looseObject({
  ...listed,
  ...answered,
  told: shortText.optional(),
  number: z.string().max(50).optional(),
  on: isoDate.optional(),
  at: clockTime.optional(),
  what: words.optional(),
  answer: words.optional(),
});
export type UrgentCall = z.infer<typeof call>;
