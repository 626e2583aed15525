import { z } from 'zod';
import { isoDate, recordId, shortText, words } from './common.ts';

export const planKinds = ['force action plan', 'office improvement plan', 'inspection', 'other'] as const;

/** A list of recommendations that is followed: the force's action plan, the office's own, what an inspection asked for. */
export const plan = z.looseObject({
  id: recordId,
  title: shortText,
  kind: z.enum(planKinds),
  /** Who asked for it, such as an inspectorate. */
  source: shortText.optional(),
  published: isoDate.optional(),
  /** A custody inspection and the coordinator's part in it. */
  inspection: z
    .looseObject({ from: isoDate.optional(), to: isoDate.optional(), part: words.optional() })
    .optional(),
  notes: words.optional(),
  closed: isoDate.optional(),
});
export type Plan = z.infer<typeof plan>;

export const planStatuses = ['not started', 'under way', 'done', 'not accepted', 'stopped'] as const;

/** One recommendation: who owes it, by when, where it stands, and what shows it. Its status is its last update's. */
export const planItem = z.looseObject({
  id: recordId,
  plan: recordId,
  /** Its number in the plan, such as `3.2`. */
  number: z.string().max(20),
  recommendation: words,
  owner: shortText.optional(),
  due: isoDate.optional(),
  updates: z
    .array(
      z.looseObject({
        id: recordId,
        on: isoDate,
        by: recordId,
        status: z.enum(planStatuses),
        words: words.optional(),
      }),
    )
    .max(500),
  /** What shows that it was done. */
  evidence: z
    .array(z.looseObject({ id: recordId, on: isoDate, words, link: z.string().max(500).optional() }))
    .max(200)
    .optional(),
  concerns: z
    .array(z.looseObject({ id: recordId }))
    .max(500)
    .optional(),
  visits: z
    .array(z.looseObject({ id: recordId }))
    .max(500)
    .optional(),
});
export type PlanItem = z.infer<typeof planItem>;
export type PlanStatus = (typeof planStatuses)[number];

export const planStatus = ({ updates }: Pick<PlanItem, 'updates'>): PlanStatus =>
  updates.at(-1)?.status ?? 'not started';

/** Where nothing more is owed to a recommendation. */
export const settledStatuses = ['done', 'not accepted', 'stopped'] as const satisfies PlanStatus[];
export const isSettled = (item: Pick<PlanItem, 'updates'>): boolean =>
  (settledStatuses as readonly PlanStatus[]).includes(planStatus(item));

/** Recommendations as the plan numbers them: 2 before 10, and 3.2 before 3.10. */
export const planItemsInOrder = (items: readonly PlanItem[]): PlanItem[] =>
  items.toSorted((a, b) => a.number.localeCompare(b.number, 'en-GB', { numeric: true }));
