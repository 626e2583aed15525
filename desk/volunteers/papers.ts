import { readRecord } from '#db/records.ts';
import type { Writer } from '#db/sql.ts';
import { newId } from '#shared/ids.ts';
import { knownTo, type Person } from '#shared/records/person.ts';
import { type Interest, personContactId } from '#shared/records/person-file.ts';
import { fail } from '#shared/result.ts';
import { applyPatch } from '#shared/sync/patch.ts';
import { addMonths } from '#shared/times.ts';
import { reviewYears, vettedUntil } from '#shared/volunteers/way.ts';
import type { Context, Writes } from '../context.ts';
import { mayMake } from '../rights.ts';
import { onPerson, written } from './moving.ts';
import { put } from './put.ts';
import { fileOf } from './reading.ts';

type Item = { id: string };

/** A list with an item in its place, or at its end where it is new. */
const withItem = <T extends Item>(list: readonly T[], item: T): T[] =>
  list.some(({ id }) => id === item.id)
    ? list.map((one) => (one.id === item.id ? item : one))
    : [...list, item];

/** The days of a volunteer as a change makes them; of somebody who is none there are none. */
const withDays = (p: Person, days: Partial<NonNullable<Person['volunteer']>>): Person =>
  p.volunteer ? { ...p, volunteer: { ...p.volunteer, ...days } } : p;

const noInterest = { tag: 'notFound', what: 'declared interest' } as const;

const onInterest = (w: Writer, ctx: Context, id: string, change: (i: Interest) => Interest) =>
  w.inTransaction(() => {
    const held = readRecord(w, 'interest', id)?.document;
    if (!held) return fail(noInterest);
    return written(ctx, id, () => put(w, ctx, 'interest', change(held)));
  });

export const paperWrites = {
  'volunteers.saveFile': (w, { id, patch }, ctx) =>
    onPerson(w, id, () => {
      const file = fileOf(w, ctx, id);
      const { document, conflicts } = applyPatch(file, patch);
      if (conflicts.length > 0)
        return fail({ tag: 'changedElsewhere', paths: conflicts.map(({ path }) => path.join('.')) });
      const { heard, notes } = document;
      return written(ctx, id, () => put(w, ctx, 'personFile', { ...file, heard, notes }));
    }),
  'volunteers.setReference': (w, { id, reference }, ctx) =>
    onPerson(w, id, () => {
      const file = fileOf(w, ctx, id);
      const references = withItem(file.references, reference);
      return written(ctx, id, () => put(w, ctx, 'personFile', { ...file, references }));
    }),
  'volunteers.setVetting': (w, { id, round }, ctx) =>
    onPerson(w, id, (person) => {
      if (round.outcome === 'cleared' && !(round.decided && round.expires))
        return fail({ tag: 'vettingUndated' });
      const file = fileOf(w, ctx, id);
      const next = { ...file, vetting: withItem(file.vetting, round) };
      const until = vettedUntil(next);
      const vetted = until === vettedUntil(file) ? person : withDays(person, { vettingExpires: until });
      return written(
        ctx,
        id,
        () => put(w, ctx, 'personFile', next),
        () => put(w, ctx, 'person', vetted),
      );
    }),
  'volunteers.review': (w, { id, on, outcome, next, words }, ctx) =>
    onPerson(w, id, (person) => {
      if (on > ctx.today) return fail({ tag: 'futureDay' });
      const file = fileOf(w, ctx, id);
      const said = words?.trim();
      const review = {
        id: newId(ctx.sources),
        on,
        by: ctx.identity.person,
        outcome,
        ...(said && { words: said }),
      };
      const due = next ?? (outcome === 'reaccredited' ? addMonths(on, reviewYears * 12) : undefined);
      return written(
        ctx,
        id,
        () => put(w, ctx, 'personFile', { ...file, reviews: [...file.reviews, review] }),
        () => put(w, ctx, 'person', due ? withDays(person, { nextReview: due }) : person),
      );
    }),
  'volunteers.setTrained': (w, { id, item, topic, on }, ctx) =>
    onPerson(w, id, (person) => {
      if (on !== null && on > ctx.today) return fail({ tag: 'futureDay' });
      const trained = person.volunteer?.trained ?? [];
      const others = trained.filter((one) => one.id !== item);
      const next = on === null ? others : withItem(trained, { id: item, topic, on });
      return written(ctx, id, () => put(w, ctx, 'person', withDays(person, { trained: next })));
    }),
  'volunteers.saveContact': (w, { id, patch }, ctx) =>
    onPerson(w, id, (whose) => {
      const panel = knownTo(whose);
      const of = personContactId(ctx.identity.office, id);
      const held = readRecord(w, 'personContact', of)?.document;
      const base = held ?? { id: of, person: id, ...(panel && { panel }) };
      const { document, conflicts } = applyPatch(base, patch);
      if (conflicts.length > 0)
        return fail({ tag: 'changedElsewhere', paths: conflicts.map(({ path }) => path.join('.')) });
      if (!mayMake(w, ctx, 'personContact', held, document)) return fail({ tag: 'notAllowed' });
      return written(ctx, id, () => put(w, ctx, 'personContact', document));
    }),
  'volunteers.declare': (w, { id, person, kind, suite, other, words }, ctx) =>
    onPerson(w, person, (whose) => {
      const panel = knownTo(whose);
      const said = words?.trim();
      const about = {
        ...(kind === 'suite' && suite && { suite }),
        ...(kind === 'person' && other && { other }),
      };
      if (!said && Object.keys(about).length === 0) return fail({ tag: 'interestEmpty' });
      const declared: Interest = {
        id,
        person,
        ...(panel && { panel }),
        kind,
        ...about,
        ...(said && { words: said }),
        declared: ctx.today,
      };
      if (!mayMake(w, ctx, 'interest', undefined, declared)) return fail({ tag: 'notAllowed' });
      return written(ctx, id, () => put(w, ctx, 'interest', declared));
    }),
  'volunteers.checkInterest': (w, { id, finding, words }, ctx) =>
    onInterest(w, ctx, id, (held) => {
      const said = words?.trim();
      const by = ctx.identity.person;
      return { ...held, checked: { by, on: ctx.today, finding, ...(said && { words: said }) } };
    }),
  'volunteers.endInterest': (w, { id }, ctx) =>
    onInterest(w, ctx, id, (held) => ({ ...held, ended: ctx.today })),
} satisfies Partial<Writes>;
