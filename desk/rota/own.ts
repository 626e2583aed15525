import { readRecord } from '#db/records.ts';
import { swapsAsked } from '#db/rota.ts';
import type { Writer } from '#db/sql.ts';
import { isJoined } from '#db/sync/membership.ts';
import { staff } from '#shared/calls/call.ts';
import type { Failure } from '#shared/errors.ts';
import { newId } from '#shared/ids.ts';
import { knownTo } from '#shared/records/person.ts';
import { type Availability, type Shift, type Swap, shiftState, swapState } from '#shared/records/shift.ts';
import { fail, ok, type Result } from '#shared/result.ts';
import { availabilityId, mondayOf, quarterOfWeek, weeksIn } from '#shared/rota/input.ts';
import { brings, exchanged } from '#shared/sync/places.ts';
import type { Context, Writes } from '../context.ts';
import { settings } from '../office.ts';
import { actorOf, holdsOneOf } from '../session.ts';
import { type Known, knowOf, quarterAsked } from './know.ts';
import { again, event, noPlace, onPlace, put, speaksAgainst, withoutWhen } from './steps.ts';
import { takingOf, toldTo } from './taking.ts';

const noSwap = { tag: 'notFound', what: 'exchange of places' } as const;
const movedOn = { tag: 'movedOn' } as const;

type Said = Record<string, 'free' | 'away' | null>;

/** What somebody says of weeks of a quarter: of each on its own, so that two laptops never contradict each other. */
const say = (w: Writer, ctx: Context, person: string, quarter: string, said: Said) => {
  const id = availabilityId(ctx.identity.office, person, quarter);
  const before = readRecord(w, 'availability', id)?.document;
  const whose = readRecord(w, 'person', person)?.document;
  const panel = whose && knownTo(whose);
  const weeks = Object.entries({ ...before?.weeks, ...said }).filter(([, word]) => word !== null);
  const after: Availability = {
    ...before,
    id,
    person,
    quarter,
    ...(panel && { panel }),
    weeks: Object.fromEntries(weeks) as Availability['weeks'],
  };
  return put(w, ctx, 'availability', before, after);
};

/** Two planned places whose exchange is thought of, from this week on, with what is known of both weeks. */
const bothPlaces = (
  w: Writer,
  ctx: Context,
  swap: Pick<Swap, 'gives' | 'takes' | 'by' | 'with'>,
): Result<{ known: Known; pair: [Shift, Shift] }, Failure> => {
  const [gives, takes] = [readRecord(w, 'shift', swap.gives), readRecord(w, 'shift', swap.takes)];
  if (!gives || !takes) return fail(noPlace);
  const weeks = [gives.document.week, takes.document.week].sort();
  const known = knowOf(w, ctx, weeksIn({ from: weeks[0] as string, to: weeks[1] as string }));
  const pair = [swap.gives, swap.takes].map((id) => known.shifts.find((one) => one.id === id));
  if (!pair[0] || !pair[1]) return fail(noPlace);
  const comes = pair.every((one) => one && one.week >= mondayOf(ctx.today) && shiftState(one) === 'planned');
  return comes ? ok({ known, pair: pair as [Shift, Shift] }) : fail(movedOn);
};

/** Whether an exchange could be made as far as this laptop knows; in words that the reader may hear. */
const exchangeable = (
  { known, pair }: { known: Known; pair: [Shift, Shift] },
  swap: Pick<Swap, 'gives' | 'takes' | 'by' | 'with'>,
): Result<null, Failure> => {
  const after = exchanged(swap, ...pair);
  if (!after || after[0] === pair[0]) return fail(movedOn);
  const others = known.shifts.filter(
    (one) => shiftState(one) === 'planned' && !pair.some(({ id }) => id === one.id),
  );
  const records = { ...known.records, shifts: [...others, ...after] };
  const against = after.flatMap((one, i) => brings(records, pair[i], one, [swap.by, swap.with]));
  return against.length === 0
    ? ok(null)
    : speaksAgainst(toldTo(known.ctx.identity.person, known.plans, against));
};

export const ownWrites = {
  'rota.sayAvailability': (w, { quarter, weeks, person: of }, ctx) =>
    w.inTransaction(() => {
      const person = of ?? ctx.identity.person;
      const period = quarterAsked(w, ctx, quarter);
      if (!period.ok) return period;
      const isOther = person !== ctx.identity.person;
      if (isOther && !holdsOneOf(actorOf(w, ctx), staff)) return fail({ tag: 'notAllowed' });
      if (!readRecord(w, 'person', person)) return fail({ tag: 'notFound', what: 'person' });
      const known = weeksIn(period.value);
      return Object.keys(weeks).every((week) => known.includes(week))
        ? say(w, ctx, person, period.value.id, weeks)
        : fail({ tag: 'badPeriod', text: quarter });
    }),
  'rota.takePlace': (w, { id, instead }, ctx) =>
    onPlace(w, ctx, id, (shift, known) => {
      const { person } = ctx.identity;
      const { may, against, after } = takingOf(known, shift, instead);
      if (!after) return fail(movedOn);
      if (!may) return speaksAgainst(against);
      const quarter = quarterOfWeek(shift.week, settings(w, ctx).yearBegins);
      const said = known.records.availability.find(
        (one) => one.id === availabilityId(ctx.identity.office, person, quarter),
      );
      // Who takes a place says by that that they are free.
      if (said && said.weeks[shift.week] !== 'free') {
        const saved = say(w, ctx, person, quarter, { [shift.week]: 'free' });
        if (!saved.ok) return saved;
      }
      const saved = put(w, ctx, 'shift', shift, after);
      return saved.ok ? ok({ ...saved.value, settled: !isJoined(w) }) : saved;
    }),
  'rota.askCover': (w, { id, asks }, ctx) =>
    onPlace(w, ctx, id, (shift) => {
      const { person } = ctx.identity;
      if (![shift.first, shift.second].includes(person)) return fail(noPlace);
      if (shiftState(shift) !== 'planned') return fail(movedOn);
      const others = (shift.cover ?? []).filter((one) => one.id !== person);
      const cover = asks ? [...others, { id: person }] : others;
      return put(w, ctx, 'shift', shift, { ...shift, cover });
    }),
  'rota.askSwap': (w, { gives, takes, with: other, words }, ctx) => {
    const said = withoutWhen(words);
    if (!said.ok) return said;
    return w.inTransaction(() => {
      const asked = { gives, takes, by: ctx.identity.person, with: other };
      const both = bothPlaces(w, ctx, asked);
      if (!both.ok) return both;
      const isAsked = swapsAsked(w).some(
        (one) => one.by === asked.by && one.gives === gives && one.takes === takes,
      );
      const may = isAsked || asked.by === other ? fail(movedOn) : exchangeable(both.value, asked);
      if (!may.ok) return may;
      const { panel } = both.value.pair[0];
      const swap: Swap = {
        id: newId(ctx.sources),
        events: [],
        ...(panel && { panel }),
        ...asked,
        ...(said.value && { words: said.value }),
      };
      return put(w, ctx, 'swap', undefined, swap);
    });
  },
  'rota.answerSwap': (w, { id, to, why }, ctx) => {
    const said = withoutWhen(why);
    if (!said.ok) return said;
    return w.inTransaction(() => {
      const swap = again(w, ctx, 'swap', id);
      if (!swap) return fail(noSwap);
      const { person } = ctx.identity;
      const isTheirs = person === (to === 'withdrawn' ? swap.by : swap.with);
      // In a stand-alone store one person writes down what all of them said.
      if (!isTheirs && isJoined(w)) return fail(noSwap);
      if (swapState(swap) !== 'asked') return fail(movedOn);
      if (to === 'accepted') {
        const both = bothPlaces(w, ctx, swap);
        if (!both.ok) return both;
        const may = exchangeable(both.value, swap);
        if (!may.ok) return may;
      }
      const after = { ...swap, events: [...swap.events, event(ctx, 'asked', to, said.value)] };
      const saved = put(w, ctx, 'swap', swap, after);
      return saved.ok ? ok({ ...saved.value, settled: !isJoined(w) }) : saved;
    });
  },
} satisfies Partial<Writes>;
