import { z } from 'zod';
import { claim, claimKinds, claimLine, claimRate, claimStates } from './records/claim.ts';
import { isoDate, recordId } from './records/common.ts';

const month = claim.shape.month;

/** One row of a list of claims. */
export const claimRow = z.object({
  id: recordId,
  reference: z.string().nullable(),
  person: z.string(),
  month,
  state: z.enum(claimStates),
  lines: z.int(),
  miles: z.number(),
  /** What it comes to by what is known now, or what was approved. */
  pence: z.int(),
  paidWith: z.string().nullable(),
});
export type ClaimRow = z.infer<typeof claimRow>;

export const claimShows = [...claimStates, 'all'] as const;

/** What has become of what a line is for since the line was written; the line stands all the same. */
export const lineNews = ['moved', 'notTheirs', 'takenBack', 'destroyed', 'notHere'] as const;

/** A line with what it is for and what it comes to. */
export const lineView = z.object({
  line: claimLine,
  /** What it is for, in words; null where that is not on this laptop any more. */
  what: z.string().nullable(),
  pence: z.int().nullable(),
  /** Cut to what is paid at most. */
  cut: z.boolean(),
  news: z.enum(lineNews).nullable(),
  /** The day that the visit or session has now, where that is another. */
  now: isoDate.nullable(),
  /** Another claim in which the same is claimed for the same. */
  also: z.object({ id: recordId, title: z.string() }).nullable(),
});
export type LineView = z.infer<typeof lineView>;

/** What can be claimed for: a visit whose report has gone, or a session attended. */
export const claimable = z.object({
  type: claimLine.shape.for.shape.type,
  id: recordId,
  title: z.string(),
  on: isoDate,
});
export type Claimable = z.infer<typeof claimable>;

export const claimView = z.object({
  claim,
  state: z.enum(claimStates),
  name: z.string(),
  lines: z.array(lineView),
  total: z.object({ pence: z.int(), miles: z.number() }),
  claimable: z.array(claimable),
  rates: z.array(claimRate),
  /** Whether whoever asks writes in it, moves it, or decides on it, as it stands. */
  may: z.object({ write: z.boolean(), withdraw: z.boolean(), decide: z.boolean(), takeBack: z.boolean() }),
  names: z.record(z.string(), z.string()),
});

export const hours = z.object({
  visits: z.int(),
  visitMinutes: z.number(),
  sessions: z.int(),
  sessionMinutes: z.number(),
  unknown: z.int(),
});

/** One row of what leaves for payment, in pence. */
export const paymentRow = z.object({
  id: recordId,
  reference: z.string(),
  name: z.string(),
  month,
  miles: z.number(),
  kinds: z.record(z.enum(claimKinds), z.int()),
  pence: z.int(),
});
export type PaymentRow = z.infer<typeof paymentRow>;
