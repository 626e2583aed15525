import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sources as machine } from '#desk/machine.ts';
import { faultyProxy } from '#test/faulty-proxy.ts';
import { type JoinedOffice, joinedOffice, type Laptop } from '#test/joined.ts';
import { addSuite, passphrase } from '#test/office.ts';
import { complete, draft } from './reports.ts';

const words = 'The light in the exercise yard flickers.';

let office: JoinedOffice;
let staff: Laptop;
let suite: string;
beforeAll(async () => {
  office = await joinedOffice();
  staff = await office.laptop('Cora Ordinator', 'coordinator');
  suite = await addSuite(staff, 'Northgate');
  await staff.ask('sync.now', {});
});
afterAll(() => office.end());

const portOf = (url: string) => Number(new URL(url).port);

/** A draft of two visitors that is ready to go, with the other visitor known by the office. */
const readyReport = async (laptop: Laptop, comments = words) => {
  const { person } = await laptop.ask('session.get', {});
  const others = await staff.ask('people.list', {});
  const visitor2 = others.find(({ id }) => id !== person.id)?.id as string;
  const id = await draft(laptop, { ...complete, suite, visitor1: person.id, visitor2, comments });
  await laptop.ask('visits.ready', { id });
  return id;
};

describe('a laptop that joins', () => {
  it('by a code has the office, its own person and a recovery code, and agrees with the office', async () => {
    const visitor = await office.laptop('Vera Visitor', 'visitor');
    expect(visitor.person).toBe('Vera Visitor');
    expect((await visitor.ask('session.get', {})).standalone).toBe(false);
    expect(await visitor.ask('store.status', {})).toMatchObject({
      state: 'open',
      stores: [{ name: 'Vera Visitor', recovery: true, office: true }],
    });
    const status = await visitor.ask('sync.now', { check: true });
    expect(status).toMatchObject({ mode: 'joined', connection: 'reached', waiting: 0 });
    expect(status.checked).toMatchObject({ differing: 0 });
    expect(status.receivedAt).not.toBeNull();
    await visitor.ask('store.lock', {});
    await visitor.ask('store.unlock', { recoveryCode: visitor.recoveryCode });
  });

  it('is refused a code that was used, is wrong, or belongs to no hub, and makes no store', async () => {
    const { code } = await office.served.invited('Once Only', 'visitor');
    const used = await office.joining({ hub: office.served.url, code });
    const refused = async (wish: { hub: string; code: string }) =>
      used.refusal('store.join', { name: 'Somebody', passphrase, ...wish });
    const hub = office.served.url;
    expect(await refused({ hub, code })).toEqual({ tag: 'badInvitation' });
    expect(await refused({ hub, code: '' })).toEqual({ tag: 'badInvitation' });
    expect(await refused({ hub: 'http://127.0.0.1:9', code })).toEqual({ tag: 'hubUnreachable' });
    expect(await refused({ hub: 'http://hub.example.org', code })).toMatchObject({ tag: 'invalid' });
    expect((await used.ask('store.status', {})).stores).toHaveLength(1);
  });

  it('by a file works before there is a network, and is known to the office once there is', async () => {
    const proxy = await faultyProxy(portOf(office.served.url));
    proxy.be({ kind: 'refused' });
    const { file } = await office.served.invited('Fay Offline', 'visitor');
    const away = file.replaceAll(new URL(office.served.url).host, `127.0.0.1:${proxy.port}`);
    const withAddress = JSON.stringify({ ...JSON.parse(away), hub: `http://127.0.0.1:${proxy.port}` });
    const visitor = await office.joining({ file: withAddress });
    expect(await visitor.ask('sync.now', {})).toMatchObject({ mode: 'joining', connection: 'hubDown' });
    expect((await visitor.ask('forms.get', {})).sections.length).toBeGreaterThan(0);
    const id = await readyReport(visitor, 'Written before the office knew this laptop.');
    proxy.be({ kind: 'none' });
    expect(await visitor.ask('sync.now', {})).toMatchObject({ mode: 'joined', waiting: 0 });
    await staff.ask('sync.now', {});
    expect((await staff.ask('visits.get', { id })).visit.comments).toContain('before the office knew');
    await proxy.close();
  });
});

describe('a report written without a network', () => {
  it('waits, goes when the hub can be reached again, and is in the office with its reference', async () => {
    const proxy = await faultyProxy(portOf(office.served.url));
    const { code } = await office.served.invited('Will Waits', 'visitor');
    const visitor = await office.joining({ hub: `http://127.0.0.1:${proxy.port}`, code });
    await visitor.ask('sync.now', {});
    proxy.be({ kind: 'refused' });
    const id = await readyReport(visitor);
    const offline = await visitor.ask('sync.now', {});
    expect(offline.connection).toBe('hubDown');
    expect(offline.waiting).toBeGreaterThan(0);
    proxy.be({ kind: 'none' });
    expect(await visitor.ask('sync.now', {})).toMatchObject({ connection: 'reached', waiting: 0 });
    await staff.ask('sync.now', {});
    const there = (await staff.ask('visits.get', { id })).visit;
    expect(there.comments).toBe(words);
    expect(there.reference).toMatch(/^V\d{4}\/\d{4}$/);
    const lines = (await visitor.ask('sync.log', {})).map(({ text }) => text);
    expect(lines.some((text) => text.startsWith('The office was not reached'))).toBe(true);
    expect(lines.some((text) => text === 'The office is reached again.')).toBe(true);
    await proxy.close();
  });
});

describe('a laptop that syncs by itself', () => {
  it('sends what is ready without being asked, and can be locked in the middle without losing it', async () => {
    const proxy = await faultyProxy(portOf(office.served.url));
    const { code } = await office.served.invited('Iris Itself', 'visitor');
    const hub = `http://127.0.0.1:${proxy.port}`;
    const visitor = await office.joining({ hub, code }, { sync: 'byItself' });
    await visitor.ask('sync.now', {});
    proxy.be({ kind: 'half-open' });
    const id = await readyReport(visitor);
    const synced = visitor.refusal('sync.now', {});
    await visitor.ask('store.lock', {});
    expect(await synced).toEqual({ tag: 'locked' });
    proxy.be({ kind: 'none' });
    await visitor.ask('store.unlock', { passphrase });
    const arrived = async (): Promise<boolean> => {
      await staff.ask('sync.now', {});
      return (await staff.host.call('visits.get', { id })).ok;
    };
    while (!(await arrived())) await new Promise((go) => setTimeout(go, 200));
    expect(visitor.heard.some(({ kind }) => kind === 'sync')).toBe(true);
    await proxy.close();
  });
});

describe('a passphrase that was forgotten', () => {
  it('is got round by the office on the telephone, once, and a new code goes to the office', async () => {
    const visitor = await office.laptop('Fred Forgets', 'visitor');
    const { devices } = await staff.ask('hub.people', {});
    const device = devices.find(({ personName }) => personName === 'Fred Forgets')?.id as string;
    const { code } = await staff.ask('hub.unlock', { device });
    await visitor.ask('store.lock', {});
    expect(await visitor.refusal('store.unlock', { recoveryCode: code })).toEqual({
      tag: 'newPassphraseNeeded',
    });
    const newPassphrase = 'another four unrelated words';
    await visitor.ask('store.unlock', { recoveryCode: code, newPassphrase });
    await visitor.ask('store.lock', {});
    expect(await visitor.refusal('store.unlock', { recoveryCode: code, newPassphrase })).toEqual({
      tag: 'wrongRecoveryCode',
    });
    await visitor.ask('store.unlock', { passphrase: newPassphrase });
    await visitor.ask('sync.now', {});
    const next = await staff.ask('hub.unlock', { device });
    expect(next.code).not.toBe(code);
    await visitor.ask('store.lock', {});
    await visitor.ask('store.unlock', { recoveryCode: next.code, newPassphrase });
  });
});

describe('a laptop that has not reached the office for long', () => {
  it('asks for more than the passphrase once the office’s days are over, and then not for as long again', async () => {
    await staff.ask('settings.save', { patch: [{ path: ['lease'], now: 30 }] });
    await staff.ask('sync.now', {});
    let later = 0;
    const sources = { ...machine, now: () => Date.now() + later * 86_400_000 };
    const { code } = await office.served.invited('Lena Leased', 'visitor');
    const visitor = await office.joining({ hub: office.served.url, code }, { sources });
    await visitor.ask('sync.now', {});
    const id = await readyReport(visitor, 'Written before the days were over.');
    const unlockAfter = async (days: number) => {
      await visitor.ask('store.lock', {});
      later = days;
      return visitor.host.call('store.unlock', { passphrase });
    };
    expect((await unlockAfter(29)).ok).toBe(true);
    expect(await unlockAfter(31)).toMatchObject({ ok: false, error: { tag: 'leaseOver' } });
    expect(await visitor.ask('store.status', {})).toMatchObject({ state: 'locked' });
    await visitor.ask('store.unlock', { recoveryCode: visitor.recoveryCode });
    expect((await visitor.ask('visits.get', { id })).visit.comments).toContain('before the days');
    expect((await unlockAfter(60)).ok).toBe(true);
    expect(await unlockAfter(62)).toMatchObject({ ok: false, error: { tag: 'leaseOver' } });
    const { devices } = await staff.ask('hub.people', {});
    const device = devices.find(({ personName }) => personName === 'Lena Leased')?.id as string;
    const read = await staff.ask('hub.unlock', { device });
    await visitor.ask('store.unlock', { recoveryCode: read.code, newPassphrase: passphrase });
    await visitor.ask('sync.now', {});
    expect((await unlockAfter(91)).ok).toBe(true);
    await staff.ask('settings.save', { patch: [{ path: ['lease'], was: 30 }] });
    await staff.ask('sync.now', {});
  });
});

describe('a laptop whose access the office ends', () => {
  const revoked = async (name: string, hub: string) => {
    const { code } = await office.served.invited(name, 'visitor');
    const visitor = await office.joining({ hub, code });
    await visitor.ask('sync.now', {});
    await readyReport(visitor, `Unsent words of ${name}.`);
    const { devices } = await staff.ask('hub.people', {});
    const device = devices.find(({ personName }) => personName === name)?.id as string;
    await staff.ask('hub.revoke', { device, reason: 'lost' });
    return visitor;
  };

  it('hands what was unsent to the office, destroys its key and says so', async () => {
    const visitor = await revoked('Rita Revoked', office.served.url);
    expect(await visitor.refusal('sync.now', {})).toEqual({ tag: 'locked' });
    expect(await visitor.ask('store.status', {})).toMatchObject({
      state: 'none',
      stores: [],
      ended: [{ name: 'Rita Revoked', kept: null }],
    });
    expect(await visitor.refusal('store.unlock', { passphrase })).toEqual({ tag: 'accessEnded', kept: null });
    const again = await office.served.invited('Rita Revoked', 'visitor');
    await visitor.ask('store.join', { name: '', passphrase, hub: office.served.url, code: again.code });
    expect((await visitor.ask('store.status', {})).stores).toHaveLength(1);
  });
});

describe('a laptop whose clock is wrong by years', () => {
  it.each([
    ['behind', Date.UTC(1970, 0, 2)],
    ['ahead', Date.UTC(2099, 0, 1)],
  ])('%s syncs all the same, and the person is told', async (_, at) => {
    const began = Date.now();
    const sources = { ...machine, now: () => at + Date.now() - began };
    const { code } = await office.served.invited(`Clara Clock ${at}`, 'visitor');
    const visitor = await office.joining({ hub: office.served.url, code }, { sources });
    expect(await visitor.ask('sync.now', {})).toMatchObject({ connection: 'clockWrong' });
    const id = await readyReport(visitor);
    expect(await visitor.ask('sync.now', {})).toMatchObject({ waiting: 0, connection: 'clockWrong' });
    await staff.ask('sync.now', {});
    expect((await staff.ask('visits.get', { id })).visit.comments).toBe(words);
    const tested = await visitor.ask('sync.test', {});
    expect(tested.connection).toBe('clockWrong');
    expect(Math.abs(tested.clockAhead as number)).toBeGreaterThan(365 * 24 * 60);
  });
});
