import { z } from 'zod';
import { isoDate, recordId, shortText, wholeNumber, words } from './common.ts';

export const engagementKinds = ['visit', 'meeting', 'public session', 'event', 'other'] as const;

/**
 * A visit, a meeting or a public session of the Commissioner or the office, whether correspondence led to it or not, and
 * what followed.
 */
export const engagement = z.looseObject({
  id: recordId,
  on: isoDate,
  kind: z.enum(engagementKinds),
  title: shortText,
  place: shortText.optional(),
  area: shortText.optional(),
  constituency: shortText.optional(),
  /** Who went for the office, by name or office. */
  attended: z.array(shortText).max(50),
  themes: z.array(shortText).max(50),
  /** The cases that caused it. */
  cases: z.array(recordId).max(500),
  words: words.optional(),
  decision: words.optional(),
  /** Money that followed, in whole pence. */
  pence: z.int().min(0).optional(),
});
export type Engagement = z.infer<typeof engagement>;

export const assuranceOutcomes = ['assured', 'partly assured', 'not assured', 'withdrawn'] as const;

/** A question put to the Chief Constable in writing, and what became of it (Police Reform and Social Responsibility Act 2011, section 1(7)). */
export const assuranceRequest = z.looseObject({
  id: recordId,
  title: shortText,
  question: words,
  on: isoDate,
  due: isoDate.optional(),
  themes: z.array(shortText).max(50),
  cases: z.array(recordId).max(500),
  answered: isoDate.optional(),
  answer: words.optional(),
  outcome: z.enum(assuranceOutcomes).optional(),
  outcomeWords: words.optional(),
  by: recordId,
});
export type AssuranceRequest = z.infer<typeof assuranceRequest>;

/** A number of one month that the office does not count here, such as subscribers or posts, with its source. */
export const monthlyFigure = z.looseObject({
  id: recordId,
  month: z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/),
  name: shortText,
  value: wholeNumber,
  source: shortText,
});
export type MonthlyFigure = z.infer<typeof monthlyFigure>;
