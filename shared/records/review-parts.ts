import { z } from 'zod';
import { isoDate, isoInstant, recordId, shortText, wholeNumber, words } from './common.ts';

/**
 * The two routes to a review: paragraph 6A of Schedule 3 to the Police Reform Act 2002 where the complaint was handled
 * otherwise than by investigation, paragraph 25 where the appropriate authority investigated it.
 */
export const routes = ['not investigated', 'investigated'] as const;
export type Route = (typeof routes)[number];

/** What the route rests on, as letters quote it. */
export const routeBasis: Record<Route, string> = {
  'not investigated': 'Police Reform Act 2002, Schedule 3, paragraph 6A',
  investigated: 'Police Reform Act 2002, Schedule 3, paragraph 25',
};

/** How an application reached the body. */
export const applicationMeans = ['form', 'e-mail', 'letter', 'telephone', 'in person', 'forwarded'] as const;

/** The day from which the 28 days count: bodies differ, so it is said which was taken. Files of earlier reviews may not. */
export const outcomeDays = ['letter dated', 'sent', 'received', 'not said'] as const;

/** What the complainant was told, when, and which of the days counts. */
export const outcomeGiven = z.looseObject({
  letterDated: isoDate.optional(),
  sent: isoDate.optional(),
  received: isoDate.optional(),
  /** The day it was provided, where nobody says which of these that was. */
  provided: isoDate.optional(),
  counts: z.enum(outcomeDays).optional(),
});

/** A stay of the application with a body that does not decide it: that time is left out (SI 2020/2, regulation 29(3)). */
export const wrongBody = z.looseObject({
  id: recordId,
  body: shortText,
  received: isoDate,
  /** The day it was sent on: the application counts as made that day (Schedule 3, paragraph 32). */
  forwarded: isoDate.optional(),
});

/** The seven questions of regulation 32 of SI 2020/2, by name; their words are in `shared/reviews/body.ts`. */
export const bodyQuestionIds = [
  'seniorOfficer',
  'seriousConduct',
  'referred',
  'treatedAsReferred',
  'sameIncident',
  'partWithin',
  'ownAuthority',
] as const;
export type BodyQuestionId = (typeof bodyQuestionIds)[number];

/** The two bodies that may decide a review. */
export const reviewBodies = ['local policing body', 'IOPC'] as const;
export type ReviewBody = (typeof reviewBodies)[number];

/** The answers to the seven questions; what follows from them is derived, and set aside only with a reason. */
export const bodyAnswers = z.looseObject({
  answers: z.partialRecord(
    z.enum(bodyQuestionIds),
    z.looseObject({ answer: z.enum(['yes', 'no']), words: words.optional() }),
  ),
  override: z
    .looseObject({ body: z.enum(reviewBodies), reason: words, by: recordId, on: isoDate })
    .optional(),
});

/** What is looked at before an application is taken as valid; titles and law are in `shared/reviews/validity.ts`. */
export const validityIds = [
  'writing',
  'described',
  'complaintDate',
  'force',
  'outcomeDate',
  'applicant',
  'recorded',
  'outcomeGiven',
  'thisBody',
  'inTime',
  'notDuplicate',
  'notWithdrawn',
] as const;
export type ValidityId = (typeof validityIds)[number];

export const validityResults = ['pass', 'fail', 'waived'] as const;
export const validityChecked = z.looseObject({
  result: z.enum(validityResults),
  reason: words.optional(),
  by: recordId,
  on: isoDate,
});

/** Whether an application made late is taken all the same, because of special circumstances, by whom and why. */
export const lateness = z.looseObject({
  accepted: z.boolean(),
  reasons: words,
  by: recordId,
  on: isoDate,
});

/** Who is given notice that an application was received (Schedule 3, paragraphs 6A(3) and 25(1C)). */
export const noticeTo = ['appropriate authority', 'interested persons', 'person complained against'] as const;
export const notice = z.looseObject({
  id: recordId,
  to: z.enum(noticeTo),
  on: isoDate,
  by: recordId,
  /** Why no notice was given, where the law or good sense asks for none: nobody is complained against, for instance. */
  notNeeded: words.optional(),
  letter: recordId.optional(),
});

/** Somebody to whom the review was given for examination: of the office's own, or from outside. */
export const assignment = z.looseObject({
  id: recordId,
  assessor: recordId,
  external: z.boolean(),
  on: isoDate,
  by: recordId,
});

/** What an assessor declared about conflicts of interest before examining it. */
export const declaration = z.looseObject({
  id: recordId,
  by: recordId,
  on: isoDate,
  conflict: z.boolean(),
  words: words.optional(),
});

export const examinationFindings = ['upheld', 'not upheld'] as const;
export type ExaminationFinding = (typeof examinationFindings)[number];

/** What is said under each prompt, by its name: an office may have prompts of its own. */
const said = z.record(z.string().max(100), words);

export const examination = z.looseObject({
  said: said.optional(),
  /** Upheld: the outcome was not reasonable and proportionate. */
  finding: z.enum(examinationFindings).optional(),
  reasons: words.optional(),
});

/** One of the allegations of the complaint: what the force decided, why the applicant disagrees, what was found. */
export const allegation = examination.extend({
  id: recordId,
  text: words,
  /** By name, as the office's table of categories has it; letters of older tables are optional there. */
  category: shortText.optional(),
  subcategory: shortText.optional(),
  factors: z.array(shortText).max(50).optional(),
  forceDecision: words.optional(),
  grounds: words.optional(),
});
export type Allegation = z.infer<typeof allegation>;

/** A version of the assessor's draft: kept as it was, a later one stands beside it. */
export const draft = z.looseObject({
  id: recordId,
  words,
  recommends: z.enum(examinationFindings).optional(),
  by: recordId,
  at: isoInstant,
});

export const qualityCheck = z.looseObject({
  id: recordId,
  draft: recordId,
  passed: z.boolean(),
  words: words.optional(),
  by: recordId,
  on: isoDate,
});

/** A decision of the Commissioner, or of somebody to whom it is delegated. Of several the last stands. */
export const decision = z.looseObject({
  id: recordId,
  /** Absent only where a file of earlier reviews does not say. */
  decision: z.enum(examinationFindings).optional(),
  by: z.string().max(100),
  on: isoDate,
  /** The part of the scheme of delegation under which a delegate decides; absent where the Commissioner does. */
  delegation: shortText.optional(),
  reasons: words.optional(),
});

/** What ends a review without a decision on the outcome of the complaint. */
export const endingKinds = ['invalid', 'withdrawn', 'forwarded'] as const;
export type EndingKind = (typeof endingKinds)[number];
export const ending = z.looseObject({
  id: recordId,
  to: z.enum(endingKinds),
  on: isoDate,
  by: z.string().max(100),
  reasons: words.optional(),
  /** The application alone, or the complaint too, of which the appropriate authority is told (regulation 38). */
  withdrawn: z.enum(['application', 'complaint']).optional(),
});

/** What applicants and authorities are told, beside the acknowledgement. */
export const tellings = [
  'information request',
  'progress',
  'outcome',
  'recommendation',
  'invalid',
  'forwarded',
  'withdrawn',
  'complaint withdrawn',
] as const;
export const told = z.looseObject({
  id: recordId,
  what: z.enum(tellings),
  on: isoDate,
  by: recordId,
  letter: recordId.optional(),
  /** The date by which something was promised, as the letter quotes it. */
  quoted: isoDate.optional(),
});

/** Apart from recommendations, and also where a review is not upheld: what the force or the body may learn. */
export const learning = z.looseObject({
  id: recordId,
  kind: z.enum(['observation', 'learning']),
  words,
  on: isoDate,
  by: recordId,
});

/** Where an imported review came from, and what its file counts without naming it. Blank is unknown. */
export const importedReview = z.looseObject({
  reference: z.string().min(1).max(200),
  file: z.string().max(200),
  /** Its file has no column that says whether it was acknowledged. */
  acknowledgementUnknown: z.boolean().optional(),
  /** It says what was decided and not when: counted on the day of receipt, and no days are told of it. */
  dayUnknown: z.boolean().optional(),
  allegations: wholeNumber.optional(),
  allegationsUpheld: wholeNumber.optional(),
  recommendations: wholeNumber.optional(),
  recommendationsAccepted: wholeNumber.optional(),
});
