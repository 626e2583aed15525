import type { Concern } from '#shared/records/concern.ts';
import type { Conflict } from '#shared/records/conflict.ts';
import type { Interest } from '#shared/records/person-file.ts';
import type { Shift } from '#shared/records/shift.ts';
import { recordKey } from '#shared/sync/accept.ts';
import { emptyDigest, toggled, versionDigest } from '#shared/sync/digest.ts';
import type { Version } from '#shared/sync/wire.ts';
import { insertAll } from './bulk.ts';
import { type Context, sha256 } from './context.ts';
import { nameFiles } from './files.ts';
import type { AudienceTable } from './tables.ts';
import { placeOf } from './vault.ts';

/** A record as it now stands and who sees it, with the version it had before; undefined for a new one. */
export type RecordWrite = {
  type: string;
  document: { id: string };
  version: Version;
  keys: readonly string[];
  was: Version | undefined;
};

/** Where the concerns at a suite are found; no record of that name is ever purged with them. */
export const concernsAt = (suite: string): string => `${recordKey('suite', suite)}/concerns`;

/** Where what somebody declared of themselves is found. */
export const interestsAt = (person: string): string => `${recordKey('person', person)}/interests`;

/** Where the places of a week are found: under a mark, since nobody but the scheme knows when it goes where. */
export const placesAt = ({ vault }: Pick<Context, 'vault'>, week: string): string =>
  `rota/${vault.mark(`week/${week}`)}`;

/**
 * The record that a conflict is about, by which those of a record are found; concerns are found by their suite, places
 * of the rota by their week, interests by whose they are.
 */
const parentOf = (ctx: Context, { type, document }: RecordWrite): string | null => {
  const { suite } = document as Partial<Concern>;
  if (type === 'concern') return suite ? concernsAt(suite) : null;
  if (type === 'shift') return placesAt(ctx, (document as Shift).week);
  if (type === 'interest') return interestsAt((document as Interest).person);
  if (type !== 'conflict') return null;
  const { type: of, record } = document as Conflict;
  return recordKey(of, record);
};

/**
 * Writes records with everything that hangs on them: who sees them from which place on, who does so no more, and the
 * digests of every set they are in.
 */
export const writeRecords = async (ctx: Context, writes: readonly RecordWrite[]): Promise<void> => {
  await insertAll(
    ctx.db,
    'record',
    writes.map((write) => ({
      type: write.type,
      id: write.document.id,
      epoch: write.version.epoch,
      n: write.version.n,
      parent: parentOf(ctx, write),
      data: ctx.vault.seal(placeOf.record(write.type, write.document.id), JSON.stringify(write.document)),
      purged: null,
    })),
    { key: ['id', 'type'], set: ['epoch', 'n', 'parent', 'data'] },
  );
  await writeAudiences(ctx, writes);
  await nameFiles(ctx, writes);
};

const readAudiences = async (
  { db, among }: Context,
  ids: readonly string[],
): Promise<Map<string, AudienceTable[]>> => {
  const rows = await db.selectFrom('audience').selectAll().where(among('id', ids)).execute();
  return Map.groupBy(rows, (row) => recordKey(row.type, row.id));
};

/** The rows of who sees what are written over in place; the digests of the sets follow by difference. */
const writeAudiences = async (ctx: Context, writes: readonly RecordWrite[]): Promise<void> => {
  if (writes.length === 0) return;
  const before = await readAudiences(
    ctx,
    writes.map((w) => w.document.id),
  );
  const rows: AudienceTable[] = [];
  const differences = differencesOfDigests();
  for (const { type, document, version, keys, was } of writes) {
    const { id } = document;
    const old = new Map(before.get(recordKey(type, id))?.map((row) => [row.key, row]));
    const row = (key: string, kind: AudienceTable['kind'], since: number): AudienceTable => ({
      key,
      type,
      id,
      kind,
      ...version,
      since,
    });
    const now = versionDigest(id, version, sha256);
    const then = was && versionDigest(id, was, sha256);
    for (const key of keys) {
      const known = old.get(key);
      rows.push(row(key, 'put', known?.kind === 'put' ? known.since : version.n));
      differences.add(key, type, now);
    }
    for (const known of old.values()) {
      if (known.kind !== 'put') continue;
      if (then) differences.remove(known.key, type, then);
      if (!keys.includes(known.key)) rows.push(row(known.key, 'gone', known.since));
    }
  }
  await insertAll(ctx.db, 'audience', rows, {
    key: ['id', 'type', 'key'],
    set: ['kind', 'epoch', 'n', 'since'],
  });
  await differences.save(ctx);
};

/** What came into sets and went out of them, told to the digests at the end. */
const differencesOfDigests = () => {
  const sets = new Map<string, { key: string; type: string; count: number; xor: bigint }>();
  const change = (by: 1 | -1) => (key: string, type: string, one: string) => {
    const name = recordKey(type, key);
    const set = sets.get(name) ?? { key, type, count: 0, xor: 0n };
    sets.set(name, { ...set, count: set.count + by, xor: set.xor ^ BigInt(`0x${one}`) });
  };
  return {
    add: change(1),
    remove: change(-1),
    save: async ({ db, among }: Context): Promise<void> => {
      const keys = [...new Set([...sets.values()].map(({ key }) => key))];
      const rows = await db.selectFrom('digest').selectAll().where(among('key', keys)).execute();
      const known = new Map(rows.map((row) => [recordKey(row.type, row.key), row]));
      const next = [...sets].map(([name, { key, type, count, xor }]) => {
        const { count: before = 0, xor: digest = emptyDigest } = known.get(name) ?? {};
        return { key, type, count: before + count, xor: toggled(digest, xor.toString(16)) };
      });
      await insertAll(db, 'digest', next, { key: ['key', 'type'], set: ['count', 'xor'] });
    },
  };
};

/** Takes a record out of everybody's sight for ever: under each key that ever led to it stands that it was purged. */
export const purgeAudience = async (
  ctx: Context,
  type: string,
  id: string,
  was: Version | undefined,
  at: Version,
): Promise<void> => {
  const before = (await readAudiences(ctx, [id])).get(recordKey(type, id)) ?? [];
  const differences = differencesOfDigests();
  for (const row of before)
    if (row.kind === 'put' && was) differences.remove(row.key, type, versionDigest(id, was, sha256));
  await insertAll(
    ctx.db,
    'audience',
    before.map((row): AudienceTable => ({ ...row, kind: 'purged', ...at })),
    { key: ['id', 'type', 'key'], set: ['kind', 'epoch', 'n'] },
  );
  await differences.save(ctx);
};
