import type { HubStore } from '#hub/port.ts';
import type { Sources } from '#shared/ids.ts';
import type { Context } from './context.ts';
import type { Db, Engine } from './engine.ts';
import { hubRead } from './read.ts';
import type { Vault } from './vault.ts';
import { hubWrite } from './write.ts';

/** What a store is made of: its database, its vault, its clock. */
export type Parts = { engine: Engine; vault: Vault; sources: Sources };

export const contextOver = ({ engine, vault, sources }: Parts, db: Db): Context => ({
  db,
  vault,
  sources,
  among: engine.among,
  hasPurged: false,
});

/** Runs work in a transaction of its own; what was purged in it is forgotten by the files as well. */
export const alone = async <T>(parts: Parts, work: (ctx: Context) => Promise<T>): Promise<T> => {
  let hasPurged = false;
  const result = await parts.engine.alone(async (db) => {
    const ctx = contextOver(parts, db);
    const done = await work(ctx);
    hasPurged = ctx.hasPurged;
    return done;
  });
  if (hasPurged) await parts.engine.forget();
  return result;
};

/** The hub's store over an open database that has its newest shape. */
export const hubStore = (parts: Parts, rest: Pick<HubStore, 'check' | 'backUp'>): HubStore => ({
  kind: parts.engine.kind,
  inOrder: (work) => alone(parts, (ctx) => work(hubWrite(ctx))),
  read: (work) => parts.engine.glance((db) => work(hubRead(contextOver(parts, db)))),
  ...rest,
  close: () => parts.engine.close(),
});
