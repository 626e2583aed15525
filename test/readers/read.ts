import { readDocx, readHtml } from './pages.ts';
import { readCsv, readJson } from './plain.ts';
import { readOds, readXlsx } from './workbooks.ts';

/** A cell as a reader gives it: a number where the file says it is one, a day as YYYY-MM-DD. */
export type ReadCell = string | number | null;
export type ReadTable = { title: string; head: string[]; rows: ReadCell[][] };
export type ReadFile = { tables: ReadTable[]; text: string };

type Reader = (bytes: Uint8Array) => ReadFile | Promise<ReadFile>;

/** Readers of what leaves the application, of which none shares a line with what wrote it. */
const readers = {
  json: readJson,
  csv: readCsv,
  html: readHtml,
  docx: readDocx,
  ods: readOds,
  xlsx: readXlsx,
} as const satisfies Record<string, Reader>;

/** What stands in a file: its tables with their titles, and all of its words. */
export const read = async (format: keyof typeof readers, bytes: Uint8Array): Promise<ReadFile> =>
  readers[format](bytes);
