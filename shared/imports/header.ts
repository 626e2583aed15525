import type { ImportKind } from '#shared/import-views.ts';
import { fail, ok, type Result } from '#shared/result.ts';
import type { CellProblem, ImportRow } from './importer.ts';
import { importers } from './importers.ts';

/** Which known column each cell of a row lies under (undefined: under one that is not known). */
export type Header = {
  readonly columns: readonly (string | undefined)[];
  /** The columns of the file that nothing is read from, as the file writes them. */
  readonly unknown: readonly string[];
};

const columnName = (text: string): string =>
  text
    .trim()
    .toLowerCase()
    .replaceAll(/[\s_-]+/g, '_');

const list = (names: readonly string[]) => names.map((name) => `"${name}"`).join(', ');

/** By what a first line is divided that is one column to a reader of commas, as spreadsheets elsewhere save it. */
const separatedBy = (line: readonly string[], known: object): string | undefined => {
  const divided = (by: string) =>
    line.some((text) => text.split(by).some((name) => Object.hasOwn(known, columnName(name))));
  return divided(';') ? 'semicolons' : divided('\t') ? 'tabs' : undefined;
};

/** Reads a file's first line. What is wrong with it concerns the whole file: the error completes `badFile`. */
export const readHeader = (kind: ImportKind, line: readonly string[]): Result<Header, string> => {
  const known = importers[kind].columns;
  const columns = line.map(columnName).map((name) => (Object.hasOwn(known, name) ? name : undefined));
  const found = columns.filter((name) => name !== undefined);
  const otherwise = found.length === 0 && separatedBy(line, known);
  if (otherwise) return fail(`its columns are separated by ${otherwise}: save it with commas between them`);
  if (found.length === 0)
    return fail(`its first line names none of the columns of a ${kind} file (${list(Object.keys(known))})`);
  const twice = found.filter((name, i) => found.indexOf(name) !== i);
  if (twice.length > 0) return fail(`the column ${list([...new Set(twice)])} stands in it more than once`);
  const missing = Object.keys(known).filter((name) => known[name]?.required && !found.includes(name));
  if (missing.length > 0)
    return fail(
      `the required ${missing.length === 1 ? 'column' : 'columns'} ${list(missing)} ${missing.length === 1 ? 'is' : 'are'} missing`,
    );
  const unknown = line.flatMap((text, i) =>
    columns[i] ? [] : [text.trim().slice(0, 200) || `column ${i + 1}, which has no name`],
  );
  return ok({ columns, unknown });
};

/**
 * The cells of a line under the names of their columns. A line that ends early has blanks there; one with more cells
 * than the header has has usually lost its quotation marks, and every figure in it may stand in the wrong column.
 */
export const rowUnder = (header: Header, line: readonly string[]): Result<ImportRow, CellProblem[]> => {
  const extra = line.slice(header.columns.length).find((text) => text.trim() !== '');
  if (extra !== undefined)
    return fail([
      {
        column: '',
        problem: `The line has ${line.length} cells and the header ${header.columns.length}: words with a comma need quotation marks`,
        value: extra.trim().slice(0, 200),
      },
    ]);
  const row: Record<string, string> = {};
  header.columns.forEach((name, i) => {
    if (name) row[name] = line[i]?.trim() ?? '';
  });
  return ok(row);
};

/** What is wrong with a row for a record that an earlier row of the same file is already about. */
export const secondRow = (kind: ImportKind, row: ImportRow, firstLine: number): CellProblem => {
  const { key } = importers[kind];
  return {
    column: key,
    problem: `Already on line ${firstLine} of this file`,
    value: (row[key] ?? '').slice(0, 200),
  };
};
