import { z } from 'zod';
import { period } from '#shared/periods.ts';
import { recordId, words } from '#shared/records/common.ts';
import { monday } from '#shared/records/shift.ts';
import { lost, place, said, swap } from '#shared/rota-views.ts';
import { byId, type Call, nothing, saved, writers } from './call.ts';
import { ofRota, quarter } from './rota.ts';

/** What volunteers do in the rota, also offline: they say when they are free and settle their own places. */
export const ownRotaCalls = {
  /** A volunteer's own part of the rota. */
  'rota.mine': {
    input: nothing,
    output: z.object({
      person: recordId,
      /** Whether the reader is one whom the rota can place; a coordinator may be none. */
      volunteers: z.boolean(),
      thisWeek: monday,
      /** Own places from this week on, and earlier ones that have no report. */
      places: z.array(place),
      /** Places of the panel that look for somebody, with what keeps the reader from taking each. */
      seeking: z.array(place.extend({ mayTake: z.boolean(), against: z.array(z.string()) })),
      /** Others' places that one could ask to exchange for: planned, of this panel, from this week on. */
      others: z.array(place),
      asked: z.array(swap),
      askedOfMe: z.array(swap),
      /** What the office did not make of what the reader did here, until they have looked at it. */
      lost: z.array(lost),
      /** This quarter and the next. */
      availability: z.array(
        z.object({
          quarter: period,
          weeks: z.array(z.object({ week: monday, said, goes: z.boolean() })),
          unsettled: z.boolean(),
        }),
      ),
    }),
    errors: [],
    may: writers,
    where: 'read',
    of: ofRota,
  },
  /** Says of weeks of a quarter that one is free or away, or takes it back; staff may note it for somebody who told them. */
  'rota.sayAvailability': {
    input: z.object({ quarter, weeks: z.record(monday, said), person: recordId.optional() }),
    output: saved,
    errors: ['badPeriod', 'notFound'],
    may: writers,
    where: 'write',
  },
  /** A volunteer takes an empty half, or goes instead of somebody who looks for cover. The office settles it. */
  'rota.takePlace': {
    input: byId.extend({ instead: recordId.optional() }),
    output: saved.extend({ settled: z.boolean() }),
    errors: ['notFound', 'movedOn', 'speaksAgainst', 'notAllowed'],
    may: writers,
    where: 'write',
  },
  /** Says that one looks for somebody to go instead, or does not any more. */
  'rota.askCover': {
    input: byId.extend({ asks: z.boolean() }),
    output: saved,
    errors: ['notFound', 'movedOn'],
    may: writers,
    where: 'write',
  },
  /** Asks somebody to exchange their place for one's own. */
  'rota.askSwap': {
    input: z.object({ gives: recordId, takes: recordId, with: recordId, words: words.optional() }),
    output: saved,
    errors: ['notFound', 'movedOn', 'speaksAgainst', 'saysWhen'],
    may: writers,
    where: 'write',
  },
  /** Accepts or declines what one was asked, or withdraws what one asked. Accepting moves both, or neither. */
  'rota.answerSwap': {
    input: byId.extend({ to: z.enum(['accepted', 'declined', 'withdrawn']), why: words.optional() }),
    output: saved.extend({ settled: z.boolean() }),
    errors: ['notFound', 'movedOn', 'speaksAgainst', 'saysWhen'],
    may: writers,
    where: 'write',
  },
} as const satisfies Record<string, Call>;
