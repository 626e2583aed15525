import { z } from 'zod';
import { given } from '#renderer/editing/typed.ts';
import { words } from '#shared/records/common.ts';
import type { Review } from '#shared/records/review.ts';
import { bodyQuestionIds } from '#shared/records/review-parts.ts';

const one = z.object({ answer: z.enum(['', 'yes', 'no']), words });
const questions = {
  seniorOfficer: one,
  seriousConduct: one,
  referred: one,
  treatedAsReferred: one,
  sameIncident: one,
  partWithin: one,
  ownAuthority: one,
};

/** The seven answers as they stand in their boxes, and why they are corrected once the review has ended. */
export const bodyForm = z.object({ ...questions, reason: words });
export type BodyForm = z.infer<typeof bodyForm>;

export const toBodyForm = (r: Review | undefined): BodyForm => ({
  ...(Object.fromEntries(
    bodyQuestionIds.map((id) => {
      const said = r?.body?.answers[id];
      return [id, { answer: said?.answer ?? '', words: said?.words ?? '' }];
    }),
  ) as Omit<BodyForm, 'reason'>),
  reason: '',
});

export const fromBodyForm = (typed: BodyForm, base: Review): Review => ({
  ...base,
  body: {
    ...base.body,
    answers: Object.fromEntries(
      bodyQuestionIds.flatMap((id) => {
        const { answer, words } = typed[id];
        if (!answer) return [];
        return [[id, { ...base.body?.answers[id], answer, words: given(words) }]];
      }),
    ),
  },
});
