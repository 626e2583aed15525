import type { RowProblem } from '#shared/import-views.ts';
import type { Person } from '#shared/records/person.ts';
import type { Documents } from '#shared/records/registry.ts';
import type { Panel, Suite } from '#shared/records/suite.ts';
import type { RecordType } from '#shared/records/types.ts';
import type { Visit } from '#shared/records/visit.ts';
import type { Result } from '#shared/result.ts';

/** One row of a file: the cells under the columns that are known. A column that the file lacks is no key here. */
export type ImportRow = Readonly<Record<string, string>>;

/** What a row is read against. The maps are keyed by `nameKey`. */
export type ImportContext = {
  /** The office's id: derived ids are hashes within it. */
  readonly office: string;
  readonly suites: ReadonlyMap<string, Suite>;
  readonly panels: ReadonlyMap<string, Panel>;
  readonly people: ReadonlyMap<string, Person>;
  /** The visit form in force, under which imported visits are filed. */
  readonly form: Visit['form'];
  /** The name of the file, kept with each imported visit. */
  readonly file: string;
  /** Whether a suite that is not known is made (`--create`). */
  readonly create: boolean;
};

/** Something wrong with one cell; the line is known to whoever reads the file. */
export type CellProblem = Omit<RowProblem, 'line'>;

export type ImportedDocument = {
  [T in RecordType]: { readonly type: T; readonly document: Documents[T] };
}[RecordType];

/**
 * What a row comes to. The row's own record stands first. After it stand those that it names and nobody has made
 * yet (a panel, a suite, a person): they are written only where no record has their id.
 */
export type RowOutcome =
  | { readonly ok: true; readonly documents: readonly [ImportedDocument, ...ImportedDocument[]] }
  | { readonly ok: false; readonly problems: readonly CellProblem[] };

/** Reads the text of a cell that is not blank; the error says in words what is wrong with it. */
export type Reader<T> = (text: string, ctx: ImportContext) => Result<T, string>;

export type Column<T = unknown, R extends boolean = boolean> = {
  readonly required: R;
  readonly read: Reader<T>;
  /** The places of the row's record that this column decides. */
  readonly fills: readonly (readonly string[])[];
};
export type Columns = Readonly<Record<string, Column>>;

/** One kind of import file. */
export type Importer = {
  /** The type of the record that a row is about. */
  readonly type: RecordType;
  readonly columns: Columns;
  /** The places of a record of which a file says nothing any more, since people have moved it; of types with a life. */
  readonly ofPeople?: (current: object) => readonly (readonly string[])[];
  /** The column that a second row for the same record is complained about under. */
  readonly key: string;
  /** The id of the record that a row is about, also for a row that is otherwise bad; undefined where it names none. */
  identity(row: ImportRow, ctx: ImportContext): string | undefined;
  /**
   * The records a row asks for, the same for the same row on every machine at any time.
   * @param existing the record with the row's identity as it stands now, if there is one. The row's own document is
   * then that record with what the row says in it, and nothing else changed; the very same object if nothing is new.
   */
  read(row: ImportRow, ctx: ImportContext, existing?: object): RowOutcome;
};
