import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  createKeys,
  keysToText,
  officeWayIn,
  openWithCode,
  openWithKeychain,
  openWithPassphrase,
  openWithRecoveryCode,
  type Sealer,
  textToKeys,
  usualCost,
  withKeychain,
  withPassphrase,
  withRecoveryCode,
} from '#db/keys.ts';
import { newRecoveryCode, readRecoveryCode } from '#db/recovery-code.ts';
import { failureIn, leastCost, must, otherPassphrase, passphrase, sources } from './support.ts';

const made = async () => must(await createKeys('Ann Lee', passphrase, sources, leastCost));

/** A keychain as an operating system offers it: what it seals, it alone opens. */
const keychain = (): Sealer => {
  const kept = new Map<string, string>();
  return {
    seal: async (text) => {
      const handle = `handle ${kept.size}`;
      kept.set(handle, text);
      return Buffer.from(handle);
    },
    open: async (sealed) => {
      const text = kept.get(Buffer.from(sealed).toString());
      if (text === undefined) throw new Error('No such item');
      return text;
    },
  };
};

describe('A passphrase', () => {
  it('opens the data key it was set for, whatever it is made of', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'binary', minLength: 12, maxLength: 60 }), async (typed) => {
        fc.pre(Array.from(typed.normalize('NFKC')).length >= 12);
        const { keys, key } = must(await createKeys('Ann', typed, sources, leastCost));
        const read = must(textToKeys(keysToText(keys)));
        expect(must(await openWithPassphrase(read, typed))).toEqual(key);
        expect(failureIn(await openWithPassphrase(read, `${typed} `))).toEqual({ tag: 'wrongPassphrase' });
      }),
      { numRuns: 15 },
    );
  });

  it('is the same however the keyboard composes its letters', async () => {
    const { keys, key } = must(await createKeys('Ann', 'caf\u00e9 au lait noir', sources, leastCost));
    expect(must(await openWithPassphrase(keys, 'cafe\u0301 au lait noir'))).toEqual(key);
  });

  it('that is wrong, or empty, is told', async () => {
    const { keys } = await made();
    expect(failureIn(await openWithPassphrase(keys, 'four unrelated word'))).toEqual({
      tag: 'wrongPassphrase',
    });
    expect(failureIn(await openWithPassphrase(keys, ''))).toEqual({ tag: 'wrongPassphrase' });
  });

  it('has twelve characters at least, counted as people count them', async () => {
    const weak = { tag: 'weakPassphrase', atLeast: 12 };
    expect(failureIn(await createKeys('Ann', 'elevenchars', sources, leastCost))).toEqual(weak);
    expect(failureIn(await createKeys('Ann', '🔑🔑🔑🔑🔑🔑', sources, leastCost))).toEqual(weak);
    must(await createKeys('Ann', 'twelve chars', sources, leastCost));
  });

  it('that replaces another leaves the old one worthless and the data key as it was', async () => {
    const { keys, key } = await made();
    const changed = must(await withPassphrase(keys, key, otherPassphrase, sources, leastCost));
    expect(must(await openWithPassphrase(changed, otherPassphrase))).toEqual(key);
    expect(failureIn(await openWithPassphrase(changed, passphrase))).toEqual({ tag: 'wrongPassphrase' });
  });

  it('costs at least what is recommended, and the cost is kept with it', async () => {
    expect(usualCost.memory).toBeGreaterThanOrEqual(19_456);
    expect(usualCost.passes).toBeGreaterThanOrEqual(2);
    const { keys } = must(await createKeys('Ann', passphrase, sources));
    expect(keys.wraps).toMatchObject([{ kind: 'passphrase', ...usualCost }]);
  });
});

describe('A recovery code', () => {
  it('opens the data key, written in any of the ways people write it', async () => {
    const { keys: bare, key } = await made();
    const { keys, code } = withRecoveryCode(bare, key, sources);
    expect(code).toMatch(/^([0-9A-HJKMNP-TV-Z]{4}-){6}[0-9A-HJKMNP-TV-Z]{4}$/);
    for (const typed of [
      code,
      code.toLowerCase(),
      code.replaceAll('-', ' '),
      code.replaceAll('-', ''),
      ` ${code.replaceAll('-', ' – ')}\n`,
      code.replaceAll('0', 'O').replaceAll('1', 'l'),
      code.replaceAll('0', 'o').replaceAll('1', 'I'),
    ])
      expect(must(openWithRecoveryCode(keys, typed))).toEqual(key);
  });

  it('that is another one, or none was ever printed, is wrong', async () => {
    const { keys: bare, key } = await made();
    const { keys } = withRecoveryCode(bare, key, sources);
    const wrong = { tag: 'wrongRecoveryCode' };
    expect(failureIn(openWithRecoveryCode(keys, newRecoveryCode(sources)))).toEqual(wrong);
    expect(failureIn(openWithRecoveryCode(keys, ''))).toEqual(wrong);
    expect(failureIn(openWithRecoveryCode(bare, newRecoveryCode(sources)))).toEqual(wrong);
  });

  it('printed again makes the earlier one worthless', async () => {
    const { keys: bare, key } = await made();
    const first = withRecoveryCode(bare, key, sources);
    const second = withRecoveryCode(first.keys, key, sources);
    expect(failureIn(openWithRecoveryCode(second.keys, first.code))).toEqual({ tag: 'wrongRecoveryCode' });
    expect(must(openWithRecoveryCode(second.keys, second.code))).toEqual(key);
  });

  it('with one wrong character, or two in each other’s place, is noticed before it is tried', () => {
    const position = fc.nat({ max: 27 });
    const character = fc.constantFrom(...'0123456789ABCDEFGHJKMNPQRSTVWXYZ');
    fc.assert(
      fc.property(position, position, character, (at, other, put) => {
        const code = newRecoveryCode(sources).replaceAll('-', '');
        expect(readRecoveryCode(code)).toBe(code);
        const slipped = code.slice(0, at) + put + code.slice(at + 1);
        if (slipped !== code) expect(readRecoveryCode(slipped)).toBeUndefined();
        const letters = Array.from(code);
        [letters[at], letters[other]] = [letters[other]!, letters[at]!];
        if (letters.join('') !== code) expect(readRecoveryCode(letters.join(''))).toBeUndefined();
      }),
      { numRuns: 500 },
    );
  });
});

describe("The office's code", () => {
  it('opens the data key, typed where the recovery code is typed, and leaves that as it was', async () => {
    const { keys: bare, key } = await made();
    const printed = withRecoveryCode(bare, key, sources);
    const { keys, code } = withRecoveryCode(printed.keys, key, sources, 'office');
    const read = must(textToKeys(keysToText(keys)));
    expect(must(openWithRecoveryCode(read, code))).toEqual(key);
    expect(must(openWithRecoveryCode(read, printed.code))).toEqual(key);
    expect(failureIn(openWithCode(read, code, 'recovery'))).toEqual({ tag: 'wrongRecoveryCode' });
  });

  it('made again makes the earlier one worthless, and is told apart from it', async () => {
    const { keys: bare, key } = await made();
    const first = withRecoveryCode(bare, key, sources, 'office');
    const second = withRecoveryCode(first.keys, key, sources, 'office');
    expect(failureIn(openWithRecoveryCode(second.keys, first.code))).toEqual({ tag: 'wrongRecoveryCode' });
    expect(must(openWithRecoveryCode(second.keys, second.code))).toEqual(key);
    expect(officeWayIn(bare)).toBeUndefined();
    expect(officeWayIn(first.keys)).not.toBe(officeWayIn(second.keys));
  });

  it('is a way that an older version does not know: it asks for an update instead of calling it damage', async () => {
    const { keys: bare, key } = await made();
    expect(bare.format).toBe(1);
    expect(withRecoveryCode(bare, key, sources, 'office').keys.format).toBe(2);
  });
});

describe('The keychain', () => {
  it('opens the data key', async () => {
    const { keys, key } = await made();
    const chain = keychain();
    const withChain = must(await withKeychain(keys, key, chain, sources));
    expect(must(await openWithKeychain(withChain, chain))).toEqual(key);
  });

  it('that is missing, empty or somebody else’s leaves the passphrase to open the store', async () => {
    const { keys, key } = await made();
    const withChain = must(await withKeychain(keys, key, keychain(), sources));
    const missing = { tag: 'keychainMissing' };
    const garbled: Sealer = { ...keychain(), open: async () => 'something else' };
    expect(failureIn(await openWithKeychain(withChain, keychain()))).toEqual(missing);
    expect(failureIn(await openWithKeychain(withChain, garbled))).toEqual(missing);
    expect(failureIn(await openWithKeychain(keys, keychain()))).toEqual(missing);
    expect(must(await openWithPassphrase(withChain, passphrase))).toEqual(key);
  });

  it('that does not give back what it was given is not relied on', async () => {
    const { keys, key } = await made();
    const forgetful: Sealer = { ...keychain(), open: () => Promise.reject(new Error('Locked')) };
    expect(failureIn(await withKeychain(keys, key, forgetful, sources))).toEqual({ tag: 'keychainMissing' });
    const refusing: Sealer = { ...keychain(), seal: () => Promise.reject(new Error('No keychain')) };
    expect(failureIn(await withKeychain(keys, key, refusing, sources))).toEqual({ tag: 'keychainMissing' });
  });
});

describe('keys.json', () => {
  it('with any byte changed, cut short, or replaced is damaged, and never a wrong passphrase', async () => {
    const text = keysToText((await made()).keys);
    const changed = (at: number) => {
      const bytes = Buffer.from(text);
      bytes[at] = bytes[at]! ^ 1;
      return bytes.toString('utf8');
    };
    const spaces = Array.from(text, (character, at) => (/\s/.test(character) ? at : -1));
    for (let at = 0; at < text.length; at++)
      if (!spaces.includes(at)) expect(failureIn(textToKeys(changed(at)))).toEqual({ tag: 'keyDamaged' });
    for (const rubbish of [
      '',
      '{}',
      'null',
      '[]',
      '"x"',
      text.slice(0, -20),
      text.slice(20),
      '\0'.repeat(400),
    ])
      expect(failureIn(textToKeys(rubbish))).toEqual({ tag: 'keyDamaged' });
  });

  it('of a newer version is not called damaged', async () => {
    const { keys } = await made();
    const newer = keysToText({ ...keys, format: 3 } as unknown as typeof keys);
    expect(failureIn(textToKeys(newer))).toEqual({ tag: 'storeNewer', found: 3, known: 2 });
  });

  it('with a wrap of another store, or one made cheaper, opens nothing', async () => {
    const { keys } = await made();
    const other = await made();
    const carried = { ...keys, wraps: other.keys.wraps };
    expect(failureIn(await openWithPassphrase(carried, passphrase))).toEqual({ tag: 'wrongPassphrase' });
    const patched = { ...keys, check: other.keys.check };
    expect(failureIn(await openWithPassphrase(patched, passphrase))).toEqual({ tag: 'keyDamaged' });
    const cheaper = keysToText({
      ...keys,
      wraps: keys.wraps.map((wrap) => ({ ...wrap, memory: 8 })),
    } as typeof keys);
    expect(failureIn(textToKeys(cheaper))).toEqual({ tag: 'keyDamaged' });
  });
});
