import { saveAndSend } from '#db/office.ts';
import { readRecord } from '#db/records.ts';
import type { Writer } from '#db/sql.ts';
import type { Documents } from '#shared/records/registry.ts';
import type { RecordType } from '#shared/records/types.ts';
import { diff } from '#shared/sync/patch.ts';
import { author, type Context } from '../context.ts';

/** Writes a record as it shall be: what of it is as before is no change. */
export const put = <T extends RecordType>(
  w: Writer,
  ctx: Context,
  type: T,
  after: Documents[T] & { id: string },
) => saveAndSend(w, author(ctx), type, after.id, diff(readRecord(w, type, after.id)?.document, after));
