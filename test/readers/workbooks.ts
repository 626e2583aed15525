import readExcelFile from 'read-excel-file/node';
import { SaxesParser } from 'saxes';
import { partsOf } from './packed.ts';
import type { ReadCell, ReadFile, ReadTable } from './read.ts';

type Sheet = { name: string; rows: ReadCell[][] };

/** The head of a table is the first row that fills more than one cell; above it stands what is said of it. */
const tableOf = ({ rows }: Sheet): ReadTable[] => {
  const filled = (row: ReadCell[]) => row.filter((cell) => cell !== null).length;
  const at = rows.findIndex((row) => filled(row) > 1);
  const head = (rows[at] ?? []).map(String);
  return at < 0 ? [] : [{ title: String(rows[0]?.[0] ?? ''), head, rows: rows.slice(at + 1) }];
};

const fileOf = (sheets: Sheet[]): ReadFile => ({
  tables: sheets.flatMap(tableOf),
  text: sheets.flatMap(({ rows }) => rows.map((row) => row.join('\t'))).join('\n'),
});

const dayOf = (date: Date): string => date.toISOString().slice(0, 10);

export const readXlsx = async (bytes: Uint8Array): Promise<ReadFile> => {
  const sheets = await readExcelFile(Buffer.from(bytes), { trim: false });
  return fileOf(
    sheets.map(({ sheet, data }) => ({
      name: sheet,
      rows: data.map((row) =>
        row.map((cell): ReadCell => {
          if (cell === null) return null;
          if (cell instanceof Date) return dayOf(cell);
          return typeof cell === 'string' ? cell : Number(cell);
        }),
      ),
    })),
  );
};

const blank = '\u0000';

/** Words of a paragraph as the standard has them read: white space folded into one blank and dropped at the ends. */
const folded = (words: string): string =>
  words
    .replaceAll(/[ \t\r\n]+/g, ' ')
    .replaceAll(/^ | $/g, '')
    .replaceAll(`${blank}s`, ' ')
    .replaceAll(`${blank}t`, '\t');

/** The sheets of content.xml, read by the standard: values before words. */
const sheetsOf = (xml: string): Sheet[] => {
  const sheets: Sheet[] = [];
  let cell: { words: string[]; value: ReadCell; isWords: boolean } | undefined;
  const parser = new SaxesParser();
  const add = (words: string) => {
    if (cell && cell.words.length > 0) cell.words.push(`${cell.words.pop()}${words}`);
  };
  parser.on('opentag', ({ name, attributes }) => {
    const of = (attribute: string) => attributes[attribute] as unknown as string | undefined;
    if (name === 'table:table') sheets.push({ name: of('table:name') ?? '', rows: [] });
    if (name === 'table:table-row') sheets.at(-1)?.rows.push([]);
    if (name === 'text:p') cell?.words.push('');
    if (name === 'text:s') add(`${blank}s`.repeat(Number(of('text:c') ?? 1)));
    if (name === 'text:tab') add(`${blank}t`);
    if (name !== 'table:table-cell') return;
    const number = of('office:value');
    const value = number === undefined ? (of('office:date-value') ?? null) : Number(number);
    cell = { words: [], value, isWords: of('office:value-type') === 'string' };
  });
  parser.on('text', add);
  parser.on('closetag', ({ name }) => {
    if (name !== 'table:table-cell' || !cell) return;
    sheets
      .at(-1)
      ?.rows.at(-1)
      ?.push(cell.isWords ? cell.words.map(folded).join('\n') : cell.value);
    cell = undefined;
  });
  parser.on('error', (error) => {
    throw error;
  });
  parser.write(xml).close();
  return sheets;
};

export const readOds = async (bytes: Uint8Array): Promise<ReadFile> =>
  fileOf(sheetsOf((await partsOf(bytes)).get('content.xml') ?? ''));
