import type { RecordType } from '#shared/records/types.ts';

/** A word that somebody typed, found nowhere else, and that their laptop said was saved. */
export type Word = {
  readonly word: string;
  readonly laptop: string;
  readonly type: RecordType;
  readonly record: string;
  /** What was being done when it was typed. */
  readonly deed: string;
};

/** Everything typed in a run, and what became of it on purpose. */
export type Model = {
  /** The next word: never used before in this run. */
  fresh(): string;
  /** The laptop said that it is saved. */
  saved(words: readonly string[], of: Omit<Word, 'word'>): void;
  /** The record was purged: its words are to be nowhere. */
  purged(type: RecordType, record: string): void;
  /** The hub's disk was put back, and nobody else had heard of the purge: it has to be done again. */
  purgeForgotten(type: RecordType, record: string): void;
  isPurged(type: RecordType, record: string): boolean;
  purges(): { type: RecordType; record: string }[];
  /** The only copies went with a disk: a laptop put back from an image, a hub from a backup. */
  wentWithDisk(words: Iterable<string>): void;
  /** The words that must be somewhere. */
  owed(): Word[];
  counts(): { acknowledged: number; purged: number; wentWithDisk: number };
};

export const model = (): Model => {
  let next = 0;
  const words: Word[] = [];
  const gone = new Set<string>();
  const purged = new Set<string>();
  const key = (type: RecordType, record: string) => `${type}/${record}`;
  const isPurged = (type: RecordType, record: string) => purged.has(key(type, record));
  return {
    fresh: () => `w${String(next++).padStart(5, '0')}w`,
    saved: (typed, of) => {
      for (const word of typed) words.push({ word, ...of });
    },
    purged: (type, record) => {
      purged.add(key(type, record));
    },
    purgeForgotten: (type, record) => {
      purged.delete(key(type, record));
      for (const one of words) if (one.type === type && one.record === record) gone.add(one.word);
    },
    isPurged,
    purges: () =>
      [...purged].map((one) => {
        const [type, record] = one.split('/') as [RecordType, string];
        return { type, record };
      }),
    wentWithDisk: (lost) => {
      for (const word of lost) gone.add(word);
    },
    owed: () => words.filter(({ word, type, record }) => !gone.has(word) && !isPurged(type, record)),
    counts: () => ({
      acknowledged: words.length,
      purged: words.filter(({ type, record }) => isPurged(type, record)).length,
      wentWithDisk: gone.size,
    }),
  };
};

/** The words of the model that stand in a text. */
export const wordsIn = (text: string): Set<string> => new Set(text.match(/w\d{5}w/g) ?? []);
