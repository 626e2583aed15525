import { readRecord } from '#db/records.ts';
import type { Reader } from '#db/sql.ts';
import { instant, newId } from '#shared/ids.ts';
import type { Person } from '#shared/records/person.ts';
import { personFileId } from '#shared/records/person-file.ts';
import type { Change } from '#shared/sync/accept.ts';
import { putting } from '#shared/sync/patch.ts';
import { emptyFile, stepDay } from '#shared/volunteers/way.ts';
import type { Context } from '../context.ts';

/**
 * The step of a volunteer's file that a list of volunteers stands for, where it says that they stand elsewhere than
 * before; nothing where it says nothing new.
 */
export const importedStep = (
  r: Reader,
  ctx: Context,
  before: Person | undefined,
  after: Person,
  file: string,
): Omit<Change, 'device' | 'number'> | undefined => {
  if (!after.volunteer || after.volunteer.status === before?.volunteer?.status) return undefined;
  const record = personFileId(ctx.identity.office, after.id);
  const held = readRecord(r, 'personFile', record);
  const by = ctx.identity.person;
  const step = {
    id: newId(ctx.sources),
    to: after.volunteer.status,
    on: stepDay(after.volunteer, ctx.today),
    by,
    why: `As imported from ${file}`,
  };
  return {
    id: newId(ctx.sources),
    type: 'personFile',
    record,
    after: null,
    saw: held?.version ?? null,
    by,
    at: instant(ctx.sources),
    patch: held
      ? [putting(['steps', `#${step.id}`], step)]
      : [putting([], { ...emptyFile(record, after.id), steps: [step] })],
  };
};
