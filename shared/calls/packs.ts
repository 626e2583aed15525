import { z } from 'zod';
import { period } from '#shared/periods.ts';
import { isoDate, recordId } from '#shared/records/common.ts';
import { recommendationAnswers } from '#shared/records/recommendation.ts';
import { type Call, caseworkers, madeFile } from './call.ts';

/** What is told of a recommendation, without anybody's name. */
const recommended = z.object({
  id: recordId,
  reference: z.string().nullable(),
  kind: z.string(),
  words: z.string(),
  madeOn: isoDate,
});

/** What Professional Standards are given each quarter. */
export const forcePack = z.object({
  period,
  body: z.string(),
  notice: z.string().nullable(),
  completed: z.int(),
  upheld: z.int(),
  themes: z.array(z.object({ theme: z.string(), upheld: z.int() })),
  refused: z.array(
    recommended.extend({ answer: z.enum(recommendationAnswers), on: isoDate, reasons: z.string() }),
  ),
  unanswered: z.array(recommended.extend({ due: isoDate.nullable(), late: z.boolean() })),
  changed: z.array(recommended.extend({ changed: z.string(), on: isoDate })),
  /** Reviews as a share of complaints finalised under Schedule 3, quarter by quarter of the year so far. */
  shares: z.array(
    z.object({
      quarter: z.string(),
      received: z.int(),
      finalised: z.int().nullable(),
      share: z.string(),
    }),
  ),
  /** What in these words looks as if it named somebody: somebody reads it before it goes. */
  doubts: z.array(z.string()),
});

const ofQuarter = z.object({ quarter: z.string().max(50) });
const as = z.enum(['docx', 'html']);
const errors = ['badPeriod', 'figuresWait'] as const;

/** What leaves the office about its reviews each quarter: the pack for Professional Standards. What is published is a return. */
export const packsCalls = {
  'packs.force': {
    input: ofQuarter,
    output: forcePack,
    errors,
    may: caseworkers,
    where: 'read',
    of: ['review', 'recommendation', 'scheduleTotals', 'contact', 'setting'],
  },
  'packs.forceFile': {
    input: ofQuarter.extend({ as }),
    output: madeFile,
    errors,
    may: caseworkers,
    where: 'app',
  },
} as const satisfies Record<string, Call>;
