import { count } from '#shared/numbers.ts';

/** One line, or one kind of bar: a value for each category (null where it is not known), and how it is printed. */
export type Series = {
  readonly name: string;
  /** What stands for the name where there is room for two letters. */
  readonly short?: string;
  readonly values: readonly (number | null)[];
  readonly words: readonly string[];
};

/**
 * What is drawn, whatever draws it. `bars`: one value for each category; `grouped`: up to four beside each other;
 * `stacked`: up to four parts of a whole; `lines`: up to four over periods; `grid`: counts of categories (hours) by
 * series (days).
 */
export type ChartKind = 'bars' | 'grouped' | 'stacked' | 'lines' | 'grid';

export type Chart = {
  readonly kind: ChartKind;
  readonly title: string;
  /** What the chart shows, in a sentence: what is heard instead of the drawing. */
  readonly says: string;
  /** What the categories are: "Suite", "Day". Heads the first column of the table. */
  readonly of: string;
  readonly categories: readonly string[];
  readonly shorts?: readonly string[];
  readonly series: readonly Series[];
};

/** More kinds of bar or line than this cannot be told apart. */
export const mostSeries = 4;

/** The series that are drawn: of a grid all, since its cells are told apart by their place. */
export const drawnSeries = ({ kind, series }: Pick<Chart, 'kind' | 'series'>): readonly Series[] =>
  kind === 'grid' ? series : series.slice(0, mostSeries);

/** What the parts of a category come to; not known where one of them is not. */
export const wholeOf = (series: readonly Series[], row: number): number | null =>
  series.reduce<number | null>((sum, { values }) => {
    const value = values[row] ?? null;
    return sum === null || value === null ? null : sum + value;
  }, 0);

/** The numbers of a chart, for those who would rather read them: one row for each category. */
export const chartTable = (chart: Chart): { head: string[]; rows: string[][] } => {
  const series = drawnSeries(chart);
  const added = chart.kind === 'stacked' && series.length > 1;
  const all = (row: number): string => {
    const whole = wholeOf(series, row);
    return whole === null ? 'n/a' : count(whole);
  };
  return {
    head: [chart.of, ...series.map(({ name }) => name), ...(added ? ['All'] : [])],
    rows: chart.categories.map((name, row) => [
      name,
      ...series.map(({ words }) => words[row] ?? ''),
      ...(added ? [all(row)] : []),
    ]),
  };
};
