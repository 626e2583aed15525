import { stringify } from 'csv-stringify/sync';
import { readAll, readRecords } from '#db/records.ts';
import type { Writer } from '#db/sql.ts';
import {
  beginImport,
  endImport,
  findImport,
  noteImport,
  type StagedDocument,
  type StagedRow,
  stagedCount,
  stagedProblems,
  stageRows,
} from '#db/staging.ts';
import { caseworkers, coordinator } from '#shared/calls/call.ts';
import type { Failure } from '#shared/errors.ts';
import { newId } from '#shared/ids.ts';
import type { ImportReport, RowProblem } from '#shared/import-views.ts';
import { type Header, readHeader, rowUnder, secondRow } from '#shared/imports/header.ts';
import type { ImportContext } from '#shared/imports/importer.ts';
import { importers } from '#shared/imports/importers.ts';
import { nameKey } from '#shared/imports/names.ts';
import { fail, ok, type Result } from '#shared/result.ts';
import type { Context, Reads, Writes } from './context.ts';
import { type CsvLine, type CsvReader, csvReader } from './csv.ts';
import { currentForm } from './forms.ts';
import { type ImportNote, writeNext } from './import-writing.ts';
import { actorOf, holdsOneOf } from './session.ts';

/** A file that is being read. It lives in memory: what is read is staged, and nothing of it is decided yet. */
type Reading = {
  csv: CsvReader;
  header?: Header;
  titles: readonly string[];
  ctx: ImportContext;
  report: ImportReport;
  /** The line on which each record of the file was first spoken of. */
  firstLine: Map<string, number>;
  toCreate: Map<string, string>;
};

const readings = new Map<string, Reading>();
const gone = fail({ tag: 'importGone' } as const);
const badFile = (detail: string) => fail({ tag: 'badFile', detail } as const);

const byName = <T extends { name: string }>(all: readonly T[]) =>
  new Map(all.map((record) => [nameKey(record.name), record]));

const importContext = (w: Writer, ctx: Context, file: string, create: boolean): ImportContext => {
  const form = currentForm(w);
  return {
    office: ctx.identity.office,
    suites: byName(readAll(w, 'suite')),
    panels: byName(readAll(w, 'panel')),
    people: byName(readAll(w, 'person')),
    form: { id: form.id, version: form.version },
    file,
    create,
  };
};

/** Ends a reading that cannot go on, and says why. */
const giveUp = (w: Writer, id: string, detail: string) => {
  readings.delete(id);
  w.inTransaction(() => endImport(w, id));
  return badFile(detail);
};

/** The files of which only caseworkers see the records. */
const caseworkOnly: readonly ImportReport['kind'][] = ['reviews', 'correspondence'];

const shownProblems = 100;

const addProblems = (report: ImportReport, problems: readonly RowProblem[]) => {
  report.bad += 1;
  report.problemCount += problems.length;
  report.problems.push(...problems.slice(0, Math.max(0, shownProblems - report.problems.length)));
};

/** Reads lines under the header: what they ask for, what is wrong with them, and what changes nothing. */
const readLines = (w: Writer, reading: Reading, header: Header, lines: readonly CsvLine[]): StagedRow[] => {
  const { ctx, report, firstLine } = reading;
  const importer = importers[report.kind];
  const rows = lines.map(({ line, cells }) => {
    const row = rowUnder(header, cells);
    return { line, cells, row, identity: row.ok ? importer.identity(row.value, ctx) : undefined };
  });
  const known = new Map(
    readRecords(
      w,
      importer.type,
      rows.flatMap((row) => row.identity ?? []),
    ).map((held) => [held.document.id, held.document]),
  );
  return rows.map(({ line, cells, row, identity }): StagedRow => {
    report.rows += 1;
    const bad = (problems: readonly Omit<RowProblem, 'line'>[]): StagedRow => {
      const placed = problems.map((problem) => ({ line, ...problem }));
      addProblems(report, placed);
      return { line, cells, documents: [], problems: placed };
    };
    if (!row.ok) return bad(row.error);
    const before = identity === undefined ? undefined : firstLine.get(identity);
    if (before !== undefined) return bad([secondRow(report.kind, row.value, before)]);
    if (identity !== undefined) firstLine.set(identity, line);
    const existing = identity === undefined ? undefined : known.get(identity);
    const outcome = importer.read(row.value, ctx, existing);
    if (!outcome.ok) return bad(outcome.problems);
    report.good += 1;
    const [own, ...others] = outcome.documents;
    for (const { document } of others)
      if ('name' in document) reading.toCreate.set(document.id, String(document.name));
    if (!existing) report.new += 1;
    else if (own.document === existing) report.unchanged += 1;
    else report.changed += 1;
    const asked: StagedDocument[] =
      own.document === existing ? [] : [existing ? { ...own, onto: existing } : own];
    return { line, cells, documents: [...asked, ...others], problems: [] };
  });
};

const takeLines = (
  w: Writer,
  id: string,
  reading: Reading,
  found: Result<CsvLine[], string>,
): Result<void, Failure> => {
  if (!found.ok) return giveUp(w, id, found.error);
  let lines = found.value;
  const [first] = lines;
  if (!reading.header && first) {
    const header = readHeader(reading.report.kind, first.cells);
    if (!header.ok) return giveUp(w, id, header.error);
    reading.header = header.value;
    reading.titles = first.cells;
    reading.report.unknownColumns = [...header.value.unknown];
    lines = lines.slice(1);
  }
  const { header } = reading;
  try {
    if (header && lines.length > 0)
      w.inTransaction(() => stageRows(w, id, readLines(w, reading, header, lines)));
  } catch (error) {
    // The reader is past these lines. Going on after a full disk would import the file without them.
    readings.delete(id);
    throw error;
  }
  return ok(undefined);
};

const rejectTitles = ['line', 'column', 'problem'];

export const importReads = {
  'imports.problems': (r, { id, after, limit }) => {
    const found = findImport(r, id);
    if (!found) return gone;
    const rows = stagedProblems(r, id, after, limit);
    const { titles } = JSON.parse(found.note || '{"titles":[]}') as Pick<ImportNote, 'titles'>;
    const lines = rows.map((row) => [
      ...titles.map((_, i) => row.cells[i] ?? ''),
      row.line,
      row.problems.map((p) => p.column).join('; '),
      row.problems.map((p) => p.problem).join('; '),
    ]);
    const header = after === 0 ? [[...titles, ...rejectTitles]] : [];
    return ok({
      problems: rows.flatMap((row) => row.problems),
      rejects: stringify([...header, ...lines], { record_delimiter: 'windows' }),
      next: rows.length === limit ? (rows.at(-1)?.line ?? null) : null,
    });
  },
} satisfies Partial<Reads>;

export const importWrites = {
  'imports.begin': (w, { kind, file, create }, ctx) => {
    if (!holdsOneOf(actorOf(w, ctx), caseworkOnly.includes(kind) ? caseworkers : coordinator))
      return fail({ tag: 'notAllowed' });
    const id = newId(ctx.sources);
    const report: ImportReport = {
      id,
      kind,
      file,
      rows: 0,
      good: 0,
      bad: 0,
      new: 0,
      changed: 0,
      unchanged: 0,
      unknownColumns: [],
      toCreate: [],
      problems: [],
      problemCount: 0,
    };
    readings.set(id, {
      csv: csvReader(),
      titles: [],
      ctx: importContext(w, ctx, file, create),
      report,
      firstLine: new Map(),
      toCreate: new Map(),
    });
    beginImport(w, { id, kind, file, state: 'reading', note: '' });
    return ok({ id });
  },
  'imports.chunk': (w, { id, text }) => {
    const reading = readings.get(id);
    if (!reading) return gone;
    const taken = takeLines(w, id, reading, reading.csv.push(text));
    return taken.ok ? ok({ rows: reading.report.rows }) : taken;
  },
  'imports.finish': (w, { id }) => {
    const reading = readings.get(id);
    if (!reading) return gone;
    const taken = takeLines(w, id, reading, reading.csv.end());
    if (!taken.ok) return taken;
    if (!reading.header) return giveUp(w, id, 'there is nothing in it');
    readings.delete(id);
    const report = { ...reading.report, toCreate: [...new Set(reading.toCreate.values())].sort() };
    const note: ImportNote = { titles: reading.titles, bad: report.bad, left: stagedCount(w, id) };
    noteImport(w, id, 'read', JSON.stringify(note));
    return ok(report);
  },
  'imports.accept': (w, { id, partial }) =>
    w.inTransaction(() => {
      const found = findImport(w, id);
      if (!found || found.state === 'reading') return gone;
      const { bad, left }: ImportNote = JSON.parse(found.note);
      if (bad > 0 && !partial)
        return badFile(bad === 1 ? 'one of its rows has a problem' : `${bad} of its rows have problems`);
      noteImport(w, id, 'accepted', found.note);
      return ok({ rows: left });
    }),
  'imports.step': (w, { id }, ctx) => {
    const found = findImport(w, id);
    // The application finishes accepted imports by itself too: one that is not there any more is done.
    if (!found) return ok({ done: 0, left: 0 });
    if (found.state !== 'accepted') return gone;
    return writeNext(w, ctx, found);
  },
  'imports.discard': (w, { id }) => {
    readings.delete(id);
    w.inTransaction(() => endImport(w, id));
    return ok({});
  },
} satisfies Partial<Writes>;
