import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { newSealingKeys, sealTo } from '#db/sealed.ts';
import type { Unsent } from '#db/sync/rest.ts';
import { sources } from '#desk/machine.ts';
import { revoke } from '#hub/office/devices.ts';
import { purge } from '#hub/office/purge.ts';
import {
  endQuarantine,
  type Opened,
  openLeftFile,
  openQuarantine,
  quarantined,
} from '#hub/office/quarantine.ts';
import { newId } from '#shared/ids.ts';
import type { Pen } from '#shared/records/pen.ts';
import type { Visit } from '#shared/records/visit.ts';
import { diff } from '#shared/sync/patch.ts';
import { type JoinedOffice, joinedOffice, type Laptop } from '#test/joined.ts';
import { addSuite } from '#test/office.ts';
import { complete, draft } from '../reports.ts';

let office: JoinedOffice;
let staff: Laptop;
let suite: string;
let hub: { store: JoinedOffice['hub']['store']; sources: typeof sources };

beforeAll(async () => {
  office = await joinedOffice();
  hub = { store: office.hub.store, sources };
  staff = await office.laptop('Cora Ordinator', 'coordinator');
  suite = await addSuite(staff, 'Northgate');
  await staff.ask('sync.now', {});
});
afterAll(() => office.end());

const personOf = async (laptop: Laptop) => (await laptop.ask('session.get', {})).person.id;
const deviceOf = async (person: string) => {
  const devices = await hub.store.read((s) => s.devices());
  return devices.find((one) => one.person === person)?.id as string;
};

/** A draft with its leaving time, which nobody has but this laptop. */
const unsentDraft = async (laptop: Laptop, comments: string): Promise<string> => {
  const visitor1 = await personOf(laptop);
  return draft(laptop, { ...complete, suite, visitor1, visitor2: await personOf(staff), comments });
};

const openedAs = async (opened: Awaited<ReturnType<typeof openQuarantine>>) => {
  if (!opened.ok) throw new Error(`not opened: ${opened.error}`);
  return opened.value as Extract<Opened, { kind: 'changes' }>;
};

const bringIn = async ({ file, passphrase }: { file: Buffer; passphrase: string }) =>
  staff.ask('sync.rescueIn', { file: file.toString('base64'), passphrase });

test('what a revoked laptop handed over comes in at the coordinator’s desk, as the work of who wrote it', async () => {
  const sam = await office.laptop('Sam Visitor', 'visitor');
  const person = await personOf(sam);
  const visit = await unsentDraft(sam, 'Words of a stolen laptop.');
  const file = newId(sources);
  const sheet = Buffer.from('The sheet, as it was scanned.').toString('base64');
  await sam.ask('files.add', { type: 'visit', id: visit, file, name: 'sheet.txt', bytes: sheet });
  await revoke(hub, null, { device: await deviceOf(person), reason: 'stolen' });
  await sam.refusal('sync.now', {});
  const [left] = await quarantined(hub);
  expect(left).toMatchObject({ person: 'Sam Visitor', kind: 'changes', files: 1 });
  const opened = await openedAs(await openQuarantine(hub, null, left?.id as string));
  expect(opened.file.includes('stolen')).toBe(false);
  expect(await bringIn(opened)).toEqual({ changes: opened.count, known: 0, files: 1 });
  expect(await staff.ask('sync.now', {})).toMatchObject({ waiting: 0, attention: 0 });
  const at = await hub.store.read((s) => s.document('visit', visit));
  expect((at as Visit).comments).toBe('Words of a stolen laptop.');
  await staff.ask('sync.now', {});
  const [{ hash = '' } = {}] = (at as Visit).files ?? [];
  expect(await hub.store.read((s) => s.file({ type: 'visit', record: visit, hash }))).toMatchObject({
    whole: true,
  });
  expect((await staff.ask('files.read', { type: 'visit', id: visit, file })).bytes).toBe(sheet);
  const pens = (await hub.store.read((s) => s.documents('pen'))) as Pen[];
  expect(pens.find((pen) => pen.visit === visit)?.holder.person).toBe(person);
  expect(await endQuarantine(hub, null, left?.id as string)).toMatchObject({ ok: true });
  expect(await quarantined(hub)).toEqual([]);
  const trail = await hub.store.read((s) => s.auditTrail(0, 1_000));
  expect(trail.map(({ kind }) => kind)).toEqual(
    expect.arrayContaining(['quarantine', 'openQuarantine', 'endQuarantine']),
  );
  expect(await hub.store.check()).toEqual([]);
});

test('a return that was signed where the office was not reached comes in with the file that was signed', async () => {
  const cole = await office.laptop('Cole Signer', 'coordinator');
  const of = { key: 'custody-quarter', period: '2026-27Q1' };
  const { answers } = await cole.ask('returns.prepare', of);
  for (const { check, found } of answers)
    await cole.ask('returns.answer', { ...of, id: newId(sources), check, found, reason: 'As it is.' });
  await cole.ask('returns.check', { ...of, id: newId(sources) });
  await cole.ask('returns.sign', { ...of, id: newId(sources), as: 'Deputy' });
  const signed = await cole.ask('returns.issue', { ...of, number: 0 });
  await revoke(hub, null, { device: await deviceOf(await personOf(cole)), reason: 'stolen' });
  await cole.refusal('sync.now', {});
  const left = (await quarantined(hub)).find(({ person }) => person === 'Cole Signer');
  expect(left).toMatchObject({ kind: 'changes', files: 1 });
  const opened = await openedAs(await openQuarantine(hub, null, left?.id as string));
  expect(await bringIn(opened)).toMatchObject({ known: 0, files: 1 });
  for (const _ of [1, 2]) await staff.ask('sync.now', {});
  expect((await staff.ask('returns.issue', { ...of, number: 0 })).frozen).toEqual(signed.frozen);
  const fresh = await office.laptop('Coral Later', 'coordinator');
  await fresh.ask('sync.now', {});
  expect((await fresh.ask('returns.issue', { ...of, number: 0 })).frozen).toEqual(signed.frozen);
});

test('what somebody sends who has left lies with the office too, until the coordinator brings it in as theirs', async () => {
  const lee = await office.laptop('Lee Aver', 'visitor');
  const id = await personOf(lee);
  const visit = await unsentDraft(lee, 'Words of a last visit.');
  await staff.ask('sync.now', {});
  const held = await staff.ask('people.get', { id });
  const left = { ...held, volunteer: { ...held.volunteer, status: 'left' } };
  await staff.ask('people.save', { id, patch: diff(held, left) });
  await staff.ask('sync.now', {});
  expect(await lee.ask('sync.now', {})).toMatchObject({ waiting: 0 });
  expect(await hub.store.read((s) => s.document('visit', visit))).toBeUndefined();
  const all = await quarantined(hub);
  expect(all.map(({ person, kind }) => [person, kind])).toContainEqual(['Lee Aver', 'changes']);
  for (const one of all) await bringIn(await openedAs(await openQuarantine(hub, null, one.id)));
  expect(await staff.ask('sync.now', {})).toMatchObject({ waiting: 0 });
  const at = await hub.store.read((s) => s.document('visit', visit));
  expect((at as Visit).comments).toBe('Words of a last visit.');
  await lee.ask('sync.now', {});
  expect(await quarantined(hub)).toHaveLength(all.length);
  for (const one of all) await endQuarantine(hub, null, one.id);
  expect(await hub.store.check()).toEqual([]);
});

test('records that were put aside are read question by question, or field by field where they have no form', async () => {
  const visit = await unsentDraft(staff, 'Words that a backup had lost.');
  const { visit: document } = await staff.ask('visits.get', { id: visit });
  const version = { epoch: 1, n: 1 };
  const suiteNow = await hub.store.read((s) => s.document('suite', suite));
  const records = [
    { type: 'visit', id: visit, version, document },
    { type: 'suite', id: suite, version, document: suiteNow },
    { type: 'visit', id: visit, version, document: { id: visit, suite } },
  ];
  const device = await deviceOf(await personOf(staff));
  const id = await hub.store.inOrder((s) =>
    s.quarantine(device, JSON.stringify(records), '2026-03-04T10:00:00.000Z'),
  );
  const opened = await openQuarantine(hub, null, id);
  const [report = '', plain, broken] = opened.ok && opened.value.kind === 'records' ? opened.value.texts : [];
  expect(report).toMatch(/^Visit report, Northgate, 14 May 2024\n/);
  expect(report).toContain('Which suite did you visit?\n    Northgate');
  expect(report).toMatch(/\n {4}Words that a backup had lost\.$/m);
  expect(report).not.toMatch(/[{}"]|Not answered/);
  expect(plain).toContain('name\n    Northgate');
  expect(broken).toContain('suite\n    Northgate');
  await endQuarantine(hub, null, id);
});

test('a file that a laptop kept opens for its own hub alone, and without what was purged since', async () => {
  const { office: id, publicKey } = await hub.store.read((s) => s.identity());
  const person = await personOf(staff);
  const by = {
    device: await deviceOf(person),
    after: null,
    by: person,
    saw: null,
    at: '2026-03-04T10:00:00.000Z',
  };
  const open = ['0198c0de-0000-7000-8000-0000000000a1', suite].map((record) => ({
    id: newId(sources),
    ...by,
    type: 'suite',
    record,
    patch: [{ path: ['notes'], now: 'Kept.' }],
    base: null,
  }));
  const rest: Unsent = { kind: 'icv-desk-unsent', office: id, person, device: by.device, sealed: [], open };
  const sealed = (of: Unsent, key = publicKey) => sealTo(key, gzipSync(JSON.stringify(of)));
  await purge(hub, null, { type: 'suite', id: suite, reason: 'a test' });
  expect(await openedAs(await openLeftFile(hub, null, `${sealed(rest)}\n`))).toMatchObject({
    person: 'Cora Ordinator',
    count: 1,
  });
  const foreign = { ...rest, office: newId(sources) };
  expect(await openLeftFile(hub, null, sealed(foreign))).toEqual({ ok: false, error: 'foreignOffice' });
  const other = sealed(rest, newSealingKeys().publicKey);
  expect(await openLeftFile(hub, null, other)).toEqual({ ok: false, error: 'notFound' });
  expect(await openQuarantine(hub, null, newId(sources))).toEqual({ ok: false, error: 'notFound' });
});
