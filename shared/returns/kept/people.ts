import { caseMeasures } from '#shared/measures/cases.ts';
import { counterFields } from '#shared/measures/facts.ts';
import { icvMeasures } from '#shared/measures/icv.ts';
import { amountOf, fieldsOf, type Measure, type Over, standingOver } from '#shared/measures/measure.ts';
import { reviewMeasures } from '#shared/measures/reviews.ts';
import type { ReturnKind } from '#shared/views.ts';

/** Whether a number counts people: always, in a part of the whole alone, or never. */
export type Who = 'people' | 'inParts' | 'nobody';

/**
 * Whom each kind of facts counts. Of reviews and correspondence the totals of the office name nobody, and are what the
 * law asks to be told; a theme, an area or a route with one of them can. A visit, a concern or an engagement is nobody.
 */
const whoOf: Record<Over, Who> = {
  visits: 'nobody',
  detainees: 'people',
  concerns: 'nobody',
  standing: 'nobody',
  checks: 'people',
  checkWaits: 'people',
  volunteers: 'people',
  serving: 'people',
  reviews: 'inParts',
  openReviews: 'inParts',
  allegations: 'inParts',
  recommendations: 'nobody',
  unanswered: 'nobody',
  cases: 'inParts',
  openCases: 'inParts',
  caseThemes: 'inParts',
  requests: 'inParts',
  openRequests: 'inParts',
  engagements: 'nobody',
  assurance: 'nobody',
};

type Counting = {
  /** Whom the figure itself counts, or the numbers a share is made of; whom the number of what it rests on. */
  readonly who: Who;
  readonly rests: Who;
  /** Whether the figures of two periods that follow each other come to the figure of both together. */
  readonly addsUp: boolean;
};

const isOfDetainees = (fields: readonly string[]): boolean =>
  fields.length > 0 && fields.every((field) => (counterFields as readonly string[]).includes(field));

const countingOf = (m: Measure): Counting => {
  if (m.kind === 'office')
    return { who: m.of === 'target' ? 'nobody' : 'people', rests: 'nobody', addsUp: m.of === 'throughput' };
  const rests = whoOf[m.over];
  // What stood in two periods does not add up.
  const addsUp = !standingOver.includes(m.over);
  if (m.kind === 'max' || m.kind === 'quantile' || m.kind === 'mean') return { who: rests, rests, addsUp };
  if (m.over === 'visits')
    return { who: isOfDetainees(fieldsOf(amountOf(m))) ? 'people' : 'nobody', rests, addsUp };
  // Questions about a custody record are no people; the records they are asked of are.
  if (m.over === 'checks') return { who: m.of === 'each' ? rests : 'nobody', rests, addsUp };
  return { who: rests, rests, addsUp };
};

type Known = ReadonlyMap<string, Counting & { readonly kind: Measure['kind'] }>;
const knownOf = (all: readonly Measure[]): Known =>
  new Map(all.map((m) => [m.id, { ...countingOf(m), kind: m.kind }]));
const known: Record<ReturnKind, Known> = {
  icv: knownOf(icvMeasures),
  reviews: knownOf(reviewMeasures),
  correspondence: knownOf(caseMeasures),
};

/** What a figure of a return counts. */
export const countingIn = (of: ReturnKind, id: string) => known[of].get(id);
