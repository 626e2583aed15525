import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Database, Statement } from 'better-sqlite3';
import { productRoot } from '#desk/machine.ts';
import { factTables } from '#shared/measures/fact-rows.ts';
import { registry } from '#shared/records/registry.ts';
import { writeCasesFile } from './cases-file.ts';
import { type Measurement, measurement } from './measure.ts';
import { type BenchStore, connect, makeStore, passphrase } from './store.ts';
import { writeVisitsFile } from './visits-file.ts';

/** The import as people start it, in a process of its own; seconds, and the most memory it ever had. */
const importing = async (
  store: BenchStore,
  kind: string,
  path: string,
): Promise<{ seconds: number; peak: number }> => {
  const peak = join(store.folder, 'peak');
  const began = performance.now();
  const child = spawn(
    process.execPath,
    [
      ...['--import', new URL('./peak.ts', import.meta.url).href, join(productRoot, 'desk', 'cli.ts')],
      ...['import', kind, path, '--create', '--data', store.folder],
    ],
    { env: { ...process.env, ICV_PASSPHRASE: passphrase, BENCH_PEAK: peak }, stdio: 'ignore' },
  );
  const [code] = await once(child, 'close');
  if (code !== 0) throw new Error(`the import ended with ${code}`);
  return { seconds: (performance.now() - began) / 1000, peak: Number(readFileSync(peak, 'utf8')) };
};

type Row = Record<string, unknown>;

/** Rows of one table after another, at most so many at a time. */
function* batches(from: Database, table: string, size: number): Generator<Row[]> {
  let batch: Row[] = [];
  for (const row of from.prepare(`select * from ${table}`).iterate()) {
    batch.push(row as Row);
    if (batch.length === size) {
      yield batch;
      batch = [];
    }
  }
  if (batch.length > 0) yield batch;
}

const inserter = (to: Database, table: string, row: Row): ((row: Row) => void) => {
  const columns = Object.keys(row);
  const names = columns.map((name) => `"${name}"`).join(', ');
  const statement: Statement = to.prepare(
    `insert or ignore into ${table} (${names}) values (${columns.map(() => '?').join(', ')})`,
  );
  return (values) => void statement.run(...columns.map((name) => values[name]));
};

/** What was imported, put into an empty store by bare prepared inserts of 500 rows at a time. Reading is not counted. */
const insertBare = (type: 'visit' | 'caseFile', from: Database, to: Database): number => {
  let milliseconds = 0;
  const timed = (work: () => void) => {
    const began = performance.now();
    to.exec('begin immediate');
    work();
    to.exec('commit');
    milliseconds += performance.now() - began;
  };
  for (const table of [type, ...factTables, 'accepted', 'search_entry'])
    for (const batch of batches(from, table, 500)) {
      const insert = inserter(to, table, batch[0]!);
      timed(() => batch.forEach(insert));
    }
  const words = to.prepare('insert into search (rowid, text) values (?, ?)');
  const found = `select e.place, v.data from search_entry e join ${type} v on v.id = e.id where e.type = '${type}'`;
  for (const batch of batches(from, `(${found})`, 500)) {
    const texts = batch.map((row) => [row.place, registry[type].words(JSON.parse(row.data as string))]);
    timed(() => {
      for (const text of texts) words.run(...text);
    });
  }
  return milliseconds / 1000;
};

const files = {
  visits: { type: 'visit', write: writeVisitsFile },
  correspondence: { type: 'caseFile', write: writeCasesFile },
} as const;

/**
 * A large CSV file through the command line, beside bare inserts of the same rows into the same tables: with the start of
 * the process, and the rows beyond a twentieth without it.
 */
export const imports = async (
  folder: string,
  kind: keyof typeof files,
  rows: number,
): Promise<Measurement[]> => {
  const { type, write } = files[kind];
  const [ours, bare, tiny] = [
    await makeStore(join(folder, `imported ${kind}`)),
    await makeStore(join(folder, `bare ${kind}`)),
    await makeStore(join(folder, `tiny ${kind}`)),
  ];
  const [file, few] = [join(folder, `${kind}.csv`), join(folder, `few ${kind}.csv`)];
  await write(file, rows);
  await write(few, Math.ceil(rows / 20));
  const small = await importing(tiny, kind, few);
  const large = await importing(ours, kind, file);
  const from = connect(ours, true);
  const to = connect(bare, false);
  const seconds = insertBare(type, from, to);
  from.close();
  to.close();
  const count = `${rows.toLocaleString('en-GB')} rows of ${kind}`;
  return [
    measurement(`import of ${count}`, large.seconds, seconds, 's'),
    // Of few rows all the time goes into the start, and the difference between two starts says nothing of them.
    ...(rows < 1_000
      ? []
      : [
          measurement(
            `import of ${count}, beyond a twentieth`,
            large.seconds - small.seconds,
            seconds * 0.95,
            's',
          ),
        ]),
    measurement(`import of ${count}, against a twentieth: memory`, large.peak, small.peak, 'MB'),
  ];
};
