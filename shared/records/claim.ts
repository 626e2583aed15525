import { z } from 'zod';
import { derivedId } from '#shared/ids.ts';
import { isoDate, lifeEvent, recordId, shortText, wholeNumber, words } from './common.ts';

export const claimKinds = ['mileage', 'subsistence', 'fare', 'other'] as const;

/** From which day a mile is paid with how much, and what is paid at most for a meal: in pence. Ordered by `from`. */
export const claimRate = z.looseObject({
  id: recordId,
  from: isoDate,
  /** Pence a mile, to a tenth. */
  mile: z.number().min(0).max(1000),
  /** From so many miles in the office's year on, pence a mile; without it the first rate stays. */
  beyond: z.looseObject({ miles: wholeNumber, mile: z.number().min(0).max(1000) }).optional(),
  subsistence: z.array(z.looseObject({ id: recordId, name: shortText, most: wholeNumber })).max(20),
});
export type ClaimRate = z.infer<typeof claimRate>;

/**
 * One outlay: for a visit whose report has gone, or for a session. It has no day of its own, so that a claim never
 * reveals a visit before it was reported: its day is that of what it is for.
 */
export const claimLine = z.looseObject({
  id: recordId,
  kind: z.enum(claimKinds),
  for: z.looseObject({ type: z.enum(['visit', 'session']), id: recordId }),
  /** The day of the visit or session, written by the application. */
  on: isoDate,
  miles: z.number().min(0).max(2000).optional(),
  /** Whole pence; of mileage it follows from the miles and the rate of the day. */
  pence: wholeNumber.optional(),
  /** Which of the subsistence rates. */
  rate: shortText.optional(),
  words: words.optional(),
  removed: z.iso.datetime().optional(),
});
export type ClaimLine = z.infer<typeof claimLine>;

/** What a volunteer claims for a month: submitted, approved by somebody else, exported for payment. */
export const claim = z.looseObject({
  id: recordId,
  events: z.array(lifeEvent),
  reference: z.string().optional(),
  person: recordId,
  /** `YYYY-MM`. */
  month: z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/),
  lines: z.array(claimLine).max(200),
  /**
   * The figures as they were approved, in pence and line by line: later rates move nothing that was decided. `of` is
   * the submission that was looked at, so that nobody approves what was submitted anew meanwhile.
   */
  approved: z
    .looseObject({
      of: recordId,
      pence: wholeNumber,
      miles: z.number().min(0),
      lines: z.record(recordId, wholeNumber),
    })
    .optional(),
  /** The export it left with. */
  paidWith: shortText.optional(),
});
export type Claim = z.infer<typeof claim>;

/** A claim that was returned is written on as it is, and submitted again. */
export const claimMoves = {
  draft: ['submitted'],
  submitted: ['draft', 'returned', 'approved'],
  returned: ['submitted'],
  approved: ['paid', 'returned'],
  paid: [],
} as const satisfies Record<string, readonly string[]>;
export type ClaimState = keyof typeof claimMoves;
export const claimStates = Object.keys(claimMoves) as [ClaimState, ...ClaimState[]];
export const claimState = (c: Pick<Claim, 'events'>): ClaimState =>
  (c.events.at(-1)?.to ?? 'draft') as ClaimState;

/** The states in which its claimant writes in a claim. */
export const isWritable = (state: ClaimState): boolean => state === 'draft' || state === 'returned';

/** The lines that were not taken out again. */
export const linesOf = ({ lines }: Pick<Claim, 'lines'>): ClaimLine[] =>
  lines.filter(({ removed }) => removed === undefined);

/**
 * One claim for each person and month: two laptops of one person that both begin it without a network begin the same,
 * and what stands in either stands in it.
 */
export const claimId = (office: string, person: string, month: string): string =>
  derivedId(office, 'claim', `${person} ${month}`);
