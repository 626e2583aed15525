import { answerTo, type Recommendation } from '#shared/records/recommendation.ts';
import { endedOn, type Review, reviewState, standingDecision, standingOf } from '#shared/records/review.ts';
import { daysTaken } from '#shared/reviews/days.ts';
import { isInTarget, type ReviewSettings } from '#shared/reviews/deadlines.ts';

/** What happens to reviews and is counted; each of the last four at most once in the life of a review. */
export const reviewHappenings = ['received', 'completed', 'invalid', 'withdrawn', 'forwarded'] as const;

/** By what a review and all that belongs to it is split. */
type OfReview = {
  id: string;
  /** The day on which it happened, or from which it stood so. */
  date: string;
  /** Its place among what is known of the record. */
  place: number;
  route: string | null;
};

/**
 * Something that happened to a review on a day. What was reopened counts with the ending that then stands, and as open
 * until then: so those received add up to those open and those ended, whenever one asks.
 */
export type ReviewFact = OfReview & {
  what: (typeof reviewHappenings)[number];
  decision: string | null;
  /** Of a review received: whether it was found valid. 0 and 1, null where nobody has said yet. */
  valid: number | null;
  /** Of a review received: acknowledged within the target; null where its file does not say. */
  acknowledgedInTarget: number | null;
  /** Of a review completed. */
  completedInTarget: number | null;
  workingDays: number | null;
  calendarDays: number | null;
};

/** From when to when a review was open; null where it still is. */
export type ReviewSpan = OfReview & { until: string | null };

/** Allegations by the day on which their review was received: one at a time, or as many as a file counts. */
export type AllegationFact = OfReview & {
  category: string | null;
  subcategory: string | null;
  number: number;
  /** How many of them were upheld; null where nothing was found of them yet. */
  upheld: number | null;
};

/** A theme of a review on the day it was received, and again on the day it was completed. */
export type ThemeFact = OfReview & {
  what: 'received' | 'completed';
  theme: string;
  decision: string | null;
};

export const recommendationHappenings = ['made', 'accepted', 'in part', 'refused'] as const;

/** Recommendations made and answered: one at a time, or as many as a file counts. */
export type RecommendationFact = OfReview & {
  what: (typeof recommendationHappenings)[number];
  kind: string | null;
  number: number;
};

/** From when to when the force owed an answer to a recommendation. */
export type RecommendationSpan = OfReview & { kind: string; until: string | null };

/** The facts that the figures of reviews are told over. */
export type ReviewFactOf = {
  reviews: ReviewFact;
  openReviews: ReviewSpan;
  allegations: AllegationFact;
  recommendations: RecommendationFact;
  unanswered: RecommendationSpan;
};

export type ReviewFacts = {
  happened: ReviewFact[];
  open: ReviewSpan[];
  allegations: AllegationFact[];
  themes: ThemeFact[];
  recommendations: RecommendationFact[];
};

const numbered = <T extends object>(r: { id: string; route?: string | undefined }, rows: readonly T[]) =>
  rows.map((row, place) => ({ id: r.id, route: r.route ?? null, place, ...row }));

const asNumber = (is: boolean | null): number | null => (is === null ? null : Number(is));

const isInvalid = (r: Review): boolean => reviewState(r) === 'invalid';

/** Whether it was found valid: taken on, and not found invalid later. Null where nobody has said yet. */
const foundValid = (r: Review): boolean | null => {
  if (isInvalid(r)) return false;
  const reopened = r.events.findLastIndex(({ to }) => to === 'received');
  return r.events.slice(reopened + 1).some(({ to }) => to === 'valid') ? true : null;
};

/** Whether it was acknowledged in time; one that is not acknowledged is not, unless its file does not speak of it. */
const acknowledgedInTarget = (r: Review, settings: ReviewSettings): boolean | null => {
  if (r.acknowledged === undefined) return r.imported?.acknowledgementUnknown ? null : false;
  return isInTarget(r, 'acknowledge', r.acknowledged, settings);
};

const unknown = {
  decision: null,
  valid: null,
  acknowledgedInTarget: null,
  completedInTarget: null,
  workingDays: null,
  calendarDays: null,
};

type Row<T> = Omit<T, 'id' | 'route' | 'place'>;

const happened = (r: Review, settings: ReviewSettings): Row<ReviewFact>[] => {
  const rows: Row<ReviewFact>[] = [
    {
      ...unknown,
      date: r.received,
      what: 'received',
      valid: asNumber(foundValid(r)),
      acknowledgedInTarget: asNumber(acknowledgedInTarget(r, settings)),
    },
  ];
  const [standing, end] = [standingOf(r), endedOn(r)];
  if (standing === 'open' || end === undefined) return rows;
  const isTimed = standing === 'completed' && !r.imported?.dayUnknown;
  const taken = isTimed ? daysTaken(r, settings.holidays) : undefined;
  rows.push({
    ...unknown,
    date: end,
    what: standing,
    decision: standingDecision(r)?.decision ?? null,
    completedInTarget: isTimed ? asNumber(isInTarget(r, 'complete', end, settings)) : null,
    workingDays: taken?.working ?? null,
    calendarDays: taken?.calendar ?? null,
  });
  return rows;
};

const upheldOf = (finding: Review['allegations'][number]['finding']): number | null =>
  finding === undefined ? null : Number(finding === 'upheld');

const allegationsOf = (r: Review): Row<AllegationFact>[] => {
  if (r.allegations.length === 0 && r.imported?.allegations !== undefined)
    return [
      {
        date: r.received,
        category: null,
        subcategory: null,
        number: r.imported.allegations,
        upheld: r.imported.allegationsUpheld ?? null,
      },
    ];
  return r.allegations.map(({ category, subcategory, finding }) => ({
    date: r.received,
    category: category ?? null,
    subcategory: subcategory ?? null,
    number: 1,
    upheld: upheldOf(finding),
  }));
};

const themesOf = (r: Review): Row<ThemeFact>[] => {
  const completed = standingDecision(r);
  const day = endedOn(r);
  return [...new Set(r.themes)].flatMap((theme): Row<ThemeFact>[] => [
    { date: r.received, what: 'received', theme, decision: null },
    ...(completed && day
      ? [{ date: day, what: 'completed' as const, theme, decision: completed.decision ?? null }]
      : []),
  ]);
};

/** What a file counts of recommendations: made when the review ended, and accepted then for want of another day. */
const importedRecommendations = (r: Review): Row<RecommendationFact>[] => {
  const { recommendations: made, recommendationsAccepted: accepted } = r.imported ?? {};
  const date = endedOn(r) ?? r.received;
  return [
    ...(made === undefined ? [] : [{ date, what: 'made' as const, kind: null, number: made }]),
    ...(accepted === undefined ? [] : [{ date, what: 'accepted' as const, kind: null, number: accepted }]),
  ];
};

/** What measures know of a review. None of its words are among it, and nobody's name. */
export const reviewFacts = (r: Review, settings: ReviewSettings = {}): ReviewFacts => {
  const until = endedOn(r) ?? null;
  return {
    happened: numbered(r, happened(r, settings)),
    open: numbered(r, until === r.received ? [] : [{ date: r.received, until }]),
    allegations: numbered(r, allegationsOf(r)),
    themes: numbered(r, themesOf(r)),
    recommendations: numbered(r, importedRecommendations(r)),
  };
};

/** What measures know of a recommendation. The answer that stands is counted; an answer ends the waiting whatever it says. */
export const recommendationFacts = (
  one: Recommendation,
): { happened: RecommendationFact[]; unanswered: RecommendationSpan[] } => {
  const answer = answerTo(one);
  const firstDay = one.answers
    .map(({ on }) => on)
    .sort()
    .at(0);
  const later = (day: string) => (day < one.madeOn ? one.madeOn : day);
  const { kind, madeOn } = one;
  const rows: Row<RecommendationFact>[] = [
    { date: madeOn, what: 'made', kind, number: 1 },
    ...(answer ? [{ date: later(answer.on), what: answer.answer, kind, number: 1 }] : []),
  ];
  const until = firstDay === undefined ? null : later(firstDay);
  return {
    happened: numbered(one, rows),
    unanswered: numbered(one, until === madeOn ? [] : [{ date: madeOn, kind, until }]),
  };
};
