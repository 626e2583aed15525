import { afterAll, expect, test } from 'vitest';
import { concernStates } from '#shared/records/concern.ts';
import { newOffice } from '#test/office.ts';
import { disagreements } from '#test/whole.ts';

const office = await newOffice('example');
afterAll(async () => {
  await office.close();
  expect(disagreements(office.folder, office.recoveryCode)).toEqual([]);
  await office.end();
});
const counted = async (show: (typeof concernStates)[number] | 'late' | 'all') =>
  (await office.ask('concerns.count', { filter: { show } })).count;

test('the concerns of the example stand everywhere that concerns stand, some of them late', async () => {
  for (const show of concernStates) if (show !== 'raised') expect(await counted(show)).toBeGreaterThan(0);
  expect(await counted('late')).toBeGreaterThan(0);
  const { untold, told } = await office.ask('concerns.immediate', {});
  expect([untold.length, told.length > 0]).toEqual([1, true]);
});

test('a life is told in full: a letter that was written, an answer, and what a later visit found', async () => {
  const { rows } = await office.ask('concerns.list', { filter: { show: 'closed' }, limit: 200 });
  const lives = await Promise.all(rows.map(({ id }) => office.ask('concerns.get', { id })));
  const whole = lives.find(({ concern, letters }) => concern.found.length > 0 && letters.length > 0);
  const { letter } = await office.ask('letters.get', { id: whole?.letters[0]?.id ?? '' });
  expect(letter.subject).toContain(whole?.concern.reference);
  expect(letter.subject + letter.body).not.toMatch(/\{\{|W\/\d{4}/);
  expect(whole?.concern.answers.length).toBeGreaterThan(0);
  const visit = await office.ask('visits.get', { id: whole?.concern.found[0]?.visit ?? '' });
  expect(visit.visit.found?.map(({ id }) => id)).toContain(whole?.concern.id);
});

test('a wording for publication is told for every suite, and none of it names anybody', async () => {
  const { suites, quarters } = await office.ask('said.begin', {});
  for (const { id: suite } of suites) {
    const pages = await Promise.all(
      quarters.slice(0, 4).map(({ id: period }) => office.ask('said.get', { suite, period })),
    );
    expect(pages.flatMap(({ rows }) => rows).length).toBeGreaterThan(0);
    expect(pages.flatMap(({ doubtful }) => doubtful)).toEqual([]);
  }
});

test('the figures of the example hold concerns that came back, and a mean of days to an answer', async () => {
  const { years } = await office.ask('returns.periods', {});
  const { measures, tables } = await office.ask('returns.compute', {
    ...{ return: 'icv', period: years[0] ?? '', by: 'suite' },
  });
  const top = (id: string) => measures.find((m) => m.id === id)?.value ?? 0;
  for (const id of ['raised', 'escalated', 'answered', 'answerDays', 'checked', 'closed', 'open'])
    expect(top(`concerns.${id}`)).toBeGreaterThan(0);
  for (const [table, id] of [
    ['concerns.byArea', 'concerns.raised'],
    ['concerns.bySuite', 'concerns.raised'],
  ]) {
    const found = tables.find((t) => t.id === table);
    const column = found?.columns.indexOf('raised') ?? -1;
    const raised = found?.rows.reduce((sum, row) => sum + Number(row[column]), 0);
    expect(raised).toBe(top(id ?? ''));
  }
});

test('plans are among it: something done, something late, something due soon', async () => {
  const { figures } = await office.ask('board.get', {});
  const of = (matter: string) => figures.find((one) => one.matter === matter)?.count;
  expect([of('latePlanItems'), of('duePlanItems')]).toEqual([1, 1]);
  expect((await office.ask('plans.list', {})).some(({ settled }) => settled > 0)).toBe(true);
});
