import { z } from 'zod';
import { ruleOf } from '#shared/deadlines/rules.ts';
import type { Setting } from '#shared/records/setting.ts';
import { clocks, type ReviewClock } from '#shared/reviews/deadlines.ts';

export const clockNames = Object.keys(clocks) as ReviewClock[];
export type ClockLengths = NonNullable<NonNullable<Setting['reviews']>['clocks']>;

const days = z
  .string()
  .trim()
  .refine(
    (text) => text === '' || (/^\d+$/.test(text) && Number(text) >= 1 && Number(text) <= 400),
    'The days must be a whole number from 1 to 400, or blank',
  );

/** The lengths of the office’s own clocks as they stand in their boxes; blank is as an office begins. */
export const clocksForm = z.object({ acknowledge: days, progress: days, complete: days, outcome: days });
type ClocksForm = z.infer<typeof clocksForm>;

export const clockRule = (clock: ReviewClock) => ruleOf(clocks[clock]);

export const clockFieldNames = Object.fromEntries(clockNames.map((clock) => [clock, clockRule(clock).title]));

export const toClocksForm = (lengths: ClockLengths | undefined): ClocksForm => {
  const typed = (clock: ReviewClock) => (lengths?.[clock] === undefined ? '' : String(lengths[clock]));
  return {
    acknowledge: typed('acknowledge'),
    progress: typed('progress'),
    complete: typed('complete'),
    outcome: typed('outcome'),
  };
};

export const fromClocksForm = (typed: ClocksForm, base: ClockLengths | undefined): ClockLengths => {
  const { acknowledge, progress, complete, outcome, ...unknown } = base ?? {};
  const set = clockNames.filter((clock) => typed[clock].trim() !== '');
  return { ...unknown, ...Object.fromEntries(set.map((clock) => [clock, Number(typed[clock])])) };
};
