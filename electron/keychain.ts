import type { SafeStorage } from 'electron';
import type { Keychain } from '#desk/desk.ts';

type Storage = Pick<
  SafeStorage,
  'isAsyncEncryptionAvailable' | 'encryptStringAsync' | 'decryptStringAsync' | 'getSelectedStorageBackend'
>;

/** How long the keychain is waited for, in milliseconds: when only asked whether it is there, and when used. */
type Patience = { asked: number; used: number };

/** On Linux, what Chromium writes in front of text that it encrypted with a constant everybody knows. */
const knownToEverybody = Buffer.from('v10');

/** An answer in time, or a rejection. A late answer is dropped: by then the person is typing the passphrase. */
const within = async <T>(milliseconds: number, answer: Promise<T>): Promise<T> => {
  let timer: NodeJS.Timeout | undefined;
  const tooLate = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error('The keychain did not answer in time.')), milliseconds);
  });
  try {
    return await Promise.race([answer, tooLate]);
  } finally {
    clearTimeout(timer);
  }
};

/**
 * The operating system's keychain through Electron, only where there is a real one. On Linux Electron also works
 * without any keychain, with a key written in its source; that keeps nothing from anybody and counts as none, whether
 * Electron admits to it beforehand (`basic_text`) or falls back to it only when it writes (`v10`).
 *
 * A keychain may fail, or ask the person something and never come back. Every use ends after a while as a rejection,
 * and the passphrase opens the store instead.
 */
export const systemKeychain = (
  storage: Storage,
  platform: NodeJS.Platform,
  patience: Patience = { asked: 3_000, used: 30_000 },
): Keychain => {
  const seal = async (text: string, milliseconds: number): Promise<Uint8Array> => {
    const sealed = await within(milliseconds, storage.encryptStringAsync(text));
    if (platform === 'linux' && sealed.subarray(0, knownToEverybody.length).equals(knownToEverybody))
      throw new Error('This computer has no keychain.');
    return new Uint8Array(sealed);
  };

  const isThere = async (): Promise<boolean> => {
    if (!(await within(patience.asked, storage.isAsyncEncryptionAvailable()))) return false;
    if (platform !== 'linux') return true;
    const backend = storage.getSelectedStorageBackend();
    if (backend === 'basic_text' || backend === 'unknown') return false;
    await seal('is there a keychain', patience.asked);
    return true;
  };

  return {
    available: () => isThere().catch(() => false),
    seal: (text) => seal(text, patience.used),
    open: async (sealed) =>
      (await within(patience.used, storage.decryptStringAsync(Buffer.from(sealed)))).result,
  };
};
