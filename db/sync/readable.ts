import { registry } from '#shared/records/registry.ts';
import { isKnownType, type RecordType } from '#shared/records/types.ts';
import { parseChanged } from '#shared/sync/parse-changed.ts';
import type { StreamItem } from '#shared/sync/wire.ts';
import { type Held, readRecords } from '../records.ts';
import type { Reader } from '../sql.ts';

export type Put = Extract<StreamItem, { kind: 'put' }>;

/** What stands here of the records of a page. */
export type HeldById = ReadonlyMap<string, Held<RecordType>>;

export const heldOf = (r: Reader, type: string, items: readonly Put[]): HeldById => {
  const ids = items.map(({ id }) => id);
  return new Map(isKnownType(type) ? readRecords(r, type, ids).map((one) => [one.document.id, one]) : []);
};

/**
 * What this version can read, and what it cannot. Of what stands here already only the places that are new are read:
 * one's own report comes back with little more than its reference.
 */
export const sorted = (
  type: string,
  items: readonly Put[],
  held: HeldById,
): { readable: Put[]; unreadable: Put[] } => {
  if (!isKnownType(type)) return { readable: [], unreadable: [...items] };
  const { schema } = registry[type];
  const fits = ({ id, document }: Put) =>
    document.id === id && parseChanged(schema, document, held.get(id)?.document).refused.length === 0;
  const { true: readable = [], false: unreadable = [] } = Object.groupBy(items, (item) => `${fits(item)}`);
  return { readable, unreadable };
};
