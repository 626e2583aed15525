import { saveAndSend } from '#db/office.ts';
import { readRecord } from '#db/records.ts';
import type { Writer } from '#db/sql.ts';
import type { Person } from '#shared/records/person.ts';
import { ok } from '#shared/result.ts';
import type { Patch } from '#shared/sync/patch.ts';
import { stepDay } from '#shared/volunteers/way.ts';
import { author, type Context } from '../context.ts';
import { actorOf, holdsOneOf } from '../session.ts';
import { followPanel } from './following.ts';
import { withStep, written } from './moving.ts';
import { put } from './put.ts';
import { fileOf } from './reading.ts';

/**
 * Saves somebody, and what follows: a new standing is a step in their file, and what they say of themselves goes with
 * them to another panel. Both are the coordinator's to write.
 */
export const savePerson = (w: Writer, ctx: Context, id: string, patch: Patch) =>
  w.inTransaction(() => {
    const before = readRecord(w, 'person', id)?.document;
    const isCoordinator = holdsOneOf(actorOf(w, ctx), ['coordinator']);
    const saved = saveAndSend(w, author(ctx), 'person', id, patch);
    if (!saved.ok) return saved;
    const after: Person = saved.value;
    const { volunteer } = after;
    const isStep = volunteer !== undefined && volunteer.status !== before?.volunteer?.status;
    return written(
      ctx,
      id,
      () =>
        isCoordinator && isStep
          ? put(
              w,
              ctx,
              'personFile',
              withStep(ctx, fileOf(w, ctx, id), volunteer.status, stepDay(volunteer, ctx.today)),
            )
          : ok(null),
      () => {
        if (isCoordinator) followPanel(w, ctx, before, after);
        return ok(null);
      },
    );
  });
