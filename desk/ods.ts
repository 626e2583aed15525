import { strToU8, zipSync } from 'fflate';
import { sheetName, type WorkCell, type WorkSheet } from '#shared/workbook.ts';

/*
 * No kept library writes OpenDocument workbooks, and the part of the format that a table without formulas needs is
 * small: OASIS Open Document Format 1.3, part 3.
 */

const spaces = {
  office: 'urn:oasis:names:tc:opendocument:xmlns:office:1.0',
  table: 'urn:oasis:names:tc:opendocument:xmlns:table:1.0',
  text: 'urn:oasis:names:tc:opendocument:xmlns:text:1.0',
  style: 'urn:oasis:names:tc:opendocument:xmlns:style:1.0',
  number: 'urn:oasis:names:tc:opendocument:xmlns:datastyle:1.0',
  fo: 'urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0',
  meta: 'urn:oasis:names:tc:opendocument:xmlns:meta:1.0',
  dc: 'http://purl.org/dc/elements/1.1/',
  xlink: 'http://www.w3.org/1999/xlink',
} as const;

const declared = Object.entries(spaces)
  .map(([name, uri]) => `xmlns:${name}="${uri}"`)
  .join(' ');

export const odsType = 'application/vnd.oasis.opendocument.spreadsheet';
const head = '<?xml version="1.0" encoding="UTF-8"?>';

/** Characters that XML cannot hold at all stand as a sign that one was there. */
const escaped = (words: string): string =>
  words
    .replaceAll(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, '\uFFFD')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');

const blanks = (many: number): string => (many === 0 ? '' : `<text:s text:c="${many}"/>`);

/** A line of words as the format keeps it: it folds runs of blanks and tabs into one, and drops those at its ends. */
const line = (words: string): string =>
  escaped(words)
    .replaceAll(/^ +| +$| {2,}/g, (run, at: number, whole: string) =>
      at === 0 || at + run.length === whole.length ? blanks(run.length) : ` ${blanks(run.length - 1)}`,
    )
    .replaceAll('\t', '<text:tab/>');

const paragraphs = (words: string): string =>
  words
    .split(/\r\n|\r|\n/)
    .map((one) => `<text:p>${line(one)}</text:p>`)
    .join('');

const wordsCell = (words: string, style: string): string =>
  `<table:table-cell office:value-type="string" table:style-name="${style}">${paragraphs(words)}</table:table-cell>`;

const numberCell = (type: 'float' | 'percentage', value: number, digits: number): string => {
  const style = `${type === 'float' ? 'n' : 'p'}${digits}`;
  const shown =
    type === 'float' ? value.toLocaleString('en-GB', places(digits)) : `${(value * 100).toFixed(digits)}%`;
  return `<table:table-cell office:value-type="${type}" office:value="${value}" table:style-name="${style}"><text:p>${shown}</text:p></table:table-cell>`;
};

const places = (digits: number) => ({ minimumFractionDigits: digits, maximumFractionDigits: digits });

const cell = (value: WorkCell): string => {
  if (value === null) return '<table:table-cell/>';
  if (typeof value === 'string') return wordsCell(value, 'words');
  if (typeof value === 'number') return numberCell('float', value, 0);
  if ('date' in value)
    return `<table:table-cell office:value-type="date" office:date-value="${value.date}" table:style-name="day"><text:p>${value.date}</text:p></table:table-cell>`;
  return 'share' in value
    ? numberCell('percentage', value.share, value.digits)
    : numberCell('float', value.number, value.digits);
};

const row = (cells: readonly string[]): string => `<table:table-row>${cells.join('')}</table:table-row>`;

/** A way to another sheet of the same file. */
const lead = (words: string, to: string): string =>
  `<table:table-cell office:value-type="string" table:style-name="words"><text:p><text:a xlink:type="simple" xlink:href="#${escaped(`'${sheetName(to)}'`)}.A1">${line(words)}</text:a></text:p></table:table-cell>`;

const sheet = ({ name, above, head: headings, widths, rows, leads = [] }: WorkSheet): string => {
  const columns = widths.map((width) => `<table:table-column table:style-name="w${width}"/>`).join('');
  const body = rows.map((cells, i) => {
    const to = leads[i];
    const made = cells.map(cell);
    return row(to === undefined ? made : [lead(String(cells[0]), to), ...made.slice(1)]);
  });
  const headed =
    headings.length === 0
      ? ''
      : `<table:table-header-rows>${row(headings.map((words) => wordsCell(words, 'head')))}</table:table-header-rows>`;
  // Beside a table words may run on over the columns to the right; where they stand alone they are wrapped.
  const plain = headings.length === 0 ? 'words' : 'above';
  const stood = above.map((words, i) => row([wordsCell(words, i === 0 ? 'title' : plain)])).join('');
  return `<table:table table:name="${escaped(sheetName(name))}" table:style-name="sheet">${columns}${stood}${headed}${body.join('')}</table:table>`;
};

/** Where each marked-up table stands, so that a program can name it. */
const ranges = (sheets: readonly WorkSheet[]): string => {
  const marked = sheets.filter(({ table }) => table !== undefined);
  if (marked.length === 0) return '';
  const letter = (column: number): string =>
    column < 26
      ? String.fromCharCode(65 + column)
      : letter(Math.floor(column / 26) - 1) + letter(column % 26);
  const range = ({ name, table, above, head: headings, rows }: WorkSheet) => {
    const of = `'${escaped(sheetName(name))}'`;
    const from = `${of}.A${above.length + 1}`;
    const to = `${of}.${letter(headings.length - 1)}${above.length + 1 + rows.length}`;
    return `<table:database-range table:name="${escaped(table ?? '')}" table:target-range-address="${from}:${to}" table:display-filter-buttons="false" table:contains-header="true"/>`;
  };
  return `<table:database-ranges>${marked.map(range).join('')}</table:database-ranges>`;
};

const digitsIn = (value: WorkCell): readonly number[] =>
  value !== null && typeof value === 'object' && 'digits' in value ? [value.digits] : [];

const styles = (sheets: readonly WorkSheet[]): string => {
  const widths = new Set(sheets.flatMap((one) => one.widths));
  const digits = new Set([0, ...sheets.flatMap((one) => one.rows.flat().flatMap(digitsIn))]);
  const column = (width: number) =>
    `<style:style style:name="w${width}" style:family="table-column"><style:table-column-properties style:column-width="${(width * 0.21).toFixed(2)}cm"/></style:style>`;
  const numbers = (n: number) =>
    `<number:number-style style:name="N${n}"><number:number number:decimal-places="${n}" number:min-decimal-places="${n}" number:min-integer-digits="1" number:grouping="true"/></number:number-style>` +
    `<number:percentage-style style:name="P${n}"><number:number number:decimal-places="${n}" number:min-decimal-places="${n}" number:min-integer-digits="1"/><number:text>%</number:text></number:percentage-style>` +
    cellStyle(`n${n}`, '', '', `N${n}`) +
    cellStyle(`p${n}`, '', '', `P${n}`);
  return (
    '<style:style style:name="sheet" style:family="table" style:master-page-name="page"><style:table-properties table:display="true"/></style:style>' +
    [...widths].map(column).join('') +
    [...digits].map(numbers).join('') +
    '<number:date-style style:name="D"><number:day number:style="long"/><number:text>/</number:text><number:month number:style="long"/><number:text>/</number:text><number:year number:style="long"/></number:date-style>' +
    cellStyle('day', '', '', 'D') +
    cellStyle('words', wrapped) +
    cellStyle('above', '') +
    cellStyle('title', '', '<style:text-properties fo:font-weight="bold" fo:font-size="14pt"/>') +
    cellStyle('head', wrapped, '<style:text-properties fo:font-weight="bold"/>')
  );
};

const wrapped = '<style:table-cell-properties fo:wrap-option="wrap" style:vertical-align="top"/>';

const cellStyle = (name: string, cells: string, words = '', data?: string): string =>
  `<style:style style:name="${name}" style:family="table-cell"${data ? ` style:data-style-name="${data}"` : ''}>${cells}${words}</style:style>`;

const content = (sheets: readonly WorkSheet[]): string =>
  `${head}<office:document-content ${declared} office:version="1.3"><office:automatic-styles>${styles(sheets)}</office:automatic-styles>` +
  `<office:body><office:spreadsheet>${sheets.map(sheet).join('')}${ranges(sheets)}</office:spreadsheet></office:body></office:document-content>`;

const standing =
  `${head}<office:document-styles ${declared} office:version="1.3"><office:styles><style:default-style style:family="table-cell"><style:text-properties fo:font-family="Arial" fo:font-size="11pt" fo:language="en" fo:country="GB"/></style:default-style></office:styles>` +
  // As wide as the paper, and as long as it is.
  `<office:automatic-styles><style:page-layout style:name="wide"><style:page-layout-properties fo:page-width="29.7cm" fo:page-height="21cm" style:print-orientation="landscape" style:scale-to-X="1" style:scale-to-Y="0"/></style:page-layout></office:automatic-styles>` +
  '<office:master-styles><style:master-page style:name="page" style:page-layout-name="wide"/></office:master-styles></office:document-styles>';

const properties = (title: string): string =>
  `${head}<office:document-meta ${declared} office:version="1.3"><office:meta><dc:title>${escaped(title)}</dc:title><dc:language>en-GB</dc:language></office:meta></office:document-meta>`;

const inside = ['content.xml', 'styles.xml', 'meta.xml'] as const;

const manifest =
  `${head}<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0" manifest:version="1.3">` +
  `<manifest:file-entry manifest:full-path="/" manifest:version="1.3" manifest:media-type="${odsType}"/>` +
  inside
    .map((path) => `<manifest:file-entry manifest:full-path="${path}" manifest:media-type="text/xml"/>`)
    .join('') +
  '</manifest:manifest>';

/** A workbook as an OpenDocument file (.ods), without a macro and without a formula. */
export const odsOf = (sheets: readonly WorkSheet[]): Uint8Array =>
  zipSync({
    // First and not packed, so that programs know the file by its first bytes.
    mimetype: [strToU8(odsType), { level: 0 }],
    'content.xml': strToU8(content(sheets)),
    'styles.xml': strToU8(standing),
    'meta.xml': strToU8(properties(sheets[0]?.above[0] ?? '')),
    'META-INF/manifest.xml': strToU8(manifest),
  });
