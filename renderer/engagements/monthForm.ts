import { z } from 'zod';
import type { MonthlyFigure } from '#shared/records/engagement.ts';

/** The figures of one month as they stand in its boxes, in the order of their names. */
export const monthForm = z.object({
  figures: z.array(
    z
      .object({
        value: z
          .string()
          .trim()
          .refine((text) => /^[\d,]{0,11}$/.test(text), 'Enter a whole number, or leave it blank'),
        source: z.string().trim().max(200, 'Write at most 200 characters'),
      })
      .superRefine(({ value, source }, context) => {
        if (value !== '' && source === '')
          context.addIssue({
            code: 'custom',
            path: ['source'],
            message: 'Enter where the figure comes from',
          });
      }),
  ),
});
export type MonthForm = z.infer<typeof monthForm>;

export type MonthFigures = { figures: readonly { name: string; value?: number; source?: string }[] };

/** Where a figure is missing its source is offered as it was the month before. */
export const monthFigures = (
  names: readonly string[],
  typed: readonly (MonthlyFigure | null)[],
  before: readonly (MonthlyFigure | null)[],
): MonthFigures => ({
  figures: names.map((name, i) => {
    const one = typed[i];
    const source = one?.source ?? before[i]?.source;
    return { name, ...(one && { value: one.value }), ...(source && { source }) };
  }),
});

export const toMonthForm = (month: MonthFigures | undefined): MonthForm => ({
  figures: (month?.figures ?? []).map(({ value, source }) => ({
    value: value === undefined ? '' : String(value),
    source: source ?? '',
  })),
});

/** What was typed, of each figure that has a number: a blank is none that is known. */
export const fromMonthForm = ({ figures }: MonthForm, names: readonly string[]) =>
  figures.flatMap(({ value, source }, i) => {
    const digits = value.replaceAll(',', '').trim();
    const name = names[i];
    return digits === '' || name === undefined
      ? []
      : [{ name, value: Number(digits), source: source.trim() }];
  });
