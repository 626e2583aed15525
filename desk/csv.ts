import { CsvError, type Info, type Options, Parser } from 'csv-parse';
import { fail, ok, type Result } from '#shared/result.ts';

/** A line of a CSV file, with the number it begins on (the first line of the file is 1). */
export type CsvLine = { line: number; cells: string[] };

/** Reads a CSV file that arrives piece by piece; what is read so far comes out with each piece. */
export type CsvReader = {
  push(text: string): Result<CsvLine[], string>;
  end(): Result<CsvLine[], string>;
};

const options: Options = {
  bom: true,
  record_delimiter: ['\r\n', '\n', '\r'],
  info: true,
  relax_column_count: true,
  skip_empty_lines: true,
  // A lost quotation mark would otherwise swallow the rest of the file into one cell.
  max_record_size: 200_000,
};

const says = (error: unknown, line: number): string => {
  const code = error instanceof CsvError ? error.code : '';
  if (code === 'CSV_MAX_RECORD_SIZE')
    return `a quotation mark that was opened near line ${line + 1} is never closed`;
  if (code === 'CSV_QUOTE_NOT_CLOSED')
    return `the quotation mark opened near line ${line + 1} is never closed`;
  return `the quotation marks near line ${line + 1} do not fit together`;
};

const breaksWithin = (cells: readonly string[]): number =>
  cells.reduce((breaks, cell) => breaks + (cell.match(/\r\n|\n|\r/g)?.length ?? 0), 0);

/**
 * A reader of CSV as RFC 4180 has it, with the habits of spreadsheets accepted: a byte-order mark, any line ends,
 * line breaks within quotation marks, lines that end early. A file that is not CSV gives one sentence's end.
 */
export const csvReader = (): CsvReader => {
  const parser = new Parser(options);
  let reached = 0;
  // What is wrong is asked of the parser at once; without a listener its later event would end the process.
  parser.on('error', () => {});
  const drain = (): Result<CsvLine[], string> => {
    const lines: CsvLine[] = [];
    for (let found = parser.read(); found !== null; found = parser.read()) {
      const { info, record } = found as { info: Info; record: string[] };
      reached = info.lines;
      lines.push({ line: reached - breaksWithin(record), cells: record });
    }
    return parser.errored ? fail(says(parser.errored, reached)) : ok(lines);
  };
  return {
    push: (text) => {
      if (!parser.errored) parser.write(text);
      return drain();
    },
    end: () => {
      if (!parser.errored) parser.end();
      return drain();
    },
  };
};

/** How a CSV file of ours is written: RFC 4180, and no cell of it is ever a formula. */
export const safeCsv = { record_delimiter: 'windows', escape_formulas: true } as const;
