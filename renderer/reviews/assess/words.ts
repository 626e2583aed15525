import { declarationOf } from '#shared/records/review.ts';
import type { ExaminationFinding } from '#shared/records/review-parts.ts';
import type { ReviewShown } from '../parts.ts';

/** What the two answers to the one statutory question mean. */
export const findingWords: Record<ExaminationFinding, string> = {
  upheld: 'Upheld: the outcome was not reasonable and proportionate',
  'not upheld': 'Not upheld: the outcome was reasonable and proportionate',
};

/** Choices for a finding that may be left open. */
export const findingChoices = [
  { value: 'upheld', text: 'Upheld', hint: 'The outcome was not reasonable and proportionate' },
  { value: 'not upheld', text: 'Not upheld', hint: 'The outcome was reasonable and proportionate' },
  { value: '', text: 'Not found yet' },
] as const;

/**
 * Whether whoever looks may write the examination now: its assessor once they declared that there is no conflict of
 * interest, otherwise a caseworker.
 */
export const mayWriteExamination = ({ may, standing, review }: ReviewShown): boolean =>
  standing === 'open' && (may.examine ? declarationOf(review)?.conflict === false : may.write);

/** Whether they may also write what was found, of an allegation or of the whole: the office takes it of nobody else. */
export const mayWriteFound = (shown: ReviewShown): boolean => mayWriteExamination(shown) && shown.may.find;
