import { sql } from '#db/sql.ts';
import type { HubRead, HubStore, Page } from '#hub/port.ts';
import { recordTypes } from '#shared/contract.ts';
import type { Conflict } from '#shared/records/conflict.ts';
import type { Person } from '#shared/records/person.ts';
import type { RecordType } from '#shared/records/types.ts';
import { roles } from '#shared/roles.ts';
import { canonical, recordKey } from '#shared/sync/accept.ts';
import { audienceOf, everyone, ofPanel, ofPanelStaff, ofPerson, ofRole } from '#shared/sync/access.ts';
import type { LogEntry, Stream, Version } from '#shared/sync/wire.ts';
import type { Laptop } from './laptop.ts';

/** What the hub has of one record, with everything that was ever accepted for it. */
export type HubRecord = {
  type: RecordType;
  id: string;
  document: { id: string };
  version: Version;
  log: readonly LogEntry[];
  /** What the access rule says of it as it stands, reckoned here and not taken from the hub. */
  audience: readonly string[];
};

const pages = async function* (hub: HubRead, stream: Stream, keys: readonly string[]): AsyncGenerator<Page> {
  for (let cursor: string | null = null; ; ) {
    const page: Page = await hub.page(stream, keys, cursor);
    yield page;
    if (page.remaining === 0) return;
    cursor = page.cursor;
  }
};

/** Everything the hub has, as somebody would see it who held every key there is. */
export const hubHolds = (hub: HubStore): Promise<Map<string, HubRecord>> =>
  hub.read(async (read) => {
    const people = (await read.documents('person')) as Person[];
    const panels = await read.documents('panel');
    const shared = [
      everyone,
      ...panels.flatMap(({ id }) => [ofPanel(id), ofPanelStaff(id)]),
      ...roles.map(ofRole),
    ].sort();
    const found = new Map<string, Omit<HubRecord, 'audience'>>();
    for (const [stream, keys] of [
      ['shared', shared],
      ['own', people.map(({ id }) => ofPerson(id)).sort()],
    ] as const)
      for await (const { items } of pages(read, stream, keys))
        for (const item of items) {
          const key = `${item.type}/${item.id}`;
          if (item.kind !== 'put') found.delete(key);
          else found.set(key, { ...item, type: item.type as RecordType });
        }
    const ofRecord = (record: { type: RecordType; document: { id: string } }): string[] => {
      if (record.type !== 'conflict') return audienceOf(record.type, record.document);
      const contested = record.document as Conflict;
      const parent = found.get(recordKey(contested.type as RecordType, contested.record));
      return audienceOf('conflict', contested, parent ? ofRecord(parent) : []);
    };
    return new Map([...found].map(([key, record]) => [key, { ...record, audience: ofRecord(record) }]));
  });

/** What a laptop has from the office: version and content of each record as the office gave it. */
export const laptopHolds = (laptop: Laptop): Map<string, { version: Version; content: string }> => {
  const store = laptop.store();
  const below = new Map(
    store.all(sql.selectFrom('below').selectAll()).map((row) => [recordKey(row.type, row.record), row]),
  );
  const rows = recordTypes.flatMap((type) =>
    store
      .all(sql.selectFrom(type as 'setting').select(['id', 'epoch', 'n', 'data']))
      .map((row) => ({ key: recordKey(type, row.id), ...row })),
  );
  return new Map(
    rows.flatMap(({ key, ...onScreen }) => {
      const { epoch, n, data } = below.get(key) ?? onScreen;
      return epoch === null || n === null
        ? []
        : [[key, { version: { epoch, n }, content: canonical(JSON.parse(data)) }] as const];
    }),
  );
};

/** Every text in every table of a laptop's file, which is all that there is to read in it. */
export const everyText = (laptop: Laptop): string => [...textsByTable(laptop).values()].join('\n');

/** The same table by table. */
export const textsByTable = (laptop: Laptop): Map<string, string> => {
  const store = laptop.store();
  const tables = store.all<{ name: string }>(
    sql
      .selectFrom('sqlite_master' as 'meta')
      .select('name' as 'key')
      .where('type' as 'key', '=', 'table') as never,
  );
  return new Map(
    tables.map(({ name }) => {
      const rows = store.all<object>(sql.selectFrom(name as 'meta').selectAll() as never);
      return [name, rows.map((row) => Object.values(row).map(readable).join('\n')).join('\n')];
    }),
  );
};

const readable = (value: unknown): string =>
  value instanceof Uint8Array ? Buffer.from(value).toString('latin1') : String(value);
