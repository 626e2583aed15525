import { z } from 'zod';
import { kindRules } from '#shared/cases/kinds.ts';
import { type CaseKind, caseKinds } from '#shared/records/case-parts.ts';
import type { CaseSettingsOf } from '#shared/records/case-settings.ts';

type Kinds = NonNullable<CaseSettingsOf['kinds']>;

const length = z
  .string()
  .trim()
  .refine(
    (text) => text === '' || (/^\d+$/.test(text) && Number(text) >= 1 && Number(text) <= 400),
    'The working days must be a whole number from 1 to 400, or blank',
  );

/** The office's own standards by kind, as they stand in their boxes. Blank is as an office begins. */
export const standardsForm = z.object({
  kinds: z.array(z.object({ acknowledge: length, answer: length, approved: z.boolean() })),
});
type StandardsForm = z.infer<typeof standardsForm>;

const typed = (days: number | undefined) => (days === undefined ? '' : String(days));

export const toStandardsForm = (kinds: Kinds | undefined): StandardsForm => ({
  kinds: caseKinds.map((kind) => ({
    acknowledge: typed(kinds?.[kind]?.acknowledge),
    answer: typed(kinds?.[kind]?.answer),
    approved: kinds?.[kind]?.approved ?? kindRules[kind].approved,
  })),
});

const given = (days: string, key: 'acknowledge' | 'answer') =>
  days.trim() ? { [key]: Number(days.trim()) } : {};

export const fromStandardsForm = (form: StandardsForm): Kinds =>
  Object.fromEntries(
    form.kinds.flatMap(({ acknowledge, answer, approved }, i) => {
      const kind = caseKinds[i] as CaseKind;
      const set = {
        ...given(acknowledge, 'acknowledge'),
        ...given(answer, 'answer'),
        ...(approved !== kindRules[kind].approved && { approved }),
      };
      return Object.keys(set).length > 0 ? [[kind, set]] : [];
    }),
  );
