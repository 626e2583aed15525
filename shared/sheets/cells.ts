/**
 * A cell of a file that came back. What a program would work out is not read: a formula can say anything, also what
 * nobody wrote.
 */
export type Cell =
  | { kind: 'text'; text: string }
  | { kind: 'number'; value: number; text: string }
  /** `YYYY-MM-DD`. */
  | { kind: 'date'; date: string }
  | { kind: 'formula' }
  | { kind: 'error' };

/** A table of a file: its rows in order, each with the number that people see beside it. */
export type CellRow = { row: number; cells: readonly (Cell | undefined)[] };
export type CellTable = readonly CellRow[];

/** What is in a cell, as text; nothing for what is empty or cannot be read as words. */
export const cellText = (cell: Cell | undefined): string => {
  if (cell?.kind === 'text') return cell.text.trim();
  if (cell?.kind === 'number') return cell.text;
  return cell?.kind === 'date' ? cell.date.split('-').toReversed().join('/') : '';
};
