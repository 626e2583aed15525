/**
 * The part of better-sqlite3 that is used here; the package's own types cannot be reached through its list of
 * exports. What must not be used is left out on purpose: `serialize` gives plain text, `backup` fails on an
 * encrypted file, `loadExtension` and `unsafeMode` have no place in a store.
 */
declare module 'better-sqlite3' {
  export type RunResult = { changes: number; lastInsertRowid: number | bigint };

  export interface Statement<Parameters extends unknown[] = unknown[], Row = unknown> {
    readonly reader: boolean;
    run(...parameters: Parameters): RunResult;
    get(...parameters: Parameters): Row | undefined;
    all(...parameters: Parameters): Row[];
    iterate(...parameters: Parameters): IterableIterator<Row>;
    pluck(on?: boolean): this;
    raw(on?: boolean): this;
    safeIntegers(on?: boolean): this;
  }

  export interface Transaction<F extends (...parameters: never[]) => unknown> {
    (...parameters: Parameters<F>): ReturnType<F>;
    deferred(...parameters: Parameters<F>): ReturnType<F>;
    immediate(...parameters: Parameters<F>): ReturnType<F>;
    exclusive(...parameters: Parameters<F>): ReturnType<F>;
  }

  export interface Database {
    readonly name: string;
    readonly open: boolean;
    readonly readonly: boolean;
    readonly inTransaction: boolean;
    prepare<Parameters extends unknown[] = unknown[], Row = unknown>(
      source: string,
    ): Statement<Parameters, Row>;
    transaction<F extends (...parameters: never[]) => unknown>(work: F): Transaction<F>;
    exec(source: string): this;
    pragma(source: string, options?: { simple?: boolean }): unknown;
    function(
      name: string,
      options: { deterministic?: boolean; directOnly?: boolean; varargs?: boolean },
      work: (...parameters: never[]) => unknown,
    ): this;
    close(): this;
  }

  const Database: new (
    filename: string,
    options?: { readonly?: boolean; fileMustExist?: boolean; timeout?: number },
  ) => Database;
  export default Database;
}
