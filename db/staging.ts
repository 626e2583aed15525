import type { RowProblem } from '#shared/import-views.ts';
import type { ImportedDocument } from '#shared/imports/importer.ts';
import type { ImportTable } from './schema.ts';
import { type Reader, sql, type Writer } from './sql.ts';

/** A document that a row asks for, with the record it was read onto: what stood there when the file was read. */
export type StagedDocument = ImportedDocument & { readonly onto?: object };

/** A row of a file between reading and writing: what it asks for, or what is wrong with it and its own cells. */
export type StagedRow = {
  line: number;
  documents: readonly StagedDocument[];
  problems: readonly RowProblem[];
  cells: readonly string[];
};

/** Begins an import: rows are laid down inside the encrypted store, so that no part of a file lies in clear. */
export const beginImport = (w: Writer, row: ImportTable): void => {
  w.run(sql.insertInto('import').values(row));
};

export const findImport = (r: Reader, id: string): ImportTable | undefined =>
  r.first(sql.selectFrom('import').selectAll().where('id', '=', id));

/** Lays down what was read. A row that changes nothing and has no problem leaves nothing to keep. */
export const stageRows = (w: Writer, id: string, rows: readonly StagedRow[]): void => {
  const kept = rows
    .filter((row) => row.documents.length > 0 || row.problems.length > 0)
    .map((row) => ({
      import: id,
      line: row.line,
      document: row.documents.length > 0 ? JSON.stringify(row.documents) : null,
      row: row.problems.length > 0 ? JSON.stringify(row.cells) : null,
      problems: row.problems.length > 0 ? JSON.stringify(row.problems) : null,
    }));
  if (kept[0])
    w.runAll(
      sql.insertInto('staged').values(kept[0]),
      kept.map((row) => Object.values(row)),
    );
};

/** Moves an import on, with what there is to say about it. */
export const noteImport = (w: Writer, id: string, state: ImportTable['state'], note: string): void => {
  w.run(sql.updateTable('import').set({ state, note }).where('id', '=', id));
};

/** The rows that are wrong, by line, after a line. */
export const stagedProblems = (
  r: Reader,
  id: string,
  after: number,
  limit: number,
): { line: number; cells: string[]; problems: RowProblem[] }[] =>
  r
    .all(
      sql
        .selectFrom('staged')
        .select(['line', 'row', 'problems'])
        .where('import', '=', id)
        .where('problems', 'is not', null)
        .where('line', '>', after)
        .orderBy('line')
        .limit(limit),
    )
    .map((row) => ({
      line: row.line,
      cells: JSON.parse(row.row ?? '[]'),
      problems: JSON.parse(row.problems ?? '[]'),
    }));

/** The next rows to be written of an accepted import. */
export const stagedDocuments = (
  r: Reader,
  id: string,
  limit: number,
): { line: number; documents: StagedDocument[] }[] =>
  r
    .all(
      sql
        .selectFrom('staged')
        .select(['line', 'document'])
        .where('import', '=', id)
        .where('document', 'is not', null)
        .orderBy('line')
        .limit(limit),
    )
    .map((row) => ({ line: row.line, documents: JSON.parse(row.document as string) }));

export const stagedCount = (r: Reader, id: string): number =>
  r.first(
    sql
      .selectFrom('staged')
      .select((e) => e.fn.countAll<number>().as('count'))
      .where('import', '=', id)
      .where('document', 'is not', null),
  )?.count ?? 0;

/** Takes rows away that have been written, in the transaction that wrote them. */
export const unstage = (w: Writer, id: string, upToLine: number): void => {
  w.run(
    sql
      .deleteFrom('staged')
      .where('import', '=', id)
      .where('line', '<=', upToLine)
      .where('document', 'is not', null),
  );
};

/** Ends an import; what is still staged goes with it. */
export const endImport = (w: Writer, id: string): void => {
  w.run(sql.deleteFrom('staged').where('import', '=', id));
  w.run(sql.deleteFrom('import').where('id', '=', id));
};

/** Imports that were decided and not finished when the application last ended. */
export const unfinishedImports = (r: Reader): string[] =>
  r.all(sql.selectFrom('import').select('id').where('state', '=', 'accepted')).map((row) => row.id);

/** Takes away what was being read when the application last ended: nothing of it was decided. */
export const forgetUndecided = (w: Writer): void => {
  const undecided = w.all(sql.selectFrom('import').select('id').where('state', '<>', 'accepted'));
  for (const { id } of undecided) endImport(w, id);
};
