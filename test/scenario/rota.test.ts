import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Output } from '#shared/contract.ts';
import { putting } from '#shared/sync/patch.ts';
import { addDays } from '#shared/times.ts';
import { freshId, newOffice, type Office } from '#test/office.ts';

/** A quarter that is still to come, whenever this is run. */
const asked = { quarter: '2031-32Q1' };

const volunteer = { status: 'accredited', accredited: '2020-01-01', vettingExpires: '2040-01-01' };
let office: Office;
let panel: string;
let suite: string;
let other: string;
const people: Record<string, string> = {};

const addPerson = async (name: string, more: object = {}): Promise<string> => {
  const id = freshId();
  const person = { id, name, roles: ['visitor'], panel, volunteer: { ...volunteer, ...more } };
  await office.ask('people.save', { id, patch: [putting([], person)] });
  people[name] = id;
  return id;
};
const addSuite = async (
  name: string,
  target: { visits: number; per: 'week' | 'quarter' },
): Promise<string> => {
  const id = freshId();
  const targets = [{ id: freshId(), from: '2030-01-01', ...target }];
  await office.ask('suites.save', { id, patch: [putting([], { id, name, panel, statuses: [], targets })] });
  return id;
};
const rota = (): Promise<Output<'rota.get'>> => office.ask('rota.get', asked);
const place = async (id: string) => (await office.ask('rota.place', { id })).place;

beforeAll(async () => {
  office = await newOffice();
  panel = freshId();
  await office.ask('panels.save', { id: panel, patch: [putting([], { id: panel, name: 'North' })] });
  suite = await addSuite('Northgate', { visits: 1, per: 'week' });
  other = await addSuite('Moorside', { visits: 4, per: 'quarter' });
  for (const name of ['Ann', 'Bob', 'Eve', 'Finn', 'Gwen', 'Hal']) await addPerson(name);
});
afterAll(() => office.end());

describe('The rota of a quarter', () => {
  it('names its weeks by their Mondays, wants what the suites aim at, and says who can be placed', async () => {
    const { weeks, suites, volunteers, gaps, plans, previous, next } = await rota();
    expect(weeks).toHaveLength(13);
    expect(weeks.every((week) => new Date(week).getUTCDay() === 1)).toBe(true);
    expect([previous, next]).toEqual(['2030-31Q4', '2031-32Q2']);
    expect(suites.map(({ name, wanted }) => [name, wanted])).toEqual([
      ['Moorside', 4],
      ['Northgate', 13],
    ]);
    expect(volunteers.map(({ name }) => name)).toEqual(['Ann', 'Bob', 'Eve', 'Finn', 'Gwen', 'Hal']);
    expect(gaps.length).toBeGreaterThan(0);
    expect(plans).toBe(true);
    expect(await office.refusal('rota.get', { quarter: '2031-32' })).toMatchObject({ tag: 'badPeriod' });
  });

  it('is filled by proposals that are taken as drafts and published, and then has no gap', async () => {
    const { weeks } = await rota();
    const [first] = weeks as [string];
    await office.ask('rota.sayAvailability', {
      ...asked,
      person: people.Ann as string,
      weeks: { [first]: 'away', [addDays(first, 7)]: 'free' },
    });
    const proposal = await office.ask('rota.propose', asked);
    expect(proposal.gaps).toEqual([]);
    expect(proposal.places).toHaveLength(17);
    for (const { people: pair, why, week } of proposal.places) {
      expect(new Set(pair.map(({ id }) => id)).size).toBe(2);
      expect(why).toContain(pair[0]?.name);
      if (week === first) expect(pair.map(({ name }) => name)).not.toContain('Ann');
    }
    expect((await rota()).places).toEqual([]);
    const places = proposal.places.map(({ suite: at, week, people: pair }) => ({
      suite: at,
      week,
      people: pair.map(({ id }) => id),
    }));
    const { made } = await office.ask('rota.draft', { places });
    expect(made).toHaveLength(17);
    expect((await rota()).places.every(({ state }) => state === 'draft')).toBe(true);
    expect(await office.ask('rota.publish', asked)).toEqual({ published: 17, left: [] });
    const published = await rota();
    expect(published.places.every(({ state }) => state === 'planned')).toBe(true);
    expect(published.gaps).toEqual([]);
    expect(published.volunteers.find(({ name }) => name === 'Ann')).toMatchObject({ said: 2, free: 1 });
    expect((await office.ask('rota.propose', asked)).places).toEqual([]);
  });

  it('says what speaks against a pair, and takes it only where somebody says why it stands', async () => {
    const { places, weeks } = await rota();
    const [at] = places.filter((one) => one.suite === suite && one.week === weeks[2]);
    const id = at?.id as string;
    const expired = await addPerson('Ivo', { vettingExpires: '2031-04-01' });
    const put = { path: ['second'], was: at?.second?.id as string, now: expired };
    const considered = await office.ask('rota.consider', {
      id,
      suite,
      week: weeks[2] as string,
      first: at?.first?.id,
      second: expired,
    });
    expect(considered.objections.filter(({ weight }) => weight === 'must not')).toMatchObject([
      { kind: 'vetting', people: [expired], despite: null },
    ]);
    expect(considered.people.find(({ name }) => name === 'Ivo')?.against).toMatchObject([
      { kind: 'silent' },
      { kind: 'vetting' },
    ]);
    expect(await office.refusal('rota.savePlace', { id, patch: [put] })).toEqual({
      tag: 'speaksAgainst',
      why: ['The vetting of Ivo is not in date for the whole week'],
    });
    const despite = { kinds: ['vetting'], people: [expired], reason: 'He goes on Tuesday' };
    expect(await office.refusal('rota.savePlace', { id, patch: [put], despite })).toEqual({
      tag: 'saysWhen',
      words: 'Tuesday',
    });
    expect(
      await office.refusal('rota.savePlace', { id, patch: [put], despite: { ...despite, reason: ' ' } }),
    ).toEqual({ tag: 'noReason' });
    await office.ask('rota.savePlace', {
      id,
      patch: [put],
      despite: { ...despite, reason: 'Renewal is agreed' },
    });
    const saved = await place(id);
    expect(saved.second).toEqual({ id: expired, name: 'Ivo' });
    expect(saved.objections.find(({ kind }) => kind === 'vetting')).toMatchObject({
      despite: 'Renewal is agreed',
    });
    const back = { ...put, was: expired, now: at?.second?.id as string };
    await office.ask('rota.savePlace', { id, patch: [back] });
  });

  it('keeps a place whose vetting has been moved back since, and says so', async () => {
    const { places } = await rota();
    const [at] = places;
    const bob = await office.ask('people.get', { id: people.Bob as string });
    const moves = (was: string, now: string) =>
      office.ask('people.save', { id: bob.id, patch: [{ path: ['volunteer', 'vettingExpires'], was, now }] });
    await moves('2040-01-01', '2031-04-02');
    const his = (await rota()).places.filter(({ first, second }) => [first?.id, second?.id].includes(bob.id));
    expect(his.length).toBeGreaterThan(0);
    for (const one of his) expect(one.objections.map(({ kind }) => kind)).toContain('vetting');
    await moves('2031-04-02', '2040-01-01');
    expect(at?.state).toBe('planned');
  });

  it('shows who could take a place by name, and nobody before anybody', async () => {
    const { places } = await rota();
    const [at] = places;
    const could = await office.ask('rota.couldTake', { id: at?.id as string, instead: at?.first?.id });
    const names = could.map(({ name }) => name);
    expect(names).toEqual(names.toSorted());
    expect(names).not.toContain(at?.second?.name);
    expect(could.every(({ partners }) => partners[0]?.id === at?.second?.id)).toBe(true);
  });

  it('leaves drafts that must not stand, with why', async () => {
    const { weeks, places } = await rota();
    const [busy] = places.filter(({ week }) => week === weeks[0]);
    const { id } = await office.ask('rota.addPlace', {
      suite: other,
      week: weeks[0] as string,
      first: busy?.first?.id,
      second: busy?.second?.id,
    });
    const { published, left } = await office.ask('rota.publish', { ...asked, ids: [id] });
    expect(published).toBe(0);
    expect(left).toMatchObject([{ id, against: [expect.stringContaining('that week'), expect.anything()] }]);
    await office.ask('rota.withdraw', { id });
    expect((await place(id)).state).toBe('withdrawn');
    expect(await office.refusal('rota.planAgain', { id })).toMatchObject({ tag: 'speaksAgainst' });
  });

  it('is handed round without a day and without a time', async () => {
    const csv = await office.ask('rota.file', { ...asked, as: 'csv' });
    const text = Buffer.from(csv.bytes, 'base64').toString();
    expect(csv.name).toBe('Rota April to June 2031.csv');
    expect(text.trim().split('\r\n')).toHaveLength(18);
    for (const day of text.match(/\d{4}-\d{2}-\d{2}/g) ?? []) expect(new Date(day).getUTCDay()).toBe(1);
    expect(text).not.toMatch(/\d:\d\d/);
    expect((await office.ask('rota.file', { ...asked, as: 'docx' })).name).toMatch(/\.docx$/);
  });
});

describe('Weeks that passed', () => {
  it('without a report are seen, until somebody says why, or the report has come', async () => {
    const { thisWeek } = await office.ask('rota.mine', {});
    const week = addDays(thisWeek, -14);
    const own = (await office.ask('session.get', {})).person.id;
    const before = await office.ask('people.get', { id: own });
    await office.ask('people.save', {
      id: own,
      patch: [
        { path: ['volunteer'], ...(before.volunteer && { was: before.volunteer as never }), now: volunteer },
        { path: ['panel'], ...(before.panel && { was: before.panel }), now: panel },
      ],
    });
    const add = async () => {
      const { id } = await office.ask('rota.addPlace', {
        suite,
        week,
        first: own,
        second: people.Ann as string,
      });
      await office.ask('rota.publish', {
        quarter: (await office.ask('rota.place', { id })).quarter.id,
        ids: [id],
      });
      return id;
    };
    const id = await add();
    expect(await office.ask('rota.weeksWithout', {})).toMatchObject([{ id, weeksAgo: 2, reports: [] }]);
    expect((await office.ask('rota.mine', {})).places.map((one) => one.id)).toEqual([id]);
    const visit = freshId();
    await office.ask('visits.start', { id: visit, shift: id });
    expect((await place(id)).reports).toMatchObject([{ id: visit, state: 'draft', by: { id: own } }]);
    expect(await office.ask('rota.weeksWithout', {})).toHaveLength(1);
    await office.ask('visits.discard', { id: visit });
    expect(await office.refusal('rota.missed', { id, why: ' ' })).toEqual({ tag: 'noReason' });
    await office.ask('rota.missed', { id, why: 'Both were ill' });
    expect(await office.ask('rota.weeksWithout', {})).toEqual([]);
    expect(await place(id)).toMatchObject({ state: 'missed', why: 'Both were ill' });
    await office.ask('rota.planAgain', { id });
    expect((await place(id)).state).toBe('planned');
  });
});

describe('One’s own part', () => {
  it('is to take an empty half, to look for cover, to exchange, and each is settled at once in an office of one', async () => {
    const own = (await office.ask('session.get', {})).person.id;
    const { thisWeek } = await office.ask('rota.mine', {});
    const [one, two] = [addDays(thisWeek, 7), addDays(thisWeek, 14)] as const;
    const add = async (week: string, pair: { first?: string; second?: string }, at = suite) => {
      const { id } = await office.ask('rota.addPlace', { suite: at, week, ...pair });
      const { quarter } = await office.ask('rota.place', { id });
      expect(await office.ask('rota.publish', { quarter: quarter.id, ids: [id] })).toMatchObject({
        left: [],
      });
      return id;
    };
    const half = await add(one, { first: people.Ann as string });
    const { seeking } = await office.ask('rota.mine', {});
    expect(seeking).toMatchObject([{ id: half, mayTake: true, against: [] }]);
    expect(await office.ask('rota.takePlace', { id: half })).toMatchObject({ settled: true });
    expect((await place(half)).second?.id).toBe(own);
    const elsewhere = await add(one, { first: people.Bob as string }, other);
    expect(await office.refusal('rota.takePlace', { id: elsewhere })).toMatchObject({ tag: 'speaksAgainst' });
    await office.ask('rota.askCover', { id: half, asks: true });
    expect(await place(half)).toMatchObject({ cover: [own], seeks: true });
    await office.ask('rota.askCover', { id: half, asks: false });
    expect(await place(half)).toMatchObject({ cover: [], seeks: false });
    const theirs = await add(two, { first: people.Eve as string, second: people.Finn as string });
    const ask = { gives: half, takes: theirs, with: people.Eve as string };
    expect(await office.refusal('rota.askSwap', { ...ask, words: 'I work at 9' })).toMatchObject({
      tag: 'saysWhen',
    });
    const { id } = await office.ask('rota.askSwap', { ...ask, words: 'I have an operation' });
    expect((await office.ask('rota.mine', {})).asked).toMatchObject([
      { id, words: 'I have an operation', gives: { id: half }, takes: { id: theirs } },
    ]);
    expect(await office.refusal('rota.askSwap', ask)).toEqual({ tag: 'movedOn' });
    expect(await office.ask('rota.answerSwap', { id, to: 'accepted' })).toMatchObject({ settled: true });
    expect((await place(half)).second?.name).toBe('Eve');
    expect((await place(theirs)).first?.id).toBe(own);
    expect(await office.refusal('rota.answerSwap', { id, to: 'declined' })).toEqual({ tag: 'movedOn' });
  });
});
