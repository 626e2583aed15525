import { readRecord } from '#db/records.ts';
import { type Reader, sql } from '#db/sql.ts';
import type { Failure } from '#shared/errors.ts';
import { shiftState } from '#shared/records/shift.ts';
import type { Visit } from '#shared/records/visit.ts';
import { fail, ok, type Result } from '#shared/result.ts';
import type { Context } from './context.ts';

/** The report that was begun from a place of the rota; one put aside is none. */
export const reportOfPlace = (r: Reader, shift: string): string | undefined =>
  r.first(
    sql
      .selectFrom('visit')
      .select('id')
      .where('shift', '=', shift)
      .where('state', 'not in', ['discarded', 'practice'])
      .orderBy('id')
      .limit(1),
  )?.id;

/**
 * What a report takes over from a place of the rota: where, who goes, and for what. Its pair alone begins it, and not
 * before its week: what is said of a visit is said once it was made.
 */
export const fromPlace = (r: Reader, ctx: Context, id: string): Result<Partial<Visit>, Failure> => {
  const place = readRecord(r, 'shift', id)?.document;
  if (!place) return fail({ tag: 'notFound', what: 'place of the rota' });
  const { person } = ctx.identity;
  const pair = [place.first, place.second];
  if (!pair.includes(person)) return fail({ tag: 'notAllowed' });
  if (shiftState(place) !== 'planned') return fail({ tag: 'movedOn' });
  if (place.week > ctx.today) return fail({ tag: 'weekAhead' });
  const other = pair.find((one) => one !== undefined && one !== person);
  const panel = readRecord(r, 'suite', place.suite)?.document.panel ?? place.panel;
  return ok({
    shift: id,
    suite: place.suite,
    ...(panel && { panel }),
    ...(place.tact && { purpose: 'TACT' as const }),
    ...(other && { visitor2: other }),
    ...(place.trainee && { trainee: place.trainee }),
  });
};
