import type { Sources } from '#shared/ids.ts';
import type { Person } from '#shared/records/person.ts';
import type { HubStore, NewAudit } from '../port.ts';

/** What the office's own work needs: it is the same at a coordinator's desk and on the hub's command line. */
export type Office = { store: HubStore; sources: Sources };

/** Who does it: somebody at their desk, or null for whoever holds the hub's passphrase. */
export type By = { device: string; person: Person } | null;

export const doneBy = (by: By): Pick<NewAudit, 'person' | 'device'> => ({
  person: by?.person.id ?? null,
  device: by?.device ?? null,
});

/** Nobody who is no administrator makes administrators, or acts on what is theirs. */
export const mayTouch = (by: By, person: Pick<Person, 'roles'>): boolean =>
  by === null || by.person.roles.includes('administrator') || !person.roles.includes('administrator');
