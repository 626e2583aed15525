/**
 * What a cell of a workbook holds. Words are always words: what begins with = is no formula. Numbers are the numbers
 * themselves, shown with so many places; a share is shown as a percentage.
 */
export type WorkCell =
  | string
  | number
  | { date: string }
  | { number: number; digits: number }
  | { share: number; digits: number }
  | null;

/** A sheet of a workbook: what stands above its table, a line each, of which the first is its title. */
export type WorkSheet = {
  name: string;
  above: readonly string[];
  head: readonly string[];
  /** In characters. */
  widths: readonly number[];
  rows: readonly (readonly WorkCell[])[];
  /**
   * Marked up as a table for those who hear it read, under this name; without it the table has lines to be filled in
   * by hand between, and its head stays in sight.
   */
  table?: string;
  /** Where the words of the first column lead: the names of other sheets, row by row. */
  leads?: readonly string[];
};

/** A sheet of a workbook may not be called anything with these, nor by more than 31 letters. */
export const sheetName = (name: string): string => name.replaceAll(/[\\/?*[\]:']/g, ' ').slice(0, 31);
