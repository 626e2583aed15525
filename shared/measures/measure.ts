import type { RecordType } from '#shared/records/types.ts';
import type { MeasureResult } from '#shared/views.ts';
import type { CaseFactOf } from './case-facts.ts';
import type { CheckFact, CheckWait } from './check-facts.ts';
import type { ConcernFact, ConcernSpan } from './concern-facts.ts';
import { counterFields, type DetaineeFact, type VisitFact } from './facts.ts';
import type { ReviewFactOf } from './review-facts.ts';
import type { VolunteerFact, VolunteerSpan } from './volunteer-facts.ts';

/**
 * The facts that figures are told over: visits, the detainees entered in them one by one, what happened to concerns
 * on a day, how concerns stood from one day to another, custody records that were checked, the waits they tell, which
 * volunteers joined and left on a day, and which belonged to the scheme from one day to another; what `ReviewFactOf` says of complaint reviews,
 * and `CaseFactOf` of correspondence and what the office did about it.
 */
export type FactOf = {
  visits: VisitFact;
  detainees: DetaineeFact;
  concerns: ConcernFact;
  standing: ConcernSpan;
  checks: CheckFact;
  checkWaits: CheckWait;
  volunteers: VolunteerFact;
  serving: VolunteerSpan;
} & ReviewFactOf &
  CaseFactOf;
export type Over = keyof FactOf;

/** The kinds of facts that say how something stood from one day to another. */
export const standingOver: readonly Over[] = [
  'standing',
  'serving',
  'openReviews',
  'unanswered',
  'openCases',
  'openRequests',
];
export type AnyFact = FactOf[Over];

/** The record that stands behind a fact, in lists of records. */
export const recordBehind = {
  visits: 'visit',
  detainees: 'visit',
  concerns: 'concern',
  standing: 'concern',
  checks: 'recordCheck',
  checkWaits: 'recordCheck',
  volunteers: 'person',
  serving: 'person',
  reviews: 'review',
  openReviews: 'review',
  allegations: 'review',
  recommendations: 'recommendation',
  unanswered: 'recommendation',
  cases: 'caseFile',
  openCases: 'caseFile',
  caseThemes: 'caseFile',
  requests: 'caseFile',
  openRequests: 'caseFile',
  engagements: 'engagement',
  assurance: 'assuranceRequest',
} as const satisfies Record<Over, RecordType>;

/** The fields of a fact that can be added up, and those that hold a word. */
type NumberOf<F> = {
  [K in keyof F & string]: F[K] extends number | null ? K : never;
}[keyof F & string];
type WordOf<F> = Exclude<keyof F & string, NumberOf<F>>;

/** One term of a predicate over facts; all terms of a measure must hold. */
export type Term<F> =
  | { readonly field: WordOf<F>; readonly is: readonly string[] }
  | { readonly field: NumberOf<F>; readonly is: readonly number[] }
  | { readonly field: NumberOf<F>; readonly above: number | 'delayThreshold' }
  | { readonly field: NumberOf<F>; readonly known: true }
  | { readonly either: readonly Term<F>[] };

/**
 * What a fact adds to a figure: one for itself, the sum and difference of fields of it, or one where a field of it
 * holds one of these.
 */
export type Amount<F> =
  | 'each'
  | { readonly plus: readonly NumberOf<F>[]; readonly minus?: readonly NumberOf<F>[] }
  | { readonly holding: { readonly field: WordOf<F>; readonly is: readonly string[] } }
  | { readonly holding: { readonly field: NumberOf<F>; readonly is: readonly number[] } };

type Named = {
  readonly id: string;
  readonly title: string;
  /** The sentence that defines it, as printed beside the figure. */
  readonly definition: string;
  readonly unit: MeasureResult['unit'];
};

type Sum<F> = {
  readonly kind: 'sum';
  readonly of: Amount<F>;
  /** Divides the sum, such as 60 for hours from minutes. */
  readonly per?: number;
};
type Ratio<F> = {
  readonly kind: 'ratio';
  readonly of: Amount<F>;
  readonly to: Amount<F>;
  /** Facts with a blank count in the denominator all the same, where the definition says so. */
  readonly blanksCount?: true;
};

/** The value that a share of the facts is no greater than: 0.5 is the median. */
type Quantile<F> = { readonly kind: 'quantile'; readonly of: NumberOf<F>; readonly at: number };

/** A figure over one kind of facts. Figure and records come from the same predicate, so that they cannot disagree. */
export type MeasureOf<F, O extends string> = Named & {
  readonly over: O;
  readonly where: readonly Term<F>[];
} & (Sum<F> | Ratio<F> | Quantile<F> | { readonly kind: 'mean' | 'max'; readonly of: NumberOf<F> });

export type MeasureOver<O extends Over> = MeasureOf<FactOf[O], O>;

export type VisitMeasure = MeasureOver<'visits'>;
/** Over the detainees entered in reports, one by one. The records behind it are their visits. */
export type DetaineeMeasure = MeasureOver<'detainees'>;

/** A figure from the office's own records (targets, throughput) rather than from facts. */
export type OfficeMeasure = Named & {
  readonly kind: 'office';
  readonly of: 'target' | 'throughput' | 'coverage';
};

export type FactMeasure = { [O in Over]: MeasureOver<O> }[Over];
export type Measure = FactMeasure | OfficeMeasure;

/** What reads a measure reads it alike, whichever facts it is over. */
export type AnyTerm = { [O in Over]: Term<FactOf[O]> }[Over];
export type AnyAmount = { [O in Over]: Amount<FactOf[O]> }[Over];

/** By what facts can be split. Areas of suites are made from suites by whoever asks. */
export const factDimensions = [
  'suite',
  'panel',
  'hour',
  'weekday',
  'method',
  'sex',
  'ageGroup',
  'ethnicity',
  'concernArea',
  'cohort',
  'route',
  'kind',
  'channel',
  'area',
  'constituency',
  'theme',
] as const;
export type FactDimension = (typeof factDimensions)[number];

/** The fields an amount is made of. */
export const fieldsOf = (amount: AnyAmount): readonly string[] => {
  if (amount === 'each') return [];
  return 'holding' in amount ? [amount.holding.field] : [...amount.plus, ...(amount.minus ?? [])];
};

/** What one fact adds to the top of a figure. */
export const amountOf = (m: FactMeasure): AnyAmount =>
  (m.kind === 'mean' || m.kind === 'max' || m.kind === 'quantile' ? { plus: [m.of] } : m.of) as AnyAmount;

/**
 * The fields that must be known for a fact to be among those a measure rests on. Of the others a sum still takes
 * what is known; a ratio, a mean or a maximum leaves them out, so that top and bottom speak of the same facts.
 */
export const neededFields = (m: FactMeasure): readonly string[] => [
  ...new Set([...fieldsOf(amountOf(m)), ...(m.kind === 'ratio' ? fieldsOf(m.to) : [])]),
];

/** Whether facts with a blank still add what they know. */
export const countsBlanks = (m: FactMeasure): boolean =>
  m.kind === 'sum' || (m.kind === 'ratio' && m.blanksCount === true);

/** What is known of a visit and not of each part of it. */
const ofTheVisit = ['suite', 'panel', 'hour', 'weekday', 'method'] as const;
const ofTheCheck = ['suite', 'panel', 'cohort'] as const;
const ofTheConcern = ['suite', 'panel', 'concernArea'] as const;
const ofTheVolunteer = ['panel'] as const;
const ofTheReview = ['route'] as const;
const ofTheCase = ['kind', 'channel', 'area', 'constituency'] as const;

/** The dimensions that are known of each kind of facts. */
export const knownOf: Record<Over, readonly FactDimension[]> = {
  visits: ofTheVisit,
  detainees: [...ofTheVisit, 'sex', 'ageGroup', 'ethnicity'],
  concerns: ofTheConcern,
  standing: ofTheConcern,
  checks: ofTheCheck,
  checkWaits: ofTheCheck,
  volunteers: ofTheVolunteer,
  serving: ofTheVolunteer,
  reviews: ofTheReview,
  openReviews: ofTheReview,
  allegations: ofTheReview,
  recommendations: ofTheReview,
  unanswered: ofTheReview,
  cases: ofTheCase,
  openCases: ofTheCase,
  caseThemes: [...ofTheCase, 'theme'],
  requests: ofTheCase,
  openRequests: ofTheCase,
  engagements: ['area'],
  assurance: [],
};

/**
 * Whether a measure can be told for one part of a dimension. Sex and age group split the detainees entered and, of
 * what is told over visits, the counts of detainees alone; ethnicity is known of detainees entered alone.
 */
export const canSplit = (m: FactMeasure, by: FactDimension): boolean =>
  knownOf[m.over].includes(by) ||
  (m.over === 'visits' && (by === 'sex' || by === 'ageGroup') && isCountOfDetainees(m));

const isCountOfDetainees = (m: VisitMeasure): boolean =>
  m.kind !== 'mean' &&
  m.kind !== 'max' &&
  m.kind !== 'quantile' &&
  neededFields(m).length > 0 &&
  neededFields(m).every((f) => (counterFields as readonly string[]).includes(f)) &&
  !(m.kind === 'ratio' && m.to === 'each');
