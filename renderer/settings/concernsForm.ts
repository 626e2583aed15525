import { z } from 'zod';
import { neededName } from '#renderer/editing/typed.ts';
import { defaultAnswerDays } from '#shared/letters/concerns.ts';
import { recordId } from '#shared/records/common.ts';
import { type ConcernSeverity, concernAreas, severities } from '#shared/records/concern.ts';
import { type Setting, topicsOf } from '#shared/records/setting.ts';

export const mostTopics = 200;

const days = z
  .string()
  .trim()
  .refine(
    (text) => /^\d+$/.test(text) && Number(text) >= 1 && Number(text) <= 365,
    'The days to answer must be a whole number from 1 to 365',
  );

/** The topics beneath the areas, and the days the police have, as they stand in their boxes. */
export const concernsForm = z.object({
  immediate: days,
  high: days,
  routine: days,
  topics: z
    .array(
      z.object({
        id: recordId,
        area: z.enum(concernAreas),
        name: neededName('the name of the topic'),
        offered: z.boolean(),
      }),
    )
    .max(mostTopics, `Enter at most ${mostTopics} topics`),
});
export type ConcernsForm = z.infer<typeof concernsForm>;

export const concernsFieldNames = {
  answerDays: 'Days to answer',
  concernTopics: 'Topics',
};

export const toConcernsForm = (settings: Setting | undefined): ConcernsForm => {
  const answer = settings?.answerDays ?? defaultAnswerDays;
  const asText = (severity: ConcernSeverity) => String(answer[severity]);
  return {
    immediate: asText('immediate'),
    high: asText('high'),
    routine: asText('routine'),
    topics: topicsOf(settings ?? {}).map(({ id, area, name, retired }) => ({
      id,
      area,
      name,
      offered: !retired,
    })),
  };
};

/** The settings with what was typed. A topic that is offered no more stays, since concerns are filed under it. */
export const fromConcernsForm = ({ topics, ...typed }: ConcernsForm, base: Setting): Setting => ({
  ...base,
  answerDays: {
    ...base.answerDays,
    ...Object.fromEntries(severities.map((severity) => [severity, Number(typed[severity])])),
  } as NonNullable<Setting['answerDays']>,
  concernTopics: topics.map(({ id, area, name, offered }) => {
    const { retired: _, ...known } = base.concernTopics?.find((one) => one.id === id) ?? {};
    return { ...known, id, area, name: name.trim(), ...(!offered && { retired: true }) };
  }),
});
