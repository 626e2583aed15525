import type { Database } from 'better-sqlite3';
import { backUpAutomatically } from '#db/backup.ts';
import { openFile } from '#db/file.ts';
import { listStores, readKeys, storeFile } from '#db/folder.ts';
import { readIdentity } from '#db/identity.ts';
import { openWithPassphrase } from '#db/keys.ts';
import { makeMarks, marksAreMade } from '#db/marks.ts';
import { migrate } from '#db/migrate.ts';
import { migrations } from '#db/migrations/index.ts';
import { readAll } from '#db/records.ts';
import { type Reader, reader, sql, writer } from '#db/sql.ts';
import { isJoined } from '#db/sync/membership.ts';
import type { Failure } from '#shared/errors.ts';
import { instant, newId, type Sources } from '#shared/ids.ts';
import type { Conflict } from '#shared/records/conflict.ts';
import { type RecordType, recordTypes } from '#shared/records/types.ts';
import { fail, type Result } from '#shared/result.ts';
import { type Answer, recordKey } from '#shared/sync/accept.ts';
import { audienceOf } from '#shared/sync/access.ts';
import { addAudit } from './audit.ts';
import { insertAll } from './bulk.ts';
import { type Context, sha256 } from './context.ts';
import { beginOffice, type HubBeginning, makeHub, type NewHub } from './create.ts';
import { putPiece, readFile } from './files.ts';
import { purgeRecord } from './purge.ts';
import { type RecordWrite, writeRecords } from './records.ts';
import { readStored } from './state.ts';
import type { AnswerTable, LogTable } from './tables.ts';
import { placeOf } from './vault.ts';

/**
 * Makes the office of a stand-alone store an office with a hub: what it accepted, with every number, receipt and
 * reference. Its drafts stay where they are; its person is invited like everybody else, and their store joins and goes
 * on with what it has. The hub takes the passphrase of the store.
 */
export const initHubFrom = async (
  beginning: HubBeginning,
  from: string,
  sources: Sources,
): Promise<Result<NewHub, Failure>> => {
  const opened = await openStandalone(from, beginning.passphrase, sources);
  if (!opened.ok) return opened;
  const r = reader(opened.value);
  try {
    if (isJoined(r)) return fail({ tag: 'alreadyJoined' });
    return await makeHub(beginning, sources, (ctx) => takeOver(ctx, r));
  } finally {
    opened.value.close();
  }
};

/** The one store of a folder, in its newest shape. It is held while it is read, so that nothing is missed. */
const openStandalone = async (
  folder: string,
  passphrase: string,
  sources: Sources,
): Promise<Result<Database, Failure>> => {
  const stores = listStores(folder);
  if (!stores.ok) return stores;
  const [store, ...others] = stores.value.filter(({ ended }) => !ended);
  if (!store) return fail({ tag: 'noStore' });
  if (others.length > 0) return fail({ tag: 'whichStore', names: stores.value.map(({ name }) => name) });
  const keys = readKeys(store.directory);
  if (!keys.ok) return keys;
  const key = await openWithPassphrase(keys.value, passphrase);
  if (!key.ok) return key;
  const opened = openFile(storeFile(store.directory), key.value, { readonly: false });
  if (!opened.ok) return opened;
  const shaped = migrate(opened.value, migrations, () =>
    backUpAutomatically(opened.value, key.value, keys.value, store.directory, sources),
  );
  if (shaped.ok) {
    markCases(opened.value, sources);
    return opened;
  }
  opened.value.close();
  return shaped;
};

/** Makes what the store would itself make when it is next opened: by then it would no more be what was taken over. */
const markCases = (db: Database, sources: Sources): void => {
  const w = writer(db);
  const means = { now: () => instant(sources), newId: () => newId(sources), hash: sha256 };
  while (!marksAreMade(w)) makeMarks(w, means);
};

const atOnce = 500;

const takeOver = async (ctx: Context, r: Reader): Promise<void> => {
  const { office, person, epoch, n, head } = readIdentity(r);
  const [setting] = readAll(r, 'setting');
  await beginOffice(ctx, { office, body: setting?.body ?? '' }, { epoch, n, receipt: head });
  // Conflicts last: they are seen by those who see the record they are about.
  for (const type of recordTypes.toSorted((a, b) => Number(a === 'conflict') - Number(b === 'conflict')))
    await takeRecords(ctx, r, type);
  await takeLog(ctx, r);
  await takeFiles(ctx, r);
  for (const { type, record, at } of r.all(sql.selectFrom('purged').selectAll()))
    await purgeRecord(ctx, type, record, at);
  await insertAll(ctx.db, 'counter', r.all(sql.selectFrom('counter').select(['series', 'last'])));
  await addAudit(ctx, { kind: 'takeOver', person, device: null, subject: null, detail: { epoch, n } });
};

/** What the office has of a type: the documents without what is unsent, and none that it never had. */
const takeRecords = async (ctx: Context, r: Reader, type: RecordType): Promise<void> => {
  const page = (after: string) =>
    r.all(
      sql
        .selectFrom(`${type as 'setting'} as own`)
        .leftJoin('outgoing', (join) =>
          join.onRef('outgoing.record', '=', 'own.id').on('outgoing.type', '=', type),
        )
        .select(['own.id', 'own.epoch', 'own.n', 'own.data', 'outgoing.base'])
        .where('own.id', '>', after)
        .orderBy('own.id')
        .limit(atOnce),
    );
  for (let rows = page(''); rows.length > 0; rows = page(rows.at(-1)?.id ?? '')) {
    const documents = rows.flatMap(({ epoch, n, data, base }) =>
      epoch === null || n === null ? [] : [{ document: JSON.parse(base ?? data), version: { epoch, n } }],
    );
    const parents = type === 'conflict' ? await keysOfParents(ctx, documents) : undefined;
    await writeRecords(
      ctx,
      documents.map(
        ({ document, version }): RecordWrite => ({
          type,
          document,
          version,
          keys: audienceOf(type, document, parents?.get(recordKey(document.type, document.record))),
          was: undefined,
        }),
      ),
    );
  }
};

const keysOfParents = async (
  ctx: Context,
  conflicts: readonly { document: Conflict }[],
): Promise<Map<string, readonly string[]>> => {
  const ids = conflicts.map(({ document }) => document.record);
  const rows = await ctx.db.selectFrom('record').selectAll().where(ctx.among('id', ids)).execute();
  const stored = await readStored(ctx, rows);
  return new Map([...stored].map(([key, one]) => [key, one === 'purged' ? [] : one.keys]));
};

/** The log with its answers and receipts, from its beginning. */
const takeLog = async (ctx: Context, r: Reader): Promise<void> => {
  const page = (after: number) =>
    r.all(sql.selectFrom('accepted').selectAll().where('n', '>', after).orderBy('n').limit(atOnce));
  for (let rows = page(0); rows.length > 0; rows = page(rows.at(-1)?.n ?? 0)) {
    const logs: LogTable[] = [];
    const answers: AnswerTable[] = [];
    for (const row of rows) {
      const { n, type, record, epoch, change_id: change, device, number, by, at, patch } = row;
      const answer = JSON.parse(row.answer) as Extract<Answer, { kind: 'accepted' | 'conflict' }>;
      const { kind, receipt, content } = answer;
      const sealed = patch && ctx.vault.seal(placeOf.patch(change, recordKey(type, record)), patch);
      const also = answer.also ? JSON.stringify(answer.also) : null;
      const what = { n, type, record, epoch, change, device, number, by, at, got: answer.at };
      logs.push({ ...what, patch: sealed || null, kind, receipt, content, also });
      const data = kind === 'conflict' ? ctx.vault.seal(placeOf.answer(change), row.answer) : null;
      answers.push({ device, number, change, kind, data });
    }
    await insertAll(ctx.db, 'log', logs);
    await insertAll(ctx.db, 'answer', answers);
  }
};

/** The files of what was taken over, piece by piece; of a draft that stays where it is none is named here. */
const takeFiles = async (ctx: Context, r: Reader): Promise<void> => {
  const pieces = r.each(
    sql
      .selectFrom('file_piece')
      .selectAll()
      .orderBy('record')
      .orderBy('type')
      .orderBy('hash')
      .orderBy('offset'),
  );
  for (const { type, record, hash, bytes } of pieces)
    if (await readFile(ctx, { type, record, hash })) await putPiece(ctx, { type, record, hash }, bytes);
};
