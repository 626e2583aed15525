import { fail, ok, type Result } from '#shared/result.ts';
import type { CellProblem, Column, Columns, ImportContext, ImportRow, Reader } from './importer.ts';

const paths = (fills: readonly string[]) => fills.map((path) => path.split('.'));

/** A column that may be missing or blank. `fills`: the places it decides, as dotted paths. */
export const optional = <T>(read: Reader<T>, ...fills: string[]): Column<T, false> => ({
  required: false,
  read,
  fills: paths(fills),
});

/** A column without which a row cannot be stored. */
export const required = <T>(read: Reader<T>, ...fills: string[]): Column<T, true> => ({
  required: true,
  read,
  fills: paths(fills),
});

type Value<C> = C extends Column<infer T> ? T : never;
type RequiredNames<C extends Columns> = {
  [K in keyof C]: C[K]['required'] extends true ? K : never;
}[keyof C];
/** What the cells of a good row say: nothing where a cell is blank, because a blank is unknown. */
export type Cells<C extends Columns> = { [K in RequiredNames<C>]: Value<C[K]> } & {
  [K in Exclude<keyof C, RequiredNames<C>>]?: Value<C[K]>;
};

/** The text of a cell; empty where the cell is blank or the file has no such column. */
export const cell = (row: ImportRow, column: string): string => row[column]?.trim() ?? '';

/** Reads every cell of a row, and says all that is wrong with it at once. */
export const readCells = <C extends Columns>(
  columns: C,
  row: ImportRow,
  ctx: ImportContext,
): Result<Cells<C>, CellProblem[]> => {
  const values: Record<string, unknown> = {};
  const problems: CellProblem[] = [];
  for (const name in columns) {
    const column = columns[name] as Column;
    const text = cell(row, name);
    if (text === '') {
      if (column.required) problems.push({ column: name, problem: 'This must be filled in', value: '' });
      continue;
    }
    const reading = column.read(text, ctx);
    if (reading.ok) values[name] = reading.value;
    else problems.push({ column: name, problem: reading.error, value: text.slice(0, 200) });
  }
  return problems.length > 0 ? fail(problems) : ok(values as Cells<C>);
};

/** An object without the keys that hold nothing: what is unknown is absent. */
export const present = <T extends object>(object: T): T => {
  const full: Partial<T> = {};
  for (const key in object) if (object[key] !== undefined) full[key] = object[key];
  return full as T;
};
