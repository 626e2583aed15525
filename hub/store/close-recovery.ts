import { instant, newId } from '#shared/ids.ts';
import type { CaseFile } from '#shared/records/case-file.ts';
import type { AnyRules } from '#shared/records/life-rules.ts';
import { type RecordKind, registry } from '#shared/records/registry.ts';
import { type RecordType, recordTypes } from '#shared/records/types.ts';
import type { Visit } from '#shared/records/visit.ts';
import type { OfficeState } from '#shared/sync/accept.ts';
import { concernsAfter } from '#shared/sync/follow.ts';
import { askedFor, concernsAbout } from '#shared/sync/needed-concerns.ts';
import { typeOf } from '#shared/sync/state.ts';
import type { Version } from '#shared/sync/wire.ts';
import { insertAll } from './bulk.ts';
import { type Context, readPlace, savePlace, sha256 } from './context.ts';
import { loadInto, officeNow, putFollowing } from './following.ts';
import { readMeta } from './identity.ts';
import { markCases } from './marks.ts';
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
  const state = await officeNow(ctx);
  for await (const { document } of ofEpoch(ctx, 'visit', place)) await follow(ctx, state, document as Visit);
  for await (const { document } of ofEpoch(ctx, 'caseFile', place))
    await markCases(ctx, state, [document as CaseFile]);
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

/** What follows for concerns from a report that was taken back, where that did not come back with it. */
const follow = async (ctx: Context, state: OfficeState, visit: Visit): Promise<void> => {
  await loadInto(ctx, state, askedFor(state, visit));
  const keys = concernsAbout(state, visit);
  await loadInto(ctx, state, keys);
  const { sources } = ctx;
  const means = { now: () => instant(sources), newId: () => newId(sources), hash: sha256 };
  await putFollowing(ctx, state, concernsAfter(state, undefined, visit, means));
  for (const key of keys) if (typeOf(key) === 'concern') state.records.delete(key);
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
