import { type FoundWords, foundIn } from '#shared/forms/names.ts';
import { escaped } from '#shared/text.ts';
import type { LetterWords } from './merge.ts';

/** Names that a letter may have: the suites', the body's, its writer's and of whoever it is to. */
type Known = { places: readonly string[]; year: number };

/** What in the words of a letter looks like a name, a date of birth or an offence: asked about before it is issued. */
export const letterDoubts = ({ subject, body }: LetterWords, { places, year }: Known): FoundWords[] =>
  foundIn(`${subject}\n\n${body}`, places, year);

const plain = (text: string): string => text.toUpperCase().replaceAll(/[^\p{L}\p{N}]/gu, '');

/** However it is spaced or punctuated. */
const numberPattern = (number: string): RegExp | undefined => {
  const signs = [...plain(number)].map(escaped);
  // A number of one or two signs is in every other text.
  return signs.length < 3
    ? undefined
    : new RegExp(`(?<![\\p{L}\\p{N}])${signs.join('[^\\p{L}\\p{N}\\n]*')}(?![\\p{L}\\p{N}])`, 'giu');
};

/** Which custody record numbers a text gives. */
export const custodyNumbersIn = (text: string, numbers: readonly string[]): string[] =>
  numbers.filter((number) => numberPattern(number)?.test(text));

/** A text with the custody record numbers taken out of it: who it was is nobody's business there. */
export const withoutNumbers = (text: string, numbers: readonly string[]): string =>
  numbers.reduce((left, number) => {
    const pattern = numberPattern(number);
    return pattern ? left.replaceAll(pattern, '(a detainee)') : left;
  }, text);
