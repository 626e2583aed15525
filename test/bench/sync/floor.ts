import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { promisify } from 'node:util';
import { constants, gunzip, gzip } from 'node:zlib';
import type { Database } from 'better-sqlite3';
import { registry } from '#shared/records/registry.ts';
import { type BenchStore, connect } from '../store.ts';

type Row = Record<string, unknown>;
type Keyed = Pick<BenchStore, 'file' | 'key'>;

const inABatch = 200;

function* batches(from: Database, query: string): Generator<Row[]> {
  let batch: Row[] = [];
  for (const row of from.prepare(query).iterate()) {
    batch.push(row as Row);
    if (batch.length < inABatch) continue;
    yield batch;
    batch = [];
  }
  if (batch.length > 0) yield batch;
}

/** Tables of a database with rows in them, without those that a full-text index keeps for itself. */
const tablesOf = (db: Database): string[] =>
  db
    .prepare(`select name from sqlite_master where type = 'table' and sql not like '%virtual%'`)
    .all()
    .map((row) => (row as { name: string }).name)
    .filter((name) => !/^(sqlite_|search_(data|idx|content|docsize|config))/.test(name));

/**
 * Seconds that bare prepared inserts of the same rows into an empty store of the same kind take, a transaction for so
 * many rows as a push holds, with the words of the search where there is one. Reading them is not counted.
 */
export const bareInserts = (full: Keyed, empty: Keyed): number => {
  const from = connect(full, true);
  const to = connect(empty, false);
  let milliseconds = 0;
  const timed = (work: () => void) => {
    const began = performance.now();
    to.exec('begin immediate');
    work();
    to.exec('commit');
    milliseconds += performance.now() - began;
  };
  const tables = tablesOf(from);
  for (const table of tables)
    for (const rows of batches(from, `select * from "${table}"`)) {
      const columns = Object.keys(rows[0] as Row);
      const names = columns.map((name) => `"${name}"`).join(', ');
      const insert = to.prepare(
        `insert or ignore into "${table}" (${names}) values (${columns.map(() => '?').join(', ')})`,
      );
      timed(() => {
        for (const row of rows) insert.run(...columns.map((name) => row[name]));
      });
    }
  if (tables.includes('search_entry')) {
    const words = to.prepare('insert into search (rowid, text) values (?, ?)');
    const found = `select e.place, v.data from search_entry e join visit v on v.id = e.id where e.type = 'visit'`;
    for (const rows of batches(from, found)) {
      const texts = rows.map((row) => [row.place, registry.visit.words(JSON.parse(row.data as string))]);
      timed(() => {
        for (const text of texts) words.run(...text);
      });
    }
  }
  from.close();
  to.close();
  return milliseconds / 1000;
};

/** Seconds that one transfer of all documents takes: JSON, gzip, HTTP over loopback, and JSON again. */
export const bareTransfer = async (documents: readonly unknown[]): Promise<number> => {
  let arrived = 0;
  const server = createServer(async (request, response) => {
    const pieces: Buffer[] = [];
    for await (const piece of request) pieces.push(piece as Buffer);
    const text = await promisify(gunzip)(Buffer.concat(pieces));
    arrived = (JSON.parse(text.toString('utf8')) as unknown[]).length;
    response.end();
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const began = performance.now();
  const body = await promisify(gzip)(JSON.stringify(documents), { level: constants.Z_BEST_SPEED });
  const { port } = server.address() as AddressInfo;
  await (await fetch(`http://127.0.0.1:${port}/`, { method: 'POST', body: new Uint8Array(body) })).text();
  const seconds = (performance.now() - began) / 1000;
  server.closeAllConnections();
  server.close();
  if (arrived !== documents.length) throw new Error('the bare transfer lost something');
  return seconds;
};
