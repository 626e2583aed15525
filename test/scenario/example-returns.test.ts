import { afterAll, beforeAll, expect, it } from 'vitest';
import { newOffice, type Office } from '#test/office.ts';

let office: Office;
beforeAll(async () => {
  office = await newOffice('example');
});
afterAll(() => office.end());

it('the example has a quarter that was published, one that was issued again, and one that is due', async () => {
  const { today } = await office.ask('session.get', {});
  const all = await office.ask('returns.schedule', { show: 'all' });
  const quarters = all.filter(({ key, period }) => key === 'custody-quarter' && period.to < today);
  expect(quarters.slice(0, 3).map(({ state, issues }) => [state, issues])).toEqual([
    ['draft', 0],
    ['published', 2],
    ['published', 1],
  ]);
  const of = { key: 'custody-quarter', period: quarters[1]?.period.id ?? '' };
  const { frozen, issue } = await office.ask('returns.issue', { ...of, number: 1 });
  expect(frozen.why).toBe('What is said of waits at the door was made plainer at the panel’s wish.');
  expect(issue.published?.where).toContain('web page');
  expect(frozen.answers.length).toBeGreaterThan(0);
  const { figures, parts } = await office.ask('returns.differences', { ...of, number: 1 });
  expect([figures, parts]).toEqual([[], []]);
});
