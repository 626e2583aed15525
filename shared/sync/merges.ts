import type { Contact } from '#shared/records/contact.ts';
import { type Patch, read } from './patch.ts';
import { type OfficeState, recordKey, type Stored, storedAt } from './state.ts';

/** The record that a change says another one is the same person as. */
const named = (patch: Patch): string | undefined => {
  const into = patch.findLast(({ path }) => path.length === 0 || path[0] === 'mergedInto');
  const value = into && (into.path.length === 0 ? read(into.now, ['mergedInto']) : into.now);
  return typeof value === 'string' ? value : undefined;
};

const contactKey = (id: string): string => recordKey('contact', id);
const nextOf = (stored: Stored | undefined): string | undefined =>
  (stored?.document as Contact | undefined)?.mergedInto;

/** Asks for the record that another shall be merged into, and for those that this one was merged into in turn. */
export const asksMerged = (patch: Patch, record: (key: string) => Stored | undefined): void => {
  const asked = new Set<string>();
  for (let next = named(patch); next && !asked.has(next); next = nextOf(record(contactKey(next))))
    asked.add(next);
};

/**
 * Whether somebody would come to mean themselves by way of others: two laptops that put the same two records together
 * the other way round, each without the other, would leave nobody standing.
 */
export const mergesCrosswise = (state: OfficeState, after: Contact): boolean => {
  const passed = new Set<string>();
  for (let next = after.mergedInto; next && !passed.has(next); ) {
    if (next === after.id) return true;
    passed.add(next);
    next = nextOf(storedAt(state, contactKey(next)));
  }
  return false;
};
