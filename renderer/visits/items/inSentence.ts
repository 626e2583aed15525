/** A title within a sentence: “detainee AB/1”. */
export const inSentence = (title: string): string => `${title[0]?.toLowerCase() ?? ''}${title.slice(1)}`;
