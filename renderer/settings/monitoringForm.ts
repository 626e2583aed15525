import { z } from 'zod';
import { neededName } from '#renderer/editing/typed.ts';
import { recordId } from '#shared/records/common.ts';
import type { Setting } from '#shared/records/setting.ts';
import type { MonitoringQuestion } from '#shared/volunteers/monitoring.ts';
import { leastSmallNumbers, smallNumbersOf } from '#shared/volunteers/suppress.ts';

export const mostQuestions = 30;
export const mostOptions = 50;

const share = z
  .string()
  .trim()
  .refine(
    (text) => text === '' || (/^\d{1,3}(\.\d{1,2})?$/.test(text) && Number(text) <= 100),
    'The census share must be a number from 0 to 100, or blank',
  );

/** What equality monitoring asks, as it stands in its boxes. */
export const monitoringForm = z.object({
  smallNumbers: z
    .string()
    .trim()
    .refine(
      (text) => /^\d+$/.test(text) && Number(text) >= leastSmallNumbers && Number(text) <= 100,
      `The smallest number that is told must be a whole number from ${leastSmallNumbers} to 100`,
    ),
  questions: z.array(
    z.object({
      id: recordId,
      question: z
        .string()
        .trim()
        .min(1, 'Enter the question')
        .max(100, 'A question has at most 100 characters'),
      options: z.array(z.object({ id: recordId, name: neededName('the answer'), census: share })),
    }),
  ),
});
export type MonitoringForm = z.infer<typeof monitoringForm>;

export const monitoringFieldNames = {
  smallNumbers: 'Smallest number that is told',
  monitoring: 'Questions',
};

export const toMonitoringForm = (
  settings: Setting | undefined,
  begun: readonly MonitoringQuestion[],
): MonitoringForm => ({
  smallNumbers: String(smallNumbersOf(settings ?? {})),
  questions: (settings?.monitoring ?? begun).map(({ id, question, options }) => ({
    id,
    question,
    options: options.map(({ id, name, census }) => ({
      id,
      name,
      census: census === undefined ? '' : String(census),
    })),
  })),
});

export const fromMonitoringForm = ({ smallNumbers, questions }: MonitoringForm, base: Setting): Setting => ({
  ...base,
  smallNumbers: Number(smallNumbers),
  monitoring: questions.map(({ id, question, options }) => {
    const known = base.monitoring?.find((one) => one.id === id);
    return {
      ...known,
      id,
      question: question.trim(),
      options: options.map((option) => {
        const { census: _, ...before } = known?.options.find((one) => one.id === option.id) ?? {};
        return {
          ...before,
          id: option.id,
          name: option.name.trim(),
          ...(option.census.trim() && { census: Number(option.census) }),
        };
      }),
    };
  }),
});
