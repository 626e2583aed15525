import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { readSheetFile } from '#desk/sheets/read-file.ts';
import { mostBytes } from '#desk/sheets/unpack.ts';
import { cellText } from '#shared/sheets/cells.ts';
import { run, strangersBook, strangersDocument, type Typed } from './strangers.ts';

const head = ['Number', 'What was done', 'By whom', 'Date done or planned'];
const refusal = (bytes: Uint8Array): string => {
  const read = readSheetFile(bytes);
  return read.ok ? 'read' : read.error;
};
const textsOf = (bytes: Uint8Array): string[][] => {
  const read = readSheetFile(bytes);
  if (!read.ok) throw new Error(read.error);
  return read.value.map(({ cells }) => [...cells].map(cellText));
};
const row: Typed[] = ['C2026/0001', 'Mended', 'Sgt 12', '3/11/2026'];

describe('a workbook that came back', () => {
  it('is read with its dates as dates, whether typed or made so by the program', () => {
    expect(textsOf(strangersBook([head, row, ['C2026/0002', 'Ordered', 'Stores', { day: 46_329 }]]))).toEqual(
      [
        head,
        ['C2026/0001', 'Mended', 'Sgt 12', '3/11/2026'],
        ['C2026/0002', 'Ordered', 'Stores', '03/11/2026'],
      ],
    );
  });

  it('says of a formula that it is one, and never what it shows', () => {
    const read = readSheetFile(
      strangersBook([head, ['C2026/0001', { formula: 'HYPERLINK("http://x")', shows: 'Mended' }]]),
    );
    expect(read.ok && read.value[1]?.cells[1]).toEqual({ kind: 'formula' });
  });

  it('is found on whichever of its sheets the table stands', () => {
    const second = strangersBook([head, row]);
    const other =
      '<worksheet><sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>Notes</t></is></c></row></sheetData></worksheet>';
    expect(textsOf(strangersBook([head, row], { parts: { 'xl/worksheets/sheet0.xml': other } }))).toEqual(
      textsOf(second),
    );
  });
});

describe('a Word document that came back', () => {
  it('is read without what was struck out, with what was put in, in as many runs as Word made of it', () => {
    const tracked = `${run('Men')}<w:del><w:r><w:delText>tion</w:delText></w:r></w:del><w:ins>${run('ded')}</w:ins>`;
    expect(
      textsOf(strangersDocument([head.map(run), [run('C2026/0001'), tracked, run('Sgt 12'), run('')]])),
    ).toEqual([head, ['C2026/0001', 'Mended', 'Sgt 12', '']]);
  });

  it('has a table within a cell as words of that cell, and a field that works something out as a formula', () => {
    const inner = `<w:tbl><w:tr><w:tc><w:p>${run('Cell 4')}</w:p></w:tc></w:tr></w:tbl>`;
    const field = `<w:r><w:instrText> =SUM(ABOVE) </w:instrText></w:r>${run('7')}`;
    const read = readSheetFile(strangersDocument([head.map(run), [run('C2026/0001'), inner, field, '']]));
    expect(read.ok && read.value).toMatchObject([
      {},
      { cells: [{}, { text: 'Cell 4' }, { kind: 'formula' }, undefined] },
    ]);
  });

  it('keeps its columns in place behind a cell that spans two', () => {
    const wide = `<w:tr><w:tc><w:tcPr><w:gridSpan w:val="2"/></w:tcPr><w:p>${run('C2026/0001')}</w:p></w:tc><w:tc><w:p>${run('Mended')}</w:p></w:tc></w:tr>`;
    const bytes = strangersDocument([['Number', 'Area', 'What was done'].map(run)]);
    expect(textsOf(bytes)).toHaveLength(1);
    const table = `<w:tbl><w:tr>${['Number', 'Area', 'What was done'].map((one) => `<w:tc><w:p>${run(one)}</w:p></w:tc>`).join('')}</w:tr>${wide}</w:tbl>`;
    expect(textsOf(strangersDocument([], table))[1]).toEqual(['C2026/0001', '', 'Mended']);
  });
});

describe('a hostile file', () => {
  it('that declares far more than it may hold is not unpacked', () => {
    const bomb = strangersBook([head, row], { parts: { 'xl/media/image1.xml': new Uint8Array(25_000_000) } });
    expect(bomb.length).toBeLessThan(mostBytes);
    expect(refusal(bomb)).toBe('it holds far more than a sheet does.');
  });

  it('that lies about its size gives no more than it declared', () => {
    const large = zipSync({ 'xl/workbook.xml': new Uint8Array(3_000_000) });
    const view = new DataView(large.buffer, large.byteOffset);
    for (let at = 0; at < large.length - 4; at += 1) {
      const sign = view.getUint32(at, true);
      if (sign === 0x02014b50) view.setUint32(at + 24, 100, true);
      if (sign === 0x04034b50) view.setUint32(at + 22, 100, true);
    }
    expect(refusal(large)).toBe('it is damaged.');
  });

  it('with another packed in it, with very many parts, or far too large, is not read', () => {
    const nested = zipSync({ 'xl/workbook.zip': zipSync({ 'xl/workbook.xml': strToU8('<workbook/>') }) });
    expect(refusal(nested)).toBe('it is not a workbook.');
    const many = Object.fromEntries(Array.from({ length: 600 }, (_, i) => [`xl/${i}.xml`, strToU8('<a/>')]));
    expect(refusal(strangersBook([head, row], { parts: many }))).toBe('it holds far more than a sheet does.');
    expect(refusal(new Uint8Array(mostBytes + 1))).toBe('it is too large for a sheet.');
  });

  it('that declares entities of its own, or asks for another file, is not read', () => {
    for (const doctype of [
      '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]>',
      '<!DOCTYPE a [<!ENTITY x "y"><!ENTITY z "&x;&x;&x;">]>',
      '<!DOCTYPE a SYSTEM "http://127.0.0.1/a.dtd">',
    ])
      expect(refusal(strangersBook([], { sheet: `${doctype}<worksheet><sheetData/></worksheet>` }))).toBe(
        'it is damaged.',
      );
    expect(refusal(strangersBook([], { sheet: '<worksheet>&x;</worksheet>' }))).toBe('it is damaged.');
    expect(refusal(strangersBook([], { sheet: '<a>'.repeat(5_000) }))).toBe('it is damaged.');
  });

  it('with a macro is refused with a sentence, whatever it is called', () => {
    const macro = { 'xl/vbaProject.bin': new Uint8Array(10) };
    expect(refusal(strangersBook([head, row], { parts: macro }))).toMatch(/^it holds a macro/);
    const types =
      '<Types><Override PartName="/xl/workbook.xml" ContentType="application/vnd.ms-excel.sheet.macroEnabled.main+xml"/></Types>';
    expect(refusal(strangersBook([head, row], { types }))).toMatch(/^it may hold macros/);
  });

  it('whose parts have names that lead elsewhere is read for its table and nothing else', () => {
    const parts = {
      '../../escape.xml': '<a/>',
      '/etc/passwd.xml': '<a/>',
      '__proto__.xml': '<a/>',
      'C:\\x.xml': '<a/>',
    };
    expect(textsOf(strangersBook([head, row], { parts }))).toHaveLength(2);
  });

  it('of another kind, old, locked, cut short or empty says so', () => {
    expect(refusal(strToU8('Number,What was done'))).toBe('it is neither an .xlsx nor a .docx file.');
    expect(refusal(new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0]))).toMatch(/old kind/);
    expect(refusal(strangersBook([head, row]).subarray(0, 400))).toBe('it is damaged.');
    expect(refusal(new Uint8Array())).toBe('it is neither an .xlsx nor a .docx file.');
    expect(refusal(strangersBook([['Something', 'else']]))).toMatch(/no table with the headings/);
  });
});
