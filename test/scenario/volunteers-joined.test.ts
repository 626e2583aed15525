import { afterAll, beforeAll, expect, test } from 'vitest';
import { localDay } from '#desk/context.ts';
import { type JoinedOffice, joinedOffice, type Laptop } from '#test/joined.ts';
import { freshId } from '#test/office.ts';

const today = localDay(Date.now());

let office: JoinedOffice;
let kim: Laptop;
let pat: Laptop;
let sam: Laptop;
let panel: string;
let samId: string;
let patId: string;

const sync = async (...laptops: Laptop[]) => {
  for (const laptop of laptops) await laptop.ask('sync.now', {});
};

const idOf = async (laptop: Laptop) => (await laptop.ask('session.get', {})).person.id;

beforeAll(async () => {
  office = await joinedOffice();
  kim = await office.laptop('Kim Coordinator', 'coordinator');
  pat = await office.laptop('Pat Panel', 'panel-coordinator', 'North');
  sam = await office.laptop('Sam Visitor', 'visitor', 'North');
  [samId, patId] = [await idOf(sam), await idOf(pat)];
  await sync(kim);
  panel = (await kim.ask('panels.list', {}))[0]?.id ?? '';
});
afterAll(() => office.end());

test('who asks to join reaches neither their panel nor its co-ordinator, until they begin to be trained', async () => {
  const id = freshId();
  await kim.ask('volunteers.add', { id, name: 'Wren Ashdown', panel, on: today, mail: 'wren@example.org' });
  await sync(kim, pat, sam);
  for (const laptop of [pat, sam]) {
    expect((await laptop.ask('people.list', { show: 'all' })).map(({ name }) => name)).not.toContain(
      'Wren Ashdown',
    );
    expect(await laptop.refusal('volunteers.get', { id })).toEqual({ tag: 'notFound', what: 'person' });
    expect(await laptop.ask('search.find', { text: 'Wren' })).toEqual([]);
  }
  await kim.ask('volunteers.move', {
    id,
    from: 'enquiry',
    to: 'training',
    on: today,
    why: 'From elsewhere.',
  });
  await sync(kim, pat, sam);
  const forPat = await pat.ask('volunteers.get', { id });
  expect(forPat).toMatchObject({ office: null, since: null, contact: { mail: 'wren@example.org' } });
  expect(forPat.standing?.vetting.state).toBe('no data');
  expect(await sam.ask('volunteers.get', { id })).toMatchObject({
    person: { name: 'Wren Ashdown' },
    office: null,
    contact: null,
    standing: null,
    interests: [],
  });
});

test('a volunteer changes their contact and declares an interest offline; the coordinator looks at it', async () => {
  const interest = freshId();
  await sam.ask('volunteers.saveContact', {
    id: samId,
    patch: [{ path: ['telephone'], now: '01632 960001' }],
  });
  await sam.ask('volunteers.declare', {
    id: interest,
    person: samId,
    kind: 'police',
    words: 'My brother.',
  });
  expect(
    await sam.refusal('volunteers.declare', {
      id: freshId(),
      person: patId,
      kind: 'other',
      words: 'No',
    }),
  ).toEqual({ tag: 'notAllowed' });
  await sync(sam, pat, kim);
  expect((await pat.ask('volunteers.get', { id: samId })).contact?.telephone).toBe('01632 960001');
  await kim.ask('volunteers.checkInterest', {
    id: interest,
    finding: 'no conflict',
    words: 'Another force.',
  });
  await sync(kim, sam, pat);
  for (const laptop of [sam, pat]) {
    const [found] = (await laptop.ask('volunteers.get', { id: samId })).interests;
    expect(found?.checked).toMatchObject({ finding: 'no conflict', words: 'Another force.' });
  }
});

test('an answer to equality monitoring leaves the laptop that gave it, and names nobody where it comes to', async () => {
  const { questions } = await sam.ask('monitoring.form', {});
  const [question] = questions;
  if (!question) throw new Error('nothing is asked');
  for (let i = 0; i < 6; i++)
    await sam.ask('monitoring.answer', { answers: { [question.id]: question.options[0]?.id ?? '' } });
  await sync(sam, kim);
  const { questions: totals } = await kim.ask('monitoring.totals', {});
  expect([totals[0]?.total, totals[0]?.options[0]?.people]).toEqual([6, 6]);
  expect(await sam.refusal('monitoring.totals', {})).toEqual({ tag: 'notAllowed' });
  expect(await sam.ask('sync.waiting', {})).toEqual([]);
});

test('who moves to another panel is read of by its co-ordinator, and by the one before no more', async () => {
  const south = freshId();
  await kim.ask('panels.save', { id: south, patch: [{ path: [], now: { id: south, name: 'South' } }] });
  await kim.ask('people.save', { id: samId, patch: [{ path: ['panel'], was: panel, now: south }] });
  await sync(kim, pat, sam);
  expect(await pat.refusal('volunteers.get', { id: samId })).toEqual({
    tag: 'notFound',
    what: 'person',
  });
  const own = await sam.ask('volunteers.get', { id: samId });
  expect([own.contact?.panel, own.interests[0]?.panel]).toEqual([south, south]);
});
