import { afterAll, beforeAll, expect, it } from 'vitest';
import { diff } from '#shared/sync/patch.ts';
import { type JoinedOffice, joinedOffice, type Laptop } from '#test/joined.ts';
import { addSuite, freshId } from '#test/office.ts';

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

it('a draft check stays with its reader; done, it reaches the office, gets its number and comes back with it', async () => {
  const visitor = await office.laptop('Vera Visitor', 'visitor');
  const id = freshId();
  await visitor.ask('checks.start', { id });
  const { check } = await visitor.ask('checks.get', { id });
  const said = { ...check, custodyNumber: '22WM/9', cohort: 'women' as const, suite };
  await visitor.ask('checks.save', { id, patch: diff(check, said) });
  const sync = async () => {
    await visitor.ask('sync.now', {});
    await staff.ask('sync.now', {});
    await visitor.ask('sync.now', {});
  };
  await sync();
  expect((await staff.refusal('checks.get', { id })).tag).toBe('notFound');

  expect((await visitor.ask('checks.finish', { id })).reference).toBeNull();
  await sync();
  const { reference } = (await staff.ask('checks.get', { id })).check;
  expect(reference).toMatch(/^K\d{4}\/0001$/);
  expect((await visitor.ask('checks.get', { id })).check.reference).toBe(reference);

  const patch = [{ path: ['summary'], now: 'Read again' }];
  await staff.ask('checks.correct', { id, patch, reason: 'Left out' });
  await sync();
  const { corrections, summary } = (await visitor.ask('checks.get', { id })).check;
  expect([summary, corrections.map(({ number }) => number)]).toEqual(['Read again', [1]]);
});

it('dip samples are the coordinator’s: nobody else begins one, or makes one of a check', async () => {
  const runner = await office.laptop('Pat Runner', 'panel-coordinator');
  const id = freshId();
  const refusedTag = async (...call: Parameters<Laptop['refusal']>) => (await runner.refusal(...call)).tag;
  expect(await refusedTag('checks.start', { id, reason: 'dip sample' })).toBe('notAllowed');
  await runner.ask('checks.start', { id });
  const patch = [{ path: ['reason'], now: 'dip sample' }];
  expect(await refusedTag('checks.save', { id, patch })).toBe('notAllowed');
  await staff.ask('checks.start', { id: freshId(), reason: 'dip sample' });
});
