import { createHash } from 'node:crypto';
import { derivedId } from '#shared/ids.ts';
import type { Concern } from '#shared/records/concern.ts';
import type { Conflict } from '#shared/records/conflict.ts';
import { isContested } from '#shared/records/conflict.ts';
import type { Pen } from '#shared/records/pen.ts';
import type { Person } from '#shared/records/person.ts';
import { registry } from '#shared/records/registry.ts';
import type { RecordType } from '#shared/records/types.ts';
import type { Visit } from '#shared/records/visit.ts';
import type { Role } from '#shared/roles.ts';
import {
  type Answer,
  type Arrival,
  accept,
  type Change,
  neededBy,
  type OfficeState,
  officeState,
  recordKey,
} from '#shared/sync/accept.ts';
import { changeOf } from '#shared/sync/aside.ts';
import { type Patch, putting } from '#shared/sync/patch.ts';

export const id = (n: number): string => `0190a5c2-0000-7000-8000-${String(n).padStart(12, '0')}`;
export const hash = (text: string): string => createHash('sha256').update(text).digest('hex');
const at = '2026-05-04T12:00:00.000Z';

export const [north, south, suite] = [id(1), id(2), id(3)];
export const report = id(10);

/** Everybody of a small office, each with a laptop of their own; the office itself has everything in memory. */
const people = {
  ann: ['visitor', north],
  bob: ['visitor', north],
  dora: ['visitor', south],
  pat: ['panel-coordinator', north],
  sue: ['panel-coordinator', south],
  clara: ['coordinator', undefined],
  adam: ['administrator', undefined],
  carl: ['caseworker', undefined],
  cora: ['caseworker', undefined],
  dee: ['decider', undefined],
} as const satisfies Record<string, readonly [Role, string | undefined]>;
export type Who = keyof typeof people;
export const everybody = Object.keys(people) as Who[];
export const person = (who: Who): string => id(100 + everybody.indexOf(who));
export const device = (who: Who): string => id(200 + everybody.indexOf(who));

/** All that a state may still ask for, out of what is in it: nothing else was ever there. */
const load = (state: OfficeState, arrivals: readonly Arrival[]): void => {
  for (let needed = neededBy(state, arrivals); needed; needed = neededBy(state, arrivals)) {
    for (const key of needed.records) state.records.set(key, null);
    for (const one of needed.answered) state.answered.set(one, null);
    for (const key of needed.conflictsOf) state.conflictsOf.set(key, []);
    for (const one of needed.concernsOf) {
      const at = [...state.records].filter(
        ([key, stored]) =>
          key.startsWith('concern/') &&
          stored !== 'purged' &&
          (stored?.document as Concern | undefined)?.suite === one,
      );
      state.concernsOf.set(
        one,
        at.map(([key]) => key),
      );
    }
    for (const week of needed.placesIn) state.placesIn.add(week);
    for (const one of needed.interestsOf) state.interestsOf.add(one);
    for (const one of needed.waiting) state.waiting.set(one, []);
    for (const one of needed.numbers) state.numbers.set(one, { highest: 0, missing: new Set() });
    for (const key of needed.logs) state.logs.set(key, []);
    if (needed.allPeople) state.allPeople = true;
  }
};

export type Told = Partial<Pick<Change, 'id' | 'saw' | 'after' | 'number' | 'at'>> & { bringer?: Who };

export const newOffice = () => {
  const state = officeState({ office: id(0), epoch: 1, n: 0, head: '' });
  let ids = 10_000;
  const means = { now: () => at, newId: () => id(++ids), hash };
  const numbers = new Map<string, number>();
  const documentOf = <T>(type: RecordType, record: string): T | undefined => {
    const stored = state.records.get(recordKey(type, record));
    return stored && stored !== 'purged' ? (structuredClone(stored.document) as T) : undefined;
  };
  const versionOf = (type: RecordType, record: string) => {
    const stored = state.records.get(recordKey(type, record));
    return stored && stored !== 'purged' ? stored.version : null;
  };
  const change = (by: Who, type: RecordType, record: string, patch: Patch, told: Told = {}): Arrival => {
    const { bringer = by, ...rest } = told;
    const number = rest.number ?? (numbers.get(by) ?? 0) + 1;
    numbers.set(by, Math.max(number, numbers.get(by) ?? 0));
    return {
      sender: { device: device(bringer), person: person(bringer) },
      change: {
        id: id(++ids),
        device: device(by),
        number,
        type,
        record,
        after: null,
        by: person(by),
        saw: versionOf(type, record),
        at,
        patch,
        ...rest,
      },
    };
  };
  const hand = (arrival: Arrival): Answer => {
    load(state, [arrival]);
    const answer = accept(state, arrival, means);
    const { id: own, after } = arrival.change;
    if (answer.kind === 'held' && after)
      state.waiting.set(after, [...(state.waiting.get(after) ?? []), arrival]);
    if (state.answered.get(own) === answer) for (const held of state.waiting.get(own) ?? []) hand(held);
    return answer;
  };
  const office = {
    state,
    means,
    change,
    hand,
    sends: (by: Who, type: RecordType, record: string, patch: Patch, told?: Told): Answer =>
      hand(change(by, type, record, patch, told)),
    report: () => documentOf<Visit>('visit', report),
    person: (who: Who) => documentOf<Person>('person', person(who)),
    pen: () => documentOf<Pen>('pen', penId),
    document: documentOf,
    keys: (type: RecordType, record: string) => {
      const stored = state.records.get(recordKey(type, record));
      return stored && stored !== 'purged' ? stored.keys : undefined;
    },
    /** The conflicts of the report that people still have to settle. */
    contested: () =>
      (state.conflictsOf.get(recordKey('visit', report)) ?? [])
        .map((key) => documentOf<Conflict>('conflict', key.slice('conflict/'.length)) as Conflict)
        .filter(isContested),
    /** What somebody does to the report as they see it: the newest version unless they say another. */
    changes: (by: Who, edit: (v: Visit) => void, seen = office.report() as Visit, told?: Told): Answer => {
      const next = structuredClone(seen);
      edit(next);
      return office.sends(by, 'visit', report, changeOf(seen, next, registry.visit.groups), told);
    },
    /** The same in what the office has: with a correction that says what. */
    corrects: (by: Who, edit: (v: Visit) => void, seen = office.report() as Visit, told?: Told): Answer => {
      const next = structuredClone(seen);
      edit(next);
      const content = changeOf(seen, next, registry.visit.groups);
      const said = { id: id(++ids), by: person(by), at, reason: 'Wrong', changes: content };
      return office.sends(
        by,
        'visit',
        report,
        [...content, putting(['corrections', `#${said.id}`], said)],
        told,
      );
    },
    moves: (by: Who, from: string, to: string, why?: string, told?: Told): Answer =>
      office.sends(by, 'visit', report, [event(by, from, to, why)], told),
    settles: (by: Who, contested: Conflict, places: Patch, told?: Told): Answer => {
      const settlement = {
        id: id(++ids),
        by: person(by),
        at,
        seen: contested.values.map((v) => v.id),
        places,
      };
      return office.sends(
        by,
        'conflict',
        contested.id,
        [putting(['settlements', `#${settlement.id}`], settlement)],
        told,
      );
    },
    takesPen: (by: Who, holder: Who = by, told?: Told): Answer =>
      office.sends(by, 'pen', penId, [putting([], penOf(holder))], told),
    handsPen: (by: Who, to: Who, seen = office.pen() as Pen): Answer => {
      const holder = { person: person(to), device: device(to), since: at };
      return office.sends(by, 'pen', penId, changeOf(seen, { ...seen, holder }, registry.pen.groups));
    },
  };
  const event = (by: Who, from: string, to: string, why?: string) => {
    const one = { id: id(++ids), from, to, by: person(by), at, ...(why && { why }) };
    return putting(['events', `#${one.id}`], one);
  };
  for (const who of everybody) {
    const [role, panel] = people[who];
    const document: Person = { id: person(who), name: who, roles: [role], ...(panel && { panel }) };
    const { sender, change: made } = change('adam', 'person', document.id, [putting([], document)], {
      number: 0,
    });
    const arrival = { sender: { ...sender, alone: true as const }, change: made };
    numbers.clear();
    hand(arrival);
  }
  return office;
};
export type Office = ReturnType<typeof newOffice>;

export const penId = derivedId(id(0), 'pen', report);
const penOf = (holder: Who): Pen => ({
  id: penId,
  visit: report,
  panel: north,
  visitors: [person('ann'), person('bob')],
  holder: { person: person(holder), device: device(holder), since: at },
});

/** A report of Ann and Bob to a suite of the north. */
export const begun = (more: Partial<Visit> = {}): Visit => ({
  id: report,
  form: { id: id(4), version: 1 },
  events: [],
  corrections: [],
  counts: {},
  answers: {},
  suite,
  panel: north,
  date: '2026-05-04',
  visitor1: person('ann'),
  visitor2: person('bob'),
  ...more,
});

/** An office that has the draft. */
export const withDraft = (more?: Partial<Visit>): Office => {
  const office = newOffice();
  office.sends('ann', 'visit', report, [putting([], begun(more))]);
  return office;
};

/** An office that has the report. */
export const withReport = (more?: Partial<Visit>): Office => {
  const office = withDraft(more);
  office.moves('ann', 'draft', 'ready');
  return office;
};
