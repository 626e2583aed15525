/** A text with a capital letter at its beginning. */
export const capital = (text: string): string => `${text[0]?.toUpperCase() ?? ''}${text.slice(1)}`;

/** A title as it stands within a sentence. */
export const inSentence = (title: string): string => `${title[0]?.toLowerCase() ?? ''}${title.slice(1)}`;

/** The name of a file that leaves the application, made of words that every file system takes. */
export const fileName = (extension: string, ...parts: (string | undefined)[]): string =>
  `${parts
    .filter(Boolean)
    .join(' ')
    .replace(/[^\p{L}\p{N}-]+/gu, ' ')
    .trim()}.${extension}`;

/** A text as a pattern that finds just it. */
export const escaped = (text: string): string => text.replaceAll(/[\\^$.*+?()[\]{}|]/g, '\\$&');

/** A name as it is said: two that differ in nothing a person would say are one. */
export const asSpoken = (name: string): string => name.normalize('NFKC').trim().toLowerCase();
