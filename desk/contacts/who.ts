import { readRecord } from '#db/records.ts';
import { type Reader, sql } from '#db/sql.ts';
import type { Contact } from '#shared/records/contact.ts';

/**
 * The record of the register that stands for somebody: that of the person, or the one it was merged into. Until the
 * office has answered, a laptop may have two that were merged crosswise; then the first by its id stands.
 */
export const standingContact = (r: Reader, id: string | undefined): Contact | null => {
  const passed: Contact[] = [];
  for (let next = id; next; next = passed.at(-1)?.mergedInto) {
    const contact = readRecord(r, 'contact', next)?.document;
    if (!contact) break;
    const from = passed.findIndex((one) => one.id === contact.id);
    if (from >= 0) return passed.slice(from).toSorted((a, b) => (a.id < b.id ? -1 : 1))[0] ?? null;
    passed.push(contact);
  }
  return passed.at(-1) ?? null;
};

/** All records of one person: the one that stands first, then those that were merged into it, by whatever way. */
export const recordsOf = (r: Reader, id: string): Contact[] => {
  const standing = standingContact(r, id);
  const all = standing ? [standing] : [];
  for (let i = 0; i < all.length; i++) {
    const into = (all[i] as Contact).id;
    const merged = r
      .all(
        sql
          .selectFrom('contact')
          .select('data')
          .where('merged_into', '=', into)
          .orderBy('name')
          .orderBy('id'),
      )
      .map(({ data }) => JSON.parse(data) as Contact);
    all.push(...merged.filter((one) => !all.some((known) => known.id === one.id)));
  }
  return all;
};

/** The ids by which records name somebody. Of a person who is not in the register the one that was asked for. */
export const idsOf = (r: Reader, id: string): string[] => {
  const ids = recordsOf(r, id).map((one) => one.id);
  return ids.length > 0 ? ids : [id];
};

/** Every restriction that was decided of somebody, under whichever of their records. */
export const restrictionsOf = (records: readonly Contact[]) =>
  records
    .flatMap(({ id, restrictions = [] }) => restrictions.map((restriction) => ({ contact: id, restriction })))
    .toSorted((a, b) => (a.restriction.starts > b.restriction.starts ? -1 : 1));
