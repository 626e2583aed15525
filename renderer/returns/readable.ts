import { returnReaders } from '#shared/calls/returns.ts';
import { type ReturnKind, returnKinds } from '#shared/views.ts';

/** The kinds of figures that somebody with these roles may read. */
export const readableTo = (roles: readonly string[]): ReturnKind[] =>
  returnKinds.filter((kind) => returnReaders[kind].some((role) => roles.includes(role)));
