import { describe, expect, it } from 'vitest';
import { systemKeychain } from '#electron/keychain.ts';
import {
  basicText,
  hangingKeychain,
  noKeychain,
  silentFallback,
  throwingKeychain,
  workingKeychain,
} from './keychains.ts';

const brief = { asked: 20, used: 20 };

describe('The keychain of the operating system', () => {
  it('gives back what it sealed, and the sealed form does not show it', async () => {
    const keychain = systemKeychain(workingKeychain(), 'linux', brief);
    expect(await keychain.available()).toBe(true);
    const sealed = await keychain.seal('two four six eight');
    expect(Buffer.isBuffer(sealed)).toBe(false);
    expect(Buffer.from(sealed).toString()).not.toContain('two four');
    expect(await keychain.open(sealed)).toBe('two four six eight');
  });

  it('is not there when Electron says that it is not', async () => {
    expect(await systemKeychain(noKeychain(), 'win32', brief).available()).toBe(false);
  });

  it('does not count where Electron uses a key that stands in its source (basic_text)', async () => {
    const keychain = systemKeychain(basicText(), 'linux', brief);
    expect(await keychain.available()).toBe(false);
    await expect(keychain.seal('secret')).rejects.toThrow();
  });

  it('does not count where Electron falls back to that key without saying so', async () => {
    const keychain = systemKeychain(silentFallback(), 'linux', brief);
    expect(await keychain.available()).toBe(false);
    await expect(keychain.seal('secret')).rejects.toThrow();
  });

  it('takes the same mark for what it is on a Mac: the real keychain', async () => {
    const storage = {
      ...silentFallback(),
      getSelectedStorageBackend: () => {
        throw new Error('only on Linux');
      },
    };
    expect(await systemKeychain(storage, 'darwin', brief).available()).toBe(true);
  });

  it('is not waited for when it hangs: asking answers no, using rejects, and both soon', async () => {
    const keychain = systemKeychain(hangingKeychain(), 'darwin', brief);
    expect(await keychain.available()).toBe(false);
    await expect(keychain.seal('secret')).rejects.toThrow('in time');
    await expect(keychain.open(new Uint8Array([1]))).rejects.toThrow('in time');
  });

  it('never throws at whoever asks for it, only rejects', async () => {
    const keychain = systemKeychain(throwingKeychain(), 'linux', brief);
    expect(await keychain.available()).toBe(false);
    await expect(keychain.seal('secret')).rejects.toThrow();
    await expect(keychain.open(new Uint8Array([1]))).rejects.toThrow();
  });

  it('rejects what another computer sealed', async () => {
    const keychain = systemKeychain(workingKeychain(), 'linux', brief);
    await expect(keychain.open(new TextEncoder().encode('xyz-not-ours'))).rejects.toThrow();
  });
});
