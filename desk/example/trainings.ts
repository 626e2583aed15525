import { derivedId } from '#shared/ids.ts';
import type { Training } from '#shared/records/session.ts';

const kinds: readonly [key: string, name: string, needed: boolean, months?: number][] = [
  ['induction', 'Induction', true],
  ['data', 'Data protection', true, 24],
  ['children', 'Children and vulnerable adults', true, 36],
  ['tact', 'Detention under the Terrorism Act', false, 24],
  ['mental', 'Mental health in custody', false],
];

/** What volunteers are trained in. */
export const trainingsOf = (office: string): Training[] =>
  kinds.map(([key, name, needed, months]) => ({
    id: derivedId(office, 'training', key),
    name,
    needed,
    ...(months && { months }),
  }));
