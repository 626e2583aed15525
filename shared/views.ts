import { z } from 'zod';
import { period } from './periods.ts';
import { isoDate, isoInstant, recordId } from './records/common.ts';

export const page = <T extends z.ZodType>(row: T) =>
  z.object({ rows: z.array(row), next: z.string().nullable() });

export const searchHit = z.object({
  type: z.enum([
    'visit',
    'concern',
    'letter',
    'recordCheck',
    'plan',
    'planItem',
    'session',
    'review',
    'recommendation',
    'contact',
    'complaintSample',
    'caseFile',
    'engagement',
    'assuranceRequest',
    'suite',
    'panel',
    'person',
  ]),
  id: recordId,
  title: z.string(),
  detail: z.string(),
  date: isoDate.nullable(),
});

/** A figure, with all that is needed to print and to doubt it. */
export const comparison = z.object({
  period,
  value: z.number().nullable(),
  display: z.string(),
  /**
   * The difference in counts, or in percentage points for a percentage: of the period to this one, or of the year so
   * far to this one where this is last year's. Null for the year so far itself.
   */
  change: z.number().nullable(),
  changeDisplay: z.string(),
  /** Percentage change of a count; `n/a` from zero and for percentages. */
  percentDisplay: z.string(),
  /** Of a share or a mean: what it was made of. */
  numerator: z.number().optional(),
  denominator: z.number().optional(),
  /** Kept back where it is given out (`shared/returns/keep-back.ts`): it has no value, and its words are `[c]`. */
  kept: z.literal(true).optional(),
});
export const measureResult = z.object({
  id: z.string(),
  title: z.string(),
  definition: z.string(),
  value: z.number().nullable(),
  numerator: z.number().optional(),
  denominator: z.number().optional(),
  display: z.string(),
  unit: z.enum(['count', 'percent', 'minutes', 'hours', 'days']),
  /** How many records the figure rests on and of what kind, and how many of those asked had a blank there. */
  restsOn: z.int(),
  restsOnWhat: z.enum([
    'visits',
    'detainees',
    'concerns',
    'record checks',
    'waits',
    'volunteers',
    'reviews',
    'recommendations',
    'cases',
    'requests',
    'engagements',
    'records',
  ]),
  blank: z.int(),
  /**
   * Kept back where it is given out (`shared/returns/keep-back.ts`): it has no value, numerator or denominator, its words
   * are `[c]`, and the nought of `restsOn` and `blank` says nothing and is shown as `[c]` too.
   */
  kept: z.literal(true).optional(),
  compare: z
    .object({
      previous: comparison,
      lastYear: comparison,
      yearToDate: comparison,
      lastYearToDate: comparison,
    })
    .optional(),
});
export type MeasureResult = z.infer<typeof measureResult>;

/** Ethnicity splits what is known of detainees entered, over the whole office and never beside a suite. */
export const dimensions = [
  'suite',
  'panel',
  'area',
  'sex',
  'ageGroup',
  'ethnicity',
  'hour',
  'weekday',
  'method',
  'cohort',
] as const;
export type Dimension = (typeof dimensions)[number];
/** By what a return on reviews is split. */
export const reviewDimensions = ['route'] as const;
/** By what a return on correspondence is split; themes overlap, and split themes alone. */
export const caseDimensions = ['kind', 'channel', 'area', 'constituency', 'theme'] as const;
export type CaseDimension = (typeof caseDimensions)[number];

export const anyDimensions = [
  ...dimensions,
  ...reviewDimensions,
  'kind',
  'channel',
  'constituency',
  'theme',
] as const;
export type AnyDimension = (typeof anyDimensions)[number];

/** The returns there are, and what each may be split by. */
export const returnKinds = ['icv', 'reviews', 'correspondence'] as const;
export type ReturnKind = (typeof returnKinds)[number];
export const dimensionsOf: Readonly<Record<ReturnKind, readonly AnyDimension[]>> = {
  icv: dimensions,
  reviews: reviewDimensions,
  correspondence: caseDimensions,
};

export const returnTable = z.object({
  id: z.string(),
  title: z.string(),
  columns: z.array(z.string()),
  rows: z.array(z.array(z.union([z.string(), z.number(), z.null()]))),
  note: z.string().optional(),
  /** The figures in its columns, by the part that a row is named after, so that each opens its records. */
  figures: z.object({ by: z.enum(anyDimensions), measures: z.array(z.string().nullable()) }).optional(),
  /**
   * Of a table that tells figures of several periods: the period of each column but the first, and the measure of each
   * row, so that each opens its records; where they stand one beneath another (`down`), the period of each row and the
   * measure of each column. And of what each share is made, by measure and period.
   */
  over: z
    .object({
      down: z.literal(true).optional(),
      /**
       * With the day up to which a period is told that was not over (null where it had not begun), and that of the first
       * record in a period of which there are none of its first weeks.
       */
      periods: z.array(period.extend({ until: isoDate.nullable().optional(), since: isoDate.optional() })),
      measures: z.array(z.string()),
      made: z.array(z.array(z.tuple([z.number(), z.number()]).nullable())).optional(),
    })
    .optional(),
});
export type ReturnTable = z.infer<typeof returnTable>;

export const returnCheck = z.object({
  id: z.string(),
  title: z.string(),
  ok: z.boolean(),
  detail: z.string(),
  /** Ids of the records it speaks of: at most the first hundred, `count` says how many in all. */
  records: z.array(z.string()),
  count: z.int(),
});

/** A part of a return that is split: its name in print, and its figures. */
export const returnGroup = z.object({ key: z.string(), measures: z.array(measureResult) });
export type ReturnGroup = z.infer<typeof returnGroup>;

export const returnResult = z.object({
  return: z.enum(returnKinds),
  body: z.string(),
  /** Says that the data is invented, where it is; printed on every page and export. */
  notice: z.string().nullable(),
  period,
  headline: z.string(),
  measures: z.array(measureResult),
  by: z.enum(anyDimensions).optional(),
  groups: z.array(returnGroup).optional(),
  /** Of a named return: each of the ways in which it is split. */
  splits: z
    .array(
      z.object({
        by: z.enum(anyDimensions),
        groups: z.array(returnGroup),
        /** Of parts that are made of suites, such as areas: the suites of each, so that it is known what adds up to what. */
        suites: z.record(z.string(), z.array(z.string())).optional(),
      }),
    )
    .optional(),
  tables: z.array(returnTable),
  checks: z.array(returnCheck),
});
export type ReturnResult = z.infer<typeof returnResult>;

/** What stands behind a figure: one line for each record it rests on. */
export const figureRecord = z.object({
  type: z.enum([
    'visit',
    'concern',
    'recordCheck',
    'suite',
    'throughput',
    'person',
    'review',
    'recommendation',
    'caseFile',
    'caseMark',
    'engagement',
    'assuranceRequest',
  ]),
  id: recordId,
  title: z.string(),
  date: isoDate.nullable(),
  /** What this record adds to the figure (to its numerator and denominator where it has them). */
  value: z.number().nullable(),
  of: z.number().nullable(),
});

/** How a store stands, before and after it is opened. */
export const storeStatus = z.object({
  /** `none`: nothing set up; `locked`: a store waits for its passphrase; `open`: somebody is at work. */
  state: z.enum(['none', 'locked', 'open']),
  /** The names on the unlock screen of the stores in this folder. */
  stores: z.array(
    z.object({ name: z.string(), keychain: z.boolean(), recovery: z.boolean(), office: z.boolean() }),
  ),
  /** Stores that are here no more, because the office ended their access; `kept` is the file of what was unsent. */
  ended: z.array(z.object({ name: z.string(), at: isoInstant, kept: z.string().nullable() })).optional(),
  version: z.string(),
});

export const session = z.object({
  person: z.object({ id: recordId, name: z.string(), roles: z.array(z.string()) }),
  body: z.string(),
  notice: z.string().nullable(),
  /** True where this store is its own office: nothing waits to be sent. */
  standalone: z.boolean(),
  today: isoDate,
  openedAt: isoInstant,
});

export const historyEntry = z.object({
  at: isoInstant,
  by: z.string(),
  version: z.int(),
  what: z.string(),
  changes: z.array(
    z.object({ path: z.array(z.string()), was: z.json().optional(), now: z.json().optional() }),
  ),
});
