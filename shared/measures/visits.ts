import type { LadderField } from '#shared/records/ladder.ts';
import type { VisitFact } from './facts.ts';
import type { Term, VisitMeasure } from './measure.ts';

type Where = readonly Term<VisitFact>[];

const completed: Where = [{ field: 'outcome', is: ['completed'] }];

const visits = (id: string, title: string, definition: string, where: Where): VisitMeasure => ({
  id,
  title,
  definition,
  over: 'visits',
  unit: 'count',
  kind: 'sum',
  of: 'each',
  where,
});

export const visitsMade: readonly VisitMeasure[] = [
  visits('visits.attempted', 'Visits attempted', 'Visits begun in the period, whatever came of them.', []),
  visits(
    'visits.completed',
    'Visits completed',
    'Visits begun in the period that were completed.',
    completed,
  ),
  visits(
    'visits.abandoned',
    'Visits not completed',
    'Visits that were abandoned, refused, or found the suite closed.',
    [{ field: 'outcome', is: ['abandoned', 'refused', 'closed'] }],
  ),
];

const heldTexts: readonly [LadderField | 'unexplained', string, string][] = [
  ['held', 'Detainees held', 'people in custody at the time of the visit'],
  [
    'notAvailable',
    'Not available',
    'people who could not be spoken to (asleep, in interview, with a solicitor and so on)',
  ],
  ['notOffered', 'Available, not offered', 'people who were available but were not offered a conversation'],
  ['offered', 'Offered a visit', 'people who were offered a conversation'],
  ['accepted', 'Accepted a visit', 'people who accepted and were spoken to'],
  ['declined', 'Declined a visit', 'people who declined'],
  ['observedOnly', 'Observed only', 'people who were seen but not spoken to'],
  ['recordOnly', 'Record only', 'people whose custody record was checked without seeing them'],
  ['unexplained', 'Not accounted for', 'people held who are in none of: not available, not offered, offered'],
];

const ratio = (
  id: string,
  title: string,
  definition: string,
  of: LadderField,
  to: LadderField | 'available',
): VisitMeasure => ({
  id,
  title,
  definition: `${definition} Over completed visits in which both numbers are known.`,
  over: 'visits',
  unit: 'percent',
  kind: 'ratio',
  of: { plus: [of] },
  to: to === 'available' ? { plus: ['held'], minus: ['notAvailable'] } : { plus: [to] },
  where: completed,
});

/** The count ladder of completed visits: what was typed for the whole suite, or else what the detainees entered come to. */
export const detaineesCounted: readonly VisitMeasure[] = [
  ...heldTexts.map(
    ([field, title, who]): VisitMeasure => ({
      id: `detainees.${field}`,
      title,
      definition: `Sum of ${who}, over completed visits.`,
      over: 'visits',
      unit: 'count',
      kind: 'sum',
      of: { plus: [field] },
      where: completed,
    }),
  ),
  {
    id: 'seenIncludingObserved',
    title: 'Seen, observed included',
    over: 'visits',
    unit: 'count',
    kind: 'sum',
    of: { plus: ['accepted', 'observedOnly'] },
    where: completed,
    definition: 'Sum of people spoken to and people only observed, over completed visits.',
  },
  ratio('consent.ofOffered', 'Consent, of those offered', 'Accepted ÷ offered.', 'accepted', 'offered'),
  ratio(
    'consent.ofAvailable',
    'Consent, of those available',
    'Accepted ÷ (held − not available).',
    'accepted',
    'available',
  ),
  ratio('consent.ofHeld', 'Consent, of those held', 'Accepted ÷ held.', 'accepted', 'held'),
  ratio('offered.ofHeld', 'Offered, of those held', 'Offered ÷ held.', 'offered', 'held'),
  ratio(
    'notAvailable.ofHeld',
    'Not available, of those held',
    'Not available ÷ held.',
    'notAvailable',
    'held',
  ),
];

/** What a form asks only of those who waited: they say so, or the times do. */
const waited: Term<VisitFact> = {
  either: [
    { field: 'keptWaiting', is: [1] },
    { field: 'delay', above: 'delayThreshold' },
  ],
};

/** How long visitors waited for admission, and whether they were told why. */
export const waits: readonly VisitMeasure[] = [
  {
    id: 'delay.mean',
    title: 'Mean wait for admission',
    over: 'visits',
    unit: 'minutes',
    kind: 'mean',
    of: 'delay',
    where: [],
    definition:
      'Minutes from arrival at the station to admission to custody, averaged over the visits in which both times are known.',
  },
  {
    id: 'delay.max',
    title: 'Longest wait for admission',
    over: 'visits',
    unit: 'minutes',
    kind: 'max',
    of: 'delay',
    where: [],
    definition: 'The longest time from arrival at the station to admission to custody, in minutes.',
  },
  visits(
    'delay.over',
    'Waits over the threshold',
    "Visits that waited longer for admission than the office's threshold.",
    [{ field: 'delay', above: 'delayThreshold' }],
  ),
  visits(
    'delay.unexplained',
    'Waits without an explanation',
    "Visits whose visitors were kept waiting, as they say or by the office's threshold, and were given no explanation.",
    [{ field: 'delayExplained', is: ['no explanation given'] }, waited],
  ),
];

const satisfied = (id: string, title: string, definition: string, where: Where): VisitMeasure => ({
  id,
  title,
  definition,
  over: 'visits',
  unit: 'percent',
  kind: 'ratio',
  of: { plus: ['satisfactory'] },
  to: 'each',
  blanksCount: true,
  where,
});

type Counted = 'opcat' | 'praise' | `matters${'Raised' | 'Addressed' | 'Resolved' | 'Outstanding'}`;

const counted = (
  id: string,
  title: string,
  definition: string,
  field: Counted,
  where: Where = [],
): VisitMeasure => ({
  id,
  title,
  definition,
  over: 'visits',
  unit: 'count',
  kind: 'sum',
  of: { plus: [field] },
  where,
});

/** Matters with what became of them: the records behind it are the visits that have one. */
const matters = (id: string, title: string, which: string, field: Counted): VisitMeasure =>
  counted(`matters.${id}`, title, `Of the matters raised on the day, those ${which}.`, field, [
    { field, above: 0 },
  ]);

/** What visitors made of a visit, and what they raised on the day. */
export const visitorsSaid: readonly VisitMeasure[] = [
  satisfied('satisfactory', 'Satisfactory visits', 'Visits called satisfactory ÷ visits attempted.', []),
  satisfied(
    'satisfactory.ofCompleted',
    'Satisfactory, of those completed',
    'Completed visits called satisfactory ÷ visits completed.',
    completed,
  ),
  satisfied(
    'satisfactory.ofAnswered',
    'Satisfactory, of those answered',
    'Visits called satisfactory ÷ visits in which the question was answered.',
    [{ field: 'satisfactory', known: true }],
  ),
  counted(
    'opcat.concerns',
    'OPCAT concerns',
    'Concerns to be reported under the Optional Protocol to the Convention against Torture, as visitors counted them.',
    'opcat',
  ),
  counted(
    'praise.visits',
    'Visits with praise',
    'Visits whose report praises staff, of those that answered the question.',
    'praise',
  ),
  visits(
    'visits.illTreatment',
    'Visits that suggest ill-treatment',
    'Visits whose report says that something suggested ill-treatment.',
    [{ field: 'illTreatment', is: [1] }],
  ),
  counted(
    'matters.raised',
    'Matters raised',
    'Matters raised on the day, for the suite or for one detainee, over reports that enter detainees or matters.',
    'mattersRaised',
  ),
  matters(
    'alreadyAddressed',
    'Matters already addressed',
    'that staff had seen to before',
    'mattersAddressed',
  ),
  matters('resolved', 'Matters resolved', 'put right during the visit', 'mattersResolved'),
  matters('outstanding', 'Matters outstanding', 'left outstanding', 'mattersOutstanding'),
];

export const volunteerHours: VisitMeasure = {
  id: 'volunteers.hours',
  title: 'Volunteer hours',
  over: 'visits',
  unit: 'hours',
  kind: 'sum',
  of: { plus: ['volunteerMinutes'] },
  per: 60,
  where: [],
  definition:
    'The volunteer time written on the reports of visits made in the period, whatever came of them: both visitors together, travel included, in hours. A report without it adds nothing; training and meetings are not among it.',
};
