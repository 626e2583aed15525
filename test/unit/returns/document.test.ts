import { Window } from 'happy-dom';
import { expect, test } from 'vitest';
import { htmlOf } from '#desk/said/html.ts';
import { panelDocument, returnDocument } from '#shared/returns/document.ts';
import { hostile, result } from './invented.ts';

const textOf = (html: string) => {
  const { document } = new Window();
  document.write(html);
  return document;
};

test('a return as a page holds every figure, table and definition, and hostile words as words', () => {
  const html = htmlOf(returnDocument(result));
  const page = textOf(html);
  const text = page.body.textContent;
  for (const { title, display } of result.measures) {
    expect(text).toContain(title);
    expect(text).toContain(display);
  }
  expect([...page.querySelectorAll('h1')].map((one) => one.textContent)).toEqual([
    'Independent custody visiting, January to March 2023',
  ]);
  expect(text).toContain('Invented data');
  expect(text).toContain('Three are missing');
  expect(text).toContain(hostile.slice(0, 20));
  expect(page.querySelectorAll('b, script, img')).toHaveLength(0);
});

test('the paragraphs for a panel say each figure with what it was made of and what it was before', () => {
  const before = {
    period: { id: '2022-23Q3', from: '2022-10-01', to: '2022-12-31', label: 'October to December 2022' },
    value: 0.5,
    display: '50%',
    change: -2.6,
    changeDisplay: '−2.6 points',
    percentDisplay: 'n/a',
  };
  const nothing = { ...before, period: { ...before.period, id: '2021-22Q4' }, value: null, display: 'n/a' };
  const compare = { previous: before, lastYear: nothing, yearToDate: before, lastYearToDate: nothing };
  const measures = result.measures.map((m) => ({ ...m, compare }));
  const said = panelDocument({ ...result, measures }).blocks.flatMap((block) =>
    block.kind === 'paragraph' ? [block.text] : [],
  );
  expect(said).toContain('Consent of offered: 47% (9 of 19), after 50% in October to December 2022.');
  expect(said).toContain('Mean delay: not known.');
});
