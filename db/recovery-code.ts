import type { Sources } from '#shared/ids.ts';

/** Crockford's alphabet: no I, L, O or U, so that what is read aloud or off paper is read one way. */
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** 27 characters of 5 random bits are 135 bits; the 28th is the check character. Seven groups of four. */
const recoveryCharacters = 27;
/** 75 bits and the check character, in four groups: used once, within days, and few wrong ones are listened to. */
const invitationCharacters = 15;
const groupLength = 4;

/**
 * The check character: the others as digits of a polynomial over GF(32), reduced by x⁵ + x² + 1. It notices any
 * one wrong character and any two that changed places.
 */
const checkOf = (digits: readonly number[]): number =>
  digits.reduce((sum, digit) => {
    const doubled = (sum ^ digit) << 1;
    return doubled & 32 ? doubled ^ 0b100101 : doubled;
  }, 0);

const textOf = (digits: readonly number[]): string => digits.map((digit) => alphabet[digit]).join('');

const newCode = (sources: Sources, characters: number): string => {
  const digits = Array.from(sources.random(characters), (byte) => byte & 31);
  const text = textOf([...digits, checkOf(digits)]);
  return text.match(new RegExp(`.{${groupLength}}`, 'g'))!.join('-');
};

const readCode = (typed: string, characters: number): string | undefined => {
  const text = typed
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[\s\p{Pd}._]/gu, '')
    .replace(/O/g, '0')
    .replace(/[IL]/g, '1');
  const digits = Array.from(text, (character) => alphabet.indexOf(character));
  if (digits.length !== characters + 1 || digits.includes(-1)) return undefined;
  return checkOf(digits.slice(0, -1)) === digits.at(-1) ? text : undefined;
};

/** A new recovery code as it is printed: `4KQ7-…`, seven groups of four characters, 135 random bits. */
export const newRecoveryCode = (sources: Sources): string => newCode(sources, recoveryCharacters);

/**
 * The code as it was meant: small letters, spaces, any dashes, O for 0 and I or L for 1 are all read. Undefined
 * where it cannot be a code at all: a wrong length, a character that does not occur, or a slip of the pen.
 */
export const readRecoveryCode = (typed: string): string | undefined => readCode(typed, recoveryCharacters);

/** A new invitation code: four groups of four characters, 75 random bits. */
export const newInvitationCode = (sources: Sources): string => newCode(sources, invitationCharacters);

/** An invitation code as it was meant, read as tolerantly as a recovery code. */
export const readInvitationCode = (typed: string): string | undefined =>
  readCode(typed, invitationCharacters);
