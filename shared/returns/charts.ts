import { type Chart, drawnSeries } from '#shared/charts/chart.ts';
import { type Block, heading, paragraph } from '#shared/letters/document.ts';
import type { ReturnKind, ReturnResult, ReturnTable } from '#shared/views.ts';
import { caseCharts, reviewCharts } from './charts/casework.ts';
import { custodyCharts } from './charts/custody.ts';
import { mostBars, type ReturnChart } from './charts/from.ts';
import { keptBack } from './keep-back.ts';

/** The charts that each return can have, in the order of print. Its definition chooses among their names. */
export const returnCharts: Readonly<Record<ReturnKind, readonly ReturnChart[]>> = {
  icv: custodyCharts,
  reviews: reviewCharts,
  correspondence: caseCharts,
};

/** Stands in the place of a chart of which no number may be told. */
export const allKept = 'All the numbers of this chart are kept back, so it is not drawn.';

/** Whether a chart has no number to draw, because those it would have are kept back. */
const isAllKept = (chart: Chart): boolean => {
  const shown = drawnSeries(chart);
  const words = shown.flatMap((one) => one.words);
  return words.includes(keptBack) && shown.every(({ values }) => values.every((value) => value === null));
};

/** A chart by its name; one of which all is kept back is not drawn. */
type Shown = { readonly name: string; readonly chart: Chart; readonly isKept: boolean };

/** The charts of a return: those named, in their order, or all that it has the figures for. */
export const chartsOf = (result: ReturnResult, names?: readonly string[]): Shown[] => {
  const known = returnCharts[result.return];
  const chosen = names ? names.flatMap((name) => known.find((one) => one.name === name) ?? []) : known;
  return chosen.flatMap(({ name, make }) => {
    const chart = make(result);
    return chart ? [{ name, chart, isKept: isAllKept(chart) }] : [];
  });
};

/** The charts of a return as parts of a document, each beneath its title. */
export const chartBlocks = (result: ReturnResult, names?: readonly string[]): Block[] => {
  const charts = chartsOf(result, names);
  if (charts.length === 0) return [];
  return [
    heading('Charts', 2),
    ...charts.flatMap(({ chart, isKept }): Block[] => [
      heading(chart.title, 3),
      isKept ? paragraph(allKept) : { kind: 'chart', chart },
    ]),
  ];
};

/** The tables that no chart shows whole: what stands beside its chart already is not told again. */
export const tablesBeside = (result: ReturnResult, names?: readonly string[]): ReturnTable[] => {
  const charts = chartsOf(result, names).filter(({ isKept }) => !isKept);
  const drawn = new Map(charts.map(({ name, chart }) => [name, chart.kind]));
  const isWhole = ({ id, columns, rows, note, figures }: ReturnTable): boolean => {
    if (note !== undefined || figures !== undefined) return false;
    const kind = drawn.get(id);
    return kind === 'grid' || (kind === 'bars' && columns.length === 2 && rows.length <= mostBars);
  };
  return result.tables.filter((table) => !isWhole(table));
};
