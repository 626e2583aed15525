import { strFromU8, unzipSync } from 'fflate';
import { expect, test } from 'vitest';
import { docxOf } from '#desk/docx.ts';
import { htmlOf } from '#desk/said/html.ts';
import { chartTable } from '#shared/charts/chart.ts';
import { chartBlocks, chartsOf, returnCharts, tablesBeside } from '#shared/returns/charts.ts';
import type { MeasureResult, ReturnResult, ReturnTable } from '#shared/views.ts';
import { hostile, result } from './invented.ts';

const figure = (id: string, value: number | null): MeasureResult => ({
  ...{ id, title: id, definition: '', unit: 'count', restsOn: 1, restsOnWhat: 'visits', blank: 0 },
  ...{ value, display: value === null ? '[c]' : String(value) },
});
const table = (id: string, columns: string[], ...rows: ReturnTable['rows']): ReturnTable => ({
  ...{ id, title: id, columns, rows },
});
const custody: ReturnResult = {
  ...result,
  measures: [
    ...result.measures,
    figure('detainees.accepted', 60),
    figure('detainees.declined', 40),
    figure('detainees.notOffered', 0),
    figure('detainees.notAvailable', null),
  ],
  tables: [
    table(
      'visits.bySuite',
      ['suite', 'visits', 'completed', 'target'],
      [hostile, 14, 12, 20],
      ['B', 3, 3, null],
    ),
    table(
      'consent.bySuite',
      ['suite', 'held', 'offered', 'accepted', 'consent of offered'],
      [hostile, 9, 8, 4, '50%'],
      ['B', 2, '[c]', '[c]', '[c]'],
    ),
    table('visits.byWeekday', ['weekday', 'visits'], ['Monday', 9], ['Tuesday', 8]),
    table('visits.byDayAndHour', ['hour', 'Monday', 'Tuesday'], ['09:00', 9, 3], ['Not recorded', 0, 5]),
    table(
      'concerns.byArea',
      ['area', 'raised', 'already addressed', 'resolved on the visit', 'escalated'],
      ['Safety', 7, 1, 2, 3],
      ['Care', 9, 2, '[c]', 0],
    ),
    {
      ...table('fiveYears', ['measure', '2021-22', '2022-23'], ['Completed', 190, '[c]'], ['Raised', 3, 4]),
      over: { periods: [], measures: ['visits.completed', 'concerns.raised'] },
    },
  ],
};
const drawn = (of: ReturnResult, names?: readonly string[]) =>
  new Map(chartsOf(of, names).map(({ name, chart }) => [name, chart]));

test('a return has the charts that it has the figures for, each saying what it shows', () => {
  const charts = drawn(custody);
  expect(Object.fromEntries([...charts].map(([name, { kind, says }]) => [name, `${kind}: ${says}`]))).toEqual(
    {
      'visits.bySuite': expect.stringMatching(/^grouped: .+ had the most completed visits, 12 of 15\.$/),
      'consent.bySuite': expect.stringMatching(/^bars: Only .+ has a consent rate in this period, 50%\.$/),
      'detainees.bySuite':
        'stacked: Where a number is given, 60 accepted, 40 declined and 0 were not offered a conversation.',
      'visits.byWeekday': 'bars: Visits most often began on Monday: 9 of 17.',
      'visits.byDayAndHour': 'grid: Visits most often began on Monday in the hour from 09:00: 9 of 17.',
      'concerns.byArea': 'stacked: Where a number is given, 3 were already addressed.',
      'fiveYears.visits': 'lines: Completed: 190 in 2021-22, and not known for other years.',
      'fiveYears.concerns': 'lines: Raised: 4 in 2022-23, and 3 in 2021-22.',
    },
  );
});

test('what is kept back is in no chart, and is not worked out by one', () => {
  const rows = chartTable(drawn(custody).get('concerns.byArea')!).rows;
  expect(rows).toEqual([
    ['Safety', '1', '2', '4', '7'],
    ['Care', '2', '[c]', 'n/a', 'n/a'],
  ]);
});

test('a chart of which every number is kept back is not drawn: a sentence says so, and its table stands alone', () => {
  const few = table('visits.byWeekday', ['weekday', 'visits'], ['Monday', '[c]'], ['Tuesday', '[c]']);
  const kept = { ...custody, tables: [few] };
  const names = ['visits.byWeekday'];
  expect(chartBlocks(kept, names).map((block) => ('text' in block ? block.text : block.kind))).toEqual([
    ...['Charts', 'visits.byWeekday'],
    'All the numbers of this chart are kept back, so it is not drawn.',
  ]);
  expect(tablesBeside(kept, names)).toEqual([few]);
  expect(chartBlocks(custody, names).map(({ kind }) => kind)).toContain('chart');
});

test('a definition chooses among charts by their names, in its order, and a table stands alone where its chart does not', () => {
  const chosen = ['visits.byWeekday', 'gone', 'visits.bySuite'];
  expect([...drawn(custody, chosen).keys()]).toEqual(['visits.byWeekday', 'visits.bySuite']);
  expect(chartBlocks(custody, [])).toEqual([]);
  const left = (names?: readonly string[]) => tablesBeside(custody, names).map(({ id }) => id);
  expect(left()).toEqual(['visits.bySuite', 'consent.bySuite', 'concerns.byArea', 'fiveYears']);
  expect(left(['visits.byHour'])).toEqual(custody.tables.map(({ id }) => id));
});

test('the headline rate is drawn with its counts where a return is split by suite', () => {
  const groups = [{ key: 'A', measures: result.measures }];
  const split = { ...custody, splits: [{ by: 'suite' as const, groups }] };
  expect(drawn(split).get('consent.bySuite')?.series[0]?.words).toEqual(['47% (9 of 19)']);
});

test('reviews and correspondence have charts of their own', () => {
  const reviews: ReturnResult = {
    ...{ ...custody, return: 'reviews' },
    measures: ['received', 'completed', 'upheld', 'notUpheld'].map((id, i) => figure(`reviews.${id}`, 9 - i)),
    tables: [
      table('reviews.openByAge', ['since receipt', 'reviews'], ['0 to 28 days', 4], ['over 168 days', 1]),
    ],
  };
  expect([...drawn(reviews).values()].map(({ says }) => says)).toEqual([
    'Of 13 reviews decided, 7 were upheld and 6 were not upheld.',
    'Open reviews were most often 0 to 28 days old: 4 of 5.',
  ]);
  const cases: ReturnResult = {
    ...{ ...custody, return: 'correspondence' },
    tables: [table('cases.byKind', ['kind', 'cases'], ['Concern', 4])],
  };
  expect([...drawn(cases).values()].map(({ says }) => says)).toEqual([
    'All 4 cases received were of the kind “Concern”.',
  ]);
  for (const charts of Object.values(returnCharts))
    expect(new Set(charts.map(({ name }) => name)).size).toBe(charts.length);
});

const document = {
  ...{ title: 'Return', by: 'Office', notice: null, wide: true },
  blocks: chartBlocks(custody, ['visits.bySuite', 'visits.byDayAndHour']),
};

test('Word has each chart as the drawing of the page and as dots, with its sentence for those who do not see it', async () => {
  const parts = unzipSync(await docxOf(document));
  const media = Object.keys(parts).filter((name) => name.startsWith('word/media/'));
  expect(media.map((name) => name.split('.').at(-1)).sort()).toEqual(['png', 'png', 'svg', 'svg']);
  const [svg] = media.filter((name) => name.endsWith('.svg'));
  expect(strFromU8(parts[svg ?? ''] ?? new Uint8Array())).toMatch(/^<svg .*<\/svg>$/s);
  for (const name of media.filter((one) => one.endsWith('.png')))
    expect([...(parts[name] ?? []).slice(1, 4)]).toEqual([...'PNG'].map((letter) => letter.charCodeAt(0)));
  const words = strFromU8(parts['word/document.xml'] ?? new Uint8Array());
  expect(words).toContain('descr="Visits most often began on Monday in the hour from 09:00: 9 of 17."');
});

test('a web page has each drawing for wide and for narrow windows, and no name of one twice', () => {
  const html = htmlOf(document);
  const ids = [...html.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id);
  expect(new Set(ids).size).toBe(ids.length);
  expect(html.match(/<svg /g)).toHaveLength(4);
  expect(html).not.toMatch(/<b>|<script/);
});
