import { afterAll, beforeAll, expect, it } from 'vitest';
import { sentence } from '#shared/errors.ts';
import { newOffice, type Office } from '#test/office.ts';

let office: Office;
beforeAll(async () => {
  office = await newOffice('example');
});
afterAll(() => office.end());

it('the example has a quarter that was issued again and one that is due, and owes nothing of what ended before it began', async () => {
  const { today } = await office.ask('session.get', {});
  const all = await office.ask('returns.schedule', { show: 'all' });
  const quarters = all.filter(({ key, period }) => key === 'custody-quarter' && period.to < today);
  expect(quarters.map(({ state, issues }) => [state, issues])).toEqual([
    ['draft', 0],
    ['published', 2],
  ]);
  const waited = (await office.ask('returns.schedule', {})).filter(({ period }) => period.to < today);
  expect(waited.length).toBeLessThanOrEqual(7);
  for (const { period } of waited) expect(period.to >= (quarters[1]?.period.from ?? '')).toBe(true);
  const of = { key: 'custody-quarter', period: quarters[1]?.period.id ?? '' };
  const { frozen, issue } = await office.ask('returns.issue', { ...of, number: 1 });
  expect(frozen.why).toBe('What is said of waits at the door was made plainer at the panel’s wish.');
  expect(issue.published?.where).toContain('web page');
  expect(frozen.answers.length).toBeGreaterThan(0);
  const { figures, parts } = await office.ask('returns.differences', { ...of, number: 1 });
  expect([figures, parts]).toEqual([[], []]);
});

it('a return made each quarter opens for no month and no year, and says which quarter it would be', async () => {
  for (const period of ['2025-11', '2025-26', '2025-10-01..2025-12-30']) {
    const failure = await office.refusal('returns.prepare', { key: 'custody-quarter', period });
    expect([failure.tag, sentence(failure)]).toEqual([
      'otherPeriod',
      expect.stringMatching(
        /is made for each quarter.+: (April to June|October to December) 2025 \(2025-26Q[13]\)\.$/,
      ),
    ]);
  }
  const prepared = (period: string) => office.ask('returns.prepare', { key: 'custody-quarter', period });
  expect(await prepared('2025-10-01..2025-12-31')).toEqual(await prepared('2025-26Q3'));
});

it('a return split by suite and by area says which suites make up each area, and its months come to the whole', async () => {
  const named = await office.ask('returns.named', {});
  const {
    own: _,
    id: __,
    ...year
  } = named.find(({ key }) => key === 'custody-year') as (typeof named)[number];
  await office.ask('returns.define', { ...year, key: 'by-area', name: 'By area', splits: ['suite', 'area'] });
  const { years } = await office.ask('returns.periods', {});
  const { result } = await office.ask('returns.prepare', { key: 'by-area', period: years[1] ?? '' });
  const [bySuite, byArea] = result.splits ?? [];
  const held = (groups: NonNullable<typeof bySuite>['groups'], of: string) =>
    groups.find(({ key }) => key === of)?.measures.find(({ id }) => id === 'detainees.held')?.value ?? 0;
  expect(bySuite).not.toHaveProperty('suites');
  for (const { key } of byArea?.groups ?? [])
    expect(held(byArea?.groups ?? [], key)).toBe(
      (byArea?.suites?.[key] ?? []).reduce((sum, suite) => sum + held(bySuite?.groups ?? [], suite), 0),
    );
  const months = result.tables.find(({ id }) => id === 'byMonth');
  expect(months?.rows.length).toBe(12);
  for (const [i, measure] of (months?.over?.measures ?? []).entries()) {
    const whole = result.measures.find(({ id, unit }) => id === measure && unit === 'count')?.value;
    if (whole !== undefined)
      expect(
        months?.rows.reduce((sum, row) => sum + Number(row[i + 1]), 0),
        measure,
      ).toBe(whole);
  }
});
