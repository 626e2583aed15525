import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createStore, keysFile, listStores, readKeys, storeFile } from '#db/folder.ts';
import { openWithKeychain, openWithPassphrase, openWithRecoveryCode } from '#db/keys.ts';
import { addKeychainWrap, changePassphrase, changeRecoveryCode } from '#db/rewrap.ts';
import {
  failureIn,
  filesUnder,
  leastCost,
  must,
  newStore,
  otherPassphrase,
  passphrase,
  scratch,
  sources,
} from './support.ts';

const folder = scratch();
const create = (place: string, name: string) => createStore(place, name, passphrase, sources, leastCost);
const names = (place: string) => must(listStores(place)).map(({ name }) => name);

describe('The data folder', () => {
  it('that is not there yet, or is empty, holds no store', () => {
    expect(must(listStores(join(folder('none'), 'not-there')))).toEqual([]);
    expect(must(listStores(folder('none')))).toEqual([]);
  });

  it('holds the stores of several persons, by name', async () => {
    const place = folder('several');
    for (const name of ['Zoë Hart', 'Ann Lee', '李安', '王芳']) must(await create(place, name));
    expect(names(place)).toEqual(['Ann Lee', 'Zoë Hart', '李安', '王芳'].sort((a, b) => a.localeCompare(b)));
    const directories = readdirSync(place).filter((name) => !name.endsWith('.lock'));
    expect(directories.sort()).toEqual(['ann-lee', 'store', 'store-2', 'zoe-hart']);
  });

  it('never has a store made over one that is there', async () => {
    const place = folder('exists');
    await newStore(place, 'Ann Lee');
    for (const name of ['Ann Lee', 'ann lee ', 'ANN LEE'])
      expect(failureIn(await create(place, name))).toEqual({ tag: 'storeExists' });
    must(await create(place, 'Ann-Lee'));
    expect(names(place)).toEqual(['Ann Lee', 'Ann-Lee']);
  });

  it('shows nothing of a person but the label of the unlock screen', async () => {
    const place = folder('clear');
    const { key } = await newStore(place, 'Front desk');
    for (const { bytes } of filesUnder(place)) {
      expect(bytes.includes(Buffer.from(key))).toBe(false);
      expect(bytes.includes(Buffer.from(key).toString('base64'))).toBe(false);
      expect(bytes.includes(Buffer.from(key).toString('hex'))).toBe(false);
      expect(bytes.includes(passphrase)).toBe(false);
    }
  });

  it('lists a store whose keys are damaged or lost, and makes no other in its place', async () => {
    const place = folder('damaged');
    const { directory } = await newStore(place);
    const damaged = [{ directory, name: 'ann-lee', keychain: false, recovery: false, damaged: true }];
    writeFileSync(keysFile(directory), 'rubbish');
    expect(must(listStores(place))).toMatchObject(damaged);
    expect(failureIn(readKeys(directory))).toEqual({ tag: 'keyDamaged' });
    rmSync(keysFile(directory));
    expect(must(listStores(place))).toMatchObject(damaged);
    expect(failureIn(readKeys(directory))).toEqual({ tag: 'keyDamaged' });
    expect(failureIn(await create(place, 'Ann Lee'))).toEqual({ tag: 'storeExists' });
  });

  it('may hold what is nobody’s store', async () => {
    const place = folder('foreign');
    mkdirSync(join(place, 'GPUCache'));
    writeFileSync(join(place, 'Preferences'), '{}');
    expect(must(listStores(place))).toEqual([]);
    expect(failureIn(readKeys(join(place, 'GPUCache')))).toEqual({ tag: 'noStore' });
  });

  it('is left as it was where a passphrase is too weak', async () => {
    const place = folder('weak');
    const weak = await createStore(place, 'Ann', 'short', sources);
    expect(failureIn(weak)).toEqual({ tag: 'weakPassphrase', atLeast: 12 });
    expect(readdirSync(place)).toEqual([]);
  });

  it('has what a killed set-up or restore left behind cleared away, or finished', async () => {
    const place = folder('leftovers');
    const { directory } = await newStore(place);
    mkdirSync(`${directory}.unfinished`);
    mkdirSync(`${directory}.ready`);
    expect(names(place)).toEqual(['Ann Lee']);
    expect(existsSync(`${directory}.unfinished`) || existsSync(`${directory}.ready`)).toBe(false);
    renameSync(directory, `${directory}.ready`);
    expect(names(place)).toEqual(['Ann Lee']);
    expect(existsSync(storeFile(directory))).toBe(true);
  });
});

describe('The ways into a store', () => {
  const chain = () => {
    let kept = '';
    return {
      seal: async (text: string) => {
        kept = text;
        return Buffer.from('item 1');
      },
      open: async () => kept,
    };
  };

  it('are the passphrase, and what is added to it', async () => {
    const place = folder('ways');
    const { directory, key } = await newStore(place);
    const shown = () => must(listStores(place))[0];
    expect(shown()).toMatchObject({ keychain: false, recovery: false });
    const code = must(await changeRecoveryCode(directory, key, sources));
    expect(shown()).toMatchObject({ keychain: false, recovery: true });
    const keychain = chain();
    must(await addKeychainWrap(directory, key, keychain, sources));
    expect(shown()).toMatchObject({ keychain: true, recovery: true });
    const keys = must(readKeys(directory));
    expect(must(await openWithPassphrase(keys, passphrase))).toEqual(key);
    expect(must(openWithRecoveryCode(keys, code))).toEqual(key);
    expect(must(await openWithKeychain(keys, keychain))).toEqual(key);
  });

  it('survive a change of the passphrase, which alone changes', async () => {
    const { directory, key } = await newStore(folder('change'));
    const code = must(await changeRecoveryCode(directory, key, sources));
    must(await changePassphrase(directory, key, otherPassphrase, sources, leastCost));
    const keys = must(readKeys(directory));
    expect(failureIn(await openWithPassphrase(keys, passphrase))).toEqual({ tag: 'wrongPassphrase' });
    expect(must(await openWithPassphrase(keys, otherPassphrase))).toEqual(key);
    expect(must(openWithRecoveryCode(keys, code))).toEqual(key);
  });

  it('are not changed for one that is too weak, or that does not prove itself', async () => {
    const { directory, key } = await newStore(folder('unproved'));
    const before = must(readKeys(directory));
    const weak = await changePassphrase(directory, key, 'short', sources);
    expect(failureIn(weak)).toEqual({ tag: 'weakPassphrase', atLeast: 12 });
    const anotherKey = sources.random(32);
    const wrong = await changePassphrase(directory, anotherKey, otherPassphrase, sources, leastCost);
    expect(failureIn(wrong)).toEqual({ tag: 'keyDamaged' });
    const broken = { ...chain(), open: () => Promise.reject(new Error('Locked')) };
    expect(failureIn(await addKeychainWrap(directory, key, broken, sources))).toEqual({
      tag: 'keychainMissing',
    });
    expect(must(readKeys(directory))).toEqual(before);
  });

  it('are none where the keys are damaged', async () => {
    const { directory, key } = await newStore(folder('no-ways'));
    writeFileSync(keysFile(directory), '{"format":1}');
    const damaged = { tag: 'keyDamaged' };
    expect(failureIn(await changePassphrase(directory, key, otherPassphrase, sources))).toEqual(damaged);
    expect(failureIn(await changeRecoveryCode(directory, key, sources))).toEqual(damaged);
    expect(failureIn(await addKeychainWrap(directory, key, chain(), sources))).toEqual(damaged);
  });
});
