import { expect, test } from 'vitest';
import type { Raw } from '#shared/measures/evaluate.ts';
import { measureById } from '#shared/measures/icv.ts';
import type { Measure } from '#shared/measures/measure.ts';
import { measured } from '#shared/measures/wording.ts';
import { monthsWithin, type ParsedPeriod, parsePeriod, periodContaining } from '#shared/periods.ts';
import { chartsOf } from '#shared/returns/charts.ts';
import { fiveYearsTo, fiveYearTable } from '#shared/returns/five-years.ts';
import { frozenReturn } from '#shared/returns/frozen.ts';
import { keepBack, keptBack } from '#shared/returns/keep-back.ts';
import { isToldByMonth, monthTable, toldByMonth } from '#shared/returns/months.ts';
import { movedMonths } from '#shared/returns/moved.ts';
import type { ReturnResult } from '#shared/views.ts';
import { frozenIssue } from './invented.ts';

const parsed = (text: string): ParsedPeriod => {
  const period = parsePeriod(text);
  if (!period.ok) throw new Error(text);
  return period.value;
};
const ids = (text: string) => fiveYearsTo(parsed(text), 4).map(({ id }) => id);

test('a year stands beside the four before it, and a range beside the same days of those years', () => {
  expect(ids('2022-23')).toEqual(['2018-19', '2019-20', '2020-21', '2021-22', '2022-23']);
  expect(ids('2023-02-01..2023-04-30')).toEqual([
    '2019-02-01..2019-04-30',
    '2020-02-01..2020-04-30',
    '2021-02-01..2021-04-30',
    '2022-02-01..2022-04-30',
    '2023-02-01..2023-04-30',
  ]);
  expect(ids('2023-12-01..2024-02-29')[1]).toBe('2020-12-01..2021-02-28');
});

test('a year without records is not known, and one in which nothing happened is nought', () => {
  const measures = ['visits.completed', 'consent.ofOffered', 'delay.mean'].map(
    (id) => measureById.get(id) as Measure,
  );
  const raw = (top: number, bottom: number | null) => ({
    top,
    bottom,
    restsOn: bottom === 0 ? 0 : 3,
    blank: 0,
  });
  const years = fiveYearsTo(parsed('2022-23'), 4).map((period, i) => ({
    period,
    raws:
      i < 2
        ? null
        : new Map([
            ['visits.completed', raw(i === 2 ? 0 : 222, null)],
            ['consent.ofOffered', raw(i === 2 ? 0 : 47, i === 2 ? 0 : 100)],
            ['delay.mean', raw(i === 2 ? 0 : 25, i === 2 ? 0 : 2)],
          ]),
  }));
  const known = { first: '2020-06-01', today: '2023-02-10' };
  const { rows, over, columns, note } = fiveYearTable(measures, years, known);
  expect(columns.slice(1)).toEqual(['2018-19', '2019-20', '2020-21', '2021-22', '2022-23']);
  expect(rows).toEqual([
    [measures[0]?.title, null, null, 0, 222, 222],
    [measures[1]?.title, null, null, null, '47%', '47%'],
    [measures[2]?.title, null, null, null, '12.5', '12.5'],
  ]);
  expect(over?.measures).toEqual(['visits.completed', 'consent.ofOffered', 'delay.mean']);
  expect(over?.periods.map(({ from }) => from)).toEqual(years.map(({ period }) => period.from));
  expect(note).toContain('The first record is of 1 June 2020, so 2020-21 is not told whole.');
  expect(note).toContain('2022-23 is told up to 10 February 2023: it is not over.');
  const table = fiveYearTable(measures, years, known);
  const [chart] = chartsOf({ return: 'icv', tables: [table] } as unknown as ReturnResult, [
    'fiveYears.visits',
  ]);
  expect(chart?.chart.says).toBe(
    'Visits completed: 222 in 2021-22, and not known for other years. 2020-21 is told from 1 June 2020: 0. 2022-23 is not over: 222 so far.',
  );
  const begun = years.map((year, i) => (i < 4 ? { ...year, raws: null } : year));
  const only = fiveYearTable(measures, begun, { first: '2022-04-04', today: '2023-02-10' });
  const [young] = chartsOf({ return: 'icv', tables: [only] } as unknown as ReturnResult, [
    'fiveYears.visits',
  ]);
  expect(young?.chart.says).toMatch(
    /: no figure is given for a whole year\. 2022-23 is not over: 222 so far\.$/,
  );
});

const monthIds = (text: string, yearBegins?: number) =>
  monthsWithin(parsed(text), yearBegins).map(({ id }) => id);

test('a period has the months that it begins and ends in, those at its ends as far as they lie within it', () => {
  expect(monthIds('2022-23Q4')).toEqual(['2023-01', '2023-02', '2023-03']);
  expect(monthIds('2024-01-31..2024-03-01')).toEqual([
    '2024-01-31..2024-01-31',
    '2024-02',
    '2024-03-01..2024-03-01',
  ]);
  expect(monthIds('2022-23').length).toBe(12);
  expect(isToldByMonth(monthsWithin(parsed('2023-02')))).toBe(false);
  expect(isToldByMonth(monthsWithin(parsed('2013-04-01..2023-03-31')))).toBe(false);
});

test('each month is read back as itself, also one whose name could be that of a year', () => {
  for (const month of monthsWithin(parsed('2000-01-01..2012-12-31'))) {
    expect(parsed(month.id)).toMatchObject({ from: month.from, to: month.to });
    expect(periodContaining('month', month.to)).toEqual(month);
  }
});

const quarter = parsed('2026-27Q1');
const shownByMonth = ['visits.completed', 'detainees.held', 'consent.ofOffered'].map(
  (id) => measureById.get(id) as Measure,
);
type Counted = { visits: number; held: number | null; offered: number; accepted: number };
const rawsOf = ({ visits, held, offered, accepted }: Counted): Map<string, Raw> =>
  new Map([
    ['visits.completed', { top: visits, bottom: null, restsOn: visits, blank: 0 }],
    [
      'detainees.held',
      {
        top: held ?? 0,
        bottom: null,
        restsOn: held === null ? 0 : visits,
        blank: held === null ? visits : 0,
      },
    ],
    ['consent.ofOffered', { top: accepted, bottom: offered, restsOn: offered === 0 ? 0 : visits, blank: 0 }],
  ]);
const add = (a: Counted, b: Counted): Counted => ({
  visits: a.visits + b.visits,
  held: (a.held ?? 0) + (b.held ?? 0),
  offered: a.offered + b.offered,
  accepted: a.accepted + b.accepted,
});

/** The first quarter of 2026-27 by month, as it is told on a day; of a month without a number nothing is known. */
const byMonth = (months: readonly (Counted | null)[], today: string): ReturnResult => {
  const whole = rawsOf(months.flatMap((one) => one ?? []).reduce(add));
  return {
    return: 'icv',
    body: 'Invented',
    notice: null,
    period: quarter,
    headline: 'consent.ofOffered',
    measures: shownByMonth.map((m) => measured(m, whole.get(m.id) as Raw)),
    tables: [
      monthTable(
        shownByMonth,
        monthsWithin(quarter).map((period, i) => {
          const counted = months[i];
          return { period, raws: counted ? rawsOf(counted) : null };
        }),
        today,
      ),
    ],
    checks: [],
  };
};
const april = { visits: 9, held: 40, offered: 30, accepted: 15 };
const none = { visits: 2, held: 20, offered: 0, accepted: 0 };
const june = { visits: 12, held: 60, offered: 50, accepted: 20 };

test('the main counts of a return are told by month, one from which nothing is known or that nothing is divided by as n/a', () => {
  const result = byMonth([april, none, june], '2026-07-20');
  expect(toldByMonth(result)).toEqual(['visits.completed', 'detainees.held', 'consent.ofOffered']);
  expect(result.tables[0]).toMatchObject({
    columns: ['month', ...shownByMonth.map(({ title }) => title)],
    rows: [
      ['April 2026', 9, 40, '50%'],
      ['May 2026', 2, 20, null],
      ['June 2026', 12, 60, '40%'],
    ],
  });
  const charts = new Map(chartsOf(result).map(({ name, chart }) => [name, chart]));
  expect(charts.get('byMonth.visits')).toMatchObject({
    kind: 'lines',
    shorts: ['Apr', 'May', 'Jun'],
    says: 'Visits completed: 12 in June 2026, the highest of the 3 months; the lowest was 2 in May 2026.',
  });
  expect(charts.get('byMonth.consent')?.says).toContain('No figure is given for May 2026.');
});

test('a month that is not over says so, and is neither the highest nor the lowest', () => {
  const { tables, ...rest } = byMonth([april, none, null], '2026-05-20');
  const [table] = tables;
  expect(table?.rows.map(([month]) => month)).toEqual([
    'April 2026',
    'May 2026 (not over)',
    'June 2026 (not begun)',
  ]);
  expect(table?.rows[2]?.slice(1)).toEqual([null, null, null]);
  expect(table?.note).toContain('May 2026 is told up to 20 May 2026: it is not over.');
  const [visits] = chartsOf({ ...rest, tables });
  expect(visits?.chart.categories).toEqual(['April 2026', 'May 2026 (not over)']);
  expect(visits?.chart.says).toBe('Visits completed: 9 in April 2026. May 2026 is not over: 2 so far.');
});

test('a small number of a month takes another with it, also where nothing is known of a third', () => {
  const few = { visits: 3, held: 2, offered: 0, accepted: 0 };
  const blank = { visits: 3, held: null, offered: 0, accepted: 0 };
  const held = (months: (Counted | null)[]) => {
    const { result } = keepBack(byMonth(months, '2026-07-20'), 5);
    return [result.measures[1]?.value, ...(result.tables[0]?.rows.map((row) => row[2]) ?? [])];
  };
  expect(held([few, april, june])).toEqual([102, keptBack, keptBack, 60]);
  expect(held([few, blank, june])).toEqual([62, keptBack, null, keptBack]);
  expect(held([null, few, june])).toEqual([62, null, keptBack, keptBack]);
});

test('a visit that was of another month moves both months, and the whole stays as it was', () => {
  const [then, now] = [
    byMonth([april, none, june], '2026-07-20'),
    byMonth([{ ...april, visits: 8 }, { ...none, visits: 3 }, june], '2026-07-21'),
  ];
  expect(
    movedMonths(then, now).map(({ key, measure, was, now: is }) => [key, measure, was.value, is.value]),
  ).toEqual([
    ['April 2026', 'visits.completed', 9, 8],
    ['May 2026', 'visits.completed', 2, 3],
  ]);
  expect(movedMonths(then, then)).toEqual([]);
});

test('what was signed before months were told is still read, and tells none', () => {
  const { frozen } = frozenIssue('Words');
  expect(frozen.definition).not.toHaveProperty('months');
  const read = frozenReturn.omit({ basis: true }).parse(JSON.parse(JSON.stringify(frozen)));
  expect(chartsOf(read.result).filter(({ name }) => name.startsWith('byMonth'))).toEqual([]);
  expect(movedMonths(read.result, byMonth([april, none, june], '2026-07-20'))).toEqual([]);
});
