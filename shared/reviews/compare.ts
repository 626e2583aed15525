/** A piece of a draft as it stands against another version: in both, only in the earlier one, only in the later one. */
export type Piece = { readonly kind: 'same' | 'gone' | 'new'; readonly words: string };

/** Sentences and lines with the space behind them: put together again they are the whole text. */
const sentencesOf = (text: string): string[] => (text === '' ? [] : text.split(/(?<=[.!?]\s+|\n)(?=\S)/));

/** Above this many pairs the sentences in the middle are told as all gone and all new, rather than to keep a page waiting. */
const mostPairs = 4_000_000;

const likeEndOf = (a: readonly string[], b: readonly string[]): number => {
  let count = 0;
  while (count < a.length && count < b.length && a.at(-1 - count) === b.at(-1 - count)) count += 1;
  return count;
};

/** How many sentences of the rest of both stand in both, in their order, from each place of one and the other on. */
const common = (a: readonly string[], b: readonly string[]): Uint16Array[] => {
  const rows = Array.from({ length: a.length + 1 }, () => new Uint16Array(b.length + 1));
  for (let i = a.length - 1; i >= 0; i -= 1)
    for (let j = b.length - 1; j >= 0; j -= 1) {
      const [row, below] = [rows[i], rows[i + 1]] as [Uint16Array, Uint16Array];
      row[j] = a[i] === b[j] ? (below[j + 1] ?? 0) + 1 : Math.max(below[j] ?? 0, row[j + 1] ?? 0);
    }
  return rows;
};

const between = (a: readonly string[], b: readonly string[]): Piece[] => {
  const all = (list: readonly string[], kind: Piece['kind']) => list.map((words) => ({ kind, words }));
  if (a.length * b.length > mostPairs) return [...all(a, 'gone'), ...all(b, 'new')];
  const rows = common(a, b);
  const pieces: Piece[] = [];
  let [i, j] = [0, 0];
  while (i < a.length && j < b.length) {
    if (a[i] === b[j]) {
      pieces.push({ kind: 'same', words: a[i] as string });
      i += 1;
      j += 1;
    } else if ((rows[i + 1]?.[j] ?? 0) >= (rows[i]?.[j + 1] ?? 0)) {
      pieces.push({ kind: 'gone', words: a[i++] as string });
    } else {
      pieces.push({ kind: 'new', words: b[j++] as string });
    }
  }
  return [...pieces, ...all(a.slice(i), 'gone'), ...all(b.slice(j), 'new')];
};

/** Neighbours of one kind are one piece. */
const joined = (pieces: readonly Piece[]): Piece[] => {
  const found: Piece[] = [];
  for (const piece of pieces) {
    const last = found.at(-1);
    if (last?.kind === piece.kind) found.splice(-1, 1, { ...piece, words: last.words + piece.words });
    else found.push(piece);
  }
  return found;
};

/** What a later version of a text has that an earlier one has not, and the other way round, sentence by sentence. */
export const comparison = (earlier: string, later: string): Piece[] => {
  const [a, b] = [sentencesOf(earlier), sentencesOf(later)];
  const end = likeEndOf(a, b);
  const tail = a.slice(a.length - end).map((words) => ({ kind: 'same' as const, words }));
  return joined([...between(a.slice(0, a.length - end), b.slice(0, b.length - end)), ...tail]);
};
