import type { LifeEvent } from '#shared/records/common.ts';
import { type Visit, type VisitState, visitMoves } from '#shared/records/visit.ts';

/** The moves by which the office reads a report through. */
export type Step = 'read' | 'queried' | 'accepted';

/** Whether a report that stands there can be moved on so. */
export const canMove = (state: VisitState, to: Step | 'answered'): boolean =>
  (visitMoves[state] as readonly string[]).includes(to);

/** The last query to the visitors; undefined where there was none. */
export const lastQuery = (visit: Pick<Visit, 'events'>): LifeEvent | undefined =>
  visit.events.findLast((e) => e.to === 'queried');

const titles: Readonly<Record<string, string>> = {
  ready: 'Sent',
  received: 'Received by the office',
  read: 'Read',
  queried: 'Query to the visitors',
  answered: 'Answer from the visitors',
  accepted: 'Accepted',
};

/** One line of where a report stands: what, who, when, and the words with it. */
type Happening = { id: string; title: string; by: string; at: string; words: string | undefined };

/**
 * The moments at which a list is shown that has its order from the office: one that a wrong clock puts before its
 * neighbour stands right behind that.
 */
const inOfficeOrder = (all: readonly Happening[], from = ''): (Happening & { stands: string })[] => {
  let stands = from;
  return all.map((one) => {
    if (one.at > stands) stands = one.at;
    return { ...one, stands };
  });
};

/**
 * What happened to a report since it was sent, the corrections of it among the rest, the oldest first. Moves and
 * corrections keep the order that the office gave them; what laptops say of the time only puts the one among the other.
 */
export const happeningsOf = (visit: Visit): Happening[] => {
  const moves = visit.events.flatMap(({ id, to, by, at, why }) => {
    const title = titles[to];
    return title ? [{ id, title, by, at, words: why }] : [];
  });
  const corrections = visit.corrections.map(({ id, number, by, at, reason }, i) => ({
    id,
    title: `Correction ${number ?? i + 1}`,
    by,
    at,
    words: reason,
  }));
  const received = visit.events.find((e) => e.to === 'received')?.at;
  return [...inOfficeOrder(moves), ...inOfficeOrder(corrections, received)].sort((a, b) =>
    a.stands < b.stands ? -1 : a.stands > b.stands ? 1 : 0,
  );
};
