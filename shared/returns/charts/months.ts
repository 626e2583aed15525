import type { Chart } from '#shared/charts/chart.ts';
import { saysOverTime } from '#shared/charts/says.ts';
import type { ReturnTable } from '#shared/views.ts';
import { type ReturnChart, series, tableIn, told } from './from.ts';

const table = 'byMonth';

type Period = NonNullable<ReturnTable['over']>['periods'][number];

/** "Apr", and of more than a year of months "Apr 25". */
const shortOf = ({ from, label }: Period, _: number, all: readonly Period[]): string =>
  `${(/[A-Z][a-z]{2}/.exec(label) ?? [''])[0]}${all.length > 12 ? ` ${from.slice(2, 4)}` : ''}`;

/** Of the months that are over the last, the highest and the lowest; what one that is not over has come to so far is told apart. */
const saysOf = (title: string, periods: readonly Period[], values: readonly ReturnType<typeof told>[]) => {
  const items = periods.map(({ label: name, until }, i) => ({
    ...(values[i] ?? told(null)),
    name,
    until,
  }));
  const running = items.find(({ until }) => until);
  const said = saysOverTime({
    items: items.filter(({ until }) => until === undefined),
    what: title,
    periods: 'months',
  });
  return running ? `${said} ${running.name} is not over: ${running.words} so far.` : said;
};

/** Figures of one unit over the months of a period, the leading one first. */
export const overMonths = (name: string, title: string, ids: readonly string[]): ReturnChart => ({
  name: `${table}.${name}`,
  shows: `${title}, by month`,
  make: (result): Chart | null => {
    const found = tableIn(result, table);
    const { periods: all = [], measures = [] } = found?.over ?? {};
    // Months that have not begun come last, and nothing is to be drawn of them.
    const periods = all.filter(({ until }) => until !== null);
    const rows = found?.rows.slice(0, periods.length) ?? [];
    const lines = ids.flatMap((id) => {
      const column = measures.indexOf(id) + 1;
      if (!found || column === 0) return [];
      return [{ title: String(found.columns[column]), values: rows.map((row) => told(row[column])) }];
    });
    const [leading] = lines;
    if (!leading || periods.length < 2) return null;
    return {
      kind: 'lines',
      title: `${title} by month, ${result.period.label}`,
      says: saysOf(leading.title, periods, leading.values),
      of: 'Month',
      categories: rows.map(([month]) => String(month)),
      shorts: periods.map(shortOf),
      series: lines.map((line) => series(line.title, line.values)),
    };
  },
});
