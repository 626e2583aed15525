import { isolated } from '#shared/bidi.ts';
import type { LetterKind } from '#shared/records/letter.ts';
import { type LetterField, letterFields } from './fields.ts';

/** The words of a letter: a subject, and paragraphs with blank lines between. */
export type LetterWords = { subject: string; body: string };

/** What is wrong with a field, and where: a name that is none, a value that is not there, braces that do not close. */
export type FieldProblem = { kind: 'unknown' | 'missing' | 'broken'; field: string; place: string };

const fieldIn = /\{\{([^{}\n]*)\}\}/g;
const braces = /\{\{|\}\}/;

/** The paragraphs of a text: what blank lines part. Line breaks within one stay. */
export const paragraphsOf = (text: string): string[] =>
  text
    .replaceAll(/\r\n?/g, '\n')
    .split(/\n[^\S\n]*\n\s*/)
    .map((paragraph) => paragraph.trim())
    .filter(Boolean);

/** The pieces of the words that a problem can lie in, as people find them. */
const pieces = ({ subject, body }: LetterWords): { place: string; text: string }[] => [
  { place: 'the subject', text: subject },
  ...paragraphsOf(body).map((text, i) => ({ place: `paragraph ${i + 1}`, text })),
];

const fieldsOf = (kind: LetterKind): Map<string, LetterField> =>
  new Map(letterFields[kind].map((field) => [field.name, field]));

/** The fields of a template that its kind does not have, and braces that are no field. */
export const templateProblems = (kind: LetterKind, words: LetterWords): FieldProblem[] => {
  const known = fieldsOf(kind);
  return pieces(words).flatMap(({ place, text }) => [
    ...[...text.matchAll(fieldIn)]
      .map(([, inner = '']) => inner.trim())
      .filter((field) => !known.has(field))
      .map((field): FieldProblem => ({ kind: 'unknown', field, place })),
    ...(braces.test(text.replaceAll(fieldIn, ''))
      ? [{ kind: 'broken', field: '', place } satisfies FieldProblem]
      : []),
  ]);
};

/** The fields that words written out still have: each is a value that nobody has given, or a name that is none. */
export const leftFields = (kind: LetterKind, words: LetterWords): FieldProblem[] => {
  const known = fieldsOf(kind);
  const missing = pieces(words).flatMap(({ place, text }) =>
    [...text.matchAll(fieldIn)]
      .map(([, inner = '']) => inner.trim())
      .filter((field) => known.has(field))
      .map((field): FieldProblem => ({ kind: 'missing', field, place })),
  );
  return [...templateProblems(kind, words), ...missing];
};

/** Whether a template asks for a field. */
export const asksFor = ({ subject, body }: LetterWords, name: string): boolean =>
  [...`${subject}\n${body}`.matchAll(fieldIn)].some(([, inner = '']) => inner.trim() === name);

// Letters must be written as XML: control characters and halves of pairs have no place there.
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken out
const unprintable = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F\uFFFE\uFFFF]|\p{Cs}/gu;

/** A text without what no document can hold. */
export const printable = (text: string): string =>
  text.replaceAll(/\r\n?/g, '\n').replaceAll(unprintable, '');

/** Braces that somebody typed are words, not fields. */
const asWords = (value: string): string =>
  printable(value)
    .replaceAll(/\{(?=\{)|\}(?=\})/g, '$& ')
    .trim();

/**
 * The words of a template with its fields filled in, once: what a value says is never read as a field. A field without
 * a value, or that is none, stays as it is, so that nothing is left out unseen.
 */
export const merge = (
  words: LetterWords,
  values: Readonly<Record<string, string | undefined>>,
): LetterWords => {
  const filled = (text: string): string =>
    text.replaceAll(fieldIn, (field, inner: string) => {
      const value = asWords(values[inner.trim()] ?? '');
      return value === '' ? field : isolated(value);
    });
  return { subject: filled(words.subject).replaceAll(/\s+/g, ' ').trim(), body: filled(words.body) };
};

/** A problem as a sentence. */
export const problemWords = (kind: LetterKind, { kind: what, field, place }: FieldProblem): string => {
  if (what === 'unknown') return `{{${field}}} in ${place} is not a field of this kind of letter.`;
  if (what === 'broken') return `In ${place} there are braces that do not make a field.`;
  const title = fieldsOf(kind).get(field)?.title ?? field;
  return `{{${field}}} in ${place} has no value here (${title}).`;
};
