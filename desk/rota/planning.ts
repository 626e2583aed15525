import { readRecord, readRecords } from '#db/records.ts';
import type { Writer } from '#db/sql.ts';
import type { Failure } from '#shared/errors.ts';
import { newId } from '#shared/ids.ts';
import type { Period } from '#shared/periods.ts';
import { type Shift, type ShiftState, shiftMoves, shiftState } from '#shared/records/shift.ts';
import { fail, ok, type Result } from '#shared/result.ts';
import { mondayOf, placeOf, weeksIn } from '#shared/rota/input.ts';
import { objections } from '#shared/rota/objections.ts';
import { applyPatch } from '#shared/sync/patch.ts';
import { objectionWords } from '#shared/sync/refusals.ts';
import type { Context, Writes } from '../context.ts';
import { type Known, knowOf, quarterAsked } from './know.ts';
import { moved, noPlace, onPlace, put, speaksAgainst, stopping, withoutWhen } from './steps.ts';

type New = Pick<Shift, 'week' | 'suite'> & Partial<Pick<Shift, 'tact' | 'first' | 'second' | 'trainee'>>;

/** A place as it is made: a draft, with the panel of its suite. */
const draft = (
  w: Writer,
  ctx: Context,
  { tact, first, second, trainee, ...at }: New,
): Result<Shift, Failure> => {
  const suite = readRecord(w, 'suite', at.suite)?.document;
  if (!suite) return fail({ tag: 'notFound', what: 'suite' });
  return ok({
    id: newId(ctx.sources),
    events: [],
    despite: [],
    ...at,
    ...(suite.panel && { panel: suite.panel }),
    ...(tact && { tact }),
    ...(first && { first }),
    ...(second && { second }),
    ...(trainee && { trainee }),
  });
};

/** Puts the pair of a proposal into a place that stands: whoever is in it stays. */
const filled = (shift: Shift, people: readonly string[]): Shift | undefined => {
  const standing = [shift.first, shift.second].filter((one) => one !== undefined);
  const coming = people.filter((one) => !standing.includes(one));
  if (!standing.every((one) => people.includes(one)) || coming.length + standing.length > 2) return undefined;
  const [a, b] = coming;
  const first = shift.first ?? a;
  const second = shift.second ?? (shift.first ? a : b);
  return { ...shift, ...(first && { first }), ...(second && { second }) };
};

type Chosen = New & { id?: string | undefined; people: readonly string[] };

/** A chosen proposal as the place it makes, or with which it fills one. */
const drafted = (
  w: Writer,
  ctx: Context,
  known: Known,
  { id, people, ...at }: Chosen,
): Result<{ before: Shift | undefined; after: Shift }, Failure> => {
  if (id === undefined) {
    const shift = draft(w, ctx, { ...at, first: people[0], second: people[1] });
    return shift.ok ? ok({ before: undefined, after: shift.value }) : shift;
  }
  const before = known.shifts.find((one) => one.id === id);
  if (!before) return fail(noPlace);
  const after = filled(before, people);
  if (!after) return fail({ tag: 'movedOn' });
  const against = stopping(known, before, after);
  return against.length > 0 ? speaksAgainst(against.map(({ text }) => text)) : ok({ before, after });
};

/** A place is moved on where its life allows it. */
const move = (
  w: Writer,
  ctx: Context,
  id: string,
  to: ShiftState,
  said?: string,
  isAllowed = (_: Shift) => true,
) => {
  const why = withoutWhen(said);
  if (!why.ok) return why;
  return onPlace(w, ctx, id, (shift, known) => {
    const after = moved(ctx, shift, to, why.value);
    if (!(shiftMoves[shiftState(shift)] as readonly string[]).includes(to) || !isAllowed(shift))
      return fail({ tag: 'movedOn' });
    const against = stopping(known, shift, after);
    return against.length > 0
      ? speaksAgainst(against.map(({ text }) => text))
      : put(w, ctx, 'shift', shift, after);
  });
};

const fields: readonly string[] = ['first', 'second', 'trainee', 'cover', 'week', 'suite', 'tact'];
const fixed = ['week', 'suite', 'tact'] as const;

type Answering = { kinds: string[]; people: string[]; reason: string };

/** Why a place stands although something speaks against it: of those of whom it does, where nobody is named. */
const answered = (ctx: Context, known: Known, after: Shift, said: Answering): Shift => {
  const meant = objections(known.input, placeOf(after)).filter(({ kind }) => said.kinds.includes(kind));
  const people = [...new Set([...said.people, ...meant.flatMap((one) => one.people)])];
  const entry = {
    id: newId(ctx.sources),
    by: ctx.identity.person,
    kinds: said.kinds,
    people,
    reason: said.reason.trim(),
  };
  return { ...after, despite: [...after.despite, entry] };
};

export const planningWrites = {
  'rota.draft': (w, { places }, ctx) =>
    w.inTransaction(() => {
      const weeks = places.map(({ week }) => week).sort();
      const known = knowOf(w, ctx, weeksIn({ from: weeks[0] as string, to: weeks.at(-1) as string }));
      // Everything is looked at before anything is written: chosen proposals are taken all or not at all.
      let { shifts } = known;
      const writes: { before: Shift | undefined; after: Shift }[] = [];
      for (const chosen of places) {
        const result = drafted(w, ctx, { ...known, shifts }, chosen);
        if (!result.ok) return result;
        const { after } = result.value;
        writes.push(result.value);
        shifts = [...shifts.filter(({ id }) => id !== after.id), after];
      }
      for (const { before, after } of writes) {
        const saved = put(w, ctx, 'shift', before, after);
        if (!saved.ok) return saved;
      }
      return ok({ made: writes.map(({ after }) => after.id) });
    }),
  'rota.addPlace': (w, place, ctx) =>
    w.inTransaction(() => {
      const shift = draft(w, ctx, place);
      if (!shift.ok) return shift;
      const pair = [place.first, place.second, place.trainee].filter((one) => one !== undefined);
      if (new Set(pair).size < pair.length) return notTwo;
      return put(w, ctx, 'shift', undefined, shift.value);
    }),
  'rota.savePlace': (w, { id, patch, despite }, ctx) => {
    if (despite && despite.reason.trim() === '') return fail({ tag: 'noReason' });
    const reason = withoutWhen(despite?.reason);
    if (!reason.ok) return reason;
    return onPlace(w, ctx, id, (shift, known) => {
      if (!patch.every(({ path }) => fields.includes(path[0] ?? '')))
        return fail({ tag: 'invalid', problems: [{ path: '', text: 'Only who goes is changed here.' }] });
      const { document, conflicts } = applyPatch(shift, patch);
      if (conflicts.length > 0)
        return fail({ tag: 'changedElsewhere', paths: conflicts.map(({ path }) => path.join('.')) });
      const suite = readRecord(w, 'suite', document.suite)?.document;
      if (!suite && document.suite !== shift.suite) return fail({ tag: 'notFound', what: 'suite' });
      const at = document.suite === shift.suite ? document : { ...document, panel: suite?.panel };
      const after = despite ? answered(ctx, known, at, despite) : at;
      if (new Set(goers(after)).size < goers(after).length) return notTwo;
      if (shiftState(shift) !== 'draft' && fixed.some((field) => after[field] !== shift[field]))
        return fail({ tag: 'invalid', problems: [{ path: '', text: objectionWords.placeFixed }] });
      const isOver = !['draft', 'planned'].includes(shiftState(shift));
      if (isOver) return fail({ tag: 'movedOn' });
      const against = stopping(known, shift, after);
      if (against.length > 0) return speaksAgainst(against.map(({ text }) => text));
      return put(w, ctx, 'shift', shift, after);
    });
  },
  'rota.publish': (w, { quarter, panel, ids }, ctx) =>
    w.inTransaction(() => {
      const named = quarter === undefined && ids ? readRecords(w, 'shift', ids) : [];
      const weeks = named.map(({ document }) => document.week).sort();
      const period: Result<Pick<Period, 'from' | 'to'>, Failure> = weeks[0]
        ? ok({ from: weeks[0], to: weeks.at(-1) as string })
        : quarterAsked(w, ctx, quarter);
      if (!period.ok) return period;
      const known = knowOf(w, ctx, weeksIn(period.value));
      const wanted = known.shifts.filter(
        (one) =>
          shiftState(one) === 'draft' &&
          (panel === undefined || one.panel === panel) &&
          (ids === undefined || ids.includes(one.id)),
      );
      let shifts = known.shifts;
      const left: { id: string; against: string[] }[] = [];
      for (const shift of wanted) {
        const after = moved(ctx, shift, 'planned');
        const against = stopping({ ...known, shifts }, shift, after).map(({ text }) => text);
        if (against.length > 0) left.push({ id: shift.id, against });
        else {
          const saved = put(w, ctx, 'shift', shift, after);
          if (!saved.ok) return saved;
          shifts = shifts.map((one) => (one.id === shift.id ? after : one));
        }
      }
      return ok({ published: wanted.length - left.length, left });
    }),
  'rota.withdraw': (w, { id, why }, ctx) => move(w, ctx, id, 'withdrawn', why),
  'rota.missed': (w, { id, why }, ctx) =>
    why.trim() === ''
      ? fail({ tag: 'noReason' })
      : move(w, ctx, id, 'missed', why, ({ week }) => week <= mondayOf(ctx.today)),
  'rota.planAgain': (w, { id }, ctx) =>
    move(w, ctx, id, 'planned', undefined, (s) => shiftState(s) !== 'draft'),
} satisfies Partial<Writes>;

const goers = ({ first, second, trainee }: Shift) =>
  [first, second, trainee].filter((one) => one !== undefined);
const notTwo: Result<never, Failure> = fail({
  tag: 'invalid',
  problems: [{ path: '', text: objectionWords.notTwo }],
});
