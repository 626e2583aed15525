import { z } from 'zod';
import { maybeDate, typedDate } from '#renderer/editing/typed.ts';
import type { Review } from '#shared/records/review.ts';
import { parseDate } from '#shared/times.ts';

export const sentForm = z.object({
  acknowledged: maybeDate('The day of the acknowledgement'),
});
type Sent = z.infer<typeof sentForm>;

export const toSentForm = (r: Review | undefined): Sent => ({
  acknowledged: typedDate(r?.acknowledged),
});

export const fromSentForm = (typed: Sent, base: Review): Review => ({
  ...base,
  acknowledged: parseDate(typed.acknowledged),
});
