import type { MeasureOf } from './measure.ts';
import type { RecommendationFact, ReviewFact, ReviewFactOf } from './review-facts.ts';

type Over = keyof ReviewFactOf;
type On<O extends Over> = MeasureOf<ReviewFactOf[O], O>;
export type ReviewMeasure = { [O in Over]: On<O> }[Over];

type What = ReviewFact['what'];
const count = { unit: 'count', kind: 'sum', of: 'each' } as const;

const happened = (id: string, title: string, definition: string, what: What): On<'reviews'> => ({
  ...count,
  id: `reviews.${id}`,
  title,
  definition,
  over: 'reviews',
  where: [{ field: 'what', is: [what] }],
});

const standsAtEnd = 'Counted at the end of the last day of the period, or today where it has not ended.';
const byDecision = 'by the day of the decision, whenever they were received';
const apart = 'Invalid, withdrawn and forwarded reviews are not among them.';
const reopenedToo =
  'A review that was reopened counts as open until it ends again, and then with the ending that stands.';

const received = { field: 'what', is: ['received'] } as const;
const completed = { field: 'what', is: ['completed'] } as const;

/** What was received, and what became of it. */
const reviewsFollowed: readonly (On<'reviews'> | On<'openReviews'>)[] = [
  happened(
    'received',
    'Reviews received',
    'Applications for a review received in the period, valid or not, by the day of receipt.',
    'received',
  ),
  {
    ...happened(
      'valid',
      'Reviews valid',
      'Of the applications received in the period, those found valid, whatever became of them since.',
      'received',
    ),
    where: [received, { field: 'valid', is: [1] }],
  },
  happened(
    'invalid',
    'Reviews invalid',
    'Applications found not valid in the period, by the day on which that was said.',
    'invalid',
  ),
  happened(
    'withdrawn',
    'Reviews withdrawn',
    'Applications withdrawn in the period, by the day of withdrawal.',
    'withdrawn',
  ),
  happened(
    'forwarded',
    'Reviews forwarded to the IOPC',
    'Applications sent to the IOPC in the period because it decides them, by the day of forwarding.',
    'forwarded',
  ),
  happened(
    'completed',
    'Reviews completed',
    `Valid reviews decided in the period, upheld or not, ${byDecision}. ${apart}`,
    'completed',
  ),
  {
    ...happened(
      'upheld',
      'Reviews upheld',
      `Reviews completed in the period in which the outcome of the complaint was found not reasonable and proportionate, ${byDecision}.`,
      'completed',
    ),
    where: [completed, { field: 'decision', is: ['upheld'] }],
  },
  {
    ...happened(
      'notUpheld',
      'Reviews not upheld',
      `Reviews completed in the period in which the outcome of the complaint was found reasonable and proportionate, ${byDecision}.`,
      'completed',
    ),
    where: [completed, { field: 'decision', is: ['not upheld'] }],
  },
  {
    id: 'upheld.ofCompleted',
    title: 'Upheld, of those completed',
    definition: `Reviews upheld ÷ valid reviews completed in the period, ${byDecision}. ${apart}`,
    unit: 'percent',
    over: 'reviews',
    kind: 'ratio',
    of: { holding: { field: 'decision', is: ['upheld'] } },
    to: { holding: { field: 'decision', is: ['upheld', 'not upheld'] } },
    where: [completed],
  },
  {
    ...count,
    id: 'reviews.open',
    title: 'Reviews open',
    definition: `Reviews received and neither decided nor ended otherwise. ${reopenedToo} ${standsAtEnd}`,
    over: 'openReviews',
    where: [],
  },
];

/** How long it took. */
const timesTaken: readonly On<'reviews'>[] = [
  {
    id: 'acknowledged.inTarget',
    title: 'Acknowledged in target',
    definition:
      'Reviews acknowledged within the target of the office ÷ reviews received in the period. One that is not acknowledged yet is not in target; one from a file that does not speak of acknowledgements is left out.',
    unit: 'percent',
    over: 'reviews',
    kind: 'ratio',
    of: { plus: ['acknowledgedInTarget'] },
    to: 'each',
    where: [received],
  },
  {
    id: 'completed.inTarget',
    title: 'Completed in target',
    definition: `Reviews decided within the target of the office ÷ valid reviews completed in the period, ${byDecision}.`,
    unit: 'percent',
    over: 'reviews',
    kind: 'ratio',
    of: { plus: ['completedInTarget'] },
    to: 'each',
    where: [completed],
  },
  {
    id: 'days.working.mean',
    title: 'Mean working days to a decision',
    definition: `Working days in England and Wales from receipt to decision, the day after receipt being the first, averaged over the reviews completed in the period, each counting once. ${apart}`,
    unit: 'days',
    over: 'reviews',
    kind: 'mean',
    of: 'workingDays',
    where: [completed],
  },
  {
    id: 'days.calendar.mean',
    title: 'Mean calendar days to a decision',
    definition: `Calendar days from receipt to decision, averaged over the reviews completed in the period, each counting once. ${apart}`,
    unit: 'days',
    over: 'reviews',
    kind: 'mean',
    of: 'calendarDays',
    where: [completed],
  },
];

const answered = (
  id: string,
  title: string,
  definition: string,
  what: RecommendationFact['what'],
): On<'recommendations'> => ({
  id: `recommendations.${id}`,
  title,
  definition,
  unit: 'count',
  over: 'recommendations',
  kind: 'sum',
  of: { plus: ['number'] },
  where: [{ field: 'what', is: [what] }],
});

const byAnswer =
  'by the day of the answer that stands. A file of earlier reviews gives no such day: there it is that of the decision';

const recommended: readonly (On<'recommendations'> | On<'unanswered'>)[] = [
  answered(
    'made',
    'Recommendations made',
    'Recommendations made to the force in the period. Observations and learning are not among them.',
    'made',
  ),
  answered(
    'accepted',
    'Recommendations accepted',
    `Recommendations that the force accepted as a whole in the period, ${byAnswer}.`,
    'accepted',
  ),
  answered(
    'inPart',
    'Recommendations accepted in part',
    `Recommendations that the force accepted in part in the period, ${byAnswer}.`,
    'in part',
  ),
  answered(
    'refused',
    'Recommendations refused',
    `Recommendations that the force refused in the period, ${byAnswer}.`,
    'refused',
  ),
  {
    ...count,
    id: 'recommendations.unanswered',
    title: 'Recommendations unanswered',
    definition: `Recommendations to which the force has given no answer, late or not. ${standsAtEnd}`,
    over: 'unanswered',
    where: [],
  },
];

const ofReceived = 'of the reviews received in the period';

const alleged: readonly On<'allegations'>[] = [
  {
    id: 'allegations.count',
    title: 'Allegations',
    definition: `Allegations ${ofReceived}. A review has one or more.`,
    unit: 'count',
    over: 'allegations',
    kind: 'sum',
    of: { plus: ['number'] },
    where: [],
  },
  {
    id: 'allegations.upheld',
    title: 'Allegations upheld',
    definition: `Allegations ${ofReceived} of which it was found that the outcome was not reasonable and proportionate.`,
    unit: 'count',
    over: 'allegations',
    kind: 'sum',
    of: { plus: ['upheld'] },
    where: [],
  },
  {
    id: 'allegations.withoutFurtherAction',
    title: 'Allegations without further action',
    definition: `Allegations ${ofReceived} that were examined and not upheld, so that nothing further was called for.`,
    unit: 'count',
    over: 'allegations',
    kind: 'sum',
    of: { plus: ['number'], minus: ['upheld'] },
    where: [{ field: 'upheld', known: true }],
  },
  {
    id: 'furtherAction.ofAllegations',
    title: 'Further action, of allegations',
    definition: `Allegations upheld ÷ allegations examined, ${ofReceived}.`,
    unit: 'percent',
    over: 'allegations',
    kind: 'ratio',
    of: { plus: ['upheld'] },
    to: { plus: ['number'] },
    where: [],
  },
];

/** The measures of the return on reviews, in the order in which they are printed. */
export const reviewMeasures: readonly ReviewMeasure[] = [
  ...reviewsFollowed,
  ...timesTaken,
  ...recommended,
  ...alleged,
];
