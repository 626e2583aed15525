import { useRead } from '#renderer/app/host.tsx';
import type { StandingConcern } from '#shared/forms/found.ts';
import type { Visit } from '#shared/records/visit.ts';

/** The concerns that the visitors of a report are asked about, and those it speaks of; undefined while they are read. */
export const useStanding = (visit: Visit): StandingConcern[] | undefined =>
  useRead('visits.standing', {
    visit: visit.id,
    ...(visit.suite && { suite: visit.suite }),
    ...(visit.date && { on: visit.date }),
    said: (visit.found ?? []).map(({ id }) => id),
  }).data;

/** The address of the section within a report that is written. */
export const foundTask = 'found';
export const foundTitle = 'Concerns at this suite';
