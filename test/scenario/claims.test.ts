import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type JoinedOffice, joinedOffice, type Laptop } from '#test/joined.ts';
import { addPerson, addSuite, freshId, newOffice, type Office } from '#test/office.ts';
import { change, complete, draft, fills } from './reports.ts';

const month = complete.date.slice(0, 7);
const mileage = (visit: string, miles = 20) => ({
  id: freshId(),
  kind: 'mileage' as const,
  for: { type: 'visit' as const, id: visit },
  miles,
});
const text = (bytes: string) => Buffer.from(bytes, 'base64').toString();

describe('Claims of an office that has a hub', () => {
  let office: JoinedOffice;
  let kim: Laptop;
  let lee: Laptop;
  let ann: Laptop;
  let bob: Laptop;
  let suite: string;
  const idOf = async (laptop: Laptop) => (await laptop.ask('session.get', {})).person.id;
  const sync = async (...laptops: Laptop[]) => {
    for (const laptop of laptops) await laptop.ask('sync.now', {});
  };
  beforeAll(async () => {
    office = await joinedOffice();
    kim = await office.laptop('Kim Coordinator', 'coordinator');
    suite = await addSuite(kim, 'Northgate');
    await sync(kim);
    lee = await office.laptop('Lee Coordinator', 'coordinator');
    ann = await office.laptop('Ann Visitor', 'visitor', 'North');
    bob = await office.laptop('Bob Visitor', 'visitor', 'North');
    await sync(kim);
    const panel = (await kim.ask('panels.list', {}))[0]?.id ?? '';
    await kim.ask('suites.save', { id: suite, patch: [{ path: ['panel'], now: panel }] });
    await sync(kim, lee, ann, bob);
  });
  afterAll(() => office.end());

  const report = async (more: object = {}) =>
    draft(ann, {
      ...complete,
      suite,
      visitor1: await idOf(ann),
      visitor2: await idOf(bob),
      volunteerMinutes: 300,
      ...more,
    });

  it('is written offline once the report is ready, goes after it, and pays what it was approved for, once', async () => {
    const { id } = await ann.ask('claims.begin', { month });
    const visit = await report();
    const line = mileage(visit);
    expect(await ann.refusal('claims.saveLine', { id, line })).toEqual({
      tag: 'claimLine',
      why: 'notReported',
    });
    expect((await ann.ask('claims.get', { id })).claimable).toEqual([]);
    await ann.ask('visits.ready', { id: visit });
    await ann.ask('claims.saveLine', { id, line });
    await ann.ask('claims.submit', { id });
    expect(await ann.ask('sync.now', {})).toMatchObject({ waiting: 0 });
    expect(await ann.ask('sync.waiting', {})).toEqual([]);

    await sync(kim, lee);
    const { rows } = await kim.ask('claims.list', {});
    expect(rows).toMatchObject([{ reference: 'M2024/0001', person: 'Ann Visitor', pence: 900 }]);
    await kim.ask('claims.return', { id, words: 'And the way back?' });
    await sync(kim, ann);
    await ann.ask('claims.saveLine', { id, line: { ...line, miles: 40.5 } });
    await ann.ask('claims.submit', { id });
    await sync(ann, kim);
    await kim.ask('claims.approve', { id, pence: 1823 });
    await sync(kim, lee);

    // Both let it leave without knowing of each other: it leaves with one.
    const first = await kim.ask('claims.export', { claims: [id] });
    const second = await lee.ask('claims.export', { claims: [id] });
    expect(await kim.refusal('claims.file', { ...first, as: 'csv' })).toEqual({ tag: 'exportWaits' });
    await sync(kim, lee);
    expect((await lee.ask('claims.payment', {})).exports.map(({ name }) => name)).toEqual([first.export]);
    expect(await lee.refusal('claims.file', { ...second, as: 'csv' })).toMatchObject({ tag: 'notFound' });
    const { bytes } = await kim.ask('claims.file', { ...first, as: 'csv' });
    expect(text(bytes).split('\r\n')).toEqual([
      'Reference,Name,Month,Miles,Mileage (£),Subsistence (£),Fares (£),Other (£),Total (£),Export',
      `M2024/0001,Ann Visitor,2024-05,40.5,18.23,0.00,0.00,0.00,18.23,${first.export}`,
      '',
    ]);
    expect(await kim.ask('claims.paid', first)).toEqual({ paid: 1 });
    await sync(kim, ann);
    expect((await ann.ask('claims.get', { id })).state).toBe('paid');
  });

  it('waits with a report that was taken back, and goes once that has gone', async () => {
    const visit = await report({ date: '2024-06-03' });
    await ann.ask('visits.ready', { id: visit });
    const { id } = await ann.ask('claims.begin', { month: '2024-06' });
    await ann.ask('claims.saveLine', { id, line: mileage(visit) });
    const waiting = await ann.ask('sync.waiting', {});
    await ann.ask('sync.takeBack', { change: waiting.find(({ record }) => record === visit)?.change ?? '' });
    expect((await ann.ask('claims.get', { id })).lines[0]?.news).toBe('takenBack');
    await sync(ann, kim);
    expect(await kim.refusal('claims.get', { id })).toMatchObject({ tag: 'notFound' });
    await ann.ask('visits.ready', { id: visit });
    await sync(ann, kim);
    expect((await kim.ask('claims.get', { id })).lines).toMatchObject([{ pence: 900, news: null }]);
  });

  it('is its claimant’s: the other visitor of the report claims for themselves, and nobody for another', async () => {
    await sync(bob);
    const { id } = await bob.ask('claims.begin', { month });
    const [own] = (await bob.ask('claims.get', { id })).claimable;
    await bob.ask('claims.saveLine', { id, line: mileage(own?.id ?? '', 5) });
    expect(await bob.refusal('claims.begin', { month, person: await idOf(ann) })).toEqual({
      tag: 'notAllowed',
    });
    const { total, months } = await bob.ask('claims.mine', {});
    expect(total.visits).toBe(0);
    expect(months).toEqual([]);
    await sync(bob);
    const { panels } = await kim.ask('claims.hours', { period: '2024-25' });
    expect(panels).toMatchObject([
      {
        name: 'North',
        people: [
          { name: 'Ann Visitor', hours: { visits: 2, visitMinutes: 300 } },
          { name: 'Bob Visitor', hours: { visits: 2, visitMinutes: 300 } },
        ],
        total: { visits: 4, visitMinutes: 600, unknown: 0 },
      },
    ]);
  });

  it('a laptop that names a visit which was not reported is refused by the hub, and nothing of it stands there', async () => {
    const visit = await report({ date: '2024-07-01', left: undefined });
    const { id } = await ann.ask('claims.begin', { month: '2024-07' });
    await sync(ann);
    const { hub } = office;
    const person = await idOf(ann);
    const line = { ...mileage(visit), on: '2024-07-01' };
    const [{ answer } = { answer: undefined }] = await hub.store.inOrder(async (s) => {
      const device = (await s.devices()).find((one) => one.person === person);
      return s.accept({ device: device?.id ?? '', person }, [
        {
          id: freshId(),
          device: device?.id ?? '',
          number: (device?.number ?? 0) + 1,
          type: 'claim',
          record: id,
          after: null,
          saw: null,
          by: person,
          at: '2024-07-01T10:00:00.000Z',
          patch: [{ path: ['lines', `#${line.id}`], now: line }],
        },
      ]);
    });
    expect(answer).toEqual({ kind: 'refused', reason: 'notReported' });
    expect(await hub.store.read((s) => s.document('claim', id))).toMatchObject({ lines: [] });
  });
});

describe('Claims in a store that is its own office', () => {
  let office: Office;
  let visit: string;
  let claim: string;
  let visitor: string;
  beforeAll(async () => {
    office = await newOffice();
    visitor = await addPerson(office, '=Vera Visitor');
    const suite = await addSuite(office, 'Northgate');
    visit = await draft(office, { ...complete, suite, visitor2: visitor });
    await office.ask('visits.ready', { id: visit });
    claim = (await office.ask('claims.begin', { month, person: visitor })).id;
  });
  afterAll(() => office.end());

  it('are written down for volunteers and held to the same: their visit, its day', async () => {
    const line = mileage(visit);
    const person = await addPerson(office, 'Other Visitor');
    const other = (await office.ask('claims.begin', { month, person })).id;
    expect(await office.refusal('claims.saveLine', { id: other, line })).toMatchObject({ why: 'notTheirs' });
    await office.ask('claims.saveLine', { id: claim, line });
    const early = (await office.ask('claims.begin', { month: '2024-04', person: visitor })).id;
    expect(await office.refusal('claims.saveLine', { id: early, line })).toMatchObject({ why: 'otherDay' });
    expect(await office.refusal('claims.begin', { month: '2999-01' })).toEqual({ tag: 'futureMonth' });
    expect((await office.ask('claims.get', { id: claim })).lines).toMatchObject([
      { line: { on: complete.date }, pence: 900, news: null },
    ]);
  });

  it('a corrected date is shown, and taken over when its claimant submits', async () => {
    await office.ask('visits.correct', {
      id: visit,
      reason: 'Misread',
      patch: change('date', complete.date, '2024-05-13'),
    });
    expect((await office.ask('claims.get', { id: claim })).lines).toMatchObject([
      { news: 'moved', now: '2024-05-13' },
    ]);
    await office.ask('claims.submit', { id: claim });
    expect((await office.ask('claims.get', { id: claim })).lines).toMatchObject([
      { line: { on: '2024-05-13' }, news: null },
    ]);
  });

  it('what was approved stays so, whatever the rates become; and no cell of its file is a formula', async () => {
    await office.ask('claims.approve', { id: claim, pence: 900 });
    const claimRates = [{ id: freshId(), from: '2011-04-06', mile: 60, subsistence: [] }];
    await office.ask('settings.save', { patch: fills({ claimRates }) });
    expect((await office.ask('claims.get', { id: claim })).total.pence).toBe(900);
    const left = await office.ask('claims.export', { claims: [claim] });
    expect(await office.refusal('claims.export', { claims: [claim] })).toEqual({ tag: 'movedOn' });
    const { bytes } = await office.ask('claims.file', { ...left, as: 'csv' });
    expect(text(bytes)).toContain(",'=Vera Visitor,");
    expect(text((await office.ask('claims.file', { ...left, as: 'xlsx' })).bytes).slice(0, 2)).toBe('PK');
  });
});
