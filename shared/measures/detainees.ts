import type { DetaineeFact } from './facts.ts';
import type { Amount, DetaineeMeasure, Term } from './measure.ts';

/** Whom every one of these speaks of. Counts that were only typed hold nobody in particular. */
const whom = 'Of the detainees entered one by one in the reports of completed visits';

const completed: Term<DetaineeFact> = { field: 'outcome', is: ['completed'] };
const spokenTo: Term<DetaineeFact> = { field: 'state', is: ['accepted'] };

const people = (
  id: string,
  title: string,
  definition: string,
  of: Amount<DetaineeFact>,
  ...where: Term<DetaineeFact>[]
): DetaineeMeasure => ({
  id,
  title,
  definition,
  over: 'detainees',
  unit: 'count',
  kind: 'sum',
  of,
  where: [completed, ...where],
});

const share = (
  id: string,
  title: string,
  definition: string,
  of: Amount<DetaineeFact>,
  to: Amount<DetaineeFact>,
  ...where: Term<DetaineeFact>[]
): DetaineeMeasure => ({
  id,
  title,
  definition,
  over: 'detainees',
  unit: 'percent',
  kind: 'ratio',
  of,
  to,
  where: [completed, ...where],
});

const requests = (
  id: string,
  title: string,
  what: string,
  field: `requests${'Raised' | 'Addressed' | 'Resolved' | 'Outstanding'}`,
): DetaineeMeasure =>
  people(`requests.${id}`, title, `${whom}: ${what}.`, { plus: [field] }, { field, above: 0 });

/** What is known of detainees one by one, where reports enter them. */
export const detaineesEntered: readonly DetaineeMeasure[] = [
  people(
    'people.entered',
    'Detainees entered',
    'Detainees entered one by one in the reports of completed visits. Counts that were only typed are not among them.',
    'each',
  ),
  people('people.children', 'Children entered', `${whom}: those under 18.`, 'each', {
    field: 'ageGroup',
    is: ['under18'],
  }),
  people(
    'people.vulnerable',
    'Vulnerable adults entered',
    `${whom}: adults who are vulnerable, as the record says or as visitors found.`,
    'each',
    { field: 'vulnerable', is: [1] },
  ),
  share(
    'consent.entered.ofOffered',
    'Consent, of the detainees entered',
    `${whom}: accepted ÷ offered a conversation. A blank is somebody of whom it is not written down how they were met.`,
    { holding: { field: 'state', is: ['accepted'] } },
    { holding: { field: 'state', is: ['accepted', 'declined'] } },
  ),
  share(
    'rights.understood',
    'Rights understood',
    `${whom}: those who understand their rights ÷ those who were spoken to and asked. A blank is somebody spoken to without a yes or a no.`,
    { plus: ['rightsUnderstood'] },
    'each',
    spokenTo,
  ),
  people(
    'rights.notUnderstood',
    'Rights not understood',
    `${whom}: those who were spoken to and do not understand their rights.`,
    'each',
    spokenTo,
    { field: 'rightsUnderstood', is: [0] },
  ),
  requests('made', 'Raised for a detainee', 'matters raised on the day for one of them', 'requestsRaised'),
  requests(
    'alreadyAddressed',
    'Raised for a detainee, already addressed',
    'matters raised for one of them that staff had seen to before',
    'requestsAddressed',
  ),
  requests(
    'resolved',
    'Raised for a detainee, resolved',
    'matters raised for one of them and put right during the visit',
    'requestsResolved',
  ),
  requests(
    'outstanding',
    'Raised for a detainee, outstanding',
    'matters raised for one of them and left outstanding',
    'requestsOutstanding',
  ),
];
