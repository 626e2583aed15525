/** A pasted or dropped list of custody numbers, as it was read: each number once. */
export type NumberList = {
  readonly numbers: readonly string[];
  /** Numbers that stood in the list more than once, each named once. */
  readonly twice: readonly string[];
  /** Lines from which no custody number could be read, by their place from 1. */
  readonly refused: readonly { line: number; text: string }[];
};

const longest = 50;

/** Words by which a first line is known as a heading, whichever program wrote the file. */
const headings = /custody|record|number|reference|^no\.?$|^ref\.?$|^cr$/i;

/** A custody number has a figure in it; a heading or a remark has none. */
const isNumber = (text: string): boolean =>
  text.length > 0 && text.length <= longest && /\d/.test(text) && /^[\p{L}\p{N}/\\.,\- ]+$/u.test(text);

const cellsOf = (line: string): string[] =>
  line.split(/[,;\t]/).map((cell) =>
    cell
      .trim()
      .replace(/^"(.*)"$/, '$1')
      .trim(),
  );

const keyOf = (text: string): string => text.replace(/\s+/g, '').toUpperCase();

/** The column a heading names as custody numbers; the first where there is no heading. */
const columnIn = (first: string | undefined): { column: number; isHeading: boolean } => {
  const cells = cellsOf(first ?? '');
  const column = cells.findIndex((cell) => headings.test(cell) && !/\d/.test(cell));
  return column < 0 ? { column: 0, isHeading: false } : { column, isHeading: true };
};

/**
 * Reads custody numbers from text: one in each line, as a list is pasted, or one column of a file with commas,
 * semicolons or tabs. Nothing but the numbers is taken from it.
 */
export const readNumbers = (text: string): NumberList => {
  const lines = text.replace(/^\uFEFF/, '').split(/\r\n?|\n/);
  const begin = lines.findIndex((line) => line.trim() !== '');
  const { column, isHeading } = columnIn(lines[begin]);
  const seen = new Map<string, string>();
  const twice = new Map<string, string>();
  const refused: { line: number; text: string }[] = [];
  for (const [i, line] of lines.entries()) {
    if (line.trim() === '' || (isHeading && i === begin)) continue;
    const cell = cellsOf(line)[column] ?? '';
    if (!isNumber(cell)) refused.push({ line: i + 1, text: line.trim().slice(0, 80) });
    else if (seen.has(keyOf(cell))) twice.set(keyOf(cell), cell);
    else seen.set(keyOf(cell), cell);
  }
  return { numbers: [...seen.values()], twice: [...twice.values()], refused };
};

/** A 32-bit hash of words (FNV-1a): where a random row begins. */
const hashOf = (text: string): number => {
  let hash = 0x811c9dc5;
  for (const byte of new TextEncoder().encode(text)) hash = Math.imul(hash ^ byte, 0x01000193) >>> 0;
  return hash;
};

/** Random numbers from 0 to 1 that follow from a seed alone (mulberry32). */
const randomFrom = (seed: string): (() => number) => {
  let state = hashOf(seed);
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
};

/**
 * Draws some of the numbers by chance, each as likely as any other. The same numbers and the same seed draw the same
 * again, in whatever order the list stood; so anybody who has the list can look whether the draw was fair.
 */
export const draw = (numbers: readonly string[], size: number, seed: string): string[] => {
  const urn = [...numbers].sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1));
  const random = randomFrom(seed);
  const drawn: string[] = [];
  while (drawn.length < size && urn.length > 0)
    drawn.push(...urn.splice(Math.floor(random() * urn.length), 1));
  return drawn;
};
