import type { Chart, Series } from '#shared/charts/chart.ts';
import { saysMost, type Verb } from '#shared/charts/says.ts';
import { count } from '#shared/numbers.ts';
import { capital } from '#shared/text.ts';
import type { AnyDimension, MeasureResult, ReturnGroup, ReturnResult, ReturnTable } from '#shared/views.ts';

/** A chart that a return can have. Its name is what a definition of a return chooses it by, and is never changed. */
export type ReturnChart = {
  readonly name: string;
  /** What it shows, where somebody chooses among charts. */
  readonly shows: string;
  /** The chart; null where the return has not what it is made of. */
  readonly make: (result: ReturnResult) => Chart | null;
};

/** A number with how it is printed; what is not known or not told has words alone. */
export type Told = { readonly value: number | null; readonly words: string };

type Cell = ReturnTable['rows'][number][number] | undefined;

const number = /^-?\d+(?:\.\d+)?$/;
export const told = (cell: Cell): Told => {
  if (typeof cell === 'number') return { value: cell, words: count(cell) };
  if (cell === null || cell === undefined) return { value: null, words: 'n/a' };
  if (number.test(cell)) return { value: Number(cell), words: cell };
  const share = cell.endsWith('%') ? cell.slice(0, -1) : '';
  return { value: number.test(share) ? Number(share) / 100 : null, words: cell };
};

/** A figure; a share with what it was made of. */
export const figure = ({ value, display, unit, numerator, denominator }: MeasureResult): Told => ({
  value,
  words:
    unit === 'percent' && value !== null && numerator !== undefined && denominator !== undefined
      ? `${display} (${count(numerator)} of ${count(denominator)})`
      : display,
});

export const series = (name: string, values: readonly Told[], short?: string): Series => ({
  name,
  ...(short && { short }),
  values: values.map(({ value }) => value),
  words: values.map(({ words }) => words),
});

/** A table that is there and has anything in it. */
export const tableIn = ({ tables }: ReturnResult, id: string): ReturnTable | undefined =>
  tables.find((table) => table.id === id && table.rows.length > 0);

export const namesIn = ({ rows }: ReturnTable): string[] => rows.map(([name]) => String(name ?? ''));

/** A column of a table by its name; undefined where it has none such. */
export const column = (table: ReturnTable, name: string): Told[] | undefined => {
  const at = table.columns.indexOf(name);
  return at < 0 ? undefined : table.rows.map((row) => told(row[at]));
};

/** The parts of a return by a dimension, where it is split so and its parts tell a figure. */
export const partsBy = (
  { by, groups, splits }: ReturnResult,
  wanted: AnyDimension,
  id: string,
): readonly ReturnGroup[] | undefined => {
  const found = by === wanted ? groups : splits?.find((split) => split.by === wanted)?.groups;
  return found?.some(({ measures }) => measures.some((m) => m.id === id)) ? found : undefined;
};

/** A figure of each part; of a part that has it not, nothing is known. */
export const ofParts = (parts: readonly ReturnGroup[], id: string): Told[] =>
  parts.map(({ measures }) => {
    const found = measures.find((m) => m.id === id);
    return found ? figure(found) : told(null);
  });

/** A figure of the whole return. */
export const ofWhole = ({ measures }: ReturnResult, id: string): Told | undefined => {
  const found = measures.find((m) => m.id === id);
  return found && figure(found);
};

type Counted = {
  of: string;
  thing: string;
  things: string;
  kinds: string;
  said?: (name: string) => string;
  verb?: Verb;
};

/** So many bars are looked through: a day of hours, and what has none. The table of the return has all there are. */
export const mostBars = 25;

/** A table of counts as bars, in its own order. */
export const countsOf = (
  table: ReturnTable,
  { of, thing, things, kinds, said = (name) => name, verb }: Counted,
): Chart => {
  const names = namesIn(table);
  const values = table.rows.map((row) => told(row[1]));
  const categories = names.slice(0, mostBars);
  return {
    kind: 'bars',
    title: names.length > mostBars ? `${table.title}: the first ${mostBars}` : table.title,
    says: saysMost({
      items: names.map((name, i) => ({ name: said(name), value: values[i]?.value ?? null })),
      ...{ thing, things, kinds, verb },
    }),
    of,
    categories,
    series: [series(capital(things), values.slice(0, mostBars))],
  };
};
