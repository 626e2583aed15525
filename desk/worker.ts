import { randomBytes } from 'node:crypto';
import { statSync } from 'node:fs';
import { join } from 'node:path';
import { parentPort, workerData } from 'node:worker_threads';
import type { Database } from 'better-sqlite3';
import { backUp, backUpAutomatically, isSound } from '#db/backup.ts';
import { factsAreCurrent, rebuildFacts } from '#db/facts.ts';
import { failureOf } from '#db/failure.ts';
import { openFile } from '#db/file.ts';
import { backupsFolder, readKeys, storeFile } from '#db/folder.ts';
import { makeMarks, marksAreMade } from '#db/marks.ts';
import { migrate } from '#db/migrate.ts';
import { migrations } from '#db/migrations/index.ts';
import { OfficeRefusal, readIdentity } from '#db/office.ts';
import { type FilePlace, reader, sql, type Writer, writer } from '#db/sql.ts';
import { findImport, forgetUndecided, unfinishedImports } from '#db/staging.ts';
import { applyAside } from '#db/sync/pull.ts';
import { wipeIfDue } from '#db/sync/removal.ts';
import type { Failure } from '#shared/errors.ts';
import { instant, type Sources } from '#shared/ids.ts';
import { fail, ok, type Result } from '#shared/result.ts';
import { reads, writes } from './answers.ts';
import { author, type Context, localDay, type Reads, type Writes } from './context.ts';
import { writeNext } from './import-writing.ts';
import { actorOf } from './session.ts';
import { type Beginning, fillStore } from './setup.ts';
import { type SyncSteps, syncSteps } from './sync/steps.ts';

/** What a worker is started with. The key is in its memory and nowhere else. */
export type WorkerStart = {
  mode: 'read' | 'write';
  directory: string;
  key: Uint8Array;
  beginning?: Beginning;
};
/** One message to a worker, and its answer. `*` names are the application's own, not calls of the contract. */
export type Job = { seq: number; name: string; input: unknown };
export type Done = {
  seq: number;
  result: Result<unknown, Failure>;
  touched: string[];
  /** The attached files that were met on the way and are no longer what they were. */
  damaged: FilePlace[];
};

const { mode, directory, key, beginning } = workerData as WorkerStart;
const port = parentPort as NonNullable<typeof parentPort>;
const sources: Sources = { now: Date.now, random: (count) => randomBytes(count) };

let db: Database;
let w: Writer;

const context = (): Context => ({
  identity: readIdentity(w),
  sources,
  today: localDay(sources.now()),
  folder: directory,
});

const open = (): Result<unknown, Failure> => {
  const opened = openFile(storeFile(directory), key, { readonly: mode === 'read' });
  if (!opened.ok) return opened;
  db = opened.value;
  w = mode === 'write' ? writer(db) : (reader(db) as Writer);
  const ready = mode === 'write' ? prepare() : ok(undefined);
  if (!ready.ok) {
    db.close();
    return ready;
  }
  return ok(actorOf(w, { identity: readIdentity(w) }));
};

/** Brings a store up to date. One whose setting up was cut short is begun now, rather than being a dead end. */
const prepare = (): Result<unknown, Failure> => {
  const keys = readKeys(directory);
  if (!keys.ok) return keys;
  const migrated = migrate(db, migrations, () =>
    backUpAutomatically(db, key, keys.value, directory, sources),
  );
  if (!migrated.ok) return migrated;
  if (!w.first(sql.selectFrom('meta').select('value').where('key', '=', 'identity'))) begin(keys.value.name);
  applyAside(w, sources);
  forgetUndecided(w);
  w.touched.clear();
  return ok(undefined);
};

const begin = (name: string): void =>
  fillStore(
    w,
    sources,
    beginning ?? { person: name, body: 'Independent custody visiting office', start: 'empty' },
  );

/** Work that was cut short or that an update asks for, a batch at a time; gives whether there is more. */
const upkeep = (): Result<{ more: boolean }, Failure> => {
  if (!factsAreCurrent(w)) rebuildFacts(w);
  else if (!marksAreMade(w)) makeMarks(w, author(context()));
  else {
    const [id] = unfinishedImports(w);
    const found = id && findImport(w, id);
    if (!found) return ok({ more: false });
    writeNext(w, context(), found);
  }
  return ok({ more: !factsAreCurrent(w) || !marksAreMade(w) || unfinishedImports(w).length > 0 });
};

const backUpNow = (path: string | undefined): Result<{ path: string; bytes: number }, Failure> => {
  const keys = readKeys(directory);
  if (!keys.ok) return keys;
  const at =
    path ?? join(backupsFolder(directory), `backup-${instant(sources).replace(/[:.]/g, '-')}.icvbackup`);
  const done = backUp(db, key, keys.value, at);
  return done.ok ? ok({ path: at, bytes: statSync(at).size }) : done;
};

/** What can be wrong with a store, looked for page by page and table by table. */
const check = (): Result<{ ok: boolean; findings: string[] }, Failure> => {
  const findings: string[] = [];
  if (!isSound(db))
    findings.push('The file has damaged pages. Restore the newest backup with "desk restore".');
  if (!factsAreCurrent(w) || !marksAreMade(w))
    findings.push('The figures are still being prepared after an update.');
  const open = unfinishedImports(w).length;
  if (open > 0) findings.push('An import is still being written.');
  return ok({ ok: findings.length === 0, findings });
};

const ownReads: Reads = { ...reads, 'store.check': check };
const ownWrites: Writes = { ...writes, 'store.backUp': (_, { path }) => backUpNow(path) };
const calls = (mode === 'read' ? ownReads : ownWrites) as Record<
  string,
  (store: Writer, input: unknown, ctx: Context) => Result<unknown, Failure>
>;

const syncJob = '*sync.';

/** A step of sync, by its name, with the list of its arguments. */
const step = (name: string, input: unknown): unknown => {
  const one = syncSteps(w, sources)[name.slice(syncJob.length) as keyof SyncSteps] as (
    ...input: unknown[]
  ) => unknown;
  return one(...(input as unknown[]));
};

const answer = ({ name, input }: Job): Result<unknown, Failure> => {
  try {
    if (name === '*open') return open();
    if (name === '*upkeep') return upkeep();
    if (name === '*actor') return ok(actorOf(w, { identity: readIdentity(w) }));
    if (name.startsWith(syncJob)) return ok(step(name, input));
    if (name === '*close') {
      db.close();
      return ok(undefined);
    }
    const call = calls[name];
    if (!call) throw new Error(`no handler for ${name}`);
    // Of a return that reads many times all must be of one moment: reading takes one snapshot for each call.
    const answered = () => call(w, input, context());
    return mode === 'read' ? db.transaction(answered).deferred() : answered();
  } catch (error) {
    const failure = failureOf(error, directory);
    if (failure) return fail(failure);
    if (error instanceof OfficeRefusal)
      return fail({ tag: 'invalid', problems: [{ path: '', text: 'The office cannot take this change.' }] });
    throw error;
  }
};

port.on('message', (job: Job) => {
  const touched = () => (w?.touched ? [...w.touched] : []);
  try {
    const result = answer(job);
    // What was destroyed leaves no word behind in the file: outside of what destroyed it, and again where a reader was in its way.
    if (mode === 'write' && db?.open) wipeIfDue(w);
    const damaged = w ? [...w.damaged] : [];
    port.postMessage({
      seq: job.seq,
      result,
      touched: result.ok ? touched() : [],
      damaged,
    } satisfies Done);
  } catch (error) {
    port.postMessage({
      seq: job.seq,
      thrown: error instanceof Error ? (error.stack ?? error.message) : String(error),
    });
  }
  w?.touched?.clear();
  w?.damaged.clear();
});
