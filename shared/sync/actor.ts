import type { Person } from '#shared/records/person.ts';
import type { Role } from '#shared/roles.ts';

/** Who changes something, with the rights they have now. */
export type Actor = { person: string; roles: readonly Role[]; panel?: string | undefined };

export const actorOf = ({ id, roles, panel }: Person): Actor => ({ person: id, roles, panel });

export const holds = ({ roles }: Actor, ...wanted: Role[]): boolean =>
  wanted.some((role) => roles.includes(role));

/** Whoever runs the panel, or the whole scheme. */
export const runs = (actor: Actor, panel: string | undefined): boolean =>
  holds(actor, 'coordinator') ||
  (holds(actor, 'panel-coordinator') && panel !== undefined && actor.panel === panel);

/** Whether somebody may make of a record what stands after. */
export type Rule<D> = (actor: Actor, before: D | undefined, after: D) => boolean;
