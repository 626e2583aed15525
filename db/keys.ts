import { createHash, hkdfSync, timingSafeEqual } from 'node:crypto';
import { z } from 'zod';
import type { Failure } from '#shared/errors.ts';
import { newId, type Sources } from '#shared/ids.ts';
import { fail, ok, type Result } from '#shared/result.ts';
import { newRecoveryCode, readRecoveryCode } from './recovery-code.ts';
import {
  bytes64,
  type Cost,
  keyOfPassphrase,
  keyOfRecoveryCode,
  normalised,
  seal,
  text64,
  unseal,
  type Wrap,
  type WrapOf,
  wrapSchema,
} from './wrap.ts';

/** The 32 random bytes a store is encrypted with. They lie nowhere but in the wraps, and in memory while it is open. */
export type DataKey = Uint8Array;

/** The shapes of `keys.json`: 2 where the office has a way in. A higher one is a newer version's, and no damage. */
const keysFormats = { plain: 1, withOffice: 2 } as const;
const newestFormat = keysFormats.withOffice;

/** What `keys.json` holds: who unlocks here, and the data key under each of the ways to it. */
const keysSchema = z.strictObject({
  format: z.union([z.literal(keysFormats.plain), z.literal(keysFormats.withOffice)]),
  store: z.string().min(1),
  /** The label of the unlock screen: the only thing about a person that stands in clear. */
  name: z.string(),
  /** Known of the right key and of no other: a wrong key is told from a damaged file before the file is touched. */
  check: z.base64(),
  wraps: z.array(wrapSchema).min(1),
});
export type StoreKeys = z.infer<typeof keysSchema>;

/** The operating system's keychain, as far as it is needed here. Each part may reject. */
export type Sealer = {
  seal(text: string): Promise<Uint8Array>;
  open(sealed: Uint8Array): Promise<string>;
};

/** Characters (code points, after normalising) a passphrase has at least. */
export const shortestPassphrase = 12;

/** 64 MiB and three passes: about 0.2 s on an office laptop, five times the least that OWASP asks for. */
export const usualCost: Cost = { memory: 65_536, passes: 3 };

const checkOf = (store: string, key: DataKey): string =>
  text64(new Uint8Array(hkdfSync('sha256', key, store, 'icv-desk key check', 16)));

const isKeyOf = (keys: StoreKeys, key: Uint8Array): boolean => {
  const known = bytes64(keys.check);
  const given = bytes64(checkOf(keys.store, key));
  return known.length === given.length && timingSafeEqual(known, given);
};

const wrapOf = <K extends Wrap['kind']>(keys: StoreKeys, kind: K): WrapOf<K> | undefined =>
  keys.wraps.find((wrap): wrap is WrapOf<K> => wrap.kind === kind);

export const hasWrap = (keys: StoreKeys, kind: Wrap['kind']): boolean => wrapOf(keys, kind) !== undefined;

const withWraps = (keys: StoreKeys, wraps: Wrap[]): StoreKeys => ({
  ...keys,
  format: wraps.some((wrap) => wrap.kind === 'office') ? keysFormats.withOffice : keysFormats.plain,
  wraps,
});

const withoutWrap = (keys: StoreKeys, kind: Wrap['kind']): StoreKeys =>
  withWraps(
    keys,
    keys.wraps.filter((wrap) => wrap.kind !== kind),
  );

const withWrap = (keys: StoreKeys, wrap: Wrap): StoreKeys =>
  withWraps(keys, [...withoutWrap(keys, wrap.kind).wraps, wrap]);

/** The keys without the way that only works on this computer: what goes into a backup. */
export const withoutKeychain = (keys: StoreKeys): StoreKeys => withoutWrap(keys, 'keychain');

/** The keys without the office's way in. */
export const withoutOffice = (keys: StoreKeys): StoreKeys => withoutWrap(keys, 'office');

/**
 * New keys under a passphrase, and the data key they hold. `weakPassphrase` for one that is too short.
 */
export const createKeys = async (
  name: string,
  passphrase: string,
  sources: Sources,
  cost: Cost = usualCost,
): Promise<Result<{ keys: StoreKeys; key: DataKey }, Failure>> => {
  const store = newId(sources);
  const key = sources.random(32);
  const bare: StoreKeys = { format: keysFormats.plain, store, name, check: checkOf(store, key), wraps: [] };
  const keys = await withPassphrase(bare, key, passphrase, sources, cost);
  return keys.ok ? ok({ keys: keys.value, key }) : keys;
};

/** The keys with the data key under a new passphrase instead of the old one. */
export const withPassphrase = async (
  keys: StoreKeys,
  key: DataKey,
  passphrase: string,
  sources: Sources,
  cost: Cost = usualCost,
): Promise<Result<StoreKeys, Failure>> => {
  if (Array.from(normalised(passphrase)).length < shortestPassphrase)
    return fail({ tag: 'weakPassphrase', atLeast: shortestPassphrase });
  const way = { kind: 'passphrase' as const, ...cost, salt: text64(sources.random(16)) };
  return ok(withWrap(keys, seal(keys.store, way, await keyOfPassphrase(passphrase, way), key, sources)));
};

/**
 * The keys with a new code, and the code: it is given this once and kept nowhere. A recovery code is printed; the
 * office's goes to the office alone.
 */
export const withRecoveryCode = (
  keys: StoreKeys,
  key: DataKey,
  sources: Sources,
  kind: 'recovery' | 'office' = 'recovery',
): { keys: StoreKeys; code: string } => {
  const code = newRecoveryCode(sources);
  const way = { kind, salt: text64(sources.random(16)) };
  const wrappingKey = keyOfRecoveryCode(readRecoveryCode(code)!, way.salt);
  return { keys: withWrap(keys, seal(keys.store, way, wrappingKey, key, sources)), code };
};

/** Which of the office's codes opens these keys, by the salt of its wrap; undefined where none does. */
export const officeWayIn = (keys: StoreKeys): string | undefined => wrapOf(keys, 'office')?.salt;

/**
 * The keys with a way through the operating system's keychain, which is tried before it is believed:
 * `keychainMissing` where what it sealed does not come back.
 */
export const withKeychain = async (
  keys: StoreKeys,
  key: DataKey,
  keychain: Sealer,
  sources: Sources,
): Promise<Result<StoreKeys, Failure>> => {
  const wrappingKey = sources.random(32);
  const secret = await keychain.seal(text64(wrappingKey)).catch(() => undefined);
  if (!secret) return fail({ tag: 'keychainMissing' });
  const way = { kind: 'keychain' as const, secret: text64(secret) };
  const sealed = withWrap(keys, seal(keys.store, way, wrappingKey, key, sources));
  const proved = await openWithKeychain(sealed, keychain);
  return proved.ok ? ok(sealed) : fail({ tag: 'keychainMissing' });
};

/** A key that came out of its seal and is not the store's own can only be a damaged or patched-up file. */
const proved = (keys: StoreKeys, key: Buffer): Result<DataKey, Failure> =>
  isKeyOf(keys, key) ? ok(new Uint8Array(key)) : fail({ tag: 'keyDamaged' });

/** `wrongPassphrase`, or `keyDamaged` where the keys are not whole. Takes a fifth of a second on purpose. */
export const openWithPassphrase = async (
  keys: StoreKeys,
  passphrase: string,
): Promise<Result<DataKey, Failure>> => {
  const wrap = wrapOf(keys, 'passphrase');
  if (!wrap) return fail({ tag: 'keyDamaged' });
  if (passphrase === '') return fail({ tag: 'wrongPassphrase' });
  const key = unseal(keys.store, wrap, await keyOfPassphrase(passphrase, wrap));
  return key ? proved(keys, key) : fail({ tag: 'wrongPassphrase' });
};

/**
 * `wrongRecoveryCode` also where none was ever printed. Read tolerantly: see `readRecoveryCode`. The code that the
 * office reads out is typed in the same place, and is told apart by what it opens.
 */
export const openWithRecoveryCode = (keys: StoreKeys, typed: string): Result<DataKey, Failure> => {
  const printed = openWithCode(keys, typed, 'recovery');
  return printed.ok ? printed : openWithCode(keys, typed, 'office');
};

/** Opens by one kind of code alone. */
export const openWithCode = (
  keys: StoreKeys,
  typed: string,
  kind: 'recovery' | 'office',
): Result<DataKey, Failure> => {
  const wrap = wrapOf(keys, kind);
  const code = readRecoveryCode(typed);
  const key = wrap && code && unseal(keys.store, wrap, keyOfRecoveryCode(code, wrap.salt));
  return key ? proved(keys, key) : fail({ tag: 'wrongRecoveryCode' });
};

/** `keychainMissing` where the keychain has no part in these keys, does not answer, or answers something else. */
export const openWithKeychain = async (
  keys: StoreKeys,
  keychain: Sealer,
): Promise<Result<DataKey, Failure>> => {
  const wrap = wrapOf(keys, 'keychain');
  const secret = wrap && (await keychain.open(bytes64(wrap.secret)).catch(() => undefined));
  const wrappingKey = secret === undefined ? undefined : bytes64(secret);
  const key = wrap && wrappingKey?.length === 32 && unseal(keys.store, wrap, wrappingKey);
  return key ? proved(keys, key) : fail({ tag: 'keychainMissing' });
};

const sumOf = (document: unknown): string =>
  createHash('sha256').update(JSON.stringify(document)).digest('hex');

/** The text of `keys.json`. Its sum tells a damaged file from a wrong passphrase; it keeps nobody out. */
export const keysToText = (keys: StoreKeys): string =>
  `${JSON.stringify({ ...keys, sum: sumOf(keys) }, null, 2)}\n`;

/** Reads the text of `keys.json`: `keyDamaged` for what `keysToText` did not write, `storeNewer`. */
export const textToKeys = (text: string): Result<StoreKeys, Failure> => {
  const damaged = fail<Failure>({ tag: 'keyDamaged' });
  let found: unknown;
  try {
    found = JSON.parse(text);
  } catch {
    return damaged;
  }
  if (typeof found !== 'object' || found === null) return damaged;
  const { sum, ...document } = found as Record<string, unknown>;
  if (sum !== sumOf(document)) return damaged;
  if (typeof document.format === 'number' && document.format > newestFormat)
    return fail({ tag: 'storeNewer', found: document.format, known: newestFormat });
  const keys = keysSchema.safeParse(document);
  return keys.success ? ok(keys.data) : damaged;
};
