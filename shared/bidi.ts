/** Letters that are read from right to left, and marks that turn the reading of what stands beside or after them. */
const turning =
  /[\u0590-\u08FF\u200F\u202A-\u202E\u2066-\u2069\uFB1D-\uFDFF\uFE70-\uFEFC]|[\u{10800}-\u{10FFF}\u{1E800}-\u{1EFFF}]/u;

const [popTurn, isolate, popIsolate] = ['\u202C', '\u2068', '\u2069'];

/** Every mark of a text beyond which nothing stays turned: what it left open is closed, and what would close more is not there. */
export const balanced = (text: string): string => {
  const open: string[] = [];
  let kept = '';
  for (const sign of text) {
    if (/[\u202A\u202B\u202D\u202E]/.test(sign)) open.push(popTurn);
    else if (/[\u2066-\u2068]/.test(sign)) open.push(popIsolate);
    else if (sign === popTurn) {
      if (open.at(-1) !== popTurn) continue;
      open.pop();
    } else if (sign === popIsolate) {
      if (!open.includes(popIsolate)) continue;
      open.length = open.lastIndexOf(popIsolate);
    }
    kept += sign;
  }
  return `${kept}${open.toReversed().join('')}`;
};

/**
 * A name as it stands among other words: in Hebrew or Arabic, or with marks that turn the direction of reading, it turns
 * nothing but itself. Every other name is as it was. For words that people read, never for data.
 */
export const isolated = (name: string): string =>
  turning.test(name)
    ? name
        .split('\n')
        .map((line) => (turning.test(line) ? `${isolate}${balanced(line)}${popIsolate}` : line))
        .join('\n')
    : name;
