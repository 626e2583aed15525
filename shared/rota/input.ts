import { derivedId } from '#shared/ids.ts';
import { type Period, quarterContaining } from '#shared/periods.ts';
import type { Person } from '#shared/records/person.ts';
import { type Interest, keepsAway } from '#shared/records/person-file.ts';
import type { Setting } from '#shared/records/setting.ts';
import { type Availability, type Shift, shiftState } from '#shared/records/shift.ts';
import { type Suite, suiteStatusOn, suiteTargetOn } from '#shared/records/suite.ts';
import { addDays, weekday } from '#shared/times.ts';
import type { Experience, FixedPlace, RotaInput, RotaSuite, Volunteer, Want, Week } from './rota.ts';

/** The two who made a visit that the office has. */
export type Visited = readonly [string | null | undefined, string | null | undefined];

/** Everything of the scheme that a rota is made of, as far as its reader has it. */
export type RotaRecords = {
  readonly office: string;
  readonly setting: Pick<Setting, 'rota'> | undefined;
  readonly people: readonly Person[];
  readonly suites: readonly Suite[];
  readonly shifts: readonly Shift[];
  readonly availability: readonly Availability[];
  readonly interests: readonly Interest[];
  /** Visits of the year before the first of the weeks. */
  readonly visited: readonly Visited[];
};

/** The week of a day. */
export const mondayOf = (day: string): Week => addDays(day, 1 - weekday(day));

/** The weeks that begin within a quarter: a week across its end is of the quarter in which it begins. */
export const weeksIn = ({ from, to }: Pick<Period, 'from' | 'to'>): Week[] => {
  const weeks: Week[] = [];
  for (let week = addDays(from, (8 - weekday(from)) % 7); week <= to; week = addDays(week, 7))
    weeks.push(week);
  return weeks;
};

/** What somebody says of a quarter is one record, whichever laptop begins it. */
export const availabilityId = (office: string, person: string, quarter: string): string =>
  derivedId(office, 'availability', `${person} ${quarter}`);

export const quarterOfWeek = (week: Week, yearBegins: number): string =>
  quarterContaining(week, yearBegins).id;

/** A place of the rota as its rules see it. */
export const placeOf = ({ id, suite, week, tact, first, second, trainee }: Shift): FixedPlace => ({
  id,
  suite,
  week,
  ...(tact && { tact }),
  people: [first, second].filter((one) => one !== undefined),
  ...(trainee !== undefined && { trainee }),
});

/** Places in which somebody goes, or shall go once it is published. */
export const stands = (s: Shift): boolean => shiftState(s) === 'planned' || shiftState(s) === 'draft';

/**
 * The rota of some weeks. Who has left, or has not begun their training, is nobody who could be placed; what is closed
 * or in reserve wants no visit.
 */
export const rotaInput = (records: RotaRecords, weeks: readonly Week[], seed = ''): RotaInput => ({
  seed: `${records.office} ${seed}`,
  weeks,
  suites: records.suites.map((s) => rotaSuite(s, weeks)),
  volunteers: volunteersOf(records, weeks),
  fixed: records.shifts.filter(stands).map(placeOf),
  history: historyOf(records.visited),
  silence: records.setting?.rota?.silenceMayBeAsked === false ? 'may not be asked' : 'may be asked',
  acrossPanels: records.setting?.rota?.acrossPanels ?? false,
});

export const isOpenIn = (suite: Suite, week: Week): boolean => suiteStatusOn(suite, week) === 'open';

const rotaSuite = (suite: Suite, weeks: readonly Week[]): RotaSuite => ({
  id: suite.id,
  name: suite.name,
  panel: suite.panel,
  wants: wantsOf(suite, weeks),
});

/**
 * A suite's targets as whole visits. A weekly target's whole visits are wanted week by week, and what is left of it,
 * like a quarterly target, over all of its weeks. Of a quarterly one the weeks in which the suite is not open take
 * their share away.
 */
export const wantsOf = (suite: Suite, weeks: readonly Week[]): Want[] => {
  const open = weeks.filter((week) => isOpenIn(suite, week));
  const target = (week: Week, per: 'week' | 'quarter'): number => {
    const found = suiteTargetOn(suite, week);
    return found?.per === per ? found.visits : 0;
  };
  const weekly = open
    .map((week) => ({ visits: Math.floor(target(week, 'week')), weeks: [week] }))
    .filter(({ visits }) => visits > 0);
  const over = (share: (week: Week) => number): Want[] => {
    const among = open.filter((week) => share(week) > 0);
    const visits = whole(among.reduce((sum, week) => sum + share(week), 0));
    return visits > 0 ? [{ visits, weeks: among }] : [];
  };
  return [
    ...weekly,
    ...over((week) => target(week, 'week') % 1),
    ...over((week) => target(week, 'quarter') / weeks.length),
  ];
};

/** A sum of parts of visits as visits: thirteen thirteenths are one. */
const whole = (parts: number): number => Math.round(Math.round(parts * 1_000) / 1_000);

const volunteersOf = (
  { people, availability, interests }: RotaRecords,
  weeks: readonly Week[],
): Volunteer[] => {
  const said = Map.groupBy(availability, ({ person }) => person);
  const kept = Map.groupBy(
    interests.filter((one) => keepsAway(one, weeks[0] ?? '')),
    ({ person }) => person,
  );
  return people.flatMap((person): Volunteer[] => {
    const experience = experienceOf(person, weeks);
    if (!experience) return [];
    const { vettingExpires, tactAccredited, left } = person.volunteer ?? {};
    const own = kept.get(person.id) ?? [];
    return [
      {
        id: person.id,
        name: person.name,
        panel: person.panel,
        experience,
        vettedUntil: vettingExpires,
        tactSince: tactAccredited,
        availability: {
          ...Object.assign({}, ...(said.get(person.id) ?? []).map((one) => one.weeks)),
          ...Object.fromEntries(
            weeks.filter((week) => left !== undefined && left <= addDays(week, 6)).map((w) => [w, 'away']),
          ),
        },
        conflicts: {
          suites: own.flatMap(({ suite }) => suite ?? []),
          people: own.flatMap(({ other }) => other ?? []),
        },
      },
    ];
  });
};

/** How experienced somebody is; undefined of whoever cannot be placed at all in any of these weeks. */
const experienceOf = ({ volunteer }: Person, weeks: readonly Week[]): Experience | undefined => {
  if (volunteer?.left !== undefined && volunteer.left <= (weeks[0] ?? '')) return undefined;
  switch (volunteer?.status) {
    case 'accredited':
      // Those of before the application are accredited, and nobody wrote down since when.
      return { kind: 'accredited', since: volunteer.accredited ?? '0001-01-01' };
    case 'probation':
      return { kind: 'probation' };
    case 'training':
      return { kind: 'training' };
    default:
      return undefined;
  }
};

const historyOf = (visited: readonly Visited[]): RotaInput['history'] => {
  const pairs = new Map<string, number>();
  const people = new Map<string, number>();
  const count = (map: Map<string, number>, key: string) => map.set(key, (map.get(key) ?? 0) + 1);
  for (const both of visited) {
    const went = [...new Set(both.filter((one) => typeof one === 'string'))].sort();
    for (const one of went) count(people, one);
    if (went.length === 2) count(pairs, went.join(' '));
  }
  return {
    together: [...pairs].map(([pair, times]) => ({ people: pair.split(' ') as [string, string], times })),
    went: [...people].map(([person, times]) => ({ person, times })),
  };
};
