import { z } from 'zod';
import { recordTypes } from '#shared/records/types.ts';
import type { Role } from '#shared/roles.ts';
import {
  type AnyDimension,
  anyDimensions,
  dimensionsOf,
  figureRecord,
  page,
  type ReturnKind,
  returnKinds,
  returnResult,
} from '#shared/views.ts';
import { type Call, caseworkers, madeFile, writers } from './call.ts';

/** The kinds of file in which a return leaves. */
export const returnFormats = ['json', 'csv', 'xlsx', 'ods', 'html', 'docx'] as const;
export type ReturnFormat = (typeof returnFormats)[number];

/** Whether a return is split by what its facts can be split by. */
const isSplit = (asked: unknown): boolean => {
  const { return: kind, by } = asked as { return: ReturnKind; by?: AnyDimension };
  return by === undefined || dimensionsOf[kind].includes(by);
};

/** A return of a period, split by what its own facts can be split by. */
const returnRequest = <T extends z.ZodRawShape>(more: T) =>
  z
    .object({
      return: z.enum(returnKinds),
      period: z.string().max(50),
      by: z.enum(anyDimensions).optional(),
      ...more,
    })
    .refine(isSplit, { path: ['by'], message: 'This return is not split by that' });
const readers = [...writers, ...caseworkers] as const satisfies Role[];

/** Whose return it is: custody visits are the scheme's, reviews and correspondence the caseworkers', who alone have them. */
export const returnReaders: { readonly [K in ReturnKind]: readonly Role[] } = {
  icv: writers,
  reviews: caseworkers,
  correspondence: caseworkers,
};

/** Figures, and the records behind them. */
export const returnsCalls = {
  /** The periods there can be a return for: as far as what it counts goes back. */
  'returns.periods': {
    input: z.object({ return: z.enum(returnKinds).default('icv') }),
    output: z.object({
      years: z.array(z.string()),
      quarters: z.array(z.object({ id: z.string(), label: z.string() })),
      latest: z.string(),
    }),
    errors: [],
    may: readers,
    where: 'read',
    of: ['visit', 'review', 'caseFile', 'setting'],
  },
  'returns.compute': {
    input: returnRequest({}),
    output: returnResult,
    errors: ['badPeriod', 'figuresWait'],
    may: readers,
    where: 'read',
    of: [...recordTypes],
  },
  'returns.records': {
    input: returnRequest({
      measure: z.string().max(100),
      key: z.string().max(200).optional(),
      after: z.string().max(400).optional(),
      limit: z.int().min(1).max(200).default(50),
    }),
    output: page(figureRecord).extend({
      title: z.string(),
      definition: z.string(),
      total: z.int(),
      /** How many confidential cases are counted besides, which only those they name may open. */
      kept: z.int().optional(),
    }),
    errors: ['badPeriod', 'figuresWait', 'notFound'],
    may: readers,
    where: 'read',
    of: [...recordTypes],
  },
  'returns.file': {
    input: returnRequest({ as: z.enum(returnFormats) }),
    output: madeFile,
    errors: ['badPeriod', 'figuresWait'],
    may: readers,
    where: 'app',
  },
} as const satisfies Record<string, Call>;
