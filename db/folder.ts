import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { Failure } from '#shared/errors.ts';
import type { Sources } from '#shared/ids.ts';
import { fail, ok, type Result } from '#shared/result.ts';
import { asSpoken } from '#shared/text.ts';
import {
  freeName,
  makeFolder,
  moveInPlace,
  overwrite,
  removeFolder,
  syncToDisk,
  writeBeside,
} from './disk.ts';
import { attempt, attemptToRead } from './failure.ts';
import { createFile } from './file.ts';
import { holdStore, whileHolding } from './hold.ts';
import { createKeys, type DataKey, hasWrap, keysToText, type StoreKeys, textToKeys } from './keys.ts';
import type { Cost } from './wrap.ts';

/**
 * The data folder:
 *
 *     ann-lee/              a person's store: store.db (with its log while it is open), keys.json, backups/
 *     ann-lee.lock          empty; locked while the store is open for writing
 *     ann-lee.unfinished/   being made or restored; worth nothing
 *     ann-lee.ready/        restored and proved whole, about to take its place
 *     ann-lee.before-…/     what a restore set aside
 *
 * A store that the office ended holds `ended.json`, and what was unsent, sealed to the office, where it was not taken.
 *
 * The name of a store's own folder has no dot.
 */
export const storeFile = (directory: string): string => join(directory, 'store.db');
export const keysFile = (directory: string): string => join(directory, 'keys.json');
export const backupsFolder = (directory: string): string => join(directory, 'backups');
export const unfinished = (directory: string): string => `${directory}.unfinished`;
export const ready = (directory: string): string => `${directory}.ready`;

/** A store as the unlock screen lists it. One whose keys cannot be read is listed all the same, never hidden. */
export type StoreEntry = {
  directory: string;
  name: string;
  keychain: boolean;
  recovery: boolean;
  /** Whether the office has a code that opens it. */
  office: boolean;
  damaged: boolean;
  /** The office has ended the access of this laptop: nothing is left but this. */
  ended: EndedStore | null;
};

/** The stores of a data folder, by name; none where the folder is not there yet. `cannotRead`. */
export const listStores = (folder: string): Result<StoreEntry[], Failure> => {
  finishRestores(folder);
  const names = namesIn(folder);
  if (!names.ok) return names;
  const entries = names.value
    .filter((slug) => !slug.includes('.') && holdsStore(join(folder, slug)))
    .map((slug) => entryOf(join(folder, slug), slug))
    .sort((a, b) => a.name.localeCompare(b.name));
  // Whoever was invited again has a new store: the mark of the old one has said what it had to say.
  const live = new Set(entries.filter(({ ended }) => !ended).map(({ name }) => asSpoken(name)));
  return ok(entries.filter(({ ended, name }) => !ended || !live.has(asSpoken(name))));
};

/** Either file makes it one: a store that has lost its keys must not look like an empty place. */
const holdsStore = (directory: string): boolean =>
  existsSync(keysFile(directory)) || existsSync(storeFile(directory)) || existsSync(endedFile(directory));

const namesIn = (folder: string): Result<string[], Failure> =>
  attemptToRead(folder, () =>
    existsSync(folder)
      ? readdirSync(folder, { withFileTypes: true })
          .filter((found) => found.isDirectory())
          .map(({ name }) => name)
      : [],
  );

const entryOf = (directory: string, slug: string): StoreEntry => {
  const ended = readEnded(directory);
  const closed = { directory, keychain: false, recovery: false, office: false };
  if (ended) {
    // Cut short, it is finished: a key that was to be destroyed is not left lying.
    attempt(directory, () => destroyStore(directory));
    return { ...closed, name: ended.name, damaged: false, ended };
  }
  const keys = readKeys(directory);
  if (!keys.ok) return { ...closed, name: slug, damaged: true, ended: null };
  const { name } = keys.value;
  return {
    directory,
    name,
    keychain: hasWrap(keys.value, 'keychain'),
    recovery: hasWrap(keys.value, 'recovery'),
    office: hasWrap(keys.value, 'office'),
    damaged: false,
    ended: null,
  };
};

const endedFile = (directory: string): string => join(directory, 'ended.json');

/** What is left of a store whose access the office ended: whose it was, when, and where what was unsent lies. */
const endedSchema = z.strictObject({ name: z.string(), at: z.string(), kept: z.string().nullable() });
export type EndedStore = z.infer<typeof endedSchema>;

export const readEnded = (directory: string): EndedStore | undefined => {
  try {
    return endedSchema.safeParse(JSON.parse(readFileSync(endedFile(directory), 'utf8'))).data;
  } catch {
    return undefined;
  }
};

/**
 * Ends a store for good: every wrap of its key is destroyed, those in its backups too, and the file with it. What it
 * had not sent, sealed to the office, is kept beside where `unsent` is given. `cannotWrite`, `diskFull`: then the key
 * is still there, and it is tried again.
 */
export const endStore = (
  directory: string,
  { name, at, unsent }: { name: string; at: string; unsent: string | null },
): Result<EndedStore, Failure> =>
  attempt(directory, () => {
    const place = join(directory, 'unsent.icvsealed');
    if (unsent !== null) moveInPlace(writeBeside(place, unsent), place);
    const ended = { name, at, kept: unsent === null ? null : place };
    moveInPlace(writeBeside(endedFile(directory), JSON.stringify(ended)), endedFile(directory));
    destroyStore(directory);
    return ended;
  });

/** The key goes first. It is written over before it is deleted, for what that is worth on a modern disk. */
const destroyStore = (directory: string): void => {
  for (const keys of [keysFile(directory), `${keysFile(directory)}.new`]) {
    if (existsSync(keys)) overwrite(keys);
    removeFolder(keys);
  }
  for (const name of readdirSync(directory))
    if (name === 'backups' || name.startsWith('store.db')) removeFolder(join(directory, name));
  syncToDisk(directory, 'folder');
};

/**
 * A restore that was killed between setting the old store aside and putting the new one in its place is finished;
 * what was killed earlier is cleared away. What somebody holds is being worked on, and is left alone.
 */
const finishRestores = (folder: string): void => {
  const names = namesIn(folder);
  if (!names.ok) return;
  for (const name of names.value) {
    const slug = name.replace(/\.(ready|unfinished)$/, '');
    if (slug === name) continue;
    const directory = join(folder, slug);
    const hold = holdStore(directory);
    if (!hold.ok) continue;
    attempt(folder, () => {
      if (name === `${slug}.ready` && !existsSync(directory)) moveInPlace(ready(directory), directory);
      else removeFolder(join(folder, name));
    });
    hold.value.release();
  }
};

/** The keys of a store. `noStore`, `cannotRead`; `keyDamaged` also where the store is there and its keys are not. */
export const readKeys = (directory: string): Result<StoreKeys, Failure> => {
  const path = keysFile(directory);
  if (!existsSync(path)) return fail({ tag: holdsStore(directory) ? 'keyDamaged' : 'noStore' });
  const text = attemptToRead(path, () => readFileSync(path, 'utf8'));
  return text.ok ? textToKeys(text.value) : text;
};

/**
 * Puts new keys in the place of the old ones, which stay until what was written has been read back from the disk
 * and `proves` true: no moment leaves a store without a key that opens it.
 */
export const replaceKeys = async (
  directory: string,
  keys: StoreKeys,
  proves: (written: StoreKeys) => Promise<boolean>,
): Promise<Result<void, Failure>> => {
  const path = keysFile(directory);
  const beside = attempt(path, () => writeBeside(path, keysToText(keys)));
  if (!beside.ok) return beside;
  const written = attemptToRead(beside.value, () => readFileSync(beside.value, 'utf8'));
  const read = written.ok ? textToKeys(written.value) : written;
  if (!read.ok) return read;
  if (!(await proves(read.value))) return fail({ tag: 'keyDamaged' });
  return attempt(path, () => moveInPlace(beside.value, path));
};

/** The name as a folder may be called everywhere: small letters, digits and hyphens. */
const slugOf = (name: string): string =>
  name
    .normalize('NFKD')
    .toLowerCase()
    .replace(/\p{M}/gu, '')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 40) || 'store';

/**
 * Where the store of `name` lies, or would lie. One whose keys cannot be read is taken to be theirs where its
 * folder is called so; another person whose name makes the same folder name is passed by.
 */
export const directoryFor = (folder: string, name: string): Result<string, Failure> => {
  const stores = listStores(folder);
  if (!stores.ok) return stores;
  const place = join(folder, slugOf(name));
  const known = stores.value.find((store) =>
    store.damaged ? store.directory === place : !store.ended && asSpoken(store.name) === asSpoken(name),
  );
  return ok(known ? known.directory : freeName(place));
};

/** A store that has just been made: where, and what opens it. */
export type NewStore = { directory: string; keys: StoreKeys; key: DataKey };

/**
 * Makes a person's store: keys and an empty encrypted file, built aside and put in place in one step.
 * `storeExists`, `weakPassphrase`, `cannotWrite`, `diskFull`, `storeInUse`.
 */
export const createStore = async (
  folder: string,
  name: string,
  passphrase: string,
  sources: Sources,
  cost?: Cost,
): Promise<Result<NewStore, Failure>> => {
  const place = directoryFor(folder, name);
  if (!place.ok) return place;
  if (existsSync(place.value)) return fail({ tag: 'storeExists' });
  const created = await createKeys(name, passphrase, sources, cost);
  return created.ok ? placeStore(folder, created.value) : created;
};

/**
 * Puts a store with these keys in its place, in one step. `fill` writes into the new file before that, so that a store
 * which has to begin with something is never found without it.
 * `storeExists`, `cannotWrite`, `diskFull`, `storeInUse`.
 */
export const placeStore = async (
  folder: string,
  { keys, key }: Omit<NewStore, 'directory'>,
  fill: (file: string) => Result<void, Failure> = () => ok(undefined),
): Promise<Result<NewStore, Failure>> => {
  const folderMade = attempt(folder, () => makeFolder(folder));
  if (!folderMade.ok) return folderMade;
  const place = directoryFor(folder, keys.name);
  if (!place.ok) return place;
  const directory = place.value;
  return whileHolding(directory, async () => {
    if (existsSync(directory)) return fail({ tag: 'storeExists' });
    const built = buildStore(unfinished(directory), keys, key);
    const filled = built.ok ? fill(storeFile(unfinished(directory))) : built;
    // Filling it took the right to write a folder that has another name from now on.
    attempt(directory, () => removeFolder(`${unfinished(directory)}.lock`));
    const placed = filled.ok
      ? attempt(directory, () => moveInPlace(unfinished(directory), directory))
      : filled;
    if (placed.ok) return ok({ directory, keys, key });
    attempt(directory, () => removeFolder(unfinished(directory)));
    return placed;
  });
};

const buildStore = (directory: string, keys: StoreKeys, key: DataKey): Result<void, Failure> => {
  const begun = attempt(directory, () => {
    removeFolder(directory);
    makeFolder(backupsFolder(directory));
    placeKeys(directory, keys);
  });
  const file = begun.ok ? createFile(storeFile(directory), key) : begun;
  return file.ok ? attempt(directory, () => syncToDisk(directory, 'folder')) : file;
};

/** The first keys of a folder that has none. Throws what the file system throws. */
export const placeKeys = (directory: string, keys: StoreKeys): void => {
  const path = keysFile(directory);
  moveInPlace(writeBeside(path, keysToText(keys)), path);
};
