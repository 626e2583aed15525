import { strFromU8, unzipSync } from 'fflate';
import { SaxesParser } from 'saxes';
import { describe, expect, test } from 'vitest';
import { odsOf } from '#desk/ods.ts';
import { xlsxOf } from '#desk/workbook.ts';
import { returnBook } from '#shared/returns/book.ts';
import type { WorkCell, WorkSheet } from '#shared/workbook.ts';
import { read } from '#test/readers/read.ts';
import { drafted, hostile, issued } from './invented.ts';

const book = returnBook(issued, '21 November 2026');
const byName = (name: string) => book.find((sheet) => sheet.name === name) as WorkSheet;
const titled = (title: string) => book.find(({ above }) => above[0]?.endsWith(title)) as WorkSheet;
const signs = ['[c]', '[x]', '[z]'];

/** Point by point after "Releasing statistics in spreadsheets" of the Government Analysis Function. */
describe('A return as a workbook', () => {
  test('begins with a cover, the contents and the notes; every sheet has one table, marked up under a name of its own', () => {
    expect(book.map(({ name }) => name)).toEqual([
      'Cover',
      'Contents',
      'Notes',
      '1',
      '2',
      '3',
      '4',
      '5',
      '6',
    ]);
    expect(byName('Cover').head).toEqual([]);
    const tables = book.slice(1);
    for (const { table } of tables) expect(table, 'a name that programs take').toMatch(/^[A-Za-z_]\w*$/);
    expect(new Set(tables.map(({ table }) => table?.toLowerCase())).size).toBe(tables.length);
    expect(new Set(book.map(({ name }) => name)).size).toBe(book.length);
  });

  test('each sheet has its title first, says how many tables it has, and what must stand on every page', () => {
    for (const { above, name } of book.slice(1)) {
      expect(above[0]?.trim()).not.toBe('');
      expect(above[1], name).toContain('one table');
      expect(above.at(-1)).toBe('Invented data');
    }
    expect(
      returnBook(drafted, 'today').every(({ above }) => above.join().includes('Draft: not signed off')),
    ).toBe(true);
  });

  test('each table has one head with a name in each column, all different, of one line; no row is short and no cell empty', () => {
    for (const { head, rows, name } of book.slice(1)) {
      expect(new Set(head.map((words) => words.toLowerCase())).size, name).toBe(head.length);
      expect(head.every((words) => words.trim() !== '' && !words.includes('\n'))).toBe(true);
      expect(rows.length).toBeGreaterThan(0);
      expect(rows.every((cells) => cells.length === head.length)).toBe(true);
      expect(rows.flat().every((cell) => cell !== null && cell !== '')).toBe(true);
    }
  });

  test('the contents lead to every sheet, in their order', () => {
    const { leads = [], rows } = byName('Contents');
    expect(leads).toEqual(['Notes', '1', '2', '3', '4', '5', '6']);
    expect(rows.map(([sheet]) => sheet)).toEqual(leads);
    for (const name of leads.slice(1))
      expect(byName(name).above[0]).toBe(`Table ${name}: ${rows[leads.indexOf(name)]?.[1]}`);
  });

  test('the cover says whose figures they are, of when, for whom, how they stand and under which law', () => {
    const { above } = byName('Cover');
    expect(above[0]).toBe('Custody visiting, quarter, January to March 2023: Invented Commissioner');
    for (const said of [
      'Invented data',
      'For the Police and Crime Panel.',
      'Revision 1: A visit came late.',
      'Signed off by Sam Signer, Chief executive, on 20 April 2023.',
      'Published on 21 April 2023: On our website.',
      'Published under the Order of 2011, paragraph 7C.',
      'This file was made on 21 November 2026 from what was signed off.',
    ])
      expect(above).toContain(said);
  });

  test('each sign in a cell is explained on its sheet and in the notes; no other stands for a figure', () => {
    const explained = byName('Notes').rows.map(([of]) => of);
    for (const sign of signs) expect(explained).toContain(`The sign ${sign}`);
    for (const { rows, above, name } of book.slice(3)) {
      const used = signs.filter((sign) => rows.some((row) => row.includes(sign)));
      for (const sign of used) expect(above[1], name).toContain(`${sign} stands for`);
    }
  });

  test('holds numbers as numbers with the places they are shown with, shares as shares and days as days', () => {
    expect(titled('Figures of the whole').rows.map((row) => row.slice(1, 5))).toEqual([
      [{ share: 9 / 19, digits: 0 }, 'percent', 9, 19],
      ['[x]', 'minutes', 9, 19],
      [{ number: 1222, digits: 0 }, 'number', '[z]', '[z]'],
      ['[c]', 'number', '[c]', '[c]'],
    ]);
    expect(titled('Visits by suite').rows).toEqual([
      [hostile, 12, '[x]', { share: 0.47, digits: 0 }, { number: 3.5, digits: 1 }, { date: '2023-02-01' }],
      ['Hereford', 0, 3, '[x]', { number: -1220, digits: 1 }, '[x]'],
    ]);
    expect(titled('Five years').rows).toEqual([
      ['Visits', { number: 1100, digits: 0 }, '[c]'],
      ['Consent of offered', { share: 0.5, digits: 0 }, '[x]'],
    ]);
  });

  test('a split is one table with a line for each figure of each part', () => {
    const { rows, head } = titled('Figures by suite');
    expect(head.slice(0, 3)).toEqual(['Suite', 'Measure', 'Figure']);
    const figures = rows.map((row) => row.slice(1, 3)) as [string, WorkCell][];
    expect(figures.slice(0, 3)).toEqual([
      ['Visits', { number: 1222, digits: 0 }],
      ['Children entered', '[c]'],
      ['Visits', { number: 0, digits: 0 }],
    ]);
    expect(rows).toHaveLength(8);
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
    expect(tables).toHaveLength(8);
    expect(inside['xl/tables/table7.xml']).toContain('ref="A5:F7"');
    expect(inside['xl/worksheets/sheet2.xml']).toContain('&apos;1&apos;!A1');
    const all = Object.values(inside).join('');
    expect(all).not.toMatch(/<f>|vbaProject|<mergeCell|hidden="1"|state="hidden"|<pane /);
    expect(inside['docProps/core.xml']).toContain('Invented Commissioner');
    expect(inside['docProps/core.xml']).toContain('<dc:language>en-GB</dc:language>');
  });

  test('an .ods is known by its first bytes, names its tables and is well formed in every part', () => {
    const bytes = odsOf(book);
    expect(strFromU8(bytes.slice(30, 30 + 54))).toBe(
      'mimetypeapplication/vnd.oasis.opendocument.spreadsheet',
    );
    const inside = parts(bytes);
    for (const [path, text] of Object.entries(inside)) if (path.endsWith('.xml')) wellFormed(text);
    const { 'content.xml': content = '', 'meta.xml': meta = '' } = inside;
    expect(content).toContain("table:target-range-address=\"'4'.A5:'4'.F7\"");
    expect(content).not.toMatch(/table:formula|number-columns-spanned|covered-table-cell|visibility=/);
    expect(content).not.toContain('\u0007');
    expect(meta).toContain('<dc:language>en-GB</dc:language>');
    expect(meta).toContain('Invented Commissioner');
    for (const style of ['title', 'head', 'words', 'day']) expect(content).toContain(`style:name="${style}"`);
  });

  test.each(['ods', 'xlsx'] as const)(
    'an .%s is read as what was written, by who did not write it',
    async (as) => {
      const { tables, text } = await read(as, as === 'ods' ? odsOf(book) : await xlsxOf(book));
      const plain = (cell: WorkCell) => {
        if (cell === null || typeof cell !== 'object') return cell;
        return 'date' in cell ? cell.date : 'share' in cell ? cell.share : cell.number;
      };
      const clean = (cell: unknown) =>
        // biome-ignore lint/suspicious/noControlCharactersInRegex: it is what no workbook can hold
        typeof cell === 'string' ? cell.replaceAll(/[\u0007\uFFFD]/g, '') : cell;
      expect(tables.map(({ rows }) => rows.map((row) => row.map(clean)))).toEqual(
        book.slice(1).map(({ rows }) => rows.map((row) => row.map(plain).map(clean))),
      );
      expect(tables.map(({ head }) => head)).toEqual(book.slice(1).map(({ head }) => head));
      for (const said of byName('Cover').above) expect(text).toContain(said);
    },
  );
});
