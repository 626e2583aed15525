import type { SafeStorage } from 'electron';

type Storage = Pick<
  SafeStorage,
  'isAsyncEncryptionAvailable' | 'encryptStringAsync' | 'decryptStringAsync' | 'getSelectedStorageBackend'
>;
type Backend = ReturnType<SafeStorage['getSelectedStorageBackend']>;

const never = <T>(): Promise<T> => new Promise(() => undefined);
const prefix = (version: 'v10' | 'v11', text: string) =>
  Buffer.from(version + Buffer.from(text, 'utf8').toString('base64'));

/** A keychain that works, as Electron describes one. It opens only what it sealed itself. */
export const workingKeychain = (backend: Backend = 'gnome_libsecret'): Storage => ({
  isAsyncEncryptionAvailable: async () => true,
  getSelectedStorageBackend: () => backend,
  encryptStringAsync: async (text) => prefix('v11', text),
  decryptStringAsync: async (sealed) => {
    if (!Buffer.isBuffer(sealed)) throw new TypeError('Expected the first argument to be a Buffer');
    if (sealed.subarray(0, 3).toString() !== 'v11') throw new Error('Error while decrypting the ciphertext');
    const result = Buffer.from(sealed.subarray(3).toString(), 'base64').toString('utf8');
    return { result, shouldReEncrypt: false };
  },
});

/** No keychain at all. */
export const noKeychain = (): Storage => ({
  ...workingKeychain(),
  isAsyncEncryptionAvailable: async () => false,
  encryptStringAsync: async () => Promise.reject(new Error('Encryption is not available.')),
  decryptStringAsync: async () => Promise.reject(new Error('Decryption is not available.')),
});

/** Linux without a keychain, where Electron owns up to using a constant key. */
export const basicText = (): Storage => ({
  ...workingKeychain('basic_text'),
  encryptStringAsync: async (text) => prefix('v10', text),
});

/** Linux with a keychain that is named but cannot be reached: the constant key is used without a word. */
export const silentFallback = (): Storage => ({
  ...workingKeychain('gnome_libsecret'),
  encryptStringAsync: async (text) => prefix('v10', text),
});

/** A keychain whose question to the person stands unanswered behind another window. */
export const hangingKeychain = (): Storage => ({
  ...workingKeychain(),
  isAsyncEncryptionAvailable: () => never(),
  encryptStringAsync: () => never(),
  decryptStringAsync: () => never(),
});

/** A keychain that throws before it even returns a promise. */
export const throwingKeychain = (): Storage => {
  const broken = () => {
    throw new Error('safeStorage cannot be used before app is ready');
  };
  return {
    isAsyncEncryptionAvailable: broken,
    encryptStringAsync: broken,
    decryptStringAsync: broken,
    getSelectedStorageBackend: broken,
  };
};
