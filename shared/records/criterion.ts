import { z } from 'zod';
import { isoDate, recordId, shortText, words } from './common.ts';

export const criterionStatuses = ['not started', 'under way', 'met', 'not met'] as const;

/** A criterion of the quality framework, and what shows that the scheme meets it. The list is the office's own. */
export const criterion = z.looseObject({
  id: recordId,
  level: shortText,
  /** Its number within the framework, such as `2.4`. */
  number: z.string().max(20),
  text: words,
  /** The fact that the application proves of itself, one of `shared/quality`. */
  fact: z.string().max(50).optional(),
  updates: z
    .array(
      z.looseObject({
        id: recordId,
        on: isoDate,
        by: recordId,
        status: z.enum(criterionStatuses),
        words: words.optional(),
      }),
    )
    .max(200),
  evidence: z
    .array(
      z.looseObject({
        id: recordId,
        on: isoDate,
        words,
        link: z.string().max(500).optional(),
        record: z.looseObject({ type: z.string().max(50), id: recordId }).optional(),
      }),
    )
    .max(200),
  retired: z.boolean().optional(),
});
export type Criterion = z.infer<typeof criterion>;
export type CriterionStatus = (typeof criterionStatuses)[number];

export const criterionStatus = ({ updates }: Pick<Criterion, 'updates'>): CriterionStatus =>
  updates.at(-1)?.status ?? 'not started';
