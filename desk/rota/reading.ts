import { readAll, readRecord } from '#db/records.ts';
import { outgoingOf, swapsAsked, swapsOpen, weeksSeeking } from '#db/rota.ts';
import type { Output } from '#shared/contract.ts';
import { previousPeriod, quarterContaining } from '#shared/periods.ts';
import { goersOf, type ShiftState, shiftState } from '#shared/records/shift.ts';
import { fail, ok } from '#shared/result.ts';
import { ahead, gapsAhead } from '#shared/rota/ahead.ts';
import { isOpenIn, mondayOf, weeksIn } from '#shared/rota/input.ts';
import { gaps } from '#shared/rota/objections.ts';
import { overUse } from '#shared/rota/over-use.ts';
import { propose } from '#shared/rota/propose.ts';
import type { ProposedPlace } from '#shared/rota/rota.ts';
import { couldTake } from '#shared/rota/take.ts';
import type { RotaPlace } from '#shared/rota-views.ts';
import { addDays, daysBetween } from '#shared/times.ts';
import type { Context, Reads } from '../context.ts';
import { inventedNotice } from '../office.ts';
import { considerReads } from './consider.ts';
import { type Known, knowAround, knowOf, quarterAsked, quarterOf, suiteNameOf } from './know.ts';
import { mineReads } from './mine.ts';
import { noPlace } from './steps.ts';
import { takingOf } from './taking.ts';
import { gapView, isReported, personView, placeView, swapView } from './views.ts';

const byName = <T extends { name: string | null }>(a: T, b: T): number =>
  (a.name ?? '').localeCompare(b.name ?? '', 'en-GB');

const suitesOf = (known: Known, panel: string | undefined): Output<'rota.get'>['suites'] =>
  known.input.suites
    .filter((one) => panel === undefined || one.panel === panel)
    .map(({ id, name, panel: of, wants }) => {
      const suite = known.suites.get(id);
      return {
        id,
        name,
        panel: of ?? null,
        notOpen: known.weeks.filter((week) => suite && !isOpenIn(suite, week)),
        wanted: wants.reduce((sum, { visits }) => sum + visits, 0),
      };
    })
    .sort(byName);

const volunteersOf = (known: Known, panel: string | undefined): Output<'rota.get'>['volunteers'] =>
  known.input.volunteers
    .filter((one) => panel === undefined || one.panel === panel)
    .map(({ id, name, panel: of, availability }) => {
      const said = known.weeks.map((week) => [week, availability[week] ?? null] as const);
      return {
        id,
        name,
        panel: of ?? null,
        said: said.filter(([, word]) => word !== null).length,
        free: said.filter(([, word]) => word === 'free').length,
        weeks: Object.fromEntries(said),
        places: known.input.fixed.filter((place) => place.people.includes(id)).length,
      };
    })
    .sort(byName);

/** What a rota shows: those who plan see all of it, others neither what was withdrawn nor what is a draft. */
const shown = (
  { plans, ctx }: Known,
  place: { state: ShiftState; first: unknown },
  goers: readonly string[],
) => plans || place.state !== 'withdrawn' || goers.includes(ctx.identity.person);

const placesOf = (known: Known, panel: string | undefined): RotaPlace[] => {
  const own = known.suites;
  return known.shifts
    .filter((one) => panel === undefined || (own.get(one.suite)?.panel ?? one.panel) === panel)
    .map((one) => [placeView(known, one), goersOf(one)] as const)
    .filter(([place, goers]) => shown(known, place, goers))
    .map(([place]) => place);
};

/** The id of a place that stands empty where a proposal would make another one beside it. */
const emptyPlaces = (known: Known) => {
  const left = known.shifts.filter((one) => !one.first && !one.second && isStanding(shiftState(one)));
  return ({ id, suite, week, tact }: ProposedPlace): string | null => {
    if (id !== undefined) return id;
    const at = left.findIndex(
      (one) => one.suite === suite && one.week === week && (one.tact ?? false) === (tact ?? false),
    );
    return at < 0 ? null : (left.splice(at, 1)[0]?.id ?? null);
  };
};

const isStanding = (state: ShiftState): boolean => state === 'planned' || state === 'draft';

const inPanel =
  (known: Known, panel: string | undefined) =>
  ({ suite }: { suite: string }): boolean =>
    panel === undefined || known.suites.get(suite)?.panel === panel;

/** How far back a week without a report is still asked about. */
const aYear = 364;

const weeksWithout = (known: Known, today: string): RotaPlace[] =>
  known.shifts
    .filter((one) => shiftState(one) === 'planned' && addDays(one.week, 6) < today)
    .filter((one) => !isReported(known, one))
    .map((one) => placeView(known, one));

const lastYear = (ctx: Context): string[] => {
  const now = mondayOf(ctx.today);
  return weeksIn({ from: addDays(now, -aYear), to: now });
};

export const rotaReads = {
  ...considerReads,
  ...mineReads,
  'rota.get': (r, { quarter, panel }, ctx) => {
    const period = quarterAsked(r, ctx, quarter);
    if (!period.ok) return period;
    const known = knowOf(r, ctx, weeksIn(period.value));
    const { yearBegins, body, invented } = known.setting;
    const { plans, input } = known;
    const thisWeek = mondayOf(ctx.today);
    const places = placesOf(known, panel);
    const swaps = outgoingOf(r, 'swap');
    return ok({
      quarter: period.value,
      previous: previousPeriod({ ...period.value, kind: 'quarter' }, yearBegins).id,
      next: quarterContaining(addDays(period.value.to, 1), yearBegins).id,
      weeks: [...known.weeks],
      thisWeek,
      plans,
      panels: readAll(r, 'panel')
        .map(({ id, name }) => ({ id, name }))
        .sort(byName),
      suites: suitesOf(known, panel),
      places,
      gaps: plans
        ? gapsAhead(gaps(ahead(input, thisWeek)), thisWeek)
            .filter(inPanel(known, panel))
            .map((gap) => gapView(known, gap))
        : [],
      overUse: plans
        ? overUse(input)
            .filter((one) => one.kind !== 'visit' || inPanel(known, panel)(one.place))
            .filter((one) => one.kind === 'visit' || isOfPanel(known, panel, one.people))
            .map(({ text }) => text)
        : [],
      volunteers: plans ? volunteersOf(known, panel) : [],
      swaps: swapsAsked(r)
        .filter(({ gives, takes }) => places.some(({ id }) => id === gives || id === takes))
        .map((one) => swapView(known, one, swaps)),
      body,
      notice: invented ? inventedNotice : null,
    });
  },
  'rota.place': (r, { id }, ctx) => {
    const held = readRecord(r, 'shift', id)?.document;
    const known = held && knowAround(r, ctx, held.week);
    const shift = known?.shifts.find((one) => one.id === id);
    if (!known || !shift) return fail(noPlace);
    const { person } = ctx.identity;
    const mine = goersOf(shift).includes(person);
    const taking = takingOf(known, shift);
    return ok({
      place: placeView(known, shift),
      quarter: quarterOf(r, ctx, shift.week),
      plans: known.plans,
      mine,
      mayTake: taking.may,
      against: taking.against,
      swaps: swapsAsked(r)
        .filter(({ gives, takes }) => gives === id || takes === id)
        .map((one) => swapView(known, one, outgoingOf(r, 'swap'))),
      history: shift.events.map(({ to, at, by, why }) => ({
        to: to as ShiftState,
        at,
        by: personView(known, by),
        why: why ?? null,
      })),
    });
  },
  'rota.propose': (r, { quarter, panel }, ctx) => {
    const period = quarterAsked(r, ctx, quarter);
    if (!period.ok) return period;
    const known = knowOf(r, ctx, weeksIn(period.value));
    const thisWeek = mondayOf(ctx.today);
    const { places, gaps: left } = propose(ahead(known.input, thisWeek));
    const idOf = emptyPlaces(known);
    const isAhead = ({ week }: ProposedPlace) => week >= thisWeek;
    return ok({
      places: places
        .filter(isAhead)
        .filter(inPanel(known, panel))
        .map((one) => ({
          id: idOf(one),
          suite: one.suite,
          suiteName: suiteNameOf(known, one.suite),
          week: one.week,
          tact: one.tact ?? false,
          people: one.people.map((person) => personView(known, person)),
          why: one.why,
        })),
      gaps: gapsAhead(left, thisWeek)
        .filter(inPanel(known, panel))
        .map((gap) => gapView(known, gap)),
    });
  },
  'rota.couldTake': (r, { id, instead }, ctx) => {
    const held = readRecord(r, 'shift', id)?.document;
    const known = held && knowAround(r, ctx, held.week);
    const shift = known?.shifts.find((one) => one.id === id);
    if (!known || !shift) return fail(noPlace);
    const stays = [shift.first, shift.second].filter((one) => one !== undefined && one !== instead);
    if (stays.length > 1) return ok([]);
    const { suite, week, tact } = shift;
    const input = { ...known.input, fixed: known.input.fixed.filter((place) => place.id !== id) };
    return ok(
      couldTake(input, { suite, week, tact, with: stays[0] })
        .filter(({ person }) => person !== instead && !goersOf(shift).includes(person))
        .map(({ person, against, partners }) => ({
          ...personView(known, person),
          against: against.map(({ text }) => text),
          partners: partners.map((one) => personView(known, one)),
        })),
    );
  },
  'rota.waiting': (r, _, ctx) => {
    const thisWeek = mondayOf(ctx.today);
    const known = knowOf(
      r,
      ctx,
      weeksIn({ from: thisWeek, to: weeksSeeking(r, thisWeek).at(-1) ?? thisWeek }),
    );
    const sent = outgoingOf(r, 'swap');
    return ok({
      seeking: known.shifts
        .map((one) => placeView(known, one))
        .filter(({ seeks, week }) => seeks && week >= thisWeek),
      swaps: swapsOpen(r, thisWeek).map((one) => swapView(known, one, sent)),
    });
  },
  'rota.weeksWithout': (r, { panel }, ctx) => {
    const known = knowOf(r, ctx, lastYear(ctx));
    return ok(
      weeksWithout(known, ctx.today)
        .filter((place) => panel === undefined || place.panel === panel)
        .map((place) => ({
          ...place,
          weeksAgo: daysBetween(place.week, mondayOf(ctx.today)) / 7,
        })),
    );
  },
} satisfies Partial<Reads>;

const isOfPanel = ({ people }: Known, panel: string | undefined, ids: readonly string[]): boolean =>
  panel === undefined || ids.some((id) => people.get(id)?.panel === panel);
