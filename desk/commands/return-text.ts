import type { MeasureResult, ReturnResult, ReturnTable } from '#shared/views.ts';

type Cell = string | number | null;

const shown = (cell: Cell): string => (cell === null ? '' : String(cell));

/** Columns side by side: words to the left, figures to the right. */
export const columns = (head: readonly string[], rows: readonly (readonly Cell[])[]): string => {
  const lines = [head, ...rows.map((row) => row.map(shown))];
  const widths = head.map((_, i) => Math.max(...lines.map((line) => line[i]?.length ?? 0)));
  const line = (cells: readonly string[]) =>
    cells
      .map((cell, i) => (i === 0 ? cell.padEnd(widths[i] ?? 0) : cell.padStart(widths[i] ?? 0)))
      .join('  ')
      .trimEnd();
  return [line(head), widths.map((width) => '-'.repeat(width)).join('  '), ...lines.slice(1).map(line)].join(
    '\n',
  );
};

const measures = (list: readonly MeasureResult[]): string => {
  const compared = list.some((measure) => measure.compare);
  return columns(
    compared ? ['Measure', 'Figure', 'Period before', 'A year before'] : ['Measure', 'Figure'],
    list.map(({ title, display, compare }) =>
      compared
        ? [title, display, compare?.previous.display ?? '', compare?.lastYear.display ?? '']
        : [title, display],
    ),
  );
};

const table = ({ title, columns: head, rows, note }: ReturnTable): string =>
  [title, '', columns(head, rows), ...(note ? ['', note] : [])].join('\n');

/** A return to read on a terminal. */
export const asText = (result: ReturnResult): string => {
  const headline = result.measures.find((measure) => measure.id === result.headline);
  const figure = headline && `${headline.title}: ${headline.display}`;
  const head = [result.body, result.period.label, result.notice, figure].filter(Boolean).join('\n');
  const groups = (result.groups ?? []).map(({ key, measures: list }) => `${key}\n\n${measures(list)}`);
  const checks = result.checks.map(({ ok, title, detail }) => `${ok ? 'ok  ' : 'LOOK'}  ${title}: ${detail}`);
  const parts = [head, measures(result.measures), ...groups, ...result.tables.map(table)];
  if (checks.length > 0) parts.push(`Checks\n\n${checks.join('\n')}`);
  return `${parts.join('\n\n')}\n`;
};
