import type { ReactNode } from 'react';
import { SummaryList } from '#renderer/kit/index.ts';
import type { Allegation } from '#shared/records/review-parts.ts';
import type { Asked } from '#shared/records/review-settings.ts';
import type { ReviewShown } from '../parts.ts';
import { findingWords } from './words.ts';

const inWords = (text: string | undefined): ReactNode =>
  text?.trim() ? <span className="desk-words">{text}</span> : 'Nothing said';

/** What was said under each of the office's prompts; one that is no longer asked stands where it was answered. */
const saidRows = (said: Record<string, string> | undefined, prompts: readonly Asked[]) =>
  promptsFor(prompts, said)
    .filter(({ id }) => said?.[id]?.trim())
    .map(({ id, words }) => ({ key: words, value: inWords(said?.[id]) }));

/** The prompts to be answered: those the office asks now, and those that were answered when it asked them. */
export const promptsFor = (
  prompts: readonly Asked[],
  said: Record<string, string> | undefined,
): readonly Asked[] => prompts.filter(({ id, retired }) => !retired || said?.[id]?.trim());

/** One allegation as it was written, to be read. */
export function AllegationSeen({
  allegation,
  prompts,
}: {
  allegation: Allegation;
  prompts: readonly Asked[];
}): ReactNode {
  const {
    text,
    category,
    subcategory,
    factors = [],
    forceDecision,
    grounds,
    finding,
    reasons,
    said,
  } = allegation;
  return (
    <SummaryList
      rows={[
        { key: 'What is alleged', value: inWords(text) },
        { key: 'Category', value: [category, subcategory].filter(Boolean).join(': ') || 'Not chosen' },
        factors.length > 0 && { key: 'National factors', value: factors.join(', ') },
        { key: 'What the force decided', value: inWords(forceDecision) },
        { key: 'Grounds of the review', value: inWords(grounds) },
        ...saidRows(said, prompts),
        { key: 'Finding', value: finding ? findingWords[finding] : 'Not found yet' },
        { key: 'Reasons', value: inWords(reasons) },
      ]}
    />
  );
}

/** The examination of the outcome as a whole, to be read. */
export function OverallSeen({
  review,
  prompts,
}: {
  review: ReviewShown['review'];
  prompts: readonly Asked[];
}): ReactNode {
  const { said, finding, reasons } = review.examination ?? {};
  return (
    <SummaryList
      rows={[
        ...saidRows(said, prompts),
        { key: 'Finding', value: finding ? findingWords[finding] : 'Not found yet' },
        { key: 'Reasons', value: inWords(reasons) },
      ]}
    />
  );
}
