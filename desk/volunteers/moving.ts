import { readAll, readRecord } from '#db/records.ts';
import type { Writer } from '#db/sql.ts';
import type { Failure } from '#shared/errors.ts';
import { instant, newId } from '#shared/ids.ts';
import type { Person } from '#shared/records/person.ts';
import { type PersonFile, personContactId } from '#shared/records/person-file.ts';
import { fail, ok, type Result } from '#shared/result.ts';
import { hasLeft } from '#shared/sync/access.ts';
import { isReasonNeeded, movedOn, type VolunteerStatus } from '#shared/volunteers/way.ts';
import type { Context, Writes } from '../context.ts';
import { followPanel } from './following.ts';
import { put } from './put.ts';
import { fileOf, noPerson } from './reading.ts';

type Writing = Result<unknown, Failure>;

/** Writes one after the other until one cannot be written; gives the failure, or when all were saved. */
export const written = (ctx: Context, id: string, ...writings: readonly (() => Writing)[]) => {
  for (const write of writings) {
    const saved = write();
    if (!saved.ok) return saved;
  }
  return ok({ id, savedAt: instant(ctx.sources) });
};

/** One step more in somebody's file. */
export const withStep = (
  ctx: Context,
  file: PersonFile,
  to: VolunteerStatus,
  on: string,
  why = '',
): PersonFile => ({
  ...file,
  steps: [
    ...file.steps,
    {
      id: newId(ctx.sources),
      to,
      on,
      by: ctx.identity.person,
      ...(why.trim() && { why: why.trim() }),
    },
  ],
});

/** Whether nobody would be left to run the scheme. */
const isLastCoordinator = (w: Writer, ctx: Context, { id }: Person): boolean => {
  const running = readAll(w, 'person').filter(
    (p) => p.roles.includes('coordinator') && !hasLeft(p, ctx.today),
  );
  return running.length === 1 && running[0]?.id === id;
};

/** Changes somebody who is there. */
export const onPerson = <T>(w: Writer, id: string, change: (p: Person) => Result<T, Failure>) =>
  w.inTransaction((): Result<T, Failure> => {
    const person = readRecord(w, 'person', id)?.document;
    return person ? change(person) : fail(noPerson);
  });

export const movingWrites = {
  'volunteers.add': (w, { id, name, panel, on, heard, mail, telephone }, ctx) =>
    w.inTransaction(() => {
      if (on > ctx.today) return fail({ tag: 'futureDay' });
      const of = panel ? { panel } : {};
      const person = movedOn({ id, name: name.trim(), roles: [], ...of }, 'enquiry', on);
      const steps = withStep(ctx, fileOf(w, ctx, id), 'enquiry', on);
      const file = { ...steps, ...(heard?.trim() && { heard: heard.trim() }) };
      const reached = { ...(mail && { mail }), ...(telephone && { telephone }) };
      // Without their panel: who asks to join is nobody's business but the coordinator's.
      const contact = { id: personContactId(ctx.identity.office, id), person: id, ...reached };
      return written(
        ctx,
        id,
        () => put(w, ctx, 'personFile', file),
        () => put(w, ctx, 'person', person),
        () => (mail || telephone ? put(w, ctx, 'personContact', contact) : ok(null)),
      );
    }),
  'volunteers.move': (w, { id, from, to, on, why }, ctx) =>
    onPerson(w, id, (person) => {
      const stands = person.volunteer?.status;
      if ((stands ?? null) !== from) return fail({ tag: 'movedOn' });
      if (on > ctx.today) return fail({ tag: 'futureDay' });
      if (isReasonNeeded(stands, to) && !why?.trim()) return fail({ tag: 'noStepReason' });
      if (to === 'left' && isLastCoordinator(w, ctx, person)) return fail({ tag: 'lastCoordinator' });
      const after = movedOn(person, to, on);
      return written(
        ctx,
        id,
        () => put(w, ctx, 'personFile', withStep(ctx, fileOf(w, ctx, id), to, on, why)),
        () => put(w, ctx, 'person', after),
        () => ok(followPanel(w, ctx, person, after)),
      );
    }),
} satisfies Partial<Writes>;
