import type { StandingConcern } from '#shared/forms/found.ts';
import { type Concern, type ConcernState, concernMoves, findings } from '#shared/records/concern.ts';
import { isWithOffice, type Visit, visitState } from '#shared/records/visit.ts';
import type { HubRecord } from './holdings.ts';
import type { Laptop } from './laptop.ts';

/** Chosen by an id and not by the dice, so that a seed is the same storm whatever visitors say besides. */
const choice = (id: string, among: number): number => Number.parseInt(id.slice(-2), 16) % among;

const question = 'kitchen';
/** The questions that storms and scenarios answer so that each answer raises a concern. */
const raising = [question, 'illTreatment'];

/** What a report raises, and what it found of what stood open at its suite, as far as this laptop knows of that. */
export const concernsOf = (laptop: Laptop, visit: string, suite: string | undefined) => {
  const raises = { 'groups.facilities': 'to report', [`answers.${question}`]: { value: false } };
  const standing = laptop.call('visits.standing', { visit, ...(suite && { suite }) });
  const open: StandingConcern[] = standing.ok ? standing.value : [];
  const found = open.map(({ id }) => ({ id, finding: findings[choice(visit, findings.length)] }));
  return {
    ...(choice(visit, 4) > 0 ? raises : {}),
    ...(found.length > 0 ? { found } : {}),
  };
};

/** What does not hold of concerns: a move that their life does not allow, one raised twice or never, a lost finding. */
export const concernsWrong = (held: ReadonlyMap<string, HubRecord>): string[] => {
  const of = <T>(type: string): T[] =>
    [...held.values()].filter((one) => one.type === type).map(({ document }) => document as T);
  const concerns = of<Concern>('concern');
  const visits = of<Visit>('visit').filter((v) => isWithOffice(visitState(v)));
  const astray = concerns.filter(({ events }) =>
    events.some(({ from, to }, i) => {
      const stood = (events[i - 1]?.to ?? 'raised') as ConcernState;
      return from !== stood || !(concernMoves[stood] as readonly string[]).includes(to);
    }),
  );
  const raisedBy = (v: Visit) => concerns.filter(({ from }) => from.record === v.id).length;
  const owed = (v: Visit) => raising.filter((one) => v.answers[one]).length;
  const owing = visits.filter((v) => raisedBy(v) !== owed(v));
  const lost = visits.flatMap((v) =>
    (v.found ?? [])
      .flatMap(({ id }) => concerns.find((c) => c.id === id && c.suite === v.suite) ?? [])
      .filter(({ found }) => found.filter(({ visit }) => visit === v.id).length !== 1)
      .map(({ id }) => `concern ${id} does not say what report ${v.id} found`),
  );
  return [
    ...astray.map(({ id }) => `concern ${id} went where its life does not lead`),
    ...owing.map((v) => `report ${v.id} raised ${raisedBy(v)} concerns`),
    ...lost,
  ];
};
