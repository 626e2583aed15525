import { stringify } from 'csv-stringify/sync';
import type { PaymentRow } from '#shared/claim-views.ts';
import { pounds } from '#shared/claims/amounts.ts';
import { claimKinds } from '#shared/records/claim.ts';
import { fileName } from '#shared/text.ts';
import { monthWords } from '#shared/times.ts';
import { safeCsv } from '../csv.ts';
import { type Asking, type FileCalls, madeFile, xlsxType } from '../made-files.ts';
import { xlsxOf } from '../workbook.ts';

const kindHeads = {
  mileage: 'Mileage (£)',
  subsistence: 'Subsistence (£)',
  fare: 'Fares (£)',
  other: 'Other (£)',
} as const;

const heads = [
  'Reference',
  'Name',
  'Month',
  'Miles',
  ...claimKinds.map((kind) => kindHeads[kind]),
  'Total (£)',
  'Export',
];
const widths = [13, 26, 16, 8, 13, 16, 11, 11, 12, 18];

/** The sums of a row, in the order of the headings. */
const sums = ({ kinds, pence }: PaymentRow): number[] => [...claimKinds.map((kind) => kinds[kind]), pence];

const csvOf = (name: string, rows: readonly PaymentRow[], notice: string | null): string =>
  stringify(
    [
      [...heads, ...(notice ? ['Notice'] : [])],
      ...rows.map((row) => [
        row.reference,
        row.name,
        row.month,
        String(row.miles),
        ...sums(row).map(pounds),
        name,
        ...(notice ? [notice] : []),
      ]),
    ],
    safeCsv,
  );

/** What leaves for payment, each claim with the export it left with, so that a second file of it is known as a copy. */
export const claimFiles = (read: Asking): FileCalls<'claims.file'> => ({
  'claims.file': async ({ export: name, as }) => {
    const found = await read('claims.exported', { export: name });
    if (!found.ok) return found;
    const { rows, body, notice } = found.value;
    const file = fileName(as, 'Claims', name);
    if (as === 'csv') return madeFile(file, 'text/csv;charset=utf-8', csvOf(name, rows, notice));
    const all = rows.reduce((sum, { pence }) => sum + pence, 0);
    const book = await xlsxOf([
      {
        name: `Claims ${name}`,
        above: [
          `Claims of independent custody visitors, export ${name}`,
          `${body}: ${rows.length === 1 ? 'one claim' : `${rows.length} claims`}, £${pounds(all)} together`,
          ...(notice ? [notice] : []),
        ],
        head: heads,
        widths,
        rows: rows.map((row) => [
          row.reference,
          row.name,
          monthWords(row.month),
          row.miles,
          ...sums(row).map((pence) => pence / 100),
          name,
        ]),
      },
    ]);
    return madeFile(file, xlsxType, book);
  },
});
