import { registry } from '#shared/records/registry.ts';
import type { RecordType } from '#shared/records/types.ts';
import { canonical, recordKey } from '#shared/sync/accept.ts';
import { audienceOf } from '#shared/sync/access.ts';
import { emptyDigest, toggled, versionDigest } from '#shared/sync/digest.ts';
import { receiptText } from '#shared/sync/receipt.ts';
import { auditHash } from './audit.ts';
import { marksTally } from './check-marks.ts';
import { type Context, readPlace, sha256 } from './context.ts';
import { rowsOf } from './copy.ts';
import { filesHold } from './files.ts';
import { missingNumbers } from './numbers.ts';
import { contextOver, type Parts } from './store.ts';
import type { AudienceTable, RecordTable } from './tables.ts';
import { placeOf } from './vault.ts';

/**
 * Reads everything there is and holds it against itself: pages, seals, chains, sets, numbers. Gives what is wrong as
 * sentences; none is good. All of one moment, while others go on writing.
 */
export const checkHub = async (parts: Parts): Promise<string[]> => {
  const sound = await parts.engine.isSound();
  const found = await parts.engine.glance(async (db) => {
    const ctx = contextOver(parts, db);
    return [
      ...(await auditHolds(ctx)),
      ...(await receiptsHold(ctx)),
      ...(await recordsHold(ctx)),
      ...(await numbersHold(ctx)),
      ...(await heldTooLong(ctx)),
      ...(await filesHold(ctx)),
    ];
  });
  return [...(sound ? [] : ['The database file is damaged: restore the newest backup.']), ...found];
};

/** The chain of the audit from its first entry to its end; every end that a laptop was shown has to lie in it. */
const auditHolds = async (ctx: Context): Promise<string[]> => {
  const place = await readPlace(ctx);
  const witnesses = await ctx.db
    .selectFrom('device')
    .select(['id', 'witnessed'])
    .where('witnessed', 'is not', null)
    .execute();
  const unseen = new Set(witnesses.map(({ witnessed }) => witnessed).filter((end) => end !== ''));
  let [seq, head] = [0, ''];
  for await (const rows of rowsOf(ctx.db, 'audit'))
    for (const row of rows) {
      seq += 1;
      if (row.seq !== seq) return [`Entry ${seq} of the audit is missing.`];
      head = auditHash(head, row);
      if (row.hash !== head) return [`Entry ${seq} of the audit was altered after it was written.`];
      unseen.delete(head);
    }
  const [witness] = witnesses.filter(({ witnessed }) => unseen.has(witnessed));
  if (witness) return [`Laptop ${witness.id} was shown an end of the audit that is not in it any more.`];
  return place.audit_seq === seq && place.audit === head ? [] : ['The end of the audit is missing.'];
};

const receiptsHold = async (ctx: Context): Promise<string[]> => {
  const place = await readPlace(ctx);
  let [n, head] = [0, ''];
  for await (const rows of rowsOf(ctx.db, 'log'))
    for (const row of rows) {
      if (row.receipt === null) continue;
      n += 1;
      if (row.n !== n) return [`Accepted change ${n} is missing.`];
      const also = row.also ? JSON.parse(row.also) : [];
      const key = recordKey(row.type, row.record);
      head = sha256(receiptText(head, { ...row, key, version: row, also }));
      if (row.receipt !== head) return [`Accepted change ${n} was altered after it was accepted.`];
    }
  return place.n === n && place.receipt === head ? [] : ['The end of the accepted changes is missing.'];
};

/**
 * Each record opens, is what its receipt says, and is in the sets that its audience names; the digests agree, and each
 * confidential case is counted.
 */
const recordsHold = async (ctx: Context): Promise<string[]> => {
  const problems: string[] = [];
  const sets = new Map<string, { count: number; xor: string }>();
  const marks = marksTally();
  for await (const rows of rowsOf(ctx.db, 'record')) {
    const audience = await audienceOfRows(ctx, rows);
    const contents = await contentsOf(ctx, rows);
    for (const row of rows) {
      const key = recordKey(row.type, row.id);
      const seen = (audience.get(key) ?? []).filter(({ kind }) => kind === 'put').map((one) => one.key);
      const document = documentOf(ctx, row);
      problems.push(...recordHolds(row, document, seen, contents));
      if (row.data !== null) marks.meet(row.type, row.id, document);
      for (const one of seen) {
        const set = sets.get(recordKey(row.type, one)) ?? { count: 0, xor: emptyDigest };
        const digest = versionDigest(row.id, row, sha256);
        sets.set(recordKey(row.type, one), { count: set.count + 1, xor: toggled(set.xor, digest) });
      }
    }
  }
  return [...problems, ...(await digestsHold(ctx, sets)), ...(await marks.findings(ctx))];
};

/** Undefined where it is a tombstone, or does not open. */
const documentOf = ({ vault }: Context, { type, id, data }: RecordTable): { id: string } | undefined =>
  data === null ? undefined : open(() => JSON.parse(vault.open(placeOf.record(type, id), data)));

const recordHolds = (
  row: RecordTable,
  document: { id: string } | undefined,
  seen: readonly string[],
  contents: ReadonlyMap<string, string>,
): string[] => {
  const { type, id } = row;
  if (row.data === null)
    return seen.length === 0 ? [] : [`The purged ${type} ${id} is still shown to somebody.`];
  if (!document) return [`The ${type} ${id} was altered, or lies in the wrong place.`];
  if (contents.get(`${row.n} ${recordKey(type, id)}`) !== sha256(canonical(document)))
    return [`The ${type} ${id} is not what was accepted as change ${row.n}.`];
  if (type === 'conflict' || !Object.hasOwn(registry, type)) return [];
  const should = audienceOf(type as RecordType, document);
  return should.join() === seen.toSorted().join()
    ? []
    : [`The ${type} ${id} is not seen by those who may see it.`];
};

const open = <T>(work: () => T): T | undefined => {
  try {
    return work();
  } catch {
    return undefined;
  }
};

const audienceOfRows = async (
  { db, among }: Context,
  rows: readonly RecordTable[],
): Promise<Map<string, AudienceTable[]>> => {
  const found = await db
    .selectFrom('audience')
    .selectAll()
    .where(
      among(
        'id',
        rows.map(({ id }) => id),
      ),
    )
    .execute();
  return Map.groupBy(found, (row) => recordKey(row.type, row.id));
};

/** By number and record: the hash of what each accepted change left. */
const contentsOf = async ({ db }: Context, rows: readonly RecordTable[]): Promise<Map<string, string>> => {
  const found = await db
    .selectFrom('log')
    .select(['n', 'type', 'record', 'content', 'also'])
    .where('n', 'in', [...new Set(rows.map(({ n }) => n))])
    .where('receipt', 'is not', null)
    .execute();
  return new Map(
    found.flatMap(({ n, type, record, content, also }) => [
      [`${n} ${recordKey(type, record)}`, content ?? ''] as const,
      ...((also ? JSON.parse(also) : []) as { key: string; content: string }[]).map(
        (one) => [`${n} ${one.key}`, one.content] as const,
      ),
    ]),
  );
};

const digestsHold = async (
  { db }: Context,
  sets: ReadonlyMap<string, { count: number; xor: string }>,
): Promise<string[]> => {
  const rows = await db.selectFrom('digest').selectAll().execute();
  const known = new Map(rows.map((row) => [recordKey(row.type, row.key), row]));
  return [...new Set([...sets.keys(), ...known.keys()])]
    .filter((name) => {
      const { count = 0, xor = emptyDigest } = sets.get(name) ?? {};
      const { count: counted = 0, xor: kept = emptyDigest } = known.get(name) ?? {};
      return count !== counted || xor !== kept;
    })
    .map((name) => `The digest of ${name.replace('/', ' under ')} does not agree with its records.`);
};

const numbersHold = async (ctx: Context): Promise<string[]> => {
  const problems: string[] = [];
  for await (const rows of rowsOf(ctx.db, 'device'))
    for (const { id, number } of rows) {
      const missing = await missingNumbers(ctx, id, number);
      if (missing.length === 0) continue;
      const named = missing.slice(0, 10).join(', ');
      problems.push(
        `Of laptop ${id} ${missing.length} of ${number} changes never came: ${named}${missing.length > 10 ? ', …' : ''}.`,
      );
    }
  return problems;
};

const dayInMs = 86_400_000;

const heldTooLong = async ({ db, sources }: Context): Promise<string[]> => {
  const since = new Date(sources.now() - dayInMs).toISOString();
  const rows = await db
    .selectFrom('held')
    .select(['change', 'device', 'at'])
    .where('at', '<', since)
    .execute();
  return rows.map(
    ({ change, device, at }) =>
      `Change ${change} of laptop ${device} has waited for the one before it since ${at}.`,
  );
};
