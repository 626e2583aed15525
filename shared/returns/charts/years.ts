import type { Chart } from '#shared/charts/chart.ts';
import { saysOverTime } from '#shared/charts/says.ts';
import type { ReturnTable } from '#shared/views.ts';
import { type ReturnChart, series, tableIn, told } from './from.ts';

const table = 'fiveYears';

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
      says: saysOverTime({
        items: of(leading).map((one, i) => ({ ...one, name: years[i] as string })),
        what: String(leading.row[0]),
        periods: 'years',
      }),
      of: 'Year',
      categories: years,
      series: lines.map((line) => series(String(line.row[0]), of(line))),
    };
  },
});
