/**
 * How wide letters of Arial (and of Arimo and Liberation Sans, which are made as wide) are, in hundredths of their
 * height. Browsers measure text and files cannot, so that both go by this table.
 */
const widths = new Map(
  (
    [
      [22, "'ijl"],
      [28, '| !,./:;I[]\\ft'],
      [33, '()-`r{}'],
      [39, '"*'],
      [50, '^Jcksvxyz'],
      [56, '#$0123456789?L_abdeghnopqu'],
      [61, '+<=>~FTZ'],
      [67, '&ABEKPSVXY'],
      [72, 'CDHNRUw'],
      [78, 'GOQ'],
      [84, 'Mm'],
      [94, '%W'],
      [102, '@…'],
    ] as const
  ).flatMap(([width, letters]) => [...letters].map((letter): [string, number] => [letter, width])),
);

const unseen = /^[\p{M}\p{Cf}]$/u;
const wide =
  /^[\p{Extended_Pictographic}\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]$/u;

const letterWidth = (letter: string): number => {
  const known = widths.get(letter);
  if (known !== undefined) return known;
  if (unseen.test(letter)) return 0;
  return wide.test(letter) || letter.length > 1 ? 138 : 90;
};

/** Pages and files are also read in letters that are up to a tenth wider than Arial's. */
const slack = 1.12;

/** About how wide a line of text is whose letters are `em` high. Too wide is harmless, too narrow cuts it off. */
export const textWidth = (text: string, em: number): number =>
  Math.ceil(([...text].reduce((sum, letter) => sum + letterWidth(letter), 0) * slack * em) / 100);

// Marks that turn the reading of what stands after them, controls, and halves of pairs: a drawing has no place for them.
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken out
const never = /[\u0000-\u001F\u007F-\u009F\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069\uFFFE\uFFFF]|\p{Cs}/gu;

/** More of a name is never drawn: what is longer is cut before it is measured. */
const mostLetters = 400;

/** A name as it is drawn or said: one line, of letters alone. */
export const plain = (text: string): string =>
  text.slice(0, mostLetters).replaceAll(/\s+/g, ' ').replaceAll(never, '').trim();

const letters = new Intl.Segmenter('en-GB', { granularity: 'grapheme' });

/** A text that fits in its room; what does not fit is cut off and says so. The table beside has the whole. */
export const cut = (text: string, room: number, em: number): string => {
  const line = plain(text);
  if (text.length <= mostLetters && textWidth(line, em) <= room) return line;
  let kept = '';
  for (const { segment } of letters.segment(line)) {
    if (textWidth(`${kept}${segment}…`, em) > room) break;
    kept += segment;
  }
  return `${kept.trimEnd()}…`;
};
