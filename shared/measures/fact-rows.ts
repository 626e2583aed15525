import type { CaseClockSettings } from '#shared/cases/clock.ts';
import { type CaseQueued, queuedOf } from '#shared/cases/queue.ts';
import type { Documents } from '#shared/records/registry.ts';
import type { ReviewSettings } from '#shared/reviews/deadlines.ts';
import {
  type AssuranceFact,
  assuranceFacts,
  type CaseFact,
  type CaseFacts,
  type CaseSpan,
  type CaseTheme,
  caseFacts,
  type EngagementFact,
  engagementFacts,
  markFacts,
  type RequestFact,
  type RequestSpan,
} from './case-facts.ts';
import { type CheckAnswer, type CheckFact, type CheckWait, checkFacts } from './check-facts.ts';
import { type ConcernFact, type ConcernSpan, concernFacts } from './concern-facts.ts';
import { type DetaineeFact, facts, type ReasonFact, type SplitFact, type VisitFact } from './facts.ts';
import {
  type AllegationFact,
  type RecommendationFact,
  type RecommendationSpan,
  type ReviewFact,
  type ReviewSpan,
  recommendationFacts,
  reviewFacts,
  type ThemeFact,
} from './review-facts.ts';
import { type VolunteerFact, type VolunteerSpan, volunteerFacts } from './volunteer-facts.ts';

/** The tables of facts, by the names of the store; each row has the day and the record it belongs to. */
export type FactTables = {
  visit_fact: VisitFact;
  split_fact: SplitFact;
  reason_fact: ReasonFact;
  detainee_fact: DetaineeFact;
  concern_fact: ConcernFact;
  concern_span: ConcernSpan;
  check_fact: CheckFact;
  check_wait: CheckWait;
  check_answer: CheckAnswer;
  volunteer_fact: VolunteerFact;
  volunteer_span: VolunteerSpan;
  review_fact: ReviewFact;
  review_span: ReviewSpan;
  allegation_fact: AllegationFact;
  review_theme: ThemeFact;
  recommendation_fact: RecommendationFact;
  recommendation_span: RecommendationSpan;
  case_fact: CaseFact;
  case_span: CaseSpan;
  case_theme: CaseTheme;
  case_queue: CaseQueued;
  request_fact: RequestFact;
  request_span: RequestSpan;
  engagement_fact: EngagementFact;
  assurance_fact: AssuranceFact;
};
export const factTables = [
  'visit_fact',
  'split_fact',
  'reason_fact',
  'detainee_fact',
  'concern_fact',
  'concern_span',
  'check_fact',
  'check_wait',
  'check_answer',
  'volunteer_fact',
  'volunteer_span',
  'review_fact',
  'review_span',
  'allegation_fact',
  'review_theme',
  'recommendation_fact',
  'recommendation_span',
  'case_fact',
  'case_span',
  'case_theme',
  'case_queue',
  'request_fact',
  'request_span',
  'engagement_fact',
  'assurance_fact',
] as const satisfies (keyof FactTables)[];

/** What measures know of one record: rows for the tables it has facts in. */
export type FactRows = { [T in keyof FactTables]?: FactTables[T][] };

type CaseTables = Pick<FactRows, 'case_fact' | 'case_span' | 'case_theme' | 'request_fact' | 'request_span'>;

const caseTables = ({ happened, open, themes, requests, openRequests }: CaseFacts): CaseTables => ({
  case_fact: happened,
  case_span: open,
  case_theme: themes,
  request_fact: requests,
  request_span: openRequests,
});

/** What facts rest on beside their record: holidays, and the lengths of an office's own clocks. */
export type FactSettings = ReviewSettings & CaseClockSettings;

/** What measures know of a record of each type that figures are told from; null while it does not count yet. */
export const factRows = {
  visit: (v: Documents['visit']): FactRows | null => {
    const f = facts(v);
    return (
      f && { visit_fact: [f.visit], split_fact: f.splits, reason_fact: f.reasons, detainee_fact: f.detainees }
    );
  },
  concern: (c: Documents['concern']): FactRows | null => {
    const { happened, stood } = concernFacts(c);
    return { concern_fact: happened, concern_span: stood };
  },
  recordCheck: (c: Documents['recordCheck']): FactRows | null => {
    const f = checkFacts(c);
    return f && { check_fact: [f.check], check_wait: f.waits, check_answer: f.answers };
  },
  person: (p: Documents['person']): FactRows | null => {
    const { happened, served } = volunteerFacts(p);
    return { volunteer_fact: happened, volunteer_span: served };
  },
  recommendation: (one: Documents['recommendation']): FactRows | null => {
    const { happened, unanswered } = recommendationFacts(one);
    return { recommendation_fact: happened, recommendation_span: unanswered };
  },
  engagement: (e: Documents['engagement']): FactRows => ({ engagement_fact: engagementFacts(e) }),
  assuranceRequest: (a: Documents['assuranceRequest']): FactRows => ({ assurance_fact: assuranceFacts(a) }),
  // These three last: where holidays or the lengths of clocks change, they alone are written anew.
  caseFile: (c: Documents['caseFile'], settings: CaseClockSettings = {}): FactRows => ({
    ...caseTables(caseFacts(c, settings)),
    case_queue: queuedOf(c, settings),
  }),
  caseMark: (mark: Documents['caseMark'], settings: CaseClockSettings = {}): FactRows =>
    caseTables(markFacts(mark, settings)),
  review: (r: Documents['review'], settings: ReviewSettings = {}): FactRows | null => {
    const { happened, open, allegations, themes, recommendations } = reviewFacts(r, settings);
    return {
      review_fact: happened,
      review_span: open,
      allegation_fact: allegations,
      review_theme: themes,
      recommendation_fact: recommendations,
    };
  },
};
export type FactType = keyof typeof factRows;
export const factTypes = Object.keys(factRows) as [FactType, ...FactType[]];
