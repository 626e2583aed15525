import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { registry } from '#shared/records/registry.ts';
import { type Visit, type VisitState, visitMoves, visitState, visitStates } from '#shared/records/visit.ts';
import {
  type Answer,
  accept,
  type Change,
  type OfficeMeans,
  type OfficeState,
  officeState,
  recordKey,
} from '#shared/sync/accept.ts';
import { diff, type Patch, same } from '#shared/sync/patch.ts';

export const id = (n: number) => `0190a5c2-0000-7000-8000-${String(n).padStart(12, '0')}`;
export const hash = (text: string) => createHash('sha256').update(text).digest('hex');
/** As the one person of a stand-alone store hands it in. */
export const arriving = (change: Change) => ({
  sender: { device: change.device, person: change.by, alone: true as const },
  change,
});
export const groups = registry.visit.groups;
export const visitIds = [id(1), id(2), id(3)];

export const office = (): { state: OfficeState; means: OfficeMeans } => {
  let ids = 1_000;
  let seconds = 0;
  return {
    state: officeState({ office: id(90), epoch: 1, n: 0, head: '' }),
    means: {
      now: () => new Date(Date.UTC(2026, 0, 1) + 1_000 * ++seconds).toISOString(),
      newId: () => id(++ids),
      hash,
    },
  };
};
export const stored = (state: OfficeState, visit: string): Visit | undefined => {
  const found = state.records.get(recordKey('visit', visit));
  return !found || found === 'purged' ? undefined : (found.document as Visit);
};

/** What somebody does to a report, out of what they had before them: the newest version, or one long past. */
type Deed =
  | { what: 'begin'; date?: string; reference?: string; practice?: true; declared?: string }
  | { what: 'say'; place: string; value: unknown }
  | { what: 'ready' }
  | { what: 'goOn'; choice: number }
  | { what: 'move'; from: VisitState; to: VisitState }
  | { what: 'declare'; by: string; content: string }
  | { what: 'undeclare' }
  | { what: 'correct'; place: string; value: unknown; honest: boolean }
  | { what: 'tamper'; patch: Patch };
type Step = { visit: string; stale: boolean; deed: Deed };

const places = {
  comments: fc.constantFrom('calm', 'busy', 'cold'),
  praise: fc.boolean(),
  busy: fc.constantFrom('quiet', 'busy'),
  arrived: fc.constantFrom('09:00', '10:00'),
  admitted: fc.constantFrom('09:05', '10:05'),
};
/** A place of a report and a value for it. */
export const wish = fc.oneof(
  ...Object.entries(places).map(([place, value]) => fc.record({ place: fc.constant(place), value })),
);
export const visitors = [id(71), id(72)] as const;
const stranger = id(73);

/** What only the office writes, and what nobody changes. */
const tampering = fc.constantFrom<Patch[number][]>(
  { path: ['reference'], now: 'V2026/0001' },
  { path: ['form', 'version'], was: 1, now: 2 },
  { path: ['id'], was: id(1), now: id(2) },
  { path: ['imported'], now: { reference: 'OLD/1', file: 'x.csv' } },
  { path: ['events'], was: [], now: [] },
  { path: ['corrections'], now: [] },
  { path: ['declarations'], now: [{ by: id(71) }] },
  {
    path: ['events', `#${id(50)}`],
    now: { id: id(50), from: 'draft', to: 'received', by: 'me', at: '2026-01-01T00:00:00.000Z' },
  },
  {
    path: ['events', `#${id(51)}`],
    now: { id: id(51), from: 'received', to: 'draft', by: 'me', at: '2026-01-01T00:00:00.000Z' },
  },
);
const often = <T>(weight: number, arbitrary: fc.Arbitrary<T>) => ({ weight, arbitrary });
/** Weighed so that reports go far: most moves are ones that their life knows, and most beginnings are plain. */
const deed: fc.Arbitrary<Deed> = fc.oneof(
  often(4, fc.constant({ what: 'begin' as const })),
  fc.record(
    {
      what: fc.constant('begin' as const),
      date: fc.constantFrom('2025-12-31', '2026-01-01'),
      reference: fc.constant('V2026/0001'),
      practice: fc.constant(true as const),
      declared: fc.constantFrom(...visitors, stranger),
    },
    { requiredKeys: ['what'] },
  ),
  often(
    8,
    fc.nat(3).map((choice) => ({ what: 'goOn' as const, choice })),
  ),
  often(
    2,
    fc.record({
      what: fc.constant('move' as const),
      from: fc.constantFrom(...visitStates),
      to: fc.constantFrom(...visitStates),
    }),
  ),
  often(
    3,
    fc.record({
      what: fc.constant('declare' as const),
      by: fc.constantFrom(...visitors, ...visitors, stranger),
      content: fc.constantFrom('a'.repeat(64), 'b'.repeat(64), 'none'),
    }),
  ),
  fc.constant({ what: 'undeclare' as const }),
  often(
    2,
    wish.map((w) => ({ what: 'say' as const, ...w })),
  ),
  often(4, fc.constant({ what: 'ready' as const })),
  often(
    3,
    fc.tuple(wish, fc.boolean()).map(([w, honest]) => ({ what: 'correct' as const, ...w, honest })),
  ),
  often(
    2,
    fc.array(tampering, { minLength: 1, maxLength: 2 }).map((patch) => ({ what: 'tamper' as const, patch })),
  ),
);
const step = fc.record({
  visit: fc.constantFrom(...visitIds),
  stale: fc.oneof(often(4, fc.constant(false)), fc.boolean()),
  deed,
});
/** A few deeds, or many. */
export const steps = fc.oneof(
  fc.array(step, { maxLength: 12 }),
  fc.array(step, { minLength: 20, maxLength: 50 }),
);

const patchOf = (seen: Visit | undefined, { visit, deed }: Step, n: number): Patch => {
  const move = (from: string, to: string) => ({
    id: id(10_000 + n),
    from,
    to,
    by: id(70),
    at: '2026-01-01T00:00:00.000Z',
  });
  const declaration = (by: string, content: string) => ({
    id: id(15_000 + n),
    by,
    at: '2026-01-01T00:00:00.000Z',
    how: 'own' as const,
    content,
  });
  const changed = (place: string, value: unknown) => diff(seen ?? {}, { ...seen, [place]: value }, groups);
  switch (deed.what) {
    case 'begin': {
      const begun = {
        id: visit,
        form: { id: id(80), version: 1 },
        events: [],
        corrections: [],
        counts: {},
        answers: {},
        visitor1: visitors[0],
        visitor2: visitors[1],
        ...(deed.practice && { events: [move('draft', 'practice')] }),
        ...(deed.declared && { declarations: [declaration(deed.declared, 'a'.repeat(64))] }),
        ...(deed.date && { date: deed.date }),
        ...(deed.reference && { reference: deed.reference }),
      };
      return [{ path: [], now: begun }];
    }
    case 'say':
      return changed(deed.place, deed.value);
    case 'ready': {
      const event = move('draft', 'ready');
      return [{ path: ['events', `#${event.id}`], now: event }];
    }
    case 'goOn': {
      const from = seen ? visitState(seen) : 'draft';
      const event = move(from, visitMoves[from][deed.choice % visitMoves[from].length] as string);
      return [{ path: ['events', `#${event.id}`], now: event }];
    }
    case 'move': {
      const event = move(deed.from, deed.to);
      return [{ path: ['events', `#${event.id}`], now: event }];
    }
    case 'declare': {
      const declared = declaration(deed.by, deed.content);
      return [{ path: ['declarations', `#${declared.id}`], now: declared }];
    }
    case 'undeclare': {
      const [first] = seen?.declarations ?? [];
      return first ? [{ path: ['declarations', `#${first.id}`], was: first as never }] : [];
    }
    case 'correct': {
      const content = changed(deed.place, deed.value);
      const says = content.filter((c) => !same(c.was, c.now));
      const correction = {
        id: id(20_000 + n),
        by: id(70),
        at: '2026-01-01T00:00:00.000Z',
        reason: 'wrong',
        ...(deed.honest ? {} : { number: 99 }),
        changes: deed.honest || n % 2 ? says : [],
      };
      return [...content, { path: ['corrections', `#${correction.id}`], now: correction as never }];
    }
    case 'tamper':
      return deed.patch;
  }
};

type Taken = {
  change: Change;
  answer: Answer;
  before: Visit | undefined;
  after: Visit | undefined;
  head: string;
};

/** Plays the steps to an office, and tells what became of each. */
export const play = (
  all: readonly Step[],
  { state, means }: ReturnType<typeof office>,
  first = 0,
): Taken[] => {
  const versions = new Map<string, Visit[]>();
  return all.map((step, n) => {
    const known = versions.get(step.visit) ?? [];
    const before = stored(state, step.visit);
    const change: Change = {
      id: id(30_000 + first + n),
      device: id(60),
      number: n + 1,
      type: 'visit',
      record: step.visit,
      after: null,
      by: id(70),
      saw: null,
      at: '2026-01-01T00:00:00.000Z',
      patch: patchOf(step.stale ? known[0] : before, step, n),
    };
    const { head } = state;
    const answer = accept(state, arriving(change), means);
    const after = stored(state, step.visit);
    if (after) versions.set(step.visit, [...known, after]);
    return { change, answer, before, after, head };
  });
};
