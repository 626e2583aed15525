import { derivedId } from '#shared/ids.ts';
import { quarterContaining } from '#shared/periods.ts';
import type { Person } from '#shared/records/person.ts';
import type { Interest } from '#shared/records/person-file.ts';
import type { Setting } from '#shared/records/setting.ts';
import type { Availability, Shift, Swap } from '#shared/records/shift.ts';
import type { Suite } from '#shared/records/suite.ts';
import { type Visit, visitState } from '#shared/records/visit.ts';
import { availabilityId, mondayOf, placeOf, rotaInput, weeksIn } from '#shared/rota/input.ts';
import { objections } from '#shared/rota/objections.ts';
import { propose } from '#shared/rota/propose.ts';
import { daysAfter } from './days.ts';
import type { Dice } from './dice.ts';
import { visitsOn } from './people.ts';

type Scheme = {
  setting: Setting;
  people: readonly Person[];
  suites: readonly Suite[];
  interests: readonly Interest[];
  /** Reports that were sent, in their order. */
  visits: readonly Visit[];
};
type Means = { office: string; own: string; today: string; dice: Dice };
type Rota = { availability: Availability[]; shifts: Shift[]; swaps: Swap[]; visits: Visit[] };

/** For so many days back visits were made from places of the rota. */
const kept = 200;

const place = (
  { office, own, today }: Means,
  [week, suite, people]: readonly [string, Suite, readonly (string | undefined)[]],
  more: Partial<Shift> = {},
): Shift => {
  const id = derivedId(office, 'shift', `${week} ${suite.id} ${people[0] ?? ''}`);
  const shown = daysAfter(week, -30) < daysAfter(today, -5) ? daysAfter(week, -30) : daysAfter(today, -5);
  return {
    id,
    week,
    suite: suite.id,
    ...(suite.panel && { panel: suite.panel }),
    ...(people[0] && { first: people[0] }),
    ...(people[1] && { second: people[1] }),
    events: [
      {
        id: derivedId(id, 'move', 'planned'),
        from: 'draft',
        to: 'planned',
        by: own,
        at: `${shown}T11:00:00.000Z`,
      },
    ],
    despite: [],
    ...more,
  };
};

/** What volunteers said of the weeks of a quarter. */
const said = (
  people: readonly Person[],
  quarter: string,
  weeks: readonly string[],
  { office, dice }: Means,
) =>
  people
    .filter((p) => p.volunteer?.status === 'accredited' || p.volunteer?.status === 'probation')
    .filter(() => dice.percent(85))
    .map(
      ({ id, panel }): Availability => ({
        id: availabilityId(office, id, quarter),
        person: id,
        ...(panel && { panel }),
        quarter,
        weeks: Object.fromEntries(
          weeks.flatMap((week) => (dice.percent(90) ? [[week, dice.percent(70) ? 'free' : 'away']] : [])),
        ),
      }),
    );

/**
 * The rota: past places from which visits were made, wherever their pair could have been placed, the running quarter as
 * it is proposed, and of the past two weeks without a report. One half is empty, somebody asks for cover, and an
 * exchange is asked for.
 */
export const makeRota = (scheme: Scheme, means: Means): Rota => {
  const { office, today, dice } = means;
  const { setting, people, suites, interests } = scheme;
  // Towards the end of a quarter the next is planned as well, so that there is always something to come.
  const quarter = quarterContaining(daysAfter(today, 28), setting.yearBegins);
  const thisWeek = mondayOf(today);
  const coming = weeksIn({ from: thisWeek, to: quarter.to });
  const ofQuarter = coming.filter((week) => week >= quarter.from);
  const availability = said(people, quarter.id, ofQuarter, means);
  const records = { office, setting, people, suites, availability, interests };
  const suiteOf = new Map(suites.map((s) => [s.id, s]));

  const shifts: Shift[] = [];
  // One who goes first to a suite goes there once in a week: a second place of theirs would be the same record.
  const stands = (shift: Shift): boolean => {
    if (shifts.some(({ id }) => id === shift.id)) return false;
    const week = shifts.filter((one) => one.week === shift.week);
    const input = rotaInput({ ...records, shifts: week, visited: [] }, [shift.week]);
    return objections(input, placeOf(shift)).every(({ weight }) => weight !== 'must not');
  };
  const visits = scheme.visits.map((visit): Visit => {
    const suite = suiteOf.get(visit.suite ?? '');
    const { date, visitor1, visitor2, method } = visit;
    if (!suite || !date || date < daysAfter(today, -kept) || !visitor1 || !visitor2) return visit;
    if (method !== 'in-person' || visitState(visit) === 'draft' || visitor1 === visitor2) return visit;
    const made = place(means, [mondayOf(date), suite, [visitor1, visitor2]]);
    if (!stands(made)) return visit;
    shifts.push(made);
    return { ...visit, shift: made.id };
  });

  for (const [back, why] of [
    [2, undefined],
    [4, undefined],
    [6, 'Both were ill, and nobody else was free.'],
  ] as const) {
    const week = daysAfter(thisWeek, -7 * back);
    const suite = suites[back % suites.length] as Suite;
    const free = people.filter((p) => p.panel === suite.panel && visitsOn(p, week));
    const pairs = free.flatMap((a) => free.filter((b) => b.id > a.id).map((b) => [a.id, b.id] as const));
    const pair = dice.shuffled(pairs).find((one) => stands(place(means, [week, suite, one])));
    if (!pair) continue;
    const made = place(means, [week, suite, pair]);
    const missed = {
      ...{ id: derivedId(made.id, 'move', 'missed'), from: 'planned', to: 'missed', by: means.own },
      ...{ at: `${daysAfter(week, 8)}T10:00:00.000Z`, why: why ?? '' },
    };
    shifts.push(why ? { ...made, events: [...made.events, missed] } : made);
  }

  const went = visits
    .filter(({ date }) => (date ?? '') >= daysAfter(quarter.from, -365))
    .map(({ visitor1, visitor2 }) => [visitor1, visitor2] as const);
  const proposal = propose(
    rotaInput({ ...records, shifts: shifts.filter(({ week }) => week >= thisWeek), visited: went }, coming),
  );
  const planned = proposal.places.map((one) =>
    place(means, [one.week, suiteOf.get(one.suite) as Suite, one.people]),
  );
  const { left, swaps } = asked(planned, stands, means);
  return { availability, shifts: [...shifts, ...left], swaps, visits };
};

/** Of the places to come one half is empty, in one somebody asks for cover, and two are asked to be exchanged. */
const asked = (
  planned: readonly Shift[],
  stands: (shift: Shift) => boolean,
  { office }: Means,
): { left: Shift[]; swaps: Swap[] } => {
  const left = planned.map((shift, i): Shift => {
    if (i === 4) {
      const { second: _, ...half } = shift;
      return half;
    }
    return i === 7 && shift.first ? { ...shift, cover: [{ id: shift.first }] } : shift;
  });
  // In a short quarter those that come first are looked at as well, but for the two that are left open.
  const later = [...left.slice(8), ...left.slice(0, 8).filter((_, i) => i !== 4 && i !== 7)];
  const fits = (a: Shift, b: Shift): boolean =>
    a.week !== b.week &&
    a.panel === b.panel &&
    a.first !== undefined &&
    b.first !== undefined &&
    a.first !== b.first &&
    stands({ ...a, first: b.first }) &&
    stands({ ...b, first: a.first });
  const gives = later.find((a) => later.some((b) => fits(a, b)));
  const takes = gives && later.find((b) => fits(gives, b));
  if (!gives?.first || !takes?.first) return { left, swaps: [] };
  const swap: Swap = {
    id: derivedId(office, 'swap', gives.id),
    events: [],
    ...(gives.panel && { panel: gives.panel }),
    by: gives.first,
    gives: gives.id,
    with: takes.first,
    takes: takes.id,
    words: 'A family matter takes me away in that week.',
  };
  return { left, swaps: [swap] };
};
