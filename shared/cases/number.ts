import type { CaseFile } from '#shared/records/case-file.ts';

/** Letters and digits that nobody takes for one another when they read them out. */
const signs = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const bits = 40n;

/**
 * What a case is called while the office has not numbered it, so that a letter can give a number on a laptop that has
 * not synced: worked out from the case itself, the same on every laptop and for ever. Whoever quotes it years later is
 * found by it, beside the office's own number.
 */
export const provisionalNumber = (id: string): string => {
  let rest = BigInt(`0x${id.replaceAll('-', '')}`) & ((1n << bits) - 1n);
  let text = '';
  for (let i = 0n; i < bits; i += 5n) {
    text = `${signs[Number(rest & 31n)]}${text}`;
    rest >>= 5n;
  }
  return `E-${text.slice(0, 4)}-${text.slice(4)}`;
};

type Numbered = Pick<CaseFile, 'id' | 'reference' | 'imported'>;

/** The number a case goes by today. */
export const caseNumber = ({ id, reference, imported }: Numbered): string =>
  reference ?? imported?.reference ?? provisionalNumber(id);

/** What it went by before the office numbered it, where something that was sent says so. */
export const earlierNumber = (c: Numbered & Pick<CaseFile, 'messages'>): string | undefined => {
  const before = provisionalNumber(c.id);
  const says = (text = ''): boolean => text.includes(before);
  return caseNumber(c) !== before && c.messages.some(({ subject, words }) => says(subject) || says(words))
    ? before
    : undefined;
};
