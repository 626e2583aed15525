import { strToU8, zipSync } from 'fflate';

/** What a stranger's spreadsheet has in a cell. */
export type Typed =
  | string
  | number
  | null
  | { formula: string; shows?: string }
  | { day: number }
  | { error: string };

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
const letters = (at: number): string =>
  at < 26 ? String.fromCharCode(65 + at) : `${letters(Math.floor(at / 26) - 1)}${letters(at % 26)}`;

const cell = (typed: Typed, row: number, column: number): string => {
  const at = `r="${letters(column)}${row}"`;
  if (typed === null) return '';
  if (typeof typed === 'string')
    return `<c ${at} t="inlineStr"><is><t xml:space="preserve">${escaped(typed)}</t></is></c>`;
  if (typeof typed === 'number') return `<c ${at}><v>${typed}</v></c>`;
  if ('day' in typed) return `<c ${at} s="1"><v>${typed.day}</v></c>`;
  if ('error' in typed) return `<c ${at} t="e"><v>${typed.error}</v></c>`;
  return `<c ${at} t="str"><f>${escaped(typed.formula)}</f><v>${escaped(typed.shows ?? '')}</v></c>`;
};

const namespace = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"';

type Made = { parts?: Record<string, string | Uint8Array>; sheet?: string; types?: string };

/** A workbook as another program makes it: by hand, not by what makes ours. */
export const strangersBook = (
  rows: readonly (readonly Typed[])[],
  { parts, sheet, types }: Made = {},
): Uint8Array =>
  zipSync(
    Object.fromEntries(
      Object.entries({
        '[Content_Types].xml':
          types ?? '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>',
        'xl/workbook.xml': `<workbook ${namespace}><workbookPr/></workbook>`,
        'xl/styles.xml': `<styleSheet ${namespace}><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs></styleSheet>`,
        'xl/worksheets/sheet1.xml':
          sheet ??
          `<worksheet ${namespace}><sheetData>${rows
            .map((row, i) => `<row r="${i + 1}">${row.map((one, at) => cell(one, i + 1, at)).join('')}</row>`)
            .join('')}</sheetData></worksheet>`,
        ...parts,
      }).map(([name, text]) => [name, typeof text === 'string' ? strToU8(text) : text]),
    ),
  );

/** A Word document with one table. */
export const strangersDocument = (rows: readonly (readonly string[])[], body = ''): Uint8Array =>
  zipSync({
    'word/document.xml': strToU8(
      `<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${body}<w:tbl>${rows
        .map((row) => `<w:tr>${row.map((one) => `<w:tc><w:p>${one}</w:p></w:tc>`).join('')}</w:tr>`)
        .join('')}</w:tbl></w:body></w:document>`,
    ),
  });
export const run = (text: string): string => `<w:r><w:t>${escaped(text)}</w:t></w:r>`;
