/** A text with a capital letter at its beginning. */
export const capital = (text: string): string => `${text[0]?.toUpperCase() ?? ''}${text.slice(1)}`;

/** A title as it stands within a sentence. */
export const inSentence = (title: string): string => `${title[0]?.toLowerCase() ?? ''}${title.slice(1)}`;
