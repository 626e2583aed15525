import type { Version } from './wire.ts';

type Link = {
  change: string;
  key: string;
  version: Version;
  content: string | null;
  also?: readonly { key: string; content: string }[] | undefined;
};

/**
 * What the receipt of a change is the hash of: the receipt before it, and what the change left in each record it wrote.
 * Whoever checks a chain makes the same text from the log, so it is never changed.
 */
export const receiptText = (before: string, { change, key, version, content, also = [] }: Link): string =>
  [
    before,
    change,
    key,
    version.epoch,
    version.n,
    content,
    ...also.map((one) => `${one.key} ${one.content}`),
  ].join('\n');
