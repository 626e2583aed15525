import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import SqliteFile, { type Database } from 'better-sqlite3';
import { openFile } from '#db/file.ts';
import { readKeys, storeFile } from '#db/folder.ts';
import { openWithRecoveryCode } from '#db/keys.ts';
import { acceptAll, readIdentity } from '#db/office.ts';
import { readAll } from '#db/records.ts';
import { type Reader, reader, type Writer, writer } from '#db/sql.ts';
import { openDesk } from '#desk/app.ts';
import { type Context, sha256 } from '#desk/context.ts';
import type { Desk } from '#desk/desk.ts';
import { throwChecks } from '#desk/example/checks.ts';
import { makeDice } from '#desk/example/dice.ts';
import { bigExample } from '#desk/example/example.ts';
import { sources, version } from '#desk/machine.ts';
import type { Answer, CallName, Input, Output, RecordType } from '#shared/contract.ts';
import { checkForm } from '#shared/forms/default-check/index.ts';
import { instant, newId } from '#shared/ids.ts';
import type { Result } from '#shared/result.ts';

export const passphrase = 'measured and not guessed';

/** The day on which the example is looked at, and with it the last quarter that has ended. */
export const today = '2026-11-20';
export const quarter = '2026-27Q2';
export const tenYears = '2016-11-20..2026-11-20';

/** From when reports enter detainees one by one: half of the ten years, as an office of some standing has them. */
const entersFrom = '2021-11-20';

/** A store of the product, and what is needed to open its file without the product. */
export type BenchStore = {
  folder: string;
  file: string;
  key: Uint8Array;
  recoveryCode: string;
  /** How long filling it took. */
  seconds: number;
};

export const directoryOf = (folder: string): string => join(folder, 'bench');

/** The value, or the failure as an error: nothing that is measured here may fail. */
export const must = <T>(result: Result<T, unknown>): T => {
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value;
};

export const call = async <N extends CallName>(desk: Desk, name: N, input: Input<N>): Promise<Output<N>> =>
  must((await desk.call(name, input)) as Answer<N>) as Output<N>;

/** With the recovery code, here as elsewhere, so that no passphrase is derived. */
export const openedDesk = async ({ folder, recoveryCode }: BenchStore): Promise<Desk> => {
  const desk = openDesk({ folder, version, sources });
  await call(desk, 'store.unlock', { recoveryCode });
  return desk;
};

/** A connection as somebody without the product would open it: the peers' own way to the same file. */
export const connect = ({ file, key }: Pick<BenchStore, 'file' | 'key'>, readonly: boolean): Database => {
  const db = new SqliteFile(file, { readonly, timeout: 5_000 });
  db.pragma("cipher = 'aegis'");
  db.pragma(`key = "x'${Buffer.from(key).toString('hex')}'"`);
  db.pragma('synchronous = FULL');
  db.pragma('temp_store = MEMORY');
  db.pragma('secure_delete = ON');
  return db;
};

/** A store read within this process: ours through the handlers of the calls, the peer on the same connection. */
export type Inside = { db: Database; r: Reader; ctx: Context };

export const inside = async (store: BenchStore, work: (store: Inside) => Promise<void>): Promise<void> => {
  const db = connect(store, true);
  const r = reader(db);
  await work({ db, r, ctx: { identity: readIdentity(r), sources, today, folder: store.folder } });
  db.close();
};

/** Runs work in a folder of its own, which is gone afterwards. */
export const inFolder = async <T>(work: (folder: string) => Promise<T>): Promise<T> => {
  const folder = mkdtempSync(join(tmpdir(), 'icv-bench-'));
  try {
    return await work(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
};

/** An empty store of the product, encrypted, as a person makes it. */
export const makeStore = async (folder: string): Promise<BenchStore> => {
  const desk = openDesk({ folder, version, sources });
  const { recoveryCode } = await call(desk, 'store.create', {
    name: 'BENCH',
    person: 'Bench',
    body: 'Invented',
    passphrase,
    start: 'empty',
  });
  await desk.close();
  const directory = directoryOf(folder);
  const key = must(openWithRecoveryCode(must(readKeys(directory)), recoveryCode));
  return { folder, file: storeFile(directory), key, recoveryCode, seconds: 0 };
};

const inABatch = 500;
/** An office reads one custody record for so many visits. */
const checkEvery = 20;

/** Fills a store with ten years of an invented scheme, every record through the office's own acceptance. */
export const fill = (store: BenchStore, visits: number): BenchStore => {
  const began = performance.now();
  const db = must(openFile(store.file, store.key, { readonly: false }));
  const w = writer(db);
  const { office } = readIdentity(w);
  const form = readAll(w, 'form')[0]!;
  const big = bigExample({ seed: 2026, today, office, form, visits, years: 10, entersFrom });
  const accept = (type: RecordType, documents: readonly { id: string }[]) => receive(w, type, documents);
  accept('panel', big.panels);
  accept('suite', big.suites);
  accept('person', big.people);
  accept('throughput', big.throughput);
  for (let batch = take(big.visits, inABatch); batch.length > 0; batch = take(big.visits, inABatch))
    accept('visit', batch);
  const read = throwChecks({
    ...{ form: checkForm(), suites: big.suites, people: big.people, dice: makeDice(2027) },
    ...{ from: '2016-11-20', to: today, count: Math.floor(visits / checkEvery) },
  });
  for (let batch = take(read, inABatch); batch.length > 0; batch = take(read, inABatch))
    accept('recordCheck', batch);
  db.pragma('wal_checkpoint(TRUNCATE)');
  db.close();
  return { ...store, seconds: (performance.now() - began) / 1000 };
};

/** The next so many of what is thrown one by one. */
export const take = <T>(from: Generator<T>, count: number): T[] => {
  const taken: T[] = [];
  while (taken.length < count) {
    const { value, done } = from.next();
    if (done) break;
    taken.push(value);
  }
  return taken;
};

/** Puts documents into a store through the office's own acceptance. */
export const receive = (w: Writer, type: RecordType, documents: readonly { id: string }[]): void =>
  w.inTransaction(() => {
    const identity = readIdentity(w);
    const at = instant(sources);
    const changes = documents.map((document, i) => ({
      id: newId(sources),
      device: identity.device,
      number: identity.number + i + 1,
      type,
      record: document.id,
      after: null,
      saw: null,
      by: identity.person,
      at,
      patch: [{ path: [], now: document as never }],
    }));
    const means = { now: () => at, newId: () => newId(sources), hash: sha256 };
    for (const answer of acceptAll(w, identity, means, changes))
      if (answer.kind !== 'accepted') throw new Error(`a first record was answered ${answer.kind}`);
  });
