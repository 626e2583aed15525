import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type CallName, contract, type Input } from '#shared/contract.ts';
import { type Patch, type PatchEntry, read } from '#shared/sync/patch.ts';
import { addPerson, addSuite, newOffice, type Office } from '#test/office.ts';
import { disagreements } from '#test/whole.ts';
import { complete, draft, received } from '../../scenario/reports.ts';

/** `ICV_SEED` and `ICV_RUNS` try others, and more of them. */
const seed = Number(process.env.ICV_SEED ?? 1);
const runs = (usual: number) => ({ seed, numRuns: Number(process.env.ICV_RUNS ?? usual) });

/** What would take the test's own store away under its feet, or takes seconds each time. */
const leftOut: readonly CallName[] = ['store.create', 'store.lock', 'store.unlock', 'store.changePassphrase'];
const names = (Object.keys(contract) as CallName[]).filter((name) => !leftOut.includes(name));

const keys = [
  'id',
  'name',
  'form',
  'events',
  'corrections',
  'reference',
  'imported',
  'counts',
  'total',
  'held',
];
const more = [
  'date',
  'suite',
  'panel',
  'arrived',
  'comments',
  'answers',
  'roles',
  '__proto__',
  'constructor',
  '',
];

describe('an interface that has gone wrong, or was tampered with', () => {
  let office: Office;
  let ids: Record<'suite' | 'person' | 'visit' | 'sent', string>;
  beforeAll(async () => {
    office = await newOffice();
    const suite = await addSuite(office, 'Northgate');
    const person = await addPerson(office, 'Second Visitor');
    const visit = await draft(office, { ...complete, suite, visitor2: person });
    ids = { suite, person, visit, sent: await received(office, suite, person) };
  });
  afterAll(() => office.end());

  const anyId = fc.constantFrom('suite', 'person', 'visit', 'sent').map((of) => ids[of as 'suite']);
  const segment = fc.oneof(
    fc.constantFrom(...keys, ...more),
    anyId.map((id) => `#${id}`),
    fc.string({ maxLength: 5, unit: 'grapheme-ascii' }),
  );
  const value = fc.oneof(
    fc.jsonValue({ maxDepth: 2 }),
    anyId,
    fc.constantFrom('2024-05-14', '10:00', 'closed'),
  );
  /** Some places are claimed to have held what they do hold, so that the change goes in; others are not. */
  const entry = fc.record({
    path: fc.array(segment, { maxLength: 4 }),
    was: value,
    now: value,
    true: fc.boolean(),
  });
  const entries = fc.array(entry, { maxLength: 3 });
  type Wanted = { path: string[]; was: unknown; now: unknown; true: boolean };
  const patchOf = (document: unknown, wanted: readonly Wanted[]): Patch =>
    wanted.map(({ path, was, now, true: honest }) => {
      const stands = honest ? read(document, path) : (was as PatchEntry['was']);
      return { path, now: now as PatchEntry['now'], ...(stands === undefined ? {} : { was: stands }) };
    });

  const standing = {
    suite: async () => office.ask('suites.get', { id: ids.suite }),
    person: async () => office.ask('people.get', { id: ids.person }),
    visit: async () => (await office.ask('visits.get', { id: ids.visit })).visit,
    sent: async () => (await office.ask('visits.get', { id: ids.sent })).visit,
  };
  const saves = {
    suite: 'suites.save',
    person: 'people.save',
    visit: 'visits.save',
    sent: 'visits.correct',
  } as const;

  it('is answered, and never by a bug, whatever it asks for', async () => {
    const anything = fc.tuple(fc.constantFrom(...names), fc.jsonValue());
    await fc.assert(
      fc.asyncProperty(anything, async ([name, input]) => {
        const answer = await office.host.call(name, input as never);
        expect(answer.ok ? '' : answer.error.tag).not.toBe('unexpected');
      }),
      runs(300),
    );
  });

  it('cannot save a patch that leaves the store in disagreement with itself, and meets no bug', async () => {
    const kinds = Object.keys(saves) as (keyof typeof saves)[];
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...kinds), entries, async (kind, wanted) => {
        const patch = patchOf(await standing[kind](), wanted);
        const input = { id: ids[kind], patch, reason: 'a reason' } as Input<'visits.correct'>;
        const answer = await office.host.call(saves[kind], input);
        expect(answer.ok ? '' : answer.error.tag).not.toBe('unexpected');
      }),
      runs(600),
    );
    await fc.assert(
      fc.asyncProperty(entries, async (wanted) => {
        const patch = patchOf(await office.ask('settings.get', {}), wanted);
        const answer = await office.host.call('settings.save', { patch });
        expect(answer.ok ? '' : answer.error.tag).not.toBe('unexpected');
      }),
      runs(100),
    );
    // What every object inherits is no place in a report: whatever this is answered with, nothing comes of it.
    const before = await standing.sent();
    const path = ['counts', '__proto__', 'polluted'];
    await office.host.call('visits.correct', { id: ids.sent, reason: 'x', patch: [{ path, now: true }] });
    expect(({} as { polluted?: true }).polluted).toBeUndefined();
    expect((await standing.sent()).counts.total).toEqual(before.counts.total);
    await office.close();
    expect(disagreements(office.folder, office.recoveryCode, 'newest')).toEqual([]);
  });
});
