import { z } from 'zod';
import { neededName } from '#renderer/editing/typed.ts';
import { recordId } from '#shared/records/common.ts';
import type { Training } from '#shared/records/session.ts';
import type { Setting } from '#shared/records/setting.ts';

export const mostTrainings = 100;

/** The kinds of training of the office as they stand in their boxes. */
export const trainingsForm = z.object({
  trainings: z
    .array(
      z.object({
        id: recordId,
        name: neededName('the name of the training'),
        needed: z.boolean(),
        months: z
          .string()
          .trim()
          .refine(
            (text) => text === '' || (/^\d+$/.test(text) && Number(text) >= 1 && Number(text) <= 240),
            'The months must be a whole number from 1 to 240, or blank',
          ),
      }),
    )
    .max(mostTrainings, `Enter at most ${mostTrainings} kinds of training`),
});
type TrainingsForm = z.infer<typeof trainingsForm>;

export const trainingsFieldNames = { trainings: 'Training' };

export const toTrainingsForm = (settings: Setting | undefined): TrainingsForm => ({
  trainings: (settings?.trainings ?? []).map(({ id, name, needed, months }) => ({
    id,
    name,
    needed,
    months: months === undefined ? '' : String(months),
  })),
});

export const fromTrainingsForm = ({ trainings }: TrainingsForm, base: Setting): Setting => ({
  ...base,
  trainings: trainings.map(({ id, name, needed, months }): Training => {
    const { months: _, ...known } = base.trainings?.find((one) => one.id === id) ?? {};
    return { ...known, id, name: name.trim(), needed, ...(months.trim() && { months: Number(months) }) };
  }),
});
