import { sql } from 'kysely';
import type { Db } from './engine.ts';

/** One step of the hub's shape. Numbers leave gaps; one that has been shipped is never changed or used again. */
export type HubMigration = {
  readonly number: number;
  readonly name: string;
  /** Its statements, in SQL that both databases read; `BYTES` stands for the one type they call differently. */
  readonly statements: readonly string[];
};

const begin: HubMigration = {
  number: 10,
  name: 'begin',
  statements: [
    'CREATE TABLE meta (key text PRIMARY KEY, data BYTES NOT NULL)',
    `CREATE TABLE place (id integer PRIMARY KEY, epoch integer NOT NULL, n integer NOT NULL, receipt text NOT NULL,
       recovering integer NOT NULL, audit_seq integer NOT NULL, audit text NOT NULL)`,
    'CREATE TABLE epoch (epoch integer PRIMARY KEY, after integer NOT NULL)',
    `CREATE TABLE record (type text NOT NULL, id text NOT NULL, epoch integer NOT NULL, n integer NOT NULL, parent text,
       data BYTES, purged text, PRIMARY KEY (id, type))`,
    'CREATE INDEX record_of_type ON record (type, id)',
    'CREATE INDEX record_of_parent ON record (parent) WHERE parent IS NOT NULL',
    `CREATE TABLE audience (key text NOT NULL, type text NOT NULL, id text NOT NULL, kind text NOT NULL,
       epoch integer NOT NULL, n integer NOT NULL, since integer NOT NULL, PRIMARY KEY (id, type, key))`,
    'CREATE INDEX audience_in_order ON audience (key, n)',
    // What ceased to be seen is little among much.
    "CREATE INDEX audience_lost ON audience (key, n) WHERE kind <> 'put'",
    'CREATE INDEX audience_of_set ON audience (key, type, id)',
    `CREATE TABLE log (n integer NOT NULL, type text NOT NULL, record text NOT NULL, epoch integer NOT NULL,
       change text NOT NULL, device text NOT NULL, number integer NOT NULL, "by" text NOT NULL, at text NOT NULL,
       got text NOT NULL, patch BYTES, kind text, receipt text, content text, also text,
       PRIMARY KEY (n, record, type))`,
    'CREATE UNIQUE INDEX log_of_change ON log (change) WHERE receipt IS NOT NULL',
    'CREATE INDEX log_of_record ON log (record, n)',
    `CREATE TABLE answer (device text NOT NULL, number integer NOT NULL, change text NOT NULL, kind text NOT NULL,
       data BYTES, PRIMARY KEY (device, number, change))`,
    'CREATE INDEX answer_to_change ON answer (change)',
    `CREATE TABLE held (change text PRIMARY KEY, device text NOT NULL, number integer NOT NULL, type text NOT NULL,
       record text NOT NULL, waits_for text NOT NULL, at text NOT NULL, data BYTES NOT NULL)`,
    'CREATE INDEX held_behind ON held (waits_for)',
    'CREATE INDEX held_of_device ON held (device, number)',
    'CREATE TABLE void (device text NOT NULL, number integer NOT NULL, PRIMARY KEY (device, number))',
    'CREATE TABLE counter (series text PRIMARY KEY, last integer NOT NULL)',
    `CREATE TABLE device (id text PRIMARY KEY, person text NOT NULL, name BYTES NOT NULL, key text NOT NULL,
       token text NOT NULL, next text, joined text NOT NULL, last_seen text, revoked text, product text,
       number integer NOT NULL, unlock BYTES, witnessed text, seen integer NOT NULL)`,
    `CREATE TABLE invitation (hash text PRIMARY KEY, person text NOT NULL, "by" text NOT NULL, expires text NOT NULL,
       used text)`,
    `CREATE TABLE audit (seq integer PRIMARY KEY, at text NOT NULL, kind text NOT NULL, person text, device text,
       subject text, detail text NOT NULL, hash text NOT NULL)`,
    'CREATE TABLE subject (type text NOT NULL, id text NOT NULL, key BYTES NOT NULL, PRIMARY KEY (id, type))',
    `CREATE TABLE quarantine (id text PRIMARY KEY, device text NOT NULL, at text NOT NULL, type text, record text,
       data BYTES)`,
    `CREATE TABLE taken (type text NOT NULL, id text NOT NULL, epoch integer NOT NULL, n integer NOT NULL,
       data BYTES NOT NULL, PRIMARY KEY (id, type))`,
    `CREATE TABLE digest (key text NOT NULL, type text NOT NULL, count integer NOT NULL, xor text NOT NULL,
       PRIMARY KEY (key, type))`,
  ],
};

const files: HubMigration = {
  number: 20,
  name: 'files',
  statements: [
    `CREATE TABLE file (type text NOT NULL, id text NOT NULL, hash text NOT NULL, total integer NOT NULL,
       held integer NOT NULL, whole integer NOT NULL, PRIMARY KEY (id, type, hash))`,
    // What is awaited is little among much.
    'CREATE INDEX file_awaited ON file (id, type) WHERE whole = 0',
    `CREATE TABLE file_piece (type text NOT NULL, id text NOT NULL, hash text NOT NULL, start integer NOT NULL,
       data BYTES NOT NULL, PRIMARY KEY (id, type, hash, start))`,
  ],
};

/** Where the audit keeps the successor in the detail of an entry, which is JSON of nothing else. */
const successor = 'substr(detail, length(\'{"successor":"\') + 1, 36)';

const lines: HubMigration = {
  number: 30,
  name: 'lines',
  statements: [
    "ALTER TABLE device ADD COLUMN line text NOT NULL DEFAULT ''",
    'ALTER TABLE device ADD COLUMN came_from text',
    'ALTER TABLE device ADD COLUMN went_on text',
    'ALTER TABLE device ADD COLUMN through integer NOT NULL DEFAULT 0',
    // Who went on as whom has stood in the audit from the beginning.
    `UPDATE device SET came_from = (SELECT min(audit.device) FROM audit
       JOIN device former ON former.id = audit.device
       WHERE audit.kind = 'reincarnate' AND ${successor} = device.id)`,
    `UPDATE device SET line = (WITH RECURSIVE up (id, came_from) AS (
         SELECT d.id, d.came_from FROM device d WHERE d.id = device.id
         UNION SELECT d.id, d.came_from FROM device d JOIN up ON d.id = up.came_from)
       SELECT id FROM up WHERE came_from IS NULL)`,
    // One that was heard of after it had gone on as another is a copy that is in use: it stays as it is.
    `UPDATE device SET went_on = (SELECT max(later.id) FROM device later WHERE later.came_from = device.id
       AND (device.last_seen IS NULL OR device.last_seen <= later.joined))`,
    'CREATE INDEX device_of_line ON device (line)',
  ],
};

const saidPurged: HubMigration = {
  number: 40,
  name: 'said-purged',
  statements: [
    `CREATE TABLE said_purged (type text NOT NULL, id text NOT NULL, at text NOT NULL, device text NOT NULL,
       PRIMARY KEY (id, type))`,
  ],
};

export const migrations: readonly HubMigration[] = [begin, files, lines, saidPurged];

export const newestShape = migrations.at(-1)?.number ?? 0;

/** The number that a hub's database has reached; 0 for a new one. */
export const shapeOf = async (db: Db): Promise<number> => {
  await sql
    .raw('CREATE TABLE IF NOT EXISTS migration (number integer PRIMARY KEY, name text NOT NULL)')
    .execute(db);
  const reached = await db
    .selectFrom('migration')
    .select('number')
    .orderBy('number', 'desc')
    .executeTakeFirst();
  return reached?.number ?? 0;
};

/**
 * Brings a database to the newest shape, or to that of another one which is to be copied as it is. Belongs in one
 * transaction under the office's lock: all steps, or none.
 */
export const migrate = async (db: Db, bytes: string, to = newestShape): Promise<void> => {
  const from = await shapeOf(db);
  for (const { number, name, statements } of migrations.filter((m) => m.number > from && m.number <= to)) {
    for (const text of statements) await sql.raw(text.replaceAll('BYTES', bytes)).execute(db);
    await db.insertInto('migration').values({ number, name }).execute();
  }
};
