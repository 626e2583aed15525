import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  type CheckState,
  checkMoves,
  checkState,
  checkStates,
  type RecordCheck,
} from '#shared/records/record-check.ts';
import { checkLifeFields } from '#shared/records/record-check-rules.ts';
import { registry } from '#shared/records/registry.ts';
import { diff, type Patch, putting, same } from '#shared/sync/patch.ts';
import { freshId } from '#test/hub-store.ts';
import {
  type Author,
  changeBy,
  newStoreOffice,
  panelA,
  type StoreOffice,
} from '#test/scenario/hub/store-office.ts';

/** What somebody sends of a record check, some of which no application ever would. */
type Deed =
  | { what: 'say'; words: string }
  | { what: 'move'; from: CheckState; to: CheckState; byAnother: boolean }
  | { what: 'correct'; words: string; honest: boolean; number: number }
  | { what: 'tamper'; which: number };

const words = fc.constantFrom('calm', 'late', 'silent');
const deed: fc.Arbitrary<Deed> = fc.oneof(
  fc.record({ what: fc.constant('say'), words }),
  fc.constant({ what: 'move', from: 'draft', to: 'done', byAnother: false } as const),
  fc.record({
    what: fc.constant('move'),
    from: fc.constantFrom(...checkStates),
    to: fc.constantFrom(...checkStates),
    byAnother: fc.boolean(),
  }),
  fc.record({ what: fc.constant('correct'), words, honest: fc.boolean(), number: fc.nat(5) }),
  fc.record({ what: fc.constant('tamper'), which: fc.nat(4) }),
);
const step = fc.record({
  by: fc.constantFrom('reader', 'reader', 'other', 'coordinator'),
  stale: fc.boolean(),
  deed,
});

let office: StoreOffice;
beforeAll(async () => {
  office = await newStoreOffice('sqlite');
});
afterAll(() => office.end());

const at = '2026-05-04T10:00:00.000Z';
const { groups } = registry.recordCheck;

const saying = (c: RecordCheck, summary: string): Patch => diff(c, { ...c, summary }, groups);

const patchOf = (d: Deed, c: RecordCheck, by: string): Patch => {
  switch (d.what) {
    case 'say':
      return saying(c, d.words);
    case 'move': {
      const event = {
        ...{ id: freshId(), from: d.from, to: d.to, at },
        by: d.byAnother ? office.north.person : by,
      };
      return [putting(['events', `#${event.id}`], event)];
    }
    case 'correct': {
      const changes = saying(c, d.words);
      const said = { ...{ id: freshId(), by, at, reason: 'Read again', changes }, number: d.number };
      const claimed = d.honest ? said : { ...said, changes: [] };
      return [...changes, putting(['corrections', `#${said.id}`], claimed)];
    }
    case 'tamper': {
      const event = c.events[0];
      const all: Patch[number][] = [
        { path: ['reference'], ...(c.reference && { was: c.reference }), now: 'K2026/0999' },
        { path: ['form', 'version'], was: 1, now: 2 },
        { path: ['checker'], ...(c.checker && { was: c.checker }), now: office.other.person },
        event
          ? { path: ['events', `#${event.id}`], was: event as never }
          : { path: ['reference'], now: 'K1999/0001' },
        { path: ['id'], was: c.id, now: freshId() },
      ];
      return [all[d.which] as Patch[number]];
    }
  }
};

const world = async () => {
  const { store, push, makeSuite, coordinator, north, other } = office;
  const suite = await makeSuite(coordinator);
  const id = freshId();
  const begun: RecordCheck = {
    ...{ id, form: { id: freshId(), version: 1 }, events: [], corrections: [], entries: [], answers: {} },
    ...{ suite, panel: panelA, cohort: 'women', checkedOn: '2026-05-04', checker: north.person },
  };
  await push(north, [changeBy(north, 'recordCheck', id, [putting([], begun)])]);
  const current = async () => (await store.read((s) => s.document('recordCheck', id))) as RecordCheck;
  const authors: Record<string, Author> = { reader: north, other, coordinator };
  const send = async (name: string, patch: Patch) => {
    const author = authors[name] as Author;
    const [answer] = await push(author, [changeBy(author, 'recordCheck', id, patch)]);
    if (answer?.kind === 'refused') author.last.delete(id);
    return answer;
  };
  return { id, begun, current, send, person: (name: string) => (authors[name] as Author).person };
};

const content = (c: RecordCheck) =>
  Object.fromEntries(Object.entries(c).filter(([field]) => !checkLifeFields.includes(field)));

/** All that holds of a check that the office has, whoever sent what. */
const holds = (before: RecordCheck, after: RecordCheck, by: string): void => {
  let stands: CheckState = 'draft';
  for (const { from, to } of after.events) {
    expect(from).toBe(stands);
    expect(checkMoves[stands] as readonly string[]).toContain(to);
    stands = to as CheckState;
  }
  for (const list of ['events', 'corrections'] as const) {
    expect(after[list].slice(0, before[list].length)).toEqual(before[list]);
    for (const one of after[list].slice(before[list].length)) expect(one.by).toBe(by);
  }
  expect(after.corrections.map(({ number }) => number)).toEqual(after.corrections.map((_, i) => i + 1));
  expect(after.reference !== undefined).toBe(checkState(after) === 'done');
  if (before.reference) expect(after.reference).toBe(before.reference);
  expect([after.id, after.form]).toEqual([before.id, before.form]);
  if (checkState(before) !== 'done') return;
  const said = after.corrections.slice(before.corrections.length).flatMap(({ changes }) => changes);
  for (const change of diff(content(before), content(after), groups))
    expect(said.some((c) => same(c.path, change.path) && same(c.now, change.now))).toBe(true);
};

test('no record check reaches a state that its life does not allow, corrections are numbered, and nobody else’s laptop writes it', async () => {
  const given: string[] = [];
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 12 }), async (steps) => {
      const { begun, current, send, person } = await world();
      let before = await current();
      for (const { by, stale, deed: d } of steps) {
        const answer = await send(by, patchOf(d, stale ? begun : before, person(by)));
        const after = await current();
        const isReaders = before.checker === person(by) || by === 'coordinator';
        if (!isReaders) {
          expect(answer?.kind).toBe('refused');
          expect(after).toEqual(before);
        }
        holds(before, after, person(by));
        if (after.reference && !before.reference) given.push(after.reference);
        before = after;
      }
    }),
    { numRuns: 60 },
  );
  expect(given).toEqual(given.map((_, i) => `K2026/${String(i + 1).padStart(4, '0')}`));
});
