import type { RecordKind } from '#shared/records/registry.ts';
import type { Patch } from './patch.ts';

/** A record with what the office notes of whoever makes a change of it; what is no record of its type stays as it is. */
export const marked = (
  { rules, schema }: RecordKind,
  by: string,
  before: { id: string } | undefined,
  after: { id: string },
  patch: Patch,
): { id: string } =>
  rules?.marked && schema.safeParse(after).success
    ? rules.marked(by, before as never, after as never, patch)
    : after;
