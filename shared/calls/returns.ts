import { z } from 'zod';
import { recordTypes } from '#shared/records/types.ts';
import { dimensions, figureRecord, page, returnResult } from '#shared/views.ts';
import { type Call, nothing, writers } from './call.ts';

const returnRequest = z.object({
  return: z.literal('icv'),
  period: z.string().max(50),
  by: z.enum(dimensions).optional(),
});

/** Figures, and the records behind them. */
export const returnsCalls = {
  'returns.periods': {
    input: nothing,
    output: z.object({
      years: z.array(z.string()),
      quarters: z.array(z.object({ id: z.string(), label: z.string() })),
      latest: z.string(),
    }),
    errors: [],
    may: writers,
    where: 'read',
    of: ['visit', 'setting'],
  },
  'returns.compute': {
    input: returnRequest,
    output: returnResult,
    errors: ['badPeriod', 'figuresWait'],
    may: writers,
    where: 'read',
    of: [...recordTypes],
  },
  'returns.records': {
    input: returnRequest.extend({
      measure: z.string().max(100),
      key: z.string().max(200).optional(),
      after: z.string().max(400).optional(),
      limit: z.int().min(1).max(200).default(50),
    }),
    output: page(figureRecord).extend({ title: z.string(), definition: z.string(), total: z.int() }),
    errors: ['badPeriod', 'figuresWait', 'notFound'],
    may: writers,
    where: 'read',
    of: [...recordTypes],
  },
  'returns.export': {
    input: returnRequest.extend({ format: z.enum(['json', 'csv']) }),
    output: z.object({ name: z.string(), mime: z.string(), text: z.string() }),
    errors: ['badPeriod', 'figuresWait'],
    may: writers,
    where: 'read',
  },
} as const satisfies Record<string, Call>;
