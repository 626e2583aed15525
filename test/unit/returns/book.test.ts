import { strFromU8, unzipSync } from 'fflate';
import { SaxesParser } from 'saxes';
import { describe, expect, test } from 'vitest';
import { odsOf } from '#desk/ods.ts';
import { xlsxOf } from '#desk/workbook.ts';
import { bookOf } from '#shared/returns/book.ts';
import type { WorkSheet } from '#shared/workbook.ts';
import { hostile, result } from './invented.ts';

const book = bookOf(result, '21 November 2026');
const byName = (name: string) => book.find((sheet) => sheet.name === name) as WorkSheet;

describe('A return as a workbook', () => {
  test('has a cover, contents and notes, and one titled table to a sheet, after the guidance point by point', () => {
    expect(book.map(({ name }) => name)).toEqual(['Cover', 'Contents', 'Notes', '1', '2', '3']);
    for (const { head, rows, table, above } of book.slice(1)) {
      expect(table, 'every table is marked up and named').toMatch(/^[A-Za-z_][\w]*$/);
      expect(new Set(head.map((words) => words.toLowerCase())).size, 'headings differ').toBe(head.length);
      expect(head.every((words) => words.trim() !== '')).toBe(true);
      expect(
        rows.flat().every((cell) => cell !== null && cell !== ''),
        'no cell is empty',
      ).toBe(true);
      expect(
        rows.every((cells) => cells.length === head.length),
        'no row is short',
      ).toBe(true);
      expect(above[0]?.trim()).not.toBe('');
      expect(above.slice(1).join(' '), 'it says how many tables there are').toContain('one table');
    }
    expect(byName('Contents').leads).toEqual(['Notes', '1', '2', '3']);
    expect(byName('Cover').above).toContain('Invented data');
  });

  test('holds numbers as numbers, with the places they are shown with, and says where nothing is known', () => {
    expect(byName('1').rows.map((row) => row[1])).toEqual([
      { share: 9 / 19, digits: 0 },
      '[x]',
      { number: 1222, digits: 0 },
    ]);
    expect(byName('2').rows).toEqual([
      [hostile, 12, '[x]', { share: 0.47, digits: 0 }, { number: 3.5, digits: 1 }],
      ['Hereford', 0, 3, '[x]', { number: 0, digits: 1 }],
    ]);
  });
});

/** The XML of a part of a file, read by a parser that refuses what is not well formed. */
const wellFormed = (text: string): void => {
  const parser = new SaxesParser();
  parser.on('error', (error) => {
    throw error;
  });
  parser.write(text).close();
};

const parts = (bytes: Uint8Array) => {
  const unzipped = unzipSync(bytes);
  return Object.fromEntries(Object.entries(unzipped).map(([path, part]) => [path, strFromU8(part)]));
};

describe('Its files', () => {
  test('an .xlsx marks its tables up, leads from the contents, and is well formed in every part', async () => {
    const inside = parts(await xlsxOf(book));
    for (const [path, text] of Object.entries(inside)) if (/\.(xml|rels)$/.test(path)) wellFormed(text);
    const tables = Object.keys(inside).filter((path) => path.startsWith('xl/tables/'));
    expect(tables).toHaveLength(5);
    expect(inside['xl/tables/table5.xml']).toContain('ref="A4:E6"');
    expect(inside['xl/worksheets/sheet2.xml']).toContain('&apos;1&apos;!A1');
    expect(Object.values(inside).join('')).not.toMatch(/<f>|vbaProject/);
    expect(inside['docProps/core.xml']).toContain('Invented Commissioner');
  });

  test('an .ods is known by its first bytes, names its tables and is well formed in every part', () => {
    const bytes = odsOf(book);
    expect(strFromU8(bytes.slice(30, 30 + 54))).toBe(
      'mimetypeapplication/vnd.oasis.opendocument.spreadsheet',
    );
    const inside = parts(bytes);
    for (const [path, text] of Object.entries(inside)) if (path.endsWith('.xml')) wellFormed(text);
    expect(inside['content.xml']).toContain("table:target-range-address=\"'2'.A4:'2'.E6\"");
    expect(inside['content.xml']).not.toContain('table:formula');
    expect(inside['content.xml']).not.toContain('\u0007');
  });
});
