import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { registry } from '#shared/records/registry.ts';
import {
  isPractice,
  isWithOffice,
  type Visit,
  type VisitState,
  visitMoves,
  visitState,
  visitStates,
} from '#shared/records/visit.ts';
import {
  type Answer,
  accept,
  type Change,
  canonical,
  type OfficeMeans,
  type OfficeState,
  officeState,
  recordKey,
} from '#shared/sync/accept.ts';
import { diff, type Patch, read, same } from '#shared/sync/patch.ts';

const id = (n: number) => `0190a5c2-0000-7000-8000-${String(n).padStart(12, '0')}`;
const hash = (text: string) => createHash('sha256').update(text).digest('hex');
const arriving = (change: Change) => ({
  sender: { device: change.device, person: change.by, alone: true as const },
  change,
});
const groups = registry.visit.groups;
const visitIds = [id(1), id(2), id(3)];

const office = (): { state: OfficeState; means: OfficeMeans } => {
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
const stored = (state: OfficeState, visit: string): Visit | undefined => {
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
const wish = fc.oneof(
  ...Object.entries(places).map(([place, value]) => fc.record({ place: fc.constant(place), value })),
);
const visitors = [id(71), id(72)] as const;
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
const steps = fc.oneof(fc.array(step, { maxLength: 12 }), fc.array(step, { minLength: 20, maxLength: 50 }));

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
const play = (all: readonly Step[], { state, means }: ReturnType<typeof office>, first = 0): Taken[] => {
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

const snapshot = ({ n, head, records, counters }: OfficeState) =>
  structuredClone({ n, head, records, counters });

test('the same change a second time is a duplicate with the first answer, and changes nothing', () => {
  fc.assert(
    fc.property(steps, (all) => {
      const here = office();
      const taken = play(all, here);
      const before = snapshot(here.state);
      for (const { change, answer } of taken)
        expect(accept(here.state, arriving(change), here.means)).toEqual({
          kind: 'duplicate',
          first: answer,
        });
      expect(snapshot(here.state)).toEqual(before);
    }),
    { numRuns: 300 },
  );
});

test('versions follow one another without a gap, and each receipt holds the one before it', () => {
  fc.assert(
    fc.property(steps, (all) => {
      let n = 0;
      for (const { change, answer, after, before, head } of play(all, office())) {
        if (!('version' in answer)) {
          expect(after).toEqual(before);
          continue;
        }
        expect(answer.version).toEqual({ epoch: 1, n: ++n });
        expect(answer.content).toBe(hash(canonical(after)));
        const said = [head, change.id, recordKey('visit', change.record), 1, n, answer.content];
        const also = answer.also?.map((one) => `${one.key} ${one.content}`) ?? [];
        expect(answer.receipt).toBe(hash([...said, ...also].join('\n')));
      }
    }),
    { numRuns: 300 },
  );
});

test('a report moves only along its life: events are added, each a move from where it stood, and receiving is the office’s', () => {
  fc.assert(
    fc.property(steps, (all) => {
      for (const { before, after } of play(all, office())) {
        const known = before?.events ?? [];
        expect(after?.events.slice(0, known.length) ?? []).toEqual(known);
        for (const [i, event] of after?.events.slice(known.length).entries() ?? []) {
          const last = after?.events[known.length + i - 1];
          const from = (last?.to ?? 'draft') as VisitState;
          expect(event.from).toBe(from);
          expect(visitMoves[from]).toContain(event.to);
          expect(event.to === 'received').toBe(event.by === 'office');
          // What was put aside comes back as what it was.
          if (from === 'discarded') expect(event.to).toBe(last?.from);
        }
      }
    }),
    { numRuns: 1_000 },
  );
});

test('an exercise is never accepted, whatever is done to it', () => {
  fc.assert(
    fc.property(steps, (all) => {
      for (const { after } of play(all, office())) if (after) expect(isPractice(after)).toBe(false);
    }),
    { numRuns: 300 },
  );
});

test('declarations are only added, each by a visitor of the report and of some content', () => {
  fc.assert(
    fc.property(steps, (all) => {
      for (const { before, after } of play(all, office())) {
        const known = before?.declarations ?? [];
        const now = after?.declarations ?? [];
        expect(now.slice(0, known.length)).toEqual(known);
        for (const { by, content } of now.slice(known.length)) {
          expect(visitors).toContain(by);
          expect(content).toHaveLength(64);
        }
      }
    }),
    { numRuns: 1_000 },
  );
});

test('nothing in a report that the office has changes but under a correction that says what', () => {
  const bare = ({ events: _, corrections: __, declarations: ___, ...content }: Visit) => content;
  fc.assert(
    fc.property(steps, (all) => {
      for (const { before, after } of play(all, office())) {
        if (!before || !after || !isWithOffice(visitState(before))) continue;
        expect(isWithOffice(visitState(after))).toBe(true);
        expect(after.corrections.slice(0, before.corrections.length)).toEqual(before.corrections);
        const said = after.corrections.slice(before.corrections.length).flatMap((c) => c.changes);
        for (const change of diff(bare(before), bare(after), groups))
          if (!same(change.was, change.now))
            expect(said.some((c) => same(c.path, change.path) && same(c.now, change.now))).toBe(true);
        expect(after.corrections.map((c) => c.number)).toEqual(after.corrections.map((_, i) => i + 1));
      }
    }),
    { numRuns: 1_000 },
  );
});

test('references of a year ascend without gaps, and stay', () => {
  fc.assert(
    fc.property(steps, (all) => {
      const here = office();
      const given = play(all, here).flatMap(({ before, after }) => {
        if (before?.reference) expect(after?.reference).toBe(before.reference);
        return after?.reference && !before?.reference ? [after.reference] : [];
      });
      for (const [year, own] of Map.groupBy(given, (reference) => reference.slice(0, 5)))
        expect(own).toEqual(own.map((_, i) => `${year}/${String(i + 1).padStart(4, '0')}`));
      for (const visit of visitIds) {
        const v = stored(here.state, visit);
        if (v && !v.imported) expect(v.reference !== undefined).toBe(isWithOffice(visitState(v)));
      }
    }),
    { numRuns: 1_000 },
  );
});

test('changes to different reports come to the same reports in any order', () => {
  /** The office's own marks depend on when it received what. */
  const content = (v: Visit | undefined) =>
    v && { ...v, reference: undefined, events: v.events.map(({ from, to, by }) => ({ from, to, by })) };
  const ofEach = fc.tuple(
    ...visitIds.map((visit) => steps.map((all) => all.map((step) => ({ ...step, visit })))),
  );
  fc.assert(
    fc.property(ofEach, fc.infiniteStream(fc.nat(2)), (streams, order) => {
      const [inTurn, mixed] = [office(), office()];
      const taken = streams.flatMap((own, i) => play(own, inTurn, 1_000 * i));
      const changes = Map.groupBy(taken, ({ change }) => change.record);
      const waiting = [...changes.values()].map((own) => own.map(({ change }) => change));
      while (waiting.some((own) => own.length > 0)) {
        const next = waiting[order.next().value as number]?.shift();
        if (next) accept(mixed.state, arriving(next), mixed.means);
      }
      for (const visit of visitIds)
        expect(content(stored(mixed.state, visit))).toEqual(content(stored(inTurn.state, visit)));
    }),
    { numRuns: 200 },
  );
});

test('what two people say in different places of a draft both stands, whoever comes first', () => {
  const different = fc
    .tuple(wish, wish)
    .filter(([a, b]) => a.place !== b.place && !(a.place[0] === 'a' && b.place[0] === 'a'));
  fc.assert(
    fc.property(different, ([mine, yours]) => {
      const outcomes = [
        [mine, yours],
        [yours, mine],
      ].map((order) => {
        const here = office();
        const visit = visitIds[0] as string;
        play([{ visit, stale: false, deed: { what: 'begin' } }], here);
        const begun = stored(here.state, visit) as Visit;
        order.forEach(({ place, value }, i) => {
          const patch = diff(begun, { ...begun, [place]: value }, groups);
          const change = {
            id: id(40_000 + i),
            device: id(60),
            number: i + 2,
            type: 'visit' as const,
            record: visit,
            after: null,
            by: id(70),
            saw: null,
            at: '2026-01-01T00:00:00.000Z',
            patch,
          };
          expect(accept(here.state, arriving(change), here.means).kind).toBe('merged');
        });
        return stored(here.state, visit);
      });
      expect(outcomes[0]).toEqual(outcomes[1]);
      for (const { place, value } of [mine, yours]) expect(read(outcomes[0], [place])).toEqual(value);
    }),
  );
});
