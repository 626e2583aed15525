import { expect, test } from 'vitest';
import { docxOf } from '#desk/docx.ts';
import { givenAsCsv } from '#desk/returns/csv.ts';
import { htmlOf } from '#desk/said/html.ts';
import { withMark } from '#shared/returns/check-mark.ts';
import { returnPage, returnReport } from '#shared/returns/document.ts';
import { givenOut } from '#shared/returns/given.ts';
import { returnJson } from '#shared/returns/json.ts';
import { read } from '#test/readers/read.ts';
import { computed, drafted, hostile, issued, result } from './invented.ts';

const page = (given: typeof issued) => read('html', Buffer.from(htmlOf(returnPage(given))));
const report = async (given: typeof issued) => read('docx', await docxOf(returnReport(given)));
const csv = (given: typeof issued) => read('csv', Buffer.from(givenAsCsv(given)));

/** What everything that leaves must say of an issue. */
const standing = [
  'Custody visiting, quarter, January to March 2023',
  'For the Police and Crime Panel.',
  'Revision 1: A visit came late.',
  'Signed off by Sam Signer, Chief executive, on 20 April 2023.',
  'Published on 21 April 2023: On our website.',
  'Published under the Order of 2011, paragraph 7C.',
  'Numbers of people below 5 are kept back',
  'Areas of concern',
  '@SUM(1)',
  'Complaints <statistics>',
  '+1 was not written down (A Planner, 2 April 2023)',
  'Invented data',
];

test.each([
  ['a page', page],
  ['a report', report],
  ['CSV', csv],
] as const)(
  'what was signed says as %s whose it is, for whom, which revision and why, who signed it as what, where it was published and under which law',
  async (_, form) => {
    const { text } = await form(issued);
    for (const said of standing) expect(text).toContain(said);
    expect(text).not.toContain('Of long ago');
    expect(text).not.toContain('Draft');
  },
);

test('by which records a check does not hold is marked for the office alone: nothing that leaves shows the mark, whether numbers are kept back or not', async () => {
  const check = { id: 'ladder', title: 'All accounted for', ok: false, records: ['1'], count: 1 };
  const detail = withMark('Two visits do not add up', '38db4f');
  const answers = [
    { check: 'ladder', found: detail, reason: 'So reported.', name: 'A Planner', on: '2023-04-02' },
  ];
  const marked = { ...issued, result: { ...result, checks: [{ ...check, detail }] }, answers };
  for (const given of [
    { ...marked, isWhole: true, least: 5 },
    { ...marked, isWhole: false, least: null },
  ]) {
    const { text } = await page(givenOut(given));
    for (const said of ['Two visits do not add up', 'So reported.']) expect(text).toContain(said);
    expect(text).not.toContain('(record');
  }
});

test('what is not signed says on every page that it is a draft', async () => {
  const { text } = await page(drafted);
  expect(text).toContain('Draft: not signed off. Invented data');
  expect(text).not.toContain('Signed off by');
  expect(returnReport(drafted).notice).toBe('Draft: not signed off. Invented data');
  expect((await csv(drafted)).tables[0]?.rows.every((row) => String(row.at(-1)).startsWith('Draft'))).toBe(
    true,
  );
});

test('a page tells figures under the headings of their return, parts six abreast, and tables with their notes', async () => {
  const { tables, text } = await page(issued);
  const titled = (title: string) => tables.find((table) => table.title.startsWith(title));
  expect(titled('Consent')?.rows).toEqual([
    ['Consent of offered', '47%', '50% (−2.6 points)', 'n/a', '50%', 'n/a'],
  ]);
  expect(titled('By suite')?.head).toHaveLength(7);
  expect(titled('By suite: Worcester')?.rows).toEqual([['Visits', '5']]);
  expect(titled('Five years')?.rows[0]).toEqual(['Visits', '1,100', '[c]']);
  expect(text).toContain('Made by hand.');
  expect(text).toContain('There is nothing for this period.');
  expect(text).toContain(hostile.slice(0, 20));
});

test('a report says its figures in sentences', async () => {
  expect((await report(computed)).text).toContain('Custody visitors began 1,222 visits');
});

test('JSON keeps the shape of the command line, and an issue adds its life, words and reasons', () => {
  expect(returnJson(computed)).toBe(result);
  expect(returnJson(givenOut({ ...issued, least: null }))).toMatchObject({
    return: 'icv',
    name: 'Custody visiting, quarter',
    to: 'Police and Crime Panel',
    law: 'Order of 2011, paragraph 7C',
    issue: {
      state: 'published',
      number: 1,
      reason: 'A visit came late',
      signed: { by: 'Sam Signer', as: 'Chief executive', on: '2023-04-20' },
      published: { on: '2023-04-21', where: 'on our website' },
    },
    sections: [{ id: 'good' }, { id: 'areas', title: 'Areas of concern', text: '@SUM(1)' }],
    checks: [
      { id: 'ladder', records: [], reasons: ['+1 was not written down (A Planner, 2 April 2023)'] },
      { id: 'sums', reasons: [] },
    ],
  });
});

test('of what keeps small numbers back no number below them leaves, and the sentences do not tell it either', async () => {
  const { text, tables } = await csv(issued);
  const line = tables[0]?.rows.find((row) => row[2] === 'people.children');
  expect(line?.slice(4, 8)).toEqual(['[c]', '[c]', '[c]', '[c]']);
  expect(text).toContain('[c]');
});
