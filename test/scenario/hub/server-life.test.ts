import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { z } from 'zod';
import { putting } from '#shared/sync/patch.ts';
import { type change as changeSchema, type StreamItem, wireAnswer } from '#shared/sync/wire.ts';
import { freshId, kinds } from '../../hub-store.ts';
import { endPostgres } from '../../postgres.ts';
import { newLaptop, type TestLaptop } from './client.ts';
import { type Serving, serving } from './serving.ts';

afterAll(endPostgres);

type Change = z.input<typeof changeSchema>;

describe.each(['sqlite', 'postgres'] as const)('a hub on %s', (kind) => {
  let hub: Serving;
  let coordinator: TestLaptop;
  let ann: TestLaptop;
  const suite = freshId();

  beforeAll(async () => {
    hub = await serving(await kinds[kind]());
    coordinator = await hub.joined('Carla Coordinator', 'coordinator');
    ann = await hub.joined('Ann Lee', 'visitor', 'North');
  });
  afterAll(async () => {
    await hub.close();
    await hub.hub.end();
  });

  const change = (laptop: TestLaptop, number: number, type: string, record: string, now: object): Change => ({
    id: freshId(),
    device: laptop.device,
    number,
    type,
    record,
    after: null,
    by: laptop.person,
    saw: null,
    at: new Date().toISOString(),
    patch: [putting([], now)],
  });
  const panelOf = async () => {
    const [panel] = await hub.office.store.read((s) => s.documents('panel'));
    return panel?.id as string;
  };

  it('gives a new laptop what a visit can be written with before the first sync', async () => {
    const { file } = await hub.invited('Bob Ray', 'visitor', 'North');
    const begin = JSON.parse(file).begin as StreamItem[];
    const types = begin.map((item) => item.kind === 'put' && item.type);
    expect(types.filter((type) => type === 'setting' || type === 'form')).toHaveLength(2);
    const names = begin.flatMap((item) =>
      item.kind === 'put' && item.type === 'person' ? [item.document.name] : [],
    );
    expect(names.sort()).toEqual(['Ann Lee', 'Bob Ray', 'Carla Coordinator']);
    expect(types).toContain('panel');
    const laptop = newLaptop(hub.url);
    const joined = await laptop.join(JSON.parse(file).code);
    expect(joined.begin).toHaveLength(begin.length);
  });

  it('takes what a laptop pushes, answers each change once, and gives it to those who may see it', async () => {
    await coordinator.greet();
    const now = { id: suite, name: 'Hereford', panel: await panelOf(), statuses: [], targets: [] };
    const sent = change(coordinator, 1, 'suite', suite, now);
    const pushed = await coordinator.ask('push', { changes: [sent] });
    expect(pushed.answers.map(({ answer }) => wireAnswer.parse(answer).kind)).toEqual(['accepted']);
    const again = await coordinator.ask('push', { changes: [sent] });
    expect(again.answers[0]?.answer.kind).toBe('duplicate');

    const greeted = await ann.greet();
    expect(greeted).toMatchObject({ behind: false, roles: ['visitor'], number: 0, missing: [] });
    const page = await ann.ask('pull', { stream: 'shared', cursor: null });
    expect(page.items.some((item) => item.id === suite)).toBe(true);
    const own = await ann.ask('pull', { stream: 'own', cursor: null });
    expect(own.keys).toEqual([`person:${ann.person}`]);
    const digests = await ann.ask('digests', {});
    expect(digests.shared.find((d) => d.type === 'suite')).toMatchObject({ count: 1 });
    const [key] = page.keys.filter((one) => one.startsWith('panel:'));
    const set = await ann.ask('set', { stream: 'shared', key: key as string, type: 'suite', after: null });
    expect(set.items.map(({ id }) => id)).toEqual([suite]);
    const refused = await ann.post('set', {
      stream: 'shared',
      key: 'role:coordinator',
      type: 'suite',
      after: null,
    });
    expect([refused.status, refused.json]).toEqual([403, { refused: 'notAllowed' }]);
  });

  it('packs an answer as its reader takes it, and says what it takes itself', async () => {
    const body = JSON.stringify({ stream: 'shared', cursor: null });
    const asked = (accepted: string) =>
      ann.send('pull', 'POST', { body, more: { 'accept-encoding': accepted } });
    const [plain, gzip, zstd] = [await asked('identity'), await asked('gzip'), await asked('zstd, gzip')];
    expect([plain, gzip, zstd].map(({ packed }) => packed)).toEqual([null, 'gzip', 'zstd']);
    expect([gzip.json, zstd.json]).toEqual([plain.json, plain.json]);
    expect(plain.takes).toBe('zstd, gzip');
  });

  it('makes a page once for all who hold the same keys, and anew as soon as something under them goes', async () => {
    const counted = async () => {
      const text = await (await fetch(new URL('metrics', hub.url))).text();
      const of = (how: string) =>
        Number(new RegExp(`pages_total\\{how="${how}"\\} (\\d+)`).exec(text)?.[1] ?? 0);
      return { built: of('built'), cached: of('cached') };
    };
    const bob = await hub.joined('Cy Dunn', 'visitor', 'North');
    const cursor = null;
    await bob.ask('pull', { stream: 'shared', cursor });
    const before = await counted();
    const [one, two] = [
      await bob.ask('pull', { stream: 'shared', cursor }),
      await ann.ask('pull', { stream: 'shared', cursor }),
    ];
    expect(one).toEqual(two);
    expect(await counted()).toEqual({ built: before.built, cached: before.cached + 2 });
    const going = freshId();
    const now = { id: going, name: 'Ledbury', panel: await panelOf(), statuses: [], targets: [] };
    await coordinator.ask('push', { changes: [change(coordinator, 2, 'suite', going, now)] });
    const withIt = await ann.ask('pull', { stream: 'shared', cursor });
    expect(withIt.items.some(({ id }) => id === going)).toBe(true);
    const purged = await coordinator.ask('purge', { type: 'suite', id: going, reason: 'entered by mistake' });
    const code = ann.device.slice(-4).toUpperCase();
    expect(purged.outstanding).toContain(`Ann Lee: Laptop of Ann Lee (${code})`);
    const without = await bob.ask('pull', { stream: 'shared', cursor });
    expect(without.items.filter(({ id, kind: how }) => id === going && how === 'put')).toEqual([]);
  });

  it('goes on with a token only along its chain: a lost answer is forgiven, anything older is a copy', async () => {
    const laptop = await hub.joined('Dee Fry', 'visitor', 'North');
    const first = laptop.token;
    const lost = await laptop.greet();
    laptop.token = first;
    const kept = await laptop.greet();
    expect(kept.token).not.toBe(lost.token);
    await laptop.ask('pull', { stream: 'own', cursor: null });
    for (const stale of [first, lost.token]) {
      const answer = await laptop.post('pull', { stream: 'own', cursor: null }, { token: stale });
      expect([answer.status, answer.json]).toEqual([409, { refused: 'staleToken' }]);
    }
    const reborn = newLaptop(hub.url);
    const input = { device: reborn.device, key: reborn.publicKey };
    const born = await laptop.post('reincarnate', input, { token: first });
    expect(born.status).toBe(200);
    reborn.token = born.json.token as string;
    expect((await reborn.greet()).number).toBe(0);
    const { devices } = await coordinator.ask('people', {});
    const ofDee = devices.filter(({ personName }) => personName === 'Dee Fry');
    expect(ofDee.map(({ id, name }) => [id, name])).toEqual([[reborn.device, 'Laptop of Dee Fry']]);
  });

  it('lets a joining whose answer was lost be asked again by the same device, and by no other', async () => {
    const { code } = await hub.invited('Eve Gray', 'visitor', 'North');
    const laptop = newLaptop(hub.url);
    const lost = await laptop.join(code);
    await laptop.join(code);
    expect(laptop.token).not.toBe(lost.token);
    const other = newLaptop(hub.url);
    const input = { code, device: other.device, name: 'Another', key: other.publicKey };
    const refused = await other.post('join', input);
    expect([refused.status, refused.json]).toEqual([403, { refused: 'badInvitation' }]);
    await laptop.greet();
    const late = await laptop.post('join', { ...input, device: laptop.device, key: laptop.publicKey });
    expect(late.json).toEqual({ refused: 'badInvitation' });
  });

  it('begins a new epoch once for a head it does not know, takes back what it lost, and gives no more after the end', async () => {
    const before = await ann.greet();
    const lost = { epoch: before.epoch, n: before.head.n + 50, receipt: 'f'.repeat(64) };
    const greeted = await ann.greet({ head: lost });
    expect(greeted).toMatchObject({ behind: true, epoch: before.epoch + 1 });
    expect(await coordinator.greet({ head: lost })).toMatchObject({ behind: true, epoch: before.epoch + 1 });
    expect((await coordinator.ask('people', {})).recovering).toBe(true);
    const panel = await panelOf();
    const document = { id: freshId(), name: 'Bromyard', panel, statuses: [], targets: [] };
    const version = { epoch: before.epoch, n: before.head.n + 20 };
    const offered = { type: 'suite', id: document.id, version, document };
    const { taken } = await coordinator.ask('offer', { purged: [], records: [offered] });
    expect(taken).toBe(1);
    // A recovery is no way to a role, nor to destroying what is somebody else's.
    const [own] = await hub.office.store
      .read((st) => st.documents('person'))
      .then((all) => all.filter((p) => p.id === ann.person));
    const raised = {
      type: 'person',
      id: ann.person,
      version,
      document: { ...own, id: ann.person, roles: ['coordinator'] },
    };
    const suites = [{ type: 'suite', id: suite, at: new Date().toISOString() }];
    expect((await ann.ask('offer', { purged: suites, records: [raised] })).taken).toBe(0);
    expect((await ann.greet({ head: null })).roles).toEqual(['visitor']);
    expect(await hub.office.store.read((st) => st.document('suite', suite))).toBeDefined();
    await coordinator.ask('closeRecovery', {});
    expect((await coordinator.ask('people', {})).recovering).toBe(false);
    const late = { ...offered, id: freshId() };
    late.document = { ...document, id: late.id };
    expect((await coordinator.ask('offer', { purged: [], records: [late] })).taken).toBe(0);
    // It is the only one that has it: people can look at it.
    const kept = await hub.office.store.read((st) => st.quarantined());
    expect(kept.map(({ record }) => record)).toContain(late.id);
  });

  it('refuses a revoked laptop at its next request, and takes its unsent work alone', async () => {
    const laptop = await hub.joined('Flo Hart', 'visitor', 'North');
    await laptop.greet();
    const early = await laptop.post('quarantine', { sealed: 'not yet' });
    expect(early.json).toEqual({ refused: 'notAllowed' });
    await coordinator.ask('revoke', { device: laptop.device, reason: 'stolen from a car' });
    for (const name of ['pull', 'digests', 'reincarnate', 'people'] as const) {
      const input = { stream: 'own', cursor: null, device: freshId(), key: laptop.publicKey } as never;
      const answer = await laptop.post(name, input);
      expect([answer.status, answer.json]).toEqual([403, { refused: 'revoked' }]);
    }
    const left = await laptop.post('quarantine', { sealed: 'x'.repeat(5_000_000) }, { gzip: true });
    expect(left.status).toBe(200);
    const { devices } = await coordinator.ask('people', {});
    expect(devices.find(({ id }) => id === laptop.device)?.revoked).not.toBeNull();
  });

  it('keeps an audit of it all that is sound, and says who did what by id', async () => {
    const trail = await hub.office.store.read((s) => s.auditTrail(0, 1_000));
    const kindsOfDeed = new Set(trail.map((entry) => entry.kind));
    for (const deed of [
      'invite',
      'join',
      'reincarnate',
      'revoke',
      'quarantine',
      'purge',
      'beginRecovery',
      'closeRecovery',
    ])
      expect(kindsOfDeed).toContain(deed);
    expect(JSON.stringify(trail)).not.toMatch(/Ann|Hereford|Ledbury|Laptop of/);
    const findings = async () => (await hub.office.store.check()).filter((one) => /audit|accepted/.test(one));
    expect(await findings()).toEqual([]);
    const shown = await ann.greet();
    await ann.greet({ audit: shown.audit });
    expect(await findings()).toEqual([]);
    await ann.greet({ audit: 'f'.repeat(64) });
    expect(await findings()).toEqual([expect.stringContaining(ann.device)]);
    await ann.greet({ audit: shown.audit });
  });
});
