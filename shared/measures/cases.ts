import type { CaseFact, CaseFactOf, RequestFact } from './case-facts.ts';
import type { MeasureOf } from './measure.ts';

type Over = keyof CaseFactOf;
type On<O extends Over> = MeasureOf<CaseFactOf[O], O>;
export type CaseMeasure = { [O in Over]: On<O> }[Over];

const each = { unit: 'count', kind: 'sum', of: 'each' } as const;

type Said = Pick<CaseMeasure, 'id' | 'title' | 'definition'>;

const happened = (said: Said, what: CaseFact['what']): On<'cases'> => ({
  ...each,
  ...said,
  over: 'cases',
  where: [{ field: 'what', is: [what] }],
});

const ofRequests = (said: Said, what: RequestFact['what']): On<'requests'> => ({
  ...each,
  ...said,
  over: 'requests',
  where: [{ field: 'what', is: [what] }],
});

const standsAtEnd = 'Counted at the end of the last day of the period, or today where it has not ended.';
const statutory = 'under freedom of information, environmental information or subject access';
const onReceipt = { field: 'what', is: ['received'] } as const;
const onAnswer = { field: 'what', is: ['answered'] } as const;
const onDecision = { field: 'what', is: ['decided'] } as const;

const followed: readonly CaseMeasure[] = [
  happened(
    {
      id: 'cases.received',
      title: 'Cases received',
      definition:
        'Items of correspondence received in the period, of every kind, by the day of receipt. A case with several themes counts once.',
    },
    'received',
  ),
  happened(
    {
      id: 'cases.closed',
      title: 'Cases closed',
      definition:
        'Cases closed in the period, by the day of closing, whenever they were received. What was opened again counts as open until it is closed again.',
    },
    'closed',
  ),
  {
    ...each,
    id: 'cases.open',
    title: 'Cases open',
    definition: `Cases received and not closed. ${standsAtEnd}`,
    over: 'openCases',
    where: [],
  },
  {
    id: 'acknowledged.inTarget',
    title: 'Acknowledged in target',
    definition:
      'Cases acknowledged, or answered at once, within the office’s standard for their kind ÷ cases received in the period. One that is not acknowledged yet is not in target; requests for information, what is owed no reply, and what comes from a file that does not speak of acknowledgements are left out.',
    unit: 'percent',
    over: 'cases',
    kind: 'ratio',
    of: { plus: ['acknowledgedInTarget'] },
    to: 'each',
    where: [onReceipt],
  },
  {
    id: 'answered.inTarget',
    title: 'Answered in target',
    definition:
      'Cases answered within their clock ÷ cases answered in the period, by the day of the answer. The clock is the office’s standard for the kind, without the days of recorded holds; of a request for information it is that of the law.',
    unit: 'percent',
    over: 'cases',
    kind: 'ratio',
    of: { plus: ['answeredInTarget'] },
    to: 'each',
    where: [onAnswer],
  },
  {
    id: 'days.working.mean',
    title: 'Mean working days to an answer',
    definition:
      'Working days in England and Wales from receipt to answer, the day after receipt being the first and days of holds included, averaged over the cases answered in the period, each counting once.',
    unit: 'days',
    over: 'cases',
    kind: 'mean',
    of: 'workingDays',
    where: [onAnswer],
  },
];

const answeredBy = (id: string, who: string, is: string): On<'cases'> => ({
  ...each,
  id: `answered.by${id}`,
  title: `Answered by ${who}`,
  definition: `Cases answered in the period by ${who}, by the day of the answer. Where nobody said who answered, the case is not among them.`,
  over: 'cases',
  where: [onAnswer, { field: 'answeredBy', is: [is] }],
});

const handled: readonly CaseMeasure[] = [
  happened(
    {
      id: 'cases.answered',
      title: 'Cases answered',
      definition: 'Cases answered in the period, by the day of the answer, whoever gave it.',
    },
    'answered',
  ),
  answeredBy('Commissioner', 'the Commissioner', 'Commissioner'),
  answeredBy('Office', 'the office', 'office'),
  answeredBy('Force', 'the force', 'force'),
  happened(
    {
      id: 'calls.in',
      title: 'Calls received',
      definition: 'Telephone calls to the office noted on cases in the period, by the day of the call.',
    },
    'call in',
  ),
  happened(
    {
      id: 'calls.out',
      title: 'Calls made',
      definition: 'Telephone calls by the office noted on cases in the period, by the day of the call.',
    },
    'call out',
  ),
  {
    ...each,
    id: 'themes.named',
    title: 'Themes of cases received',
    definition:
      'The themes of the cases received in the period, added up. A case with several themes counts once under each, so that this is no number of cases.',
    over: 'caseThemes',
    where: [],
  },
];

const outcome = (id: string, title: string, is: string, words: string): On<'requests'> => ({
  ...each,
  id: `requests.${id}`,
  title,
  definition: `Requests for information decided in the period, by the day of the decision, ${words}.`,
  over: 'requests',
  where: [onDecision, { field: 'outcome', is: [is] }],
});

const requests: readonly CaseMeasure[] = [
  ofRequests(
    {
      id: 'requests.received',
      title: 'Requests received',
      definition: `Requests for information ${statutory} received in the period. They are among the cases received.`,
    },
    'received',
  ),
  {
    id: 'requests.inTime',
    title: 'Requests decided in time',
    definition:
      'Requests decided within their statutory clock, with its pauses and extensions ÷ requests decided in the period, by the day of the decision.',
    unit: 'percent',
    over: 'requests',
    kind: 'ratio',
    of: { plus: ['inTime'] },
    to: 'each',
    where: [onDecision],
  },
  ofRequests(
    {
      id: 'requests.extended',
      title: 'Requests extended',
      definition:
        'Requests whose time was extended in the period on a lawful ground, by the day on which that was said.',
    },
    'extended',
  ),
  {
    id: 'requests.late',
    title: 'Requests decided late',
    definition:
      'Requests decided in the period after their statutory clock had run out, by the day of the decision.',
    unit: 'count',
    over: 'requests',
    kind: 'sum',
    of: { plus: ['late'] },
    where: [onDecision, { field: 'late', is: [1] }],
  },
  {
    ...each,
    id: 'requests.open',
    title: 'Requests open',
    definition: `Requests received, neither decided nor closed otherwise. ${standsAtEnd}`,
    over: 'openRequests',
    where: [],
  },
  outcome('granted', 'Requests granted', 'granted', 'in which all was given'),
  outcome('part', 'Requests granted in part', 'part', 'in which part was given and part withheld'),
  outcome('refused', 'Requests refused', 'refused', 'in which nothing was given'),
  outcome(
    'notHeld',
    'Information not held',
    'not held',
    'in which the office held nothing of what was asked',
  ),
  ofRequests(
    {
      id: 'internalReviews',
      title: 'Internal reviews asked for',
      definition:
        'Internal reviews of decisions on requests asked for in the period, by the day on which they were.',
    },
    'internal review',
  ),
];

const ownWork: readonly CaseMeasure[] = [
  {
    ...each,
    id: 'engagements',
    title: 'Engagements',
    definition:
      'Visits, meetings, public sessions and events of the Commissioner or the office in the period, whether correspondence led to them or not.',
    over: 'engagements',
    where: [],
  },
  {
    ...each,
    id: 'assuranceRequests',
    title: 'Assurance requests',
    definition: 'Questions put to the Chief Constable in writing in the period, by the day they were put.',
    over: 'assurance',
    where: [{ field: 'what', is: ['asked'] }],
  },
  {
    ...each,
    id: 'assuranceRequests.answered',
    title: 'Assurance requests answered',
    definition:
      'Questions to the Chief Constable answered in writing in the period, by the day of the answer, whenever they were put.',
    over: 'assurance',
    where: [{ field: 'what', is: ['answered'] }],
  },
];

/** The measures of the return on correspondence, in the order in which they are printed. */
export const caseMeasures: readonly CaseMeasure[] = [...followed, ...handled, ...requests, ...ownWork];
