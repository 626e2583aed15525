import { z } from 'zod';
import { frozen, isoDate, lifeEvent, recordId, shortText, words } from './common.ts';
import {
  allegation,
  applicationMeans,
  assignment,
  bodyAnswers,
  decision,
  declaration,
  draft,
  ending,
  examination,
  importedReview,
  lateness,
  learning,
  notice,
  outcomeGiven,
  qualityCheck,
  routes,
  told,
  validityChecked,
  validityIds,
  wrongBody,
} from './review-parts.ts';
import { correction } from './visit.ts';

/**
 * A review of how the force handled a complaint, which the local policing body decides since 1 February 2020 (Police
 * Reform Act 2002, Schedule 3, paragraphs 6A and 25). Its recommendations are records of their own.
 */
export const review = z.looseObject({
  id: recordId,
  events: z.array(lifeEvent),
  corrections: z.array(correction),
  frozen: frozen.optional(),
  /** The office's own number. */
  reference: z.string().optional(),
  imported: importedReview.optional(),

  /** The day on which this body received the application: its clocks count from here. */
  received: isoDate,
  means: z.enum(applicationMeans).optional(),
  route: z.enum(routes).optional(),
  /** Whoever applies, a record of its own that no visitor ever receives. */
  applicant: recordId.optional(),
  applicantIs: z.enum(['complainant', 'authorised by the complainant', 'neither']).optional(),
  representative: z.looseObject({ person: recordId, authority: isoDate.optional() }).optional(),
  /** Whoever of the office looks after it. */
  caseworker: recordId.optional(),
  /** Reasonable adjustments (Equality Act 2010, section 20): asked about at once, shown wherever somebody writes. */
  adjustments: words.optional(),
  /** Why the applicant disagrees with the outcome. */
  grounds: words.optional(),
  complaint: z
    .looseObject({
      reference: shortText.optional(),
      force: shortText.optional(),
      madeOn: isoDate.optional(),
      words: words.optional(),
    })
    .optional(),
  outcome: outcomeGiven.optional(),
  wrongBodies: z.array(wrongBody).max(20),
  body: bodyAnswers.optional(),
  validity: z.partialRecord(z.enum(validityIds), validityChecked).optional(),
  late: lateness.optional(),

  acknowledged: isoDate.optional(),
  notices: z.array(notice).max(100),
  fileRequested: isoDate.optional(),
  fileReceived: isoDate.optional(),
  assignments: z.array(assignment).max(50),
  declarations: z.array(declaration).max(50),
  allegations: z.array(allegation).max(200),
  examination: examination.optional(),
  /** Everybody who wrote anything of what was found, by their ids. Acceptance alone writes it; older reviews have none. */
  examiners: z.array(z.looseObject({ id: recordId })).optional(),
  drafts: z.array(draft).max(100),
  qualityChecks: z.array(qualityCheck).max(100),
  decisions: z.array(decision).max(20),
  endings: z.array(ending).max(20),
  told: z.array(told).max(500),
  learning: z.array(learning).max(100),
  /** Names of the office's list of themes. */
  themes: z.array(shortText).max(50),
});
export type Review = z.infer<typeof review>;

/**
 * The life of a review. `received` is where it begins, without an event. What ended comes back only with a reason:
 * invalid, withdrawn and forwarded ones to the beginning, a decision that was set aside to the one who decides, a closed
 * one to what is still owed after its decision.
 */
export const reviewMoves = {
  received: ['valid', 'invalid', 'withdrawn', 'forwarded'],
  valid: ['assigned', 'invalid', 'withdrawn', 'forwarded', 'received'],
  assigned: ['returned', 'invalid', 'withdrawn', 'forwarded', 'valid'],
  returned: ['decided', 'invalid', 'withdrawn', 'forwarded', 'assigned'],
  decided: ['closed', 'returned'],
  closed: ['decided'],
  invalid: ['received'],
  withdrawn: ['received'],
  forwarded: ['received'],
} as const satisfies Record<string, readonly string[]>;
export type ReviewState = keyof typeof reviewMoves;
export const reviewStates = Object.keys(reviewMoves) as [ReviewState, ...ReviewState[]];

/** Where a review stands: what its last event says. */
export const reviewState = (r: Pick<Review, 'events'>): ReviewState =>
  (r.events.at(-1)?.to ?? 'received') as ReviewState;

/** How a review counts: each is one of these at any time, so that they add up to those received. */
export const standings = ['open', 'completed', 'invalid', 'withdrawn', 'forwarded'] as const;
export type Standing = (typeof standings)[number];

export const standingOf = (r: Pick<Review, 'events'>): Standing => {
  const state = reviewState(r);
  if (state === 'decided' || state === 'closed') return 'completed';
  return state === 'invalid' || state === 'withdrawn' || state === 'forwarded' ? state : 'open';
};

/** The decision that stands; undefined where none was made or the last was set aside. */
export const standingDecision = (
  r: Pick<Review, 'events' | 'decisions'>,
): Review['decisions'][number] | undefined =>
  standingOf(r) === 'completed' ? r.decisions.at(-1) : undefined;

/** The day on which a review was decided or otherwise ended; undefined while it is open, or where its ending is not said. */
export const endedOn = (
  r: Pick<Review, 'events' | 'decisions' | 'endings' | 'received'>,
): string | undefined => {
  const standing = standingOf(r);
  if (standing === 'open') return undefined;
  const on =
    standing === 'completed' ? r.decisions.at(-1)?.on : r.endings.findLast(({ to }) => to === standing)?.on;
  return on !== undefined && on < r.received ? r.received : on;
};

/** Whoever has the review for examination; undefined while nobody was given it. */
export const assessorOf = (r: Pick<Review, 'assignments'>): string | undefined =>
  r.assignments.at(-1)?.assessor;

/** Everybody who was given it, wrote of what was found or drafted: none of them decides it. */
export const assessorsOf = (r: Pick<Review, 'assignments' | 'drafts' | 'examiners'>): ReadonlySet<string> =>
  new Set([
    ...r.assignments.map(({ assessor }) => assessor),
    ...r.drafts.map(({ by }) => by),
    ...(r.examiners ?? []).map(({ id }) => id),
  ]);

/** Whether nobody has moved or examined it since a file told of it. */
export const isAsImported = (
  r: Pick<Review, 'imported' | 'events' | 'assignments' | 'drafts' | 'examiners'>,
): boolean =>
  r.imported !== undefined && r.events.every(({ by }) => by === 'import') && assessorsOf(r).size === 0;

/**
 * Whether somebody may write of what was found. Whoever may decide the review does not, unless they assess it and so
 * cannot decide it; whoever decided it before never does.
 */
export const mayFind = (
  r: Pick<Review, 'assignments' | 'drafts' | 'examiners' | 'decisions'>,
  { person, roles }: { person: string; roles: readonly string[] },
): boolean =>
  (!roles.includes('decider') || assessorsOf(r).has(person)) && r.decisions.every(({ by }) => by !== person);

/** What the assessor declared who has it now; undefined while nothing is declared. */
export const declarationOf = (
  r: Pick<Review, 'assignments' | 'declarations'>,
): Review['declarations'][number] | undefined => {
  const last = r.assignments.at(-1);
  return last && r.declarations.findLast(({ by, on }) => by === last.assessor && on >= last.on);
};

/** A review as it is when nothing is known but that it was received. */
export const newReview = (r: Pick<Review, 'id' | 'received'>): Review => ({
  events: [],
  corrections: [],
  wrongBodies: [],
  notices: [],
  assignments: [],
  declarations: [],
  allegations: [],
  drafts: [],
  qualityChecks: [],
  decisions: [],
  endings: [],
  told: [],
  learning: [],
  themes: [],
  ...r,
});
