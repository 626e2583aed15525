import { fail, ok, type Result } from '#shared/result.ts';
import { parseDate, parseTime } from '#shared/times.ts';
import type { Reader } from './importer.ts';

/** Words of at most so many characters, kept as they are. */
export const text =
  (longest: number): Reader<string> =>
  (words) =>
    words.length <= longest
      ? ok(words)
      : fail(
          `Longer than ${longest.toLocaleString('en-GB')} characters (it has ${words.length.toLocaleString('en-GB')})`,
        );

/** A name or a reference, as long as a record's short texts may be. */
export const shortText = text(200);
/** What a person wrote, as long as a record's words may be. */
export const words = text(30_000);

const read = <T>(value: T | undefined, problem: string): Result<T, string> =>
  value === undefined ? fail(problem) : ok(value);

/**
 * Years that a custody scheme can have records of. A year outside them is a slip of the keyboard (0022, 2202), and a
 * single record with it would stretch the list of periods over centuries.
 */
const inOurTime = (day: string | undefined): string | undefined =>
  day !== undefined && day >= '1900' && day < '2200' ? day : undefined;

/** A day: `YYYY-MM-DD` or `DD/MM/YYYY`. */
export const date: Reader<string> = (words) =>
  read(inOurTime(parseDate(words)), 'Not a date that exists: write it like 2022-11-30 or 30/11/2022');

/** A month: `YYYY-MM`. */
export const month: Reader<string> = (words) =>
  read(
    inOurTime(/^\d{4}-(0[1-9]|1[0-2])$/.test(words) ? words : undefined),
    'Not a month: write it like 2022-11',
  );

/** A time of day, as generously as the form reads it; the seconds that spreadsheets add are left off. */
export const time: Reader<string> = (words) =>
  read(parseTime(words.replace(/^(\d{1,2}:\d{2}):\d{2}$/, '$1')), 'Not a time of day: write it like 14:30');

const wholeNumber = (words: string): number | undefined => {
  if (!/^(\d{1,9}|\d{1,3}(,\d{3}){1,2})$/.test(words)) return undefined;
  const value = Number(words.replaceAll(',', ''));
  return value <= 1_000_000 ? value : undefined;
};

/** A whole number from 0 to a million; thousands may be separated by commas where they are in their places. */
export const count: Reader<number> = (words) =>
  read(wholeNumber(words), 'Not a whole number from 0 to 1,000,000');

/** How many visits a suite is meant to have in a week: half of one is a visit every other week. */
export const weeklyTarget: Reader<number> = (words) => {
  const value = /^\d{1,3}(\.\d{1,6})?$/.test(words) ? Number(words) : undefined;
  return read(value !== undefined && value <= 100 ? value : undefined, 'Not a number from 0 to 100');
};

/** Capitals, hyphens, underscores and doubled spaces make no difference between words of a list. */
const loose = (words: string): string => words.toLowerCase().replaceAll(/[\s_-]+/g, ' ');

/** One of the words of a list, or another word for one of them. */
export const oneOf = <T extends string>(
  options: readonly T[],
  alsoCalled: Readonly<Record<string, NoInfer<T>>> = {},
): Reader<T> => {
  const known = new Map<string, T>(Object.entries(alsoCalled));
  for (const option of options) known.set(loose(option), option);
  const problem = `Not one of: ${options.join(', ')}`;
  return (words) => read(known.get(loose(words)), problem);
};

const answers = new Map([
  ...['yes', 'y', 'true', '1'].map((word) => [word, true] as const),
  ...['no', 'n', 'false', '0'].map((word) => [word, false] as const),
]);

export const yesNo: Reader<boolean> = (words) => read(answers.get(words.toLowerCase()), 'Not yes or no');

/** How many concerns are to be reported under OPCAT. A column that only says whether there was one counts as one. */
export const opcat: Reader<number> = (words) =>
  read(
    wholeNumber(words) ??
      (answers.has(words.toLowerCase()) ? Number(answers.get(words.toLowerCase())) : undefined),
    'Not a whole number from 0 to 1,000,000, nor yes or no',
  );

/** Whether staff were praised, or the words of the praise; a column of words says "none" where there was none. */
export const praise: Reader<{ praise: boolean; praiseWords?: string }> = (said, ctx) => {
  const answer = /^(none|nil)\.?$/i.test(said) ? false : answers.get(said.toLowerCase());
  if (answer !== undefined) return ok({ praise: answer });
  const reading = words(said, ctx);
  return reading.ok ? ok({ praise: true, praiseWords: reading.value }) : reading;
};
