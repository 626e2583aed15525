import type { Place } from './rota.ts';
import { goers } from './view.ts';

/** How places of one rota come together: who goes how often, with whom, and when. */
export type Standing = {
  /** Visits of somebody this quarter, as one of a pair. */
  readonly visits: (id: string) => number;
  /** The places in which two go together this quarter. */
  readonly together: (a: string, b: string) => number;
  /** Where somebody goes in a week, in the pair or beside it. */
  readonly in: (id: string, week: string) => readonly Place[];
};

export const standingOf = (places: readonly Place[]): Standing => {
  const visits = new Map<string, Place[]>();
  const going = new Map<string, Place[]>();
  const push = (map: Map<string, Place[]>, key: string, place: Place) =>
    map.set(key, [...(map.get(key) ?? []), place]);
  for (const place of places) {
    for (const id of new Set(place.people)) push(visits, id, place);
    for (const id of new Set(goers(place))) push(going, `${place.week} ${id}`, place);
  }
  return {
    visits: (id) => visits.get(id)?.length ?? 0,
    together: (a, b) => (visits.get(a) ?? []).filter(({ people }) => people.includes(b)).length,
    in: (id, week) => going.get(`${week} ${id}`) ?? [],
  };
};
