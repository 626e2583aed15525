import type { Blob, Buffer } from 'node:buffer';
import type Stream from 'node:stream';
import type { Feature } from 'write-excel-file/node';
import {
  sanitizeAttributeValue as attribute,
  getCellAddress,
  insertElementMarkupAccordingToOrderOfSiblings as insertInOrder,
  getSelfClosingTagMarkup as tag,
  sanitizeTextContent as text,
} from 'write-excel-file/utility';
import { sheetName, type WorkSheet } from '#shared/workbook.ts';

const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const office = 'http://schemas.openxmlformats.org/officeDocument/2006';
const packages = 'http://schemas.openxmlformats.org/package/2006';
const xml = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';

/** What follows the cells of a sheet, in the order that the format asks for. */
const order = [
  'sheetPr',
  'cols',
  'sheetData',
  'mergeCells',
  'hyperlinks',
  'printOptions',
  'pageMargins',
  'pageSetup',
  'tableParts',
];

const byNumber = (sign: string): string => `_x${sign.charCodeAt(0).toString(16).padStart(4, '0')}_`;

/**
 * Words as a cell holds them: what looks like the sign of a character by its number would be read as that character. The
 * library finds words it had before in an object, so that those which every object has begin with such a number.
 */
export const literal = (words: string): string => {
  const kept = words.replaceAll(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_');
  return kept in {} ? `${byNumber(kept)}${kept.slice(1)}` : kept;
};

const relation = (id: number): string => `rId-table-${id}`;

const tableMarkup = ({ table, above, head, rows }: WorkSheet, id: number): string => {
  const from = getCellAddress(above.length, 0);
  const to = getCellAddress(above.length + rows.length, head.length - 1);
  const name = attribute(table ?? '');
  const columns = head.map((words, i) => tag('tableColumn', { id: i + 1, name: literal(words) })).join('');
  return (
    `${xml}<table xmlns="${main}" id="${id}" name="${name}" displayName="${name}" ref="${from}:${to}" totalsRowShown="0">` +
    `<tableColumns count="${head.length}">${columns}</tableColumns></table>`
  );
};

/** As wide as the paper, and as long as it is. */
const fitting = '<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>';

const linksMarkup = ({ leads = [], above }: WorkSheet): string | undefined =>
  leads.length === 0
    ? undefined
    : `<hyperlinks>${leads
        .map((name, i) =>
          tag('hyperlink', {
            ref: getCellAddress(above.length + 1 + i, 0),
            location: `'${sheetName(name)}'!A1`,
            display: name,
          }),
        )
        .join('')}</hyperlinks>`;

/**
 * Marks up the tables of a workbook as tables, with their names and one row of headings, leads from its contents to its
 * sheets, and says in the properties of the file what it is: what the library that writes it leaves to others.
 */
export const markedTables = (sheets: readonly WorkSheet[]): Feature<Stream | Buffer | Blob> => {
  const marked = sheets.flatMap((sheet, index) => (sheet.table === undefined ? [] : [{ sheet, index }]));
  const isMarked = (index: number) => marked.some((one) => one.index === index);
  const part = (path: string, kind: string) => tag('Override', { PartName: path, ContentType: kind });
  const title = sheets[0]?.above[0] ?? '';
  return {
    files: {
      transform: {
        '[Content_Types].xml': {
          insert: () =>
            [
              part('/docProps/core.xml', 'application/vnd.openxmlformats-package.core-properties+xml'),
              ...marked.map(({ index }) =>
                part(
                  `/xl/tables/table${index + 1}.xml`,
                  'application/vnd.openxmlformats-officedocument.spreadsheetml.table+xml',
                ),
              ),
            ].join(''),
        },
        '_rels/.rels': {
          insert: () =>
            tag('Relationship', {
              Id: 'rId-properties-1',
              Type: `${packages}/relationships/metadata/core-properties`,
              Target: 'docProps/core.xml',
            }),
        },
        'xl/worksheets/sheet{id}.xml': {
          transformElementAttributes: (name, attributes) =>
            name === 'pageSetup' ? { ...attributes, fitToWidth: 1, fitToHeight: 0 } : attributes,
          transform: (content, _, { sheetIndex }) => {
            const links = linksMarkup(sheets[sheetIndex] as WorkSheet);
            const parts = isMarked(sheetIndex)
              ? `<tableParts count="1">${tag('tablePart', { 'r:id': relation(sheetIndex + 1) })}</tableParts>`
              : undefined;
            return [fitting, links, parts]
              .filter((markup) => markup !== undefined)
              .reduce((whole, markup) => insertInOrder(whole, markup, order, 'worksheet'), content);
          },
        },
        'xl/worksheets/_rels/sheet{id}.xml.rels': {
          insert: (_, { sheetIndex }) =>
            isMarked(sheetIndex)
              ? tag('Relationship', {
                  Id: relation(sheetIndex + 1),
                  Type: `${office}/relationships/table`,
                  Target: `../tables/table${sheetIndex + 1}.xml`,
                })
              : undefined,
        },
      },
      write: {
        files: () =>
          Object.fromEntries([
            [
              'docProps/core.xml',
              `${xml}<cp:coreProperties xmlns:cp="${packages}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/">` +
                `<dc:title>${text(title)}</dc:title><dc:language>en-GB</dc:language></cp:coreProperties>`,
            ],
            ...marked.map(({ sheet, index }) => [
              `xl/tables/table${index + 1}.xml`,
              tableMarkup(sheet, index + 1),
            ]),
          ]),
      },
    },
  };
};
