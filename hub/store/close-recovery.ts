import { instant, newId } from '#shared/ids.ts';
import type { CaseFile } from '#shared/records/case-file.ts';
import type { AnyRules } from '#shared/records/life-rules.ts';
import { type RecordKind, registry } from '#shared/records/registry.ts';
import { type RecordType, recordTypes } from '#shared/records/types.ts';
import type { Visit } from '#shared/records/visit.ts';
import { type OfficeState, officeState } from '#shared/sync/accept.ts';
import { concernsAfter } from '#shared/sync/follow.ts';
import { markAfter, markKey } from '#shared/sync/marks.ts';
import { askedFor, concernsAbout } from '#shared/sync/needed-concerns.ts';
import { diff } from '#shared/sync/patch.ts';
import { idOf, storedAt, typeOf } from '#shared/sync/state.ts';
import type { Version } from '#shared/sync/wire.ts';
import { insertAll } from './bulk.ts';
import { type Context, readPlace, savePlace, sha256 } from './context.ts';
import { readMeta } from './identity.ts';
import { doAtOffice } from './office.ts';
import { readStored } from './state.ts';

/** So many records at once lie in memory. */
const atOnce = 500;

/**
 * From now on references are given again, first to what came without one meanwhile. Before that, whatever follows from
 * the reports and confidential cases that came is made where it is missing: one may have come before its form had.
 */
export const closeRecovery = async (ctx: Context): Promise<void> => {
  const place = await readPlace(ctx);
  if (!place.recovering) return;
  const { office } = await readMeta(ctx);
  const state = officeState({
    office,
    epoch: place.epoch,
    n: place.n,
    head: place.receipt,
    recovering: true,
  });
  for await (const { document } of ofEpoch(ctx, 'visit', place)) await follow(ctx, state, document as Visit);
  for await (const { document } of ofEpoch(ctx, 'caseFile', place))
    await mark(ctx, state, document as CaseFile);
  await savePlace(ctx, { recovering: 0 });
  for (const type of recordTypes) {
    const { rules }: RecordKind = registry[type];
    if (rules?.series) await number(ctx, type, rules, place);
  }
};

type Document = { id: string; reference?: string | undefined };

const number = async (ctx: Context, type: RecordType, rules: AnyRules, { epoch }: Version): Promise<void> => {
  const { office } = await readMeta(ctx);
  const given = await referencesBefore(ctx, type, epoch);
  for await (const { document, version } of ofEpoch(ctx, type, await readPlace(ctx))) {
    const from = rules.numberedFrom(document as never, instant(ctx.sources));
    if (from === undefined) continue;
    const { reference: before } = document;
    const isItsOwn = before !== undefined && !given.has(before);
    if (before) given.add(before);
    if (isItsOwn) continue;
    const reference = await nextReference(ctx, `${rules.series}${from.slice(0, 4)}`);
    await doAtOffice(ctx, {
      kind: 'numbered',
      by: office,
      device: office,
      type,
      id: document.id,
      document: { ...document, reference } as Document,
      was: version,
      patch: [{ path: ['reference'], ...(before && { was: before }), now: reference }],
    });
  }
};

/** Loads what is not loaded yet. */
const load = async (ctx: Context, { records }: OfficeState, wanted: readonly string[]): Promise<void> => {
  const keys = wanted.filter((key) => !records.has(key));
  if (keys.length === 0) return;
  const ids = ctx.among('id', keys.map(idOf));
  const stored = await readStored(ctx, await ctx.db.selectFrom('record').selectAll().where(ids).execute());
  for (const key of keys) records.set(key, stored.get(key) ?? null);
};

/** What follows for concerns from a report that was taken back, where that did not come back with it. */
const follow = async (ctx: Context, state: OfficeState, visit: Visit): Promise<void> => {
  await load(ctx, state, askedFor(state, visit));
  const keys = concernsAbout(state, visit);
  await load(ctx, state, keys);
  const { sources } = ctx;
  const means = { now: () => instant(sources), newId: () => newId(sources), hash: sha256 };
  await put(ctx, state, concernsAfter(state, undefined, visit, means));
  for (const key of keys) if (typeOf(key) === 'concern') state.records.delete(key);
};

/** The mark of a confidential case that was taken back, as the case now says it. */
const mark = async (ctx: Context, state: OfficeState, c: CaseFile): Promise<void> => {
  const key = markKey(c.id);
  await load(ctx, state, [key]);
  await put(ctx, state, markAfter(state, c));
  state.records.delete(key);
};

const put = async (
  ctx: Context,
  state: OfficeState,
  following: ReadonlyMap<string, { id: string }>,
): Promise<void> => {
  for (const [key, document] of following) {
    const before = storedAt(state, key);
    await doAtOffice(ctx, {
      kind: 'followed',
      by: state.office,
      device: state.office,
      type: typeOf(key),
      id: document.id,
      document,
      was: before?.version,
      patch: before ? diff(before.document, document) : null,
    });
  }
};

/** The records of an epoch in the order in which they came, as far as it had come; those changed on the way come once. */
async function* ofEpoch(
  ctx: Context,
  type: RecordType,
  { epoch, n }: Version,
): AsyncGenerator<{ document: Document; version: Version }> {
  for (let after = 0; ; ) {
    const rows = await ctx.db
      .selectFrom('record')
      .selectAll()
      .where('type', '=', type)
      .where('epoch', '=', epoch)
      .where('n', '>', after)
      .where('n', '<=', n)
      .where('purged', 'is', null)
      .orderBy('n')
      .limit(atOnce)
      .execute();
    for (const stored of (await readStored(ctx, rows)).values())
      if (stored !== 'purged') yield { document: stored.document as Document, version: stored.version };
    const last = rows.at(-1);
    if (!last) return;
    after = last.n;
  }
}

/**
 * The references of records that stood before an epoch: a hub that went on before it knew that it had been restored has
 * given numbers a second time, and of two records with one number what was taken back gets another.
 */
const referencesBefore = async (ctx: Context, type: RecordType, epoch: number): Promise<Set<string>> => {
  const given = new Set<string>();
  for (let after = ''; ; ) {
    const rows = await ctx.db
      .selectFrom('record')
      .selectAll()
      .where('type', '=', type)
      .where('id', '>', after)
      .where('epoch', '<', epoch)
      .where('purged', 'is', null)
      .orderBy('id')
      .limit(atOnce)
      .execute();
    for (const stored of (await readStored(ctx, rows)).values())
      if (stored !== 'purged') {
        const { reference } = stored.document as Document;
        if (reference) given.add(reference);
      }
    const last = rows.at(-1);
    if (!last) return given;
    after = last.id;
  }
};

const nextReference = async ({ db }: Context, series: string): Promise<string> => {
  const known = await db.selectFrom('counter').select('last').where('series', '=', series).executeTakeFirst();
  const last = (known?.last ?? 0) + 1;
  await insertAll(db, 'counter', [{ series, last }], { key: ['series'], set: ['last'] });
  return `${series}/${String(last).padStart(4, '0')}`;
};
