import writeXlsx, { type Cell as XlsxCell } from 'write-excel-file/node';

/** What a cell of a workbook holds. Words are always words: what begins with = is no formula. */
export type WorkCell = string | number | { date: string } | null;

/** A table of a workbook with what stands above it, as every file of this kind is made from. */
export type WorkSheet = {
  name: string;
  above: readonly string[];
  head: readonly string[];
  /** In characters. */
  widths: readonly number[];
  rows: readonly (readonly WorkCell[])[];
};

const border = { borderStyle: 'thin', borderColor: '#808080' } as const;
const inTable = { ...border, wrap: true, alignVertical: 'top' } as const;

const cell = (value: WorkCell): XlsxCell => {
  if (value === null || value === '') return { ...inTable };
  if (typeof value === 'string') return { value, type: String, ...inTable };
  if (typeof value === 'number') return { value, type: Number, ...inTable };
  return { value: new Date(`${value.date}T00:00:00Z`), type: Date, format: 'dd/mm/yyyy', ...inTable };
};

/** Points that a line of text takes. */
const lineHeight = 15;

const linesIn = (value: WorkCell, width: number): number =>
  typeof value === 'string'
    ? value.split('\n').reduce((sum, line) => sum + Math.max(1, Math.ceil(line.length / (width * 0.9))), 0)
    : 1;

/** Programs differ in whether they make room for words that take several lines, so the height is said. */
const heightOf = (row: readonly WorkCell[], widths: readonly number[]): number =>
  Math.min(400, lineHeight * Math.max(...row.map((value, i) => linesIn(value, widths[i] ?? 10))));

const inRow = (row: readonly WorkCell[], widths: readonly number[], made: XlsxCell[]): XlsxCell[] => {
  const height = heightOf(row, widths);
  return made.map((one) => ({ ...(one as object), height }));
};

/** A sheet of a workbook may not be called anything with these, nor by more than 31 letters. */
const sheetName = (name: string): string => name.replaceAll(/[\\/?*[\]:']/g, ' ').slice(0, 31);

/** A workbook as an .xlsx file: the heading of each table stays in sight and is repeated by nobody's macro. */
export const xlsxOf = async (sheets: readonly WorkSheet[]): Promise<Uint8Array> => {
  const made = sheets.map(({ name, above, head, widths, rows }) => ({
    sheet: sheetName(name),
    orientation: 'landscape' as const,
    columns: widths.map((width) => ({ width })),
    stickyRowsCount: above.length + 1,
    data: [
      ...above.map((value, i): XlsxCell[] => [
        { value, type: String, ...(i === 0 && { fontWeight: 'bold' as const }) },
      ]),
      inRow(
        head,
        widths,
        head.map((value) => ({
          value,
          type: String,
          fontWeight: 'bold' as const,
          backgroundColor: '#E8E8E8',
          ...inTable,
        })),
      ),
      ...rows.map((row) => inRow(row, widths, row.map(cell))),
    ],
  }));
  return new Uint8Array(await writeXlsx(made, { fontFamily: 'Arial', fontSize: 11 }).toBuffer());
};
