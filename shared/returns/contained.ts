import { printable } from '#shared/letters/merge.ts';

const turns = /[\u202A-\u202E\u2066-\u2069]/;
const [popTurn, popIsolate] = ['\u202C', '\u2069'];

/** What would close everything that a text leaves turned: runs from right to left must not reach beyond it. */
const closing = (text: string): string => {
  const open: string[] = [];
  for (const sign of text) {
    if (/[\u202A\u202B\u202D\u202E]/.test(sign)) open.push(popTurn);
    else if (/[\u2066-\u2068]/.test(sign)) open.push(popIsolate);
    else if (sign === popTurn && open.at(-1) === popTurn) open.pop();
    else if (sign === popIsolate && open.includes(popIsolate)) open.length = open.lastIndexOf(popIsolate);
  }
  return open.toReversed().join('');
};

const asPrinted = (text: string): string => {
  const kept = printable(text);
  return turns.test(kept) ? `${kept}${closing(kept)}` : kept;
};

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
