import writeXlsx, { type Cell as XlsxCell } from 'write-excel-file/node';
import { sheetName, type WorkCell, type WorkSheet } from '#shared/workbook.ts';
import { literal, markedTables } from './workbook-tables.ts';

const border = { borderStyle: 'thin', borderColor: '#808080' } as const;
const inTable = { ...border, wrap: true, alignVertical: 'top' } as const;

const places = (digits: number): string => (digits === 0 ? '' : `.${'0'.repeat(digits)}`);

const cell = (value: WorkCell): XlsxCell => {
  if (value === null || value === '') return { ...inTable };
  if (typeof value === 'string') return { value: literal(value), type: String, ...inTable };
  if (typeof value === 'number') return { value, type: Number, ...inTable };
  if ('date' in value)
    return { value: new Date(`${value.date}T00:00:00Z`), type: Date, format: 'dd/mm/yyyy', ...inTable };
  return 'share' in value
    ? { value: value.share, type: Number, format: `0${places(value.digits)}%`, ...inTable }
    : { value: value.number, type: Number, format: `#,##0${places(value.digits)}`, ...inTable };
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

const headCell = (value: string): XlsxCell => ({
  value: literal(value),
  type: String,
  fontWeight: 'bold',
  backgroundColor: '#E8E8E8',
  ...inTable,
});

const sheetOf = ({ name, above, head, widths, rows, table }: WorkSheet) => ({
  sheet: sheetName(name),
  orientation: 'landscape' as const,
  columns: widths.map((width) => ({ width })),
  // Panes that stay get in the way of those who hear a sheet read: only sheets to be filled in have them.
  ...(table === undefined && head.length > 0 && { stickyRowsCount: above.length + 1 }),
  data: [
    ...above.map((value, i): XlsxCell[] => [
      {
        value: literal(value),
        type: String,
        ...(i === 0 && { fontWeight: 'bold' as const }),
        // Beside a table words may run on over the columns to the right; where they stand alone they are wrapped.
        ...(head.length === 0 && { wrap: true }),
      },
    ]),
    ...(head.length > 0 ? [inRow(head, widths, head.map(headCell))] : []),
    ...rows.map((row) => inRow(row, widths, row.map(cell))),
  ],
});

/** A workbook as an .xlsx file, without a macro and without a formula. */
export const xlsxOf = async (sheets: readonly WorkSheet[]): Promise<Uint8Array> =>
  new Uint8Array(
    await writeXlsx(sheets.map(sheetOf), {
      fontFamily: 'Arial',
      fontSize: 11,
      features: [markedTables(sheets)],
    }).toBuffer(),
  );
