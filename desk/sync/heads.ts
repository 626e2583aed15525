import type { ReceiptHead } from '#shared/sync/wire.ts';

/**
 * The heads at which this laptop and the hub agreed, fewer the longer ago: by them a hub that was restored, and went on
 * before anybody told it, finds where its history and this laptop's part. The oldest of each stretch stays, and a
 * stretch is half as long again as the one after it, so that some forty are enough for ever.
 */
export const withAgreed = (heads: readonly ReceiptHead[], agreed: ReceiptHead): ReceiptHead[] => {
  const stretches = new Map<number, ReceiptHead>();
  for (const head of [...heads.filter(({ n }) => n < agreed.n), agreed]) {
    const stretch = Math.floor(2 * Math.log2(agreed.n - head.n + 1));
    if (!stretches.has(stretch)) stretches.set(stretch, head);
  }
  return [...stretches.values()];
};
