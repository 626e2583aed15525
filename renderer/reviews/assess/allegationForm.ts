import { z } from 'zod';
import { given } from '#renderer/editing/typed.ts';
import { words } from '#shared/records/common.ts';
import type { Review } from '#shared/records/review.ts';
import type { Allegation } from '#shared/records/review-parts.ts';
import type { Asked } from '#shared/records/review-settings.ts';

/** The examination of an allegation, or of the outcome as a whole, as it stands in its boxes. */
export const examinationForm = z.object({
  said: z.record(z.string(), words),
  finding: z.enum(['', 'upheld', 'not upheld']),
  reasons: words,
});
export type ExaminationForm = z.infer<typeof examinationForm>;

/** A finding has reasons: whoever decides, and the applicant, are told why. */
const needsReasons = (typed: ExaminationForm, context: z.core.$RefinementCtx): void => {
  if (typed.finding !== '' && typed.reasons.trim() === '')
    context.addIssue({ code: 'custom', path: ['reasons'], message: 'Enter the reasons for the finding' });
};

export const overallForm = examinationForm.superRefine(needsReasons);

export const allegationForm = examinationForm
  .extend({
    text: words.refine((text) => text.trim() !== '', 'Enter what is alleged'),
    category: z.string(),
    subcategory: z.string(),
    factors: z.array(z.string()),
    forceDecision: words,
    grounds: words,
  })
  .superRefine(needsReasons);
export type AllegationForm = z.infer<typeof allegationForm>;

export const fieldNames = {
  allegations: 'The allegation',
  examination: 'The outcome as a whole',
  text: 'What is alleged',
};

type Examined = Pick<Allegation, 'said' | 'finding' | 'reasons'>;

export const examinedToForm = (
  examined: Examined | undefined,
  prompts: readonly Asked[],
): ExaminationForm => ({
  said: { ...Object.fromEntries(prompts.map(({ id }) => [id, ''])), ...examined?.said },
  finding: examined?.finding ?? '',
  reasons: examined?.reasons ?? '',
});

/** What is blank is absent from a record. */
const whatIsSaid = <T extends object>(all: T): T =>
  Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined)) as T;

export const examinedFromForm = ({ said, finding, reasons }: ExaminationForm): Examined => {
  const written = Object.entries(said).filter(([, text]) => text.trim());
  return {
    ...(written.length > 0 && { said: Object.fromEntries(written) }),
    ...(finding && { finding }),
    ...(reasons.trim() && { reasons: reasons.trim() }),
  };
};

export type OfAllegations = Pick<Review, 'allegations'>;

export const allegationToForm = (
  allegation: Allegation | undefined,
  prompts: readonly Asked[],
): AllegationForm => ({
  ...examinedToForm(allegation, prompts),
  text: allegation?.text ?? '',
  category: allegation?.category ?? '',
  subcategory: allegation?.subcategory ?? '',
  factors: [...(allegation?.factors ?? [])],
  forceDecision: allegation?.forceDecision ?? '',
  grounds: allegation?.grounds ?? '',
});

/** The allegations with what was typed of one of them; one that is not among them yet is the last. */
export const allegationsWith = (base: OfAllegations, id: string, typed: AllegationForm): OfAllegations => {
  const before = base.allegations.find((one) => one.id === id);
  const { said: _, finding: __, reasons: ___, ...kept } = before ?? { id };
  const now = {
    ...whatIsSaid({
      ...kept,
      category: given(typed.category),
      subcategory: given(typed.subcategory),
      factors: typed.factors.length > 0 ? typed.factors : undefined,
      forceDecision: given(typed.forceDecision),
      grounds: given(typed.grounds),
    }),
    text: typed.text.trim(),
    ...examinedFromForm(typed),
  } as Allegation;
  return {
    allegations: before
      ? base.allegations.map((one) => (one.id === id ? now : one))
      : [...base.allegations, now],
  };
};
