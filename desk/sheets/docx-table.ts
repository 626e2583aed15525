import { fail, ok, type Result } from '#shared/result.ts';
import type { Cell, CellRow, CellTable } from '#shared/sheets/cells.ts';
import { readXml } from './xml.ts';

const mostRows = 5_000;
const mostColumns = 200;
const mostText = 32_767;

/** A cell while it is read: its text, and whether Word works a part of it out. */
type Open = { text: string; formula: boolean; over: number };

const cellOf = ({ text, formula }: Open): Cell | undefined => {
  if (formula) return { kind: 'formula' };
  return text.trim() === '' ? undefined : { kind: 'text', text: text.trim() };
};

/**
 * The tables of a Word document. What was struck out in tracked changes is gone, what was put in stands. A table within
 * a cell is part of the words of that cell.
 */
export const docxTables = (parts: ReadonlyMap<string, Uint8Array>): Result<CellTable[], string> => {
  const document = parts.get('word/document.xml');
  if (!document) return fail('it is not a Word document.');
  const tables: CellTable[] = [];
  let rows: CellRow[] = [];
  let cells: (Cell | undefined)[] = [];
  let cell: Open | undefined;
  let depth = 0;
  let into: 'text' | 'field' | undefined;
  let field = '';
  const write = (text: string) => {
    if (cell && cell.text.length < mostText) cell.text += text;
  };
  const read = readXml(document, {
    open: (name, attribute) => {
      if (name === 'tbl') {
        depth += 1;
        if (depth === 1) rows = [];
      } else if (name === 'tr' && depth === 1) cells = [];
      else if (name === 'tc' && depth === 1) cell = { text: '', formula: false, over: 1 };
      else if (name === 'gridSpan' && depth === 1 && cell) cell.over = Number(attribute('val')) || 1;
      else if (name === 't') into = 'text';
      else if (name === 'instrText') into = 'field';
      else if (name === 'fldSimple') markField(attribute('instr') ?? '');
      else if (name === 'tab') write(' ');
      else if (name === 'br' || name === 'cr') write('\n');
    },
    close: (name) => {
      if (name === 't' || name === 'instrText') into = undefined;
      if (name === 'instrText') {
        markField(field);
        field = '';
      }
      if (name === 'p') write('\n');
      if (name === 'tc' && depth === 1 && cell) {
        if (cells.length < mostColumns) cells.push(cellOf(cell));
        // A cell over several columns takes the place of all of them.
        for (let more = 1; more < cell.over && cells.length < mostColumns; more += 1) cells.push(undefined);
        cell = undefined;
      }
      if (name === 'tr' && depth === 1 && rows.length < mostRows) rows.push({ row: rows.length + 1, cells });
      if (name === 'tbl') {
        depth -= 1;
        if (depth === 0) tables.push(rows.filter((one) => one.cells.some(Boolean)));
      }
    },
    text: (text) => {
      if (into === 'text') write(text);
      else if (into === 'field' && field.length < 1_000) field += text;
    },
  });
  function markField(instruction: string): void {
    if (cell && instruction.trim().startsWith('=')) cell.formula = true;
  }
  return read.ok ? ok(tables) : read;
};
