import { readRecord } from '#db/records.ts';
import type { Shift } from '#shared/records/shift.ts';
import { fail, ok } from '#shared/result.ts';
import { mondayOf } from '#shared/rota/input.ts';
import { busy } from '#shared/rota/objections.ts';
import { againstPerson } from '#shared/rota/rules.ts';
import { standingOf } from '#shared/rota/standing.ts';
import { viewOf } from '#shared/rota/view.ts';
import { byName } from '#shared/rota/words.ts';
import type { Reads } from '../context.ts';
import { knowAround } from './know.ts';
import { noPlace } from './steps.ts';
import { against, objectionView } from './views.ts';

export const considerReads = {
  'rota.consider': (r, { id, first, second, trainee, ...at }, ctx) => {
    const held: Shift | undefined = id === undefined ? undefined : readRecord(r, 'shift', id)?.document;
    if (id !== undefined && !held) return fail(noPlace);
    const known = knowAround(r, ctx, mondayOf(at.week));
    const people = [first, second].filter((one) => one !== undefined);
    const view = viewOf({ ...known.input, weeks: [...known.weeks, at.week] });
    const standing = standingOf(view.fixed.filter((place) => place.id !== id));
    return ok({
      objections: against(known, { ...at, ...(id && { id }), people, ...(trainee && { trainee }) }, held),
      people: view.volunteers.toSorted(byName).map((one) => ({
        id: one.id,
        name: one.name,
        against: [...againstPerson(view, one, at), ...busy(view, standing, one, at)].map(objectionView(held)),
      })),
    });
  },
} satisfies Partial<Reads>;
