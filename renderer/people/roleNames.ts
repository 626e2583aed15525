import type { Role } from '#shared/roles.ts';

/** The roles as people say them. */
export const roleNames: Readonly<Record<Role, string>> = {
  visitor: 'Visitor',
  'panel-coordinator': 'Panel coordinator',
  coordinator: 'Coordinator',
  caseworker: 'Caseworker',
  assessor: 'Assessor',
  decider: 'Decider',
  administrator: 'Administrator',
};
