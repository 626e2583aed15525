import { outgoingOf, swapsAsked } from '#db/rota.ts';
import { quarterContaining } from '#shared/periods.ts';
import { goersOf, type Shift, shiftState } from '#shared/records/shift.ts';
import { ok } from '#shared/result.ts';
import { availabilityId, mondayOf, weeksIn } from '#shared/rota/input.ts';
import { addDays } from '#shared/times.ts';
import type { Reads } from '../context.ts';
import { settings } from '../office.ts';
import { knowOf, quarterAsked } from './know.ts';
import { takingOf } from './taking.ts';
import { isReported, isUnsettled, lostView, placeView, swapView } from './views.ts';

/** How many weeks back an own visit without a report is still reminded of. */
const remembered = 12;

const isPlanned = (s: Shift): boolean => shiftState(s) === 'planned';

export const mineReads = {
  'rota.mine': (r, _, ctx) => {
    const { person } = ctx.identity;
    const thisWeek = mondayOf(ctx.today);
    const { yearBegins } = settings(r, ctx);
    const quarter = quarterContaining(thisWeek, yearBegins);
    const next = quarterContaining(addDays(quarter.to, 1), yearBegins);
    const from = addDays(thisWeek, -7 * remembered);
    const known = knowOf(r, ctx, weeksIn({ from, to: next.to }));
    const isOwn = (s: Shift) => goersOf(s).includes(person);
    const comes = (s: Shift) => isPlanned(s) && s.week >= thisWeek;
    const swaps = outgoingOf(r, 'swap');
    const asked = swapsAsked(r);
    const said = outgoingOf(r, 'availability');
    return ok({
      person,
      volunteers: known.input.volunteers.some(({ id }) => id === person),
      thisWeek,
      places: known.shifts
        .filter((s) => isOwn(s) && isPlanned(s) && (s.week >= thisWeek || !isReported(known, s)))
        .map((s) => placeView(known, s)),
      seeking: known.shifts
        .filter((s) => comes(s) && !isOwn(s) && (!s.first || !s.second || (s.cover ?? []).length > 0))
        .map((s) => {
          const { may, against } = takingOf(known, s);
          return { ...placeView(known, s), mayTake: may, against };
        }),
      others: known.shifts.filter((s) => comes(s) && !isOwn(s)).map((s) => placeView(known, s)),
      asked: asked.filter(({ by }) => by === person).map((one) => swapView(known, one, swaps)),
      askedOfMe: asked.filter((one) => one.with === person).map((one) => swapView(known, one, swaps)),
      lost: [...known.sent, ...swaps].flatMap((row) => lostView(known, row)),
      availability: [quarter, next].flatMap((one) => {
        const period = quarterAsked(r, ctx, one.id);
        if (!period.ok) return [];
        const id = availabilityId(ctx.identity.office, person, one.id);
        const record = known.records.availability.find((a) => a.id === id);
        return [
          {
            quarter: period.value,
            weeks: weeksIn(period.value).map((week) => ({
              week,
              said: record?.weeks[week] ?? null,
              goes: known.shifts.some((s) => s.week === week && isPlanned(s) && isOwn(s)),
            })),
            unsettled: isUnsettled(known, said, id),
          },
        ];
      }),
    });
  },
} satisfies Partial<Reads>;
