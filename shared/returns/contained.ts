import { balanced } from '#shared/bidi.ts';
import { printable } from '#shared/letters/merge.ts';

const asPrinted = (text: string): string => balanced(printable(text));

/**
 * Something with all its words as every form can hold them: without control characters and halves of pairs, which XML
 * has no place for, and with whatever turns their direction ended where they end.
 */
export const contained = <T>(value: T): T => {
  if (typeof value === 'string') return asPrinted(value) as T;
  if (Array.isArray(value)) return value.map(contained) as T;
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, contained(one)])) as T;
};
