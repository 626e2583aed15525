import type { LadderField } from '#shared/records/ladder.ts';
import type { Measure, Term, VisitMeasure } from './measure.ts';

const completed: readonly Term[] = [{ field: 'outcome', is: ['completed'] }];

const heldTexts: readonly [LadderField | 'unexplained', string, string][] = [
  ['held', 'Detainees held', 'people in custody at the time of the visit'],
  [
    'notAvailable',
    'Not available',
    'people who could not be spoken to (asleep, in interview, with a solicitor and so on)',
  ],
  ['notOffered', 'Available, not offered', 'people who were available but were not offered a conversation'],
  ['offered', 'Offered', 'people who were offered a conversation'],
  ['accepted', 'Accepted', 'people who accepted and were spoken to'],
  ['declined', 'Declined', 'people who declined'],
  ['observedOnly', 'Observed only', 'people who were seen but not spoken to'],
  ['recordOnly', 'Record only', 'people whose custody record was checked without seeing them'],
  ['unexplained', 'Not accounted for', 'people held who are in none of: not available, not offered, offered'],
];

const detainees = heldTexts.map(
  ([field, title, who]): VisitMeasure => ({
    id: `detainees.${field}`,
    title,
    definition: `Sum of ${who}, over completed visits.`,
    unit: 'count',
    kind: 'sum',
    of: { plus: [field] },
    where: completed,
  }),
);

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
  unit: 'percent',
  kind: 'ratio',
  of: { plus: [of] },
  to: to === 'available' ? { plus: ['held'], minus: ['notAvailable'] } : { plus: [to] },
  where: completed,
});

const visits = (id: string, title: string, definition: string, where: readonly Term[]): VisitMeasure => ({
  id: `visits.${id}`,
  title,
  definition,
  unit: 'count',
  kind: 'sum',
  of: 'visits',
  where,
});

const satisfied = (id: string, title: string, definition: string, where: readonly Term[]): VisitMeasure => ({
  id,
  title,
  definition,
  unit: 'percent',
  kind: 'ratio',
  of: { plus: ['satisfactory'] },
  to: 'visits',
  blanksCount: true,
  where,
});

/** The measures of the custody return, in the order in which they are printed. */
export const icvMeasures: readonly Measure[] = [
  visits('attempted', 'Visits attempted', 'Visits begun in the period, whatever came of them.', []),
  visits('completed', 'Visits completed', 'Visits begun in the period that were completed.', completed),
  visits(
    'abandoned',
    'Visits not completed',
    'Visits that were abandoned, refused, or found the suite closed.',
    [{ field: 'outcome', is: ['abandoned', 'refused', 'closed'] }],
  ),
  {
    id: 'visits.target',
    title: 'Target',
    unit: 'count',
    kind: 'office',
    of: 'target',
    definition:
      "Visits aimed at: each open suite's weekly target times the weeks that begin in the period, and its quarterly target by months.",
  },
  ...detainees,
  {
    id: 'seenIncludingObserved',
    title: 'Seen, observed included',
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
  {
    id: 'delay.mean',
    title: 'Mean wait for admission',
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
    unit: 'minutes',
    kind: 'max',
    of: 'delay',
    where: [],
    definition: 'The longest time from arrival at the station to admission to custody, in minutes.',
  },
  {
    id: 'delay.over',
    title: 'Waits over the threshold',
    unit: 'count',
    kind: 'sum',
    of: 'visits',
    where: [{ field: 'delay', above: 'delayThreshold' }],
    definition: "Visits that waited longer for admission than the office's threshold.",
  },
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
  {
    id: 'opcat.concerns',
    title: 'OPCAT concerns',
    unit: 'count',
    kind: 'sum',
    of: { plus: ['opcat'] },
    where: [],
    definition:
      'Concerns to be reported under the Optional Protocol to the Convention against Torture, as visitors counted them.',
  },
  {
    id: 'praise.visits',
    title: 'Visits with praise',
    unit: 'count',
    kind: 'sum',
    of: { plus: ['praise'] },
    where: [],
    definition: 'Visits whose report praises staff, of those that answered the question.',
  },
  {
    id: 'volunteers.active',
    title: 'Volunteers',
    unit: 'count',
    kind: 'office',
    of: 'volunteers.active',
    definition: 'Volunteers who had joined and not left on the last day of the period.',
  },
  {
    id: 'volunteers.joined',
    title: 'Volunteers joined',
    unit: 'count',
    kind: 'office',
    of: 'volunteers.joined',
    definition: 'Volunteers whose joining date lies in the period.',
  },
  {
    id: 'volunteers.left',
    title: 'Volunteers left',
    unit: 'count',
    kind: 'office',
    of: 'volunteers.left',
    definition: 'Volunteers whose leaving date lies in the period.',
  },
  {
    id: 'volunteers.hours',
    title: 'Volunteer hours',
    unit: 'hours',
    kind: 'sum',
    of: { plus: ['volunteerMinutes'] },
    per: 60,
    where: [],
    definition:
      'Volunteer time written on the reports, both visitors together and travel included, in hours.',
  },
  {
    id: 'custody.throughput',
    title: 'Custody throughput',
    unit: 'count',
    kind: 'office',
    of: 'throughput',
    definition:
      'Everyone detained in the period as supplied by the force for each suite and month. Never computed from visits.',
  },
  {
    id: 'custody.coverage',
    title: 'Coverage',
    unit: 'percent',
    kind: 'office',
    of: 'coverage',
    definition:
      'Detainees held at completed visits ÷ custody throughput, over the suites and months for which the force supplied a figure.',
  },
];

export const measureById = new Map(icvMeasures.map((m) => [m.id, m]));
