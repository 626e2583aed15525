import { afterAll, expect, test } from 'vitest';
import { waits } from '#shared/checks/waits.ts';
import { keepBack } from '#shared/returns/keep-back.ts';
import { toldIn } from '#shared/returns/kept/model.ts';
import { isReadable } from '#shared/returns/kept/tables.ts';
import { newOffice } from '#test/office.ts';
import { disagreements } from '#test/whole.ts';

const office = await newOffice('example');
afterAll(async () => {
  await office.close();
  expect(disagreements(office.folder, office.recoveryCode)).toEqual([]);
  await office.end();
});
const listed = (filter: object) =>
  office.ask('checks.list', { filter: { show: 'standing', ...filter }, limit: 200 });

test('the example has record checks that are done, numbered in the order of their days, and two drafts', async () => {
  const { rows, total } = await listed({ show: 'done' });
  expect(total).toBe(rows.length);
  for (const own of Map.groupBy(rows, (row) => row.reference?.slice(0, 5)).values())
    expect(own.map(({ reference }) => reference).sort()).toEqual(
      own.map((_, i) => `${own[0]?.reference?.slice(0, 5)}/${String(i + 1).padStart(4, '0')}`),
    );
  expect((await listed({ show: 'draft' })).total).toBe(2);
});

test('the sample of the example is drawn again by its seed, and most of what it drew is read', async () => {
  const [row] = await office.ask('checks.samples', {});
  const { sample, checks } = await office.ask('checks.sample', { id: row?.id ?? '' });
  expect([row?.drawn, row?.done]).toEqual([6, 4]);
  expect(checks.map(({ custodyNumber }) => custodyNumber).sort()).toEqual(sample.drawn.toSorted());
});

test('a few of the concerns come from record checks, and each leads back to its own', async () => {
  const { rows } = await office.ask('concerns.list', { filter: { show: 'all' }, limit: 200 });
  const all = await Promise.all(rows.map(({ id }) => office.ask('concerns.get', { id })));
  const own = all.map(({ concern }) => concern).filter(({ from }) => from.kind === 'recordCheck');
  expect(own.length).toBeGreaterThan(1);
  for (const { from, suite } of own) {
    const { check } = await office.ask('checks.get', { id: from.record ?? '' });
    expect(check.suite).toBe(suite);
  }
});

test('the return of the year tells how much is recorded, by cohort and suite, and every kind of wait but few', async () => {
  const { years } = await office.ask('returns.periods', {});
  const { measures, tables } = await office.ask('returns.compute', { return: 'icv', period: years[0] ?? '' });
  const value = (id: string) => measures.find((m) => m.id === id)?.value ?? 0;
  expect(value('recordChecks.count')).toBeGreaterThan(15);
  expect(value('recordChecks.recorded') + value('recordChecks.notRecorded')).toBeCloseTo(1);
  const table = (id: string) => tables.find((t) => t.id === id)?.rows ?? [];
  for (const id of ['recordChecks.byCohort', 'recordChecks.bySuite'])
    expect(table(id).reduce((sum, row) => sum + Number(row[1]), 0)).toBe(value('recordChecks.count'));
  expect(table('recordChecks.waits').length).toBeGreaterThan(waits.length - 3);
});

test('of what the example would give out no small number of people is told, whichever table it stands in', async () => {
  for (const [kind, by] of [
    ['icv', 'suite'],
    ['reviews', 'route'],
    ['correspondence', 'area'],
  ] as const) {
    const { quarters } = await office.ask('returns.periods', { return: kind });
    const computed = await office.ask('returns.compute', { return: kind, period: quarters[1]?.id ?? '', by });
    expect(computed.tables.filter(({ id }) => !isReadable(id)).map(({ id }) => id)).toEqual([]);
    const { result, kept } = keepBack(computed, 5);
    expect(kept).toBeGreaterThan(0);
    expect(toldIn(result).filter(({ people, value }) => people && value > 0 && value < 5)).toEqual([]);
  }
});
