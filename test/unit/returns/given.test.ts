import { expect, test } from 'vitest';
import { asIssued, givenOut, standingOf } from '#shared/returns/given.ts';
import { frozenIssue } from './invented.ts';

test('an issue tells for ever what was given out of it when it was signed, whichever numbers are small now', () => {
  const { frozen, issue } = frozenIssue('Words');
  const [first, ...others] = frozen.result.measures;
  if (!first) throw new Error('no figure was invented');
  const result = {
    ...frozen.result,
    measures: [{ ...first, value: null, display: '[c]', kept: true as const }, ...others],
  };
  const answers = frozen.answers.map((one) => ({ ...one, found: 'Words without a number' }));
  const told = givenOut(asIssued({ frozen: { ...frozen, least: 1_000, given: { result, answers } }, issue }));
  expect(told.result.measures).toEqual(result.measures);
  expect(told.answers[0]?.found).toBe('Words without a number');
});

test.for([
  ['our website', 'Our website.'],
  ['https://example.org/returns', 'https://example.org/returns'],
  ['www.example.org', 'www.example.org'],
  ['the Panel, and www.example.org/a', 'The Panel, and www.example.org/a'],
])('an address of the web at which it was published stands as it was typed: %s', ([where = '', said]) => {
  const { frozen, issue } = frozenIssue('Words');
  const given = asIssued({
    frozen,
    issue: { ...issue, published: { on: '2023-04-21', where, name: 'Ann Lee' } },
  });
  expect(standingOf(given)).toContain(`Published on 21 April 2023: ${said}`);
});
