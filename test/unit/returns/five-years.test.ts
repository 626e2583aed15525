import { expect, test } from 'vitest';
import { measureById } from '#shared/measures/icv.ts';
import type { Measure } from '#shared/measures/measure.ts';
import { type ParsedPeriod, parsePeriod } from '#shared/periods.ts';
import { fiveYearsTo, fiveYearTable } from '#shared/returns/five-years.ts';

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
  const { rows, over, columns } = fiveYearTable(measures, years);
  expect(columns.slice(1)).toEqual(['2018-19', '2019-20', '2020-21', '2021-22', '2022-23']);
  expect(rows).toEqual([
    [measures[0]?.title, null, null, 0, 222, 222],
    [measures[1]?.title, null, null, null, '47%', '47%'],
    [measures[2]?.title, null, null, null, '12.5', '12.5'],
  ]);
  expect(over?.measures).toEqual(['visits.completed', 'consent.ofOffered', 'delay.mean']);
  expect(over?.periods.map(({ from }) => from)).toEqual(years.map(({ period }) => period.from));
});
