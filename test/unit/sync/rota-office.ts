import { derivedId } from '#shared/ids.ts';
import type { Person } from '#shared/records/person.ts';
import type { Interest } from '#shared/records/person-file.ts';
import { settingId } from '#shared/records/setting.ts';
import { type Shift, type ShiftState, type Swap, shiftState } from '#shared/records/shift.ts';
import { availabilityId } from '#shared/rota/input.ts';
import { diff, type Patch, putting } from '#shared/sync/patch.ts';
import { id, newOffice, north, person, south, suite, type Told, type Who } from './office.ts';

export const weeks = ['2026-04-06', '2026-04-13', '2026-04-20'] as const;
export const week = weeks[0];
export const at = '2026-03-20T12:00:00.000Z';
export const southSuite = id(5);
export const otherSuite = id(6);
export const volunteers = ['ann', 'bob', 'eve', 'finn', 'dora'] as const;
/** What shall stand in a place; nothing, where it says undefined. */
export type Edit = { [K in keyof Shift]?: Shift[K] | undefined };
export type Goer = (typeof volunteers)[number];

const accredited = { status: 'accredited', accredited: '2020-01-01', vettingExpires: '2027-01-01' } as const;

/** An office with a rota: five accredited volunteers, four of the north and Dora of the south, and three suites. */
export const rotaOffice = () => {
  const office = newOffice();
  let ids = 500;
  const made = new Map<Goer, string>([
    ['ann', person('ann')],
    ['bob', person('bob')],
    ['dora', person('dora')],
    ['eve', id(301)],
    ['finn', id(302)],
  ]);
  const of = (who: Goer): string => made.get(who) as string;
  const put = (
    type: 'setting' | 'suite' | 'person' | 'interest' | 'availability',
    document: { id: string },
  ) => {
    const before = office.document<{ id: string }>(type, document.id);
    const patch = before ? diff(before, document) : [putting([], document)];
    const { change } = office.change('clara', type, document.id, patch);
    return office.hand({ sender: { device: change.device, person: change.by, alone: true }, change });
  };
  put('setting', {
    id: settingId(id(0)),
    body: 'A body',
    invented: false,
    yearBegins: 4,
    delayThreshold: 10,
    headlineConsent: 'consent.ofOffered',
    asksSatisfactory: false,
    areas: [],
  } as { id: string });
  put('suite', { id: suite, name: 'Northgate', panel: north, statuses: [], targets: [] } as { id: string });
  put('suite', { id: otherSuite, name: 'Moorside', panel: north, statuses: [], targets: [] } as {
    id: string;
  });
  put('suite', { id: southSuite, name: 'Southgate', panel: south, statuses: [], targets: [] } as {
    id: string;
  });
  const isVolunteer = (who: Goer, volunteer: Person['volunteer'] = accredited, panel?: string) =>
    put('person', {
      id: of(who),
      name: who,
      roles: ['visitor'],
      panel: panel ?? (who === 'dora' ? south : north),
      volunteer,
    } as Person);
  for (const who of volunteers) isVolunteer(who);

  const shift = (record: string) => office.document<Shift>('shift', record) as Shift;
  const event = (by: string, from: string, to: string, why?: string) => {
    const one = { id: id(++ids), from, to, by, at, ...(why !== undefined && { why }) };
    return putting(['events', `#${one.id}`], one);
  };
  const rota = {
    ...office,
    clara: person('clara'),
    of,
    put,
    isVolunteer,
    shift,
    newId: () => id(++ids),
    /** A place of that pair, made as a draft by the coordinator. */
    makes: (pair: readonly (Goer | undefined)[], more: Partial<Shift> = {}, by: Who = 'clara'): string => {
      const record = id(++ids);
      const [first, second] = pair;
      const place: Shift = {
        id: record,
        events: [],
        week,
        suite,
        panel: north,
        despite: [],
        ...(first && { first: of(first) }),
        ...(second && { second: of(second) }),
        ...more,
      };
      const answer = office.sends(by, 'shift', record, [putting([], place)]);
      if (!('version' in answer)) throw new Error(`the place was not made: ${JSON.stringify(answer)}`);
      return record;
    },
    moves: (by: Who, record: string, to: ShiftState, why?: string, told?: Told) =>
      office.sends(by, 'shift', record, [event(person(by), shiftState(shift(record)), to, why)], told),
    planned: (pair: readonly (Goer | undefined)[], more: Partial<Shift> = {}): string => {
      const record = rota.makes(pair, more);
      const answer = rota.moves('clara', record, 'planned');
      if (!('version' in answer)) throw new Error(`the place was not planned: ${JSON.stringify(answer)}`);
      return record;
    },
    /** What somebody makes of a place as they saw it, from a laptop of their own. */
    by: (who: Goer | Who, record: string, edit: Edit, seen = shift(record), told: Told = {}) =>
      rota.hands(who, 'shift', record, diff(seen, { ...seen, ...edit }), told),
    /** As somebody who has no laptop in the small office sends it. */
    hands: (
      who: Goer | Who,
      type: 'shift' | 'swap' | 'availability',
      record: string,
      patch: Patch,
      told: Told = {},
    ) => {
      const author = made.get(who as Goer) ?? person(who as Who);
      const laptop = derivedId(id(0), 'device', author);
      const arrival = office.change('clara', type, record, patch, told);
      return office.hand({
        sender: { device: laptop, person: author },
        change: { ...arrival.change, by: author, device: laptop, number: ++ids },
      });
    },
    declares: (who: Goer, about: Partial<Interest>) =>
      put('interest', {
        id: id(++ids),
        person: of(who),
        kind: 'suite',
        declared: '2026-01-01',
        ...about,
      } as Interest),
    says: (who: Goer, said: Record<string, 'free' | 'away'>, quarter = '2026-27Q1') =>
      put('availability', {
        id: availabilityId(id(0), of(who), quarter),
        person: of(who),
        quarter,
        weeks: said,
      } as { id: string }),
    asks: (by: Goer, gives: string, other: Goer, takes: string, words?: string) => {
      const record = id(++ids);
      const swap: Swap = {
        id: record,
        events: [],
        by: of(by),
        gives,
        with: of(other),
        takes,
        ...(words && { words }),
      };
      return { swap: record, answer: rota.hands(by, 'swap', record, [putting([], swap)]) };
    },
    answers: (who: Goer, swap: string, to: 'accepted' | 'declined' | 'withdrawn', why?: string) =>
      rota.hands(who, 'swap', swap, [event(of(who), 'asked', to, why)]),
    swapOf: (swap: string) => office.document<Swap>('swap', swap) as Swap,
  };
  return rota;
};
export type RotaOffice = ReturnType<typeof rotaOffice>;
