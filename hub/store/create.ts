import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { makeFolder, removeFolder } from '#db/disk.ts';
import { attempt } from '#db/failure.ts';
import { createStore, placeKeys, replaceKeys } from '#db/folder.ts';
import {
  createKeys,
  type DataKey,
  openWithRecoveryCode,
  type StoreKeys,
  withRecoveryCode,
} from '#db/keys.ts';
import { newSealingKeys } from '#db/sealed.ts';
import type { Cost } from '#db/wrap.ts';
import type { HubStore } from '#hub/port.ts';
import type { Failure } from '#shared/errors.ts';
import { visitForm } from '#shared/forms/default/index.ts';
import { derivedId, newId, type Sources } from '#shared/ids.ts';
import { defaultSettings } from '#shared/records/setting.ts';
import { fail, ok, type Result } from '#shared/result.ts';
import { addAudit } from './audit.ts';
import type { Context } from './context.ts';
import { type Database, hubFolder, hubName, openEngine, storeOver } from './folder.ts';
import { type HubMeta, writeMeta } from './identity.ts';
import { alone, type Parts } from './store.ts';
import { openVault } from './vault.ts';
import { hubWrite } from './write.ts';

/** What a new hub begins with. */
export type HubBeginning = { folder: string; passphrase: string; database: Database; cost?: Cost };

/** A hub that was just made; the recovery code is shown this once and kept nowhere. */
export type NewHub = { store: HubStore; recoveryCode: string };

/** A new office: its settings, the form that it begins with, its keys. The first person is invited. */
export const initHub = (
  beginning: HubBeginning,
  body: string,
  sources: Sources,
): Promise<Result<NewHub, Failure>> =>
  makeHub(beginning, sources, async (ctx) => {
    const office = newId(sources);
    await beginOffice(ctx, { office, body }, { epoch: 1, n: 0, receipt: '' });
    const write = hubWrite(ctx);
    const setting = { ...defaultSettings, id: derivedId(office, 'setting', 'office'), body };
    await write.make(null, 'setting', setting);
    await write.make(null, 'form', visitForm(derivedId(office, 'form', 'visit 1')));
    await addAudit(ctx, { kind: 'begin', person: null, device: null, subject: null, detail: {} });
  });

/** Writes what an office is, and where it stands. Its keys and the secret of its nonces are new in any case. */
export const beginOffice = async (
  ctx: Context,
  { office, body }: Pick<HubMeta, 'office' | 'body'>,
  { epoch, n, receipt }: { epoch: number; n: number; receipt: string },
): Promise<void> => {
  const nonceSecret = randomBytes(32).toString('base64url');
  await writeMeta(ctx, { office, body, ...newSealingKeys(), nonceSecret, url: null });
  await ctx.db
    .insertInto('place')
    .values({ id: 1, epoch, n, receipt, recovering: 0, audit_seq: 0, audit: '' })
    .execute();
  await ctx.db.insertInto('epoch').values({ epoch, after: 0 }).execute();
};

/** Makes the folder, the keys and the database, and fills it in one transaction; what fails leaves nothing behind. */
export const makeHub = async (
  { folder, passphrase, database, cost }: HubBeginning,
  sources: Sources,
  fill: (ctx: Context) => Promise<void>,
): Promise<Result<NewHub, Failure>> => {
  const directory = hubFolder(folder);
  if (existsSync(directory)) return fail({ tag: 'storeExists' });
  const made =
    database === null
      ? await createStore(folder, hubName, passphrase, sources, cost)
      : await keysOnly(directory, passphrase, sources, cost);
  if (!made.ok) return made;
  let isDone = false;
  try {
    const done = await fillHub(folder, made.value, database, sources, fill);
    isDone = done.ok;
    return done;
  } finally {
    if (!isDone) attempt(directory, () => removeFolder(directory));
  }
};

const keysOnly = async (directory: string, passphrase: string, sources: Sources, cost: Cost | undefined) => {
  const created = await createKeys(hubName, passphrase, sources, cost);
  if (!created.ok) return created;
  const placed = attempt(directory, () => {
    makeFolder(directory);
    placeKeys(directory, created.value.keys);
  });
  return placed.ok ? created : placed;
};

const fillHub = async (
  folder: string,
  { keys, key }: { keys: StoreKeys; key: DataKey },
  database: Database,
  sources: Sources,
  fill: (ctx: Context) => Promise<void>,
): Promise<Result<NewHub, Failure>> => {
  const printed = withRecoveryCode(keys, key, sources);
  const proves = async (written: StoreKeys) => openWithRecoveryCode(written, printed.code).ok;
  const kept = await replaceKeys(hubFolder(folder), printed.keys, proves);
  if (!kept.ok) return kept;
  const unlocked = { keys: printed.keys, key };
  const engine = await openEngine(folder, unlocked, database, sources);
  if (!engine.ok) return engine;
  const parts: Parts = { engine: engine.value, vault: openVault(key, keys.store), sources };
  try {
    await alone(parts, fill);
  } catch (error) {
    await engine.value.close();
    throw error;
  }
  return ok({ store: storeOver(engine.value, unlocked, sources), recoveryCode: printed.code });
};
