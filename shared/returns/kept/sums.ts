import type { ReturnKind } from '#shared/views.ts';

/** A whole and its parts, in one period and for one part of a return: each is the figure of a measure, or what it is made of. */
export type Sum = readonly [whole: string, ...parts: string[]];

/** The numerator of a figure, its denominator, how many records it rests on, and how many had a blank. */
export const made = (id: string) =>
  ({ of: `${id}:of`, to: `${id}:to`, on: `${id}:on`, blank: `${id}:blank` }) as const;

/** Cases answered of which nobody said who answered: a row of a table, and no measure. */
export const answeredByNobody = 'answered by nobody named';

const share = (id: string, of: string, to: string): Sum[] => [
  [made(id).of, of],
  [made(id).to, to],
];
const [ofOffered, ofAvailable, entered, understood] = [
  'consent.ofOffered',
  'consent.ofAvailable',
  'consent.entered.ofOffered',
  'rights.understood',
].map(made) as [Made, Made, Made, Made];
type Made = ReturnType<typeof made>;

/**
 * What ties the figures of one period. A part that is not printed can be worked out where it is the only one, and a
 * name that no measure has stands for such a one: who was offered a conversation and did not accept has declined.
 * Each counts only where it holds of the numbers: blanks keep many from it.
 */
export const sumsOf: Record<ReturnKind, readonly Sum[]> = {
  icv: [
    [
      'detainees.held',
      'detainees.notAvailable',
      'detainees.notOffered',
      'detainees.offered',
      'detainees.unexplained',
    ],
    ['detainees.offered', 'detainees.accepted', 'detainees.declined'],
    ['seenIncludingObserved', 'detainees.accepted', 'detainees.observedOnly'],
    ...share('consent.ofOffered', 'detainees.accepted', 'detainees.offered'),
    [ofOffered.to, ofOffered.of, 'detainees.declined'],
    [ofAvailable.of, 'detainees.accepted'],
    ['detainees.held', ofAvailable.to, 'detainees.notAvailable'],
    ...share('consent.ofHeld', 'detainees.accepted', 'detainees.held'),
    ...share('offered.ofHeld', 'detainees.offered', 'detainees.held'),
    ...share('notAvailable.ofHeld', 'detainees.notAvailable', 'detainees.held'),
    ['people.entered', entered.on, entered.blank],
    [entered.to, entered.of, 'entered declined'],
    [understood.to, understood.of, 'rights.notUnderstood'],
    [understood.to, understood.on],
    ['requests.made', 'requests.alreadyAddressed', 'requests.resolved', 'requests.outstanding'],
  ],
  reviews: [
    ['reviews.completed', 'reviews.upheld', 'reviews.notUpheld'],
    ...share('upheld.ofCompleted', 'reviews.upheld', 'reviews.completed'),
    [made('acknowledged.inTarget').to, 'reviews.received'],
    [made('acknowledged.inTarget').to, made('acknowledged.inTarget').of, 'acknowledged late'],
    [made('completed.inTarget').to, 'reviews.completed'],
    [made('completed.inTarget').to, made('completed.inTarget').of, 'completed late'],
    [made('days.working.mean').to, 'reviews.completed'],
    [made('days.calendar.mean').to, 'reviews.completed'],
    ['allegations.count', 'allegations.upheld', 'allegations.withoutFurtherAction'],
    ...share('furtherAction.ofAllegations', 'allegations.upheld', 'allegations.count'),
  ],
  correspondence: [
    ['cases.answered', 'answered.byCommissioner', 'answered.byOffice', 'answered.byForce', answeredByNobody],
    [made('acknowledged.inTarget').to, made('acknowledged.inTarget').of, 'acknowledged late'],
    [made('answered.inTarget').to, 'cases.answered'],
    [made('answered.inTarget').to, made('answered.inTarget').of, 'answered late'],
    [made('days.working.mean').to, 'cases.answered'],
    [made('requests.inTime').to, 'requests.granted', 'requests.part', 'requests.refused', 'requests.notHeld'],
    [made('requests.inTime').to, made('requests.inTime').of, 'requests.late'],
  ],
};

/** What stood at the end of a period is what stood at the end of the one before, and what came, less what went. */
export const standsOf: Record<ReturnKind, readonly { stands: string; came: string[]; went: string[] }[]> = {
  icv: [{ stands: 'volunteers.active', came: ['volunteers.joined'], went: ['volunteers.left'] }],
  reviews: [
    {
      stands: 'reviews.open',
      came: ['reviews.received'],
      went: ['reviews.completed', 'reviews.invalid', 'reviews.withdrawn', 'reviews.forwarded'],
    },
  ],
  correspondence: [{ stands: 'cases.open', came: ['cases.received'], went: ['cases.closed'] }],
};
