import type { Chart } from '#shared/charts/chart.ts';
import { saysOverTime } from '#shared/charts/says.ts';
import { dayWords } from '#shared/times.ts';
import type { ReturnTable } from '#shared/views.ts';
import { type ReturnChart, series, type Told, tableIn, told } from './from.ts';

const table = 'fiveYears';

/** Of the whole years the last, the highest and the lowest; what others come to as far as they are told stands apart. */
const saysOf = (what: string, { columns, over }: ReturnTable, values: readonly Told[]): string => {
  const items = values.map((one, i) => {
    const { until, since } = over?.periods[i] ?? {};
    return { ...one, name: columns[i + 1] ?? '', until, since };
  });
  const parts = items.filter((one) => (one.until || one.since) && one.value !== null);
  const whole = items.filter((one) => !parts.includes(one));
  const apart = parts.map(({ name, since, words }) =>
    since ? `${name} is told from ${dayWords(since)}: ${words}.` : `${name} is not over: ${words} so far.`,
  );
  const isWholeKnown = apart.length === 0 || whole.some(({ value }) => value !== null);
  const first = isWholeKnown
    ? saysOverTime({ items: whole, what, periods: 'years' })
    : `${what}: no figure is given for a whole year.`;
  return [first, ...apart].join(' ');
};

type Line = { id: string; row: ReturnTable['rows'][number] };

/** The rows of the table of five years that tell these figures, in the order asked for. */
const linesIn = ({ rows, over }: ReturnTable, ids: readonly string[]): Line[] =>
  ids.flatMap((id) => {
    const row = rows[over?.measures.indexOf(id) ?? -1];
    return row ? [{ id, row }] : [];
  });

/** Figures of one unit over five years, the leading one first. */
export const overYears = (name: string, title: string, ids: readonly string[]): ReturnChart => ({
  name: `${table}.${name}`,
  shows: `${title}, over five years`,
  make: (result): Chart | null => {
    const found = tableIn(result, table);
    if (!found) return null;
    const lines = linesIn(found, ids);
    const [leading] = lines;
    if (!leading) return null;
    const years = found.columns.slice(1);
    const of = ({ row }: Line) => years.map((_, i) => told(row[i + 1]));
    return {
      kind: 'lines',
      title: `${title}, ${years[0]} to ${years.at(-1)}`,
      says: saysOf(String(leading.row[0]), found, of(leading)),
      of: 'Year',
      categories: years,
      series: lines.map((line) => series(String(line.row[0]), of(line))),
    };
  },
});
