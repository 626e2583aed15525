import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { derivedId } from '#shared/ids.ts';
import {
  type Concern,
  type ConcernState,
  concernMoves,
  concernState,
  type Finding,
} from '#shared/records/concern.ts';
import {
  answering,
  closing,
  escalating,
  type Making,
  returning,
  settling,
  telling,
} from '#shared/records/concern-moves.ts';
import type { Conflict } from '#shared/records/conflict.ts';
import { type Visit, visitState } from '#shared/records/visit.ts';
import type { Answer, Change } from '#shared/sync/accept.ts';
import { type Patch, putting, read } from '#shared/sync/patch.ts';
import { freshId } from '#test/hub-store.ts';
import {
  type Author,
  changeBy,
  deviceOf,
  formOf,
  newStoreOffice,
  panelA,
  panelB,
  readyVisit,
  type StoreOffice,
} from '#test/scenario/hub/store-office.ts';
import { at, type Deed, step, tampering } from './concern-deeds.ts';

/**
 * Two coordinators and two visitors, each with a laptop that knows the concern as it was when they last heard of it.
 * What they do reaches a real hub in any order; some of it no application would ever send.
 */
let office: StoreOffice;
let second: Author;
let form: string;
beforeAll(async () => {
  office = await newStoreOffice('sqlite');
  second = { person: freshId(), device: freshId(), number: 0, last: new Map() };
  await office.store.inOrder(async (s) => {
    const person = { id: second.person, name: 'Another coordinator', roles: ['coordinator'] };
    await s.make(null, 'person', person as { id: string });
    await s.addDevice(deviceOf(second.device, second.person));
  });
  form = await formOf(office.store);
});
afterAll(() => office.end());

const world = async () => {
  const { store, push, makeSuite, coordinator, north, other } = office;
  const suite = await makeSuite(coordinator);
  const authors: Record<string, Author> = { first: coordinator, second, north, other };
  const author = (name: string) => authors[name] as Author;
  const raising = readyVisit(north, form, {
    suite,
    outcome: 'completed',
    method: 'in-person',
    groups: { facilities: 'to report' },
    answers: { kitchen: { value: false } },
  });
  await push(north, [raising]);
  const { office: officeId } = await store.read((s) => s.identity());
  const id = derivedId(officeId, 'concern', `${raising.record}  kitchen`);
  const current = async () => (await store.read((s) => s.document('concern', id))) as Concern;
  const first = await current();
  const views = new Map(Object.keys(authors).map((name) => [name, first]));
  const queues = new Map<string, Change[]>(Object.keys(authors).map((name) => [name, []]));
  const findingsSent = new Map<string, Finding>();
  let panel = panelA;

  const making = (name: string): Making => ({ by: author(name).person, at, newId: freshId });
  const on = '2026-05-20';
  const patchOf = async (d: Deed, c: Concern, name: string): Promise<Patch | undefined> => {
    const make = making(name);
    const made = (result: { ok: true; value: Patch } | { ok: false }) =>
      result.ok ? result.value : undefined;
    switch (d.what) {
      case 'tell':
        return telling(make, { who: 'The inspector', on });
      case 'escalate':
        return made(escalating(make, c, { to: 'custody inspector', on, due: '2026-06-03' }));
      case 'answer':
        return made(answering(make, c, { on, from: 'Inspector', words: 'Seen to', via: 'letter' }));
      case 'close':
        return made(closing(make, c, 'Nothing more to do'));
      case 'return':
        return made(returning(make, c, 'Again'));
      case 'settle':
        return made(settling(make, c, d.to, 'Told on the day'));
      case 'word':
        return [
          { path: ['publication'], ...(c.publication && { was: c.publication }), now: `Words ${freshId()}` },
        ];
      case 'takeAway': {
        const [item] = [...c.told, ...c.escalations, ...c.answers];
        const list = c.told[0] === item ? 'told' : c.escalations[0] === item ? 'escalations' : 'answers';
        return item && [{ path: [list, `#${item.id}`], was: { ...item, words: 'other' } as never }];
      }
      case 'claim':
        return [
          putting(['events', `#${freshId()}`], {
            id: freshId(),
            from: d.from,
            to: d.to,
            by: d.office ? 'office' : make.by,
            at,
            ...(d.why && { why: 'Because' }),
          }),
        ].map((one) => ({ ...one, path: ['events', `#${(one.now as { id: string }).id}`] }));
      case 'tamper':
        return [tampering(c, d.which)];
      default:
        return undefined;
    }
  };

  const compose = async (d: Deed, stale: boolean): Promise<void> => {
    const name = 'by' in d ? d.by : d.what === 'move' ? 'first' : 'north';
    if (!stale) views.set(name, await current());
    const c = views.get(name) as Concern;
    const queue = queues.get(name) as Change[];
    const who = author(name);
    if (d.what === 'find') {
      const visit = readyVisit(who, form, {
        suite,
        outcome: 'completed',
        date: `2026-05-${d.day}`,
        found: [{ id, finding: d.finding }],
      });
      findingsSent.set(visit.record, d.finding);
      queue.push(visit);
    } else if (d.what === 'correct') {
      const sent = queues.get('north')?.length === 0 ? [...findingsSent.keys()].at(-1) : undefined;
      const v = sent && ((await store.read((s) => s.document('visit', sent))) as Visit | undefined);
      if (!v || v.visitor1 !== who.person || visitState(v) !== 'received') return;
      const was = v.found?.[0]?.finding as Finding;
      if (was === d.finding) return;
      const content = [{ path: ['found', `#${id}`, 'finding'], was, now: d.finding }];
      const said = { id: freshId(), by: who.person, at, reason: 'Wrong', changes: content };
      findingsSent.set(v.id, d.finding);
      queue.push(changeBy(who, 'visit', v.id, [...content, putting(['corrections', `#${said.id}`], said)]));
    } else if (d.what === 'reach') {
      queue.push(changeBy(who, 'concern', id, [{ path: ['publication'], now: 'A visitor’s words' }]));
    } else if (d.what === 'move') {
      const now = panel === panelA ? panelB : panelA;
      queue.push(changeBy(who, 'suite', suite, [{ path: ['panel'], was: panel, now }]));
      panel = now;
    } else if (d.what === 'decide') {
      const all = (await store.read((s) => s.documents('conflict'))) as Conflict[];
      const contested = all.find((one) => one.record === id);
      if (!contested) return;
      const places = [
        contested.values[0]?.places[0] && {
          ...contested.values[0].places[0],
          was: await place(contested.place),
        },
        { path: [...contested.place, 'words'], now: 'decided' },
      ].filter((one) => one !== undefined);
      const settlement = {
        id: freshId(),
        by: who.person,
        at,
        seen: contested.values.map((one) => one.id),
        places: [places[d.which % places.length]],
      };
      queue.push(
        changeBy(who, 'conflict', contested.id, [putting(['settlements', `#${settlement.id}`], settlement)]),
      );
    } else {
      const patch = await patchOf(d, c, name);
      if (patch) queue.push(changeBy(who, 'concern', id, patch));
    }
  };
  const place = async (path: readonly string[]) => read(await current(), path) as never;

  const arrive = async (from: number): Promise<Answer | undefined> => {
    const waiting = [...queues].filter(([, queue]) => queue.length > 0);
    const [name, queue] = waiting[from % Math.max(1, waiting.length)] ?? [];
    const change = queue?.shift();
    if (!name || !change) return undefined;
    const [answer] = await push(author(name), [change]);
    if (['north', 'other'].includes(name) && change.type === 'concern')
      expect(answer).toMatchObject({ kind: 'refused', reason: 'notAllowed' });
    return answer ?? undefined;
  };
  const count = () =>
    store.read(async (s) =>
      ((await s.documents('concern')) as Concern[]).filter(({ from }) => from.record === raising.record),
    );
  return { compose, arrive, current, first, findingsSent, count, panel: () => panel };
};

/** All that holds of a concern in whatever order things came. */
const holds = (before: Concern, after: Concern): void => {
  let stands: ConcernState = 'raised';
  for (const { from, to, why } of after.events) {
    expect(from).toBe(stands);
    expect(concernMoves[stands] as readonly string[]).toContain(to);
    if (to === 'closed' && from !== 'checked') expect(why).toBeTruthy();
    stands = to as ConcernState;
  }
  const times = (to: ConcernState) => after.events.filter((one) => one.to === to).length;
  expect(times('escalated')).toBeLessThanOrEqual(after.escalations.length);
  expect(times('answered')).toBeLessThanOrEqual(after.answers.length);
  for (const list of ['events', 'told', 'escalations', 'answers'] as const)
    expect(after[list].slice(0, before[list].length)).toEqual(before[list]);
  expect(after.found.map(({ id }) => id).slice(0, before.found.length)).toEqual(
    before.found.map(({ id }) => id),
  );
  expect(new Set(after.found.map(({ visit }) => visit)).size).toBe(after.found.length);
  for (const field of ['reference', 'from', 'matter', 'raisedBy', 'raisedOn', 'suite'] as const)
    expect(after[field]).toEqual(before[field]);
};

test('no concern reaches a state that its life does not allow, from any device and in any order; findings are never lost', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 14 }), async (steps) => {
      const { compose, arrive, current, first, findingsSent, count, panel } = await world();
      expect(concernState(first)).toBe('raised');
      let before = first;
      const arrives = async (from: number) => {
        const answer = await arrive(from);
        const after = await current();
        holds(before, after);
        before = after;
        return answer;
      };
      for (const { deed, stale, arrive: several, first: from } of steps) {
        await compose(deed, stale);
        for (let i = 0; i < several; i++) await arrives(from + i);
      }
      while (await arrives(0));
      for (const [visit, finding] of findingsSent)
        expect(before.found.find((one) => one.visit === visit)).toMatchObject({ finding });
      expect(await count()).toHaveLength(1);
      if (concernState(before) === 'coordinator') expect(before.panel).toBe(panel());
    }),
    { numRuns: 60 },
  );
  expect((await office.store.check()).filter((finding) => !finding.includes('never came'))).toEqual([]);
});
