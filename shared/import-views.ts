import { z } from 'zod';
import { recordId } from './records/common.ts';

export const importKinds = [
  'suites',
  'volunteers',
  'throughput',
  'visits',
  'reviews',
  'correspondence',
] as const;
export type ImportKind = (typeof importKinds)[number];

/** One thing wrong with one row of an import file. */
export const rowProblem = z.object({
  line: z.int(),
  column: z.string(),
  problem: z.string(),
  value: z.string(),
});
export type RowProblem = z.infer<typeof rowProblem>;

export const importReport = z.object({
  id: recordId,
  kind: z.enum(importKinds),
  file: z.string(),
  rows: z.int(),
  good: z.int(),
  bad: z.int(),
  new: z.int(),
  changed: z.int(),
  unchanged: z.int(),
  unknownColumns: z.array(z.string()),
  /** Suites and panels that would be made because they are not known yet. */
  toCreate: z.array(z.string()),
  /** The first hundred problems; `problemCount` says how many in all. */
  problems: z.array(rowProblem),
  problemCount: z.int(),
});
export type ImportReport = z.infer<typeof importReport>;
