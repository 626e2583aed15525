import { fail, ok, type Result } from '#shared/result.ts';
import type { CellTable } from '#shared/sheets/cells.ts';
import { isSheetTable } from '#shared/sheets/match.ts';
import { docxTables } from './docx-table.ts';
import { unpack } from './unpack.ts';
import { xlsxTables } from './xlsx-table.ts';

/** A file whose content says that it may run something, whatever its name says. */
const holdsMacros = (types: Uint8Array | undefined): boolean =>
  types !== undefined && /macroEnabled/i.test(new TextDecoder().decode(types));

/** The monthly sheet in a file that came back, .xlsx or .docx: its first table that has the headings. */
export const readSheetFile = (bytes: Uint8Array): Result<CellTable, string> => {
  const parts = unpack(bytes);
  if (!parts.ok) return parts;
  if (holdsMacros(parts.value.get('[Content_Types].xml')))
    return fail('it may hold macros, and such files are not opened. Save it as .xlsx or .docx.');
  const tables = parts.value.has('word/document.xml') ? docxTables(parts.value) : xlsxTables(parts.value);
  if (!tables.ok) return tables;
  const table = tables.value.find(isSheetTable);
  return table ? ok(table) : fail('it has no table with the headings “Number” and “What was done”.');
};
