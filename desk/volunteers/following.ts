import { readRecord } from '#db/records.ts';
import { sql, type Writer } from '#db/sql.ts';
import { knownTo, type Person } from '#shared/records/person.ts';
import { type Interest, personContactId } from '#shared/records/person-file.ts';
import type { Availability } from '#shared/records/shift.ts';
import type { Context } from '../context.ts';
import { put } from './put.ts';

/**
 * What somebody says of themselves goes with them to the panel that knows them, whose staff read it: to another, and
 * to their first once they begin to be trained.
 */
export const followPanel = (w: Writer, ctx: Context, before: Person | undefined, person: Person): void => {
  const panel = knownTo(person);
  if (!before || knownTo(before) === panel) return;
  const { id } = person;
  const of = <T>(type: 'interest' | 'availability'): T[] =>
    w
      .all(
        sql
          .selectFrom(type as 'interest')
          .select('data')
          .where('person', '=', id),
      )
      .map(({ data }) => JSON.parse(data) as T);
  const moved = <T extends { panel?: string | undefined }>(record: T): T => ({ ...record, panel }) as T;
  const contact = readRecord(w, 'personContact', personContactId(ctx.identity.office, id))?.document;
  if (contact && contact.panel !== panel) put(w, ctx, 'personContact', moved(contact));
  for (const one of of<Interest>('interest')) if (one.panel !== panel) put(w, ctx, 'interest', moved(one));
  for (const one of of<Availability>('availability'))
    if (one.panel !== panel) put(w, ctx, 'availability', moved(one));
};
