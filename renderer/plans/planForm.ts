import { z } from 'zod';
import { given, maybeDate, maybeName, neededName, typedDate } from '#renderer/editing/typed.ts';
import { type Plan, type PlanItem, planKinds } from '#shared/records/plan.ts';
import { parseDate } from '#shared/times.ts';

const longWords = z.string().max(30_000, 'Write at most 30,000 characters');
const day = (text: string): string | undefined => parseDate(text);

/** A plan as it stands in the boxes of its page. */
export const planForm = z.object({
  title: neededName('the title of the plan'),
  kind: z.enum(planKinds),
  source: maybeName('Who asked for it'),
  published: maybeDate('The day it was published'),
  from: maybeDate('The first day of the inspection'),
  to: maybeDate('The last day of the inspection'),
  part: longWords,
  notes: longWords,
  closed: maybeDate('The day it was closed'),
});
export type PlanForm = z.infer<typeof planForm>;

export const planFieldNames = {
  title: 'Title',
  kind: 'Kind',
  source: 'Asked for by',
  published: 'Published',
  inspection: 'The inspection',
  notes: 'Notes',
  closed: 'Closed',
};

export const toPlanForm = (plan: Plan | undefined): PlanForm => ({
  title: plan?.title ?? '',
  kind: plan?.kind ?? 'force action plan',
  source: plan?.source ?? '',
  published: typedDate(plan?.published),
  from: typedDate(plan?.inspection?.from),
  to: typedDate(plan?.inspection?.to),
  part: plan?.inspection?.part ?? '',
  notes: plan?.notes ?? '',
  closed: typedDate(plan?.closed),
});

/** The record that the boxes stand for, over the one they were filled from. */
export const fromPlanForm = (typed: PlanForm, base: Plan | undefined, id: string): Plan => {
  const inspection = { from: day(typed.from), to: day(typed.to), part: given(typed.part) };
  const isInspected = Object.values(inspection).some((value) => value !== undefined);
  return {
    ...base,
    id,
    title: typed.title.trim(),
    kind: typed.kind,
    source: given(typed.source),
    published: day(typed.published),
    inspection: isInspected ? { ...base?.inspection, ...inspection } : undefined,
    notes: given(typed.notes),
    closed: day(typed.closed),
  } as Plan;
};

/** A recommendation as it stands in the boxes of its page. */
export const itemForm = z.object({
  number: z
    .string()
    .trim()
    .min(1, 'Enter the number of the recommendation')
    .max(20, 'Write at most 20 characters'),
  recommendation: z.string().trim().min(1, 'Enter what is recommended').max(30_000),
  owner: maybeName('Who owes it'),
  due: maybeDate('The day by which it is owed'),
});
export type ItemForm = z.infer<typeof itemForm>;

export const itemFieldNames = {
  number: 'Number',
  recommendation: 'Recommendation',
  owner: 'Who owes it',
  due: 'By',
};

export const toItemForm = (item: PlanItem | undefined): ItemForm => ({
  number: item?.number ?? '',
  recommendation: item?.recommendation ?? '',
  owner: item?.owner ?? '',
  due: typedDate(item?.due),
});

/** The recommendation that the boxes stand for; a new one belongs to the plan it was begun from. */
export const fromItemForm = (
  typed: ItemForm,
  base: PlanItem | undefined,
  fresh: { id: string; plan: string },
): PlanItem =>
  ({
    updates: [],
    ...fresh,
    ...base,
    number: typed.number.trim(),
    recommendation: typed.recommendation.trim(),
    owner: given(typed.owner),
    due: day(typed.due),
  }) as PlanItem;
