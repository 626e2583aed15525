import { z } from 'zod';

/** The roles a person can hold. A stand-alone office's one person holds all of them. */
export const roles = [
  'visitor',
  'panel-coordinator',
  'coordinator',
  'caseworker',
  'assessor',
  'decider',
  'administrator',
] as const;
export const role = z.enum(roles);
export type Role = z.infer<typeof role>;

/** Who is asking: the person of this store, with the roles the office gave them. */
export type Actor = { readonly person: string; readonly name: string; readonly roles: readonly Role[] };
