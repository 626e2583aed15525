import { parse } from 'csv-parse/sync';
import type { ReturnResult, ReturnTable } from '#shared/views.ts';
import type { ReadCell, ReadFile, ReadTable } from './read.ts';

const utf8 = new TextDecoder('utf-8', { fatal: true });

/** CSV as RFC 4180 has it, and nothing else: a stray quotation mark or a short line throws. */
export const readCsv = (bytes: Uint8Array): ReadFile => {
  const text = utf8.decode(bytes);
  const [head = [], ...rows] = parse(text, { record_delimiter: '\r\n' }) as string[][];
  return { tables: [{ title: '', head, rows }], text };
};

type Measured = ReturnResult['measures'];

const figures = (title: string, measures: Measured): ReadTable => ({
  title,
  head: ['measure', 'title', 'display', 'value', 'numerator', 'denominator'],
  rows: measures.map((m): ReadCell[] => [
    m.id,
    m.title,
    m.display,
    m.value,
    m.numerator ?? null,
    m.denominator ?? null,
  ]),
});

export const readJson = (bytes: Uint8Array): ReadFile => {
  const text = utf8.decode(bytes);
  const result = JSON.parse(text) as ReturnResult;
  return {
    tables: [
      figures('All', result.measures),
      ...(result.groups ?? []).map(({ key, measures }) => figures(key, measures)),
      ...(result.splits ?? []).flatMap(({ by, groups }) =>
        groups.map(({ key, measures }) => figures(`${by}: ${key}`, measures)),
      ),
      ...result.tables.map(({ title, columns, rows }: ReturnTable) => ({ title, head: columns, rows })),
    ],
    text,
  };
};
