import type { Outcome } from './storm.ts';

/** The value below which so many of a hundred lie. */
const percentile = (values: readonly number[], of: number): number =>
  values.toSorted((a, b) => a - b)[Math.min(values.length - 1, Math.floor((values.length * of) / 100))] ?? 0;

const sum = (outcomes: readonly Outcome[], count: (one: Outcome) => number): number =>
  outcomes.reduce((so, one) => so + count(one), 0);

/** What many runs came to, in a few lines. */
export const summary = (outcomes: readonly Outcome[]): string => {
  const rounds = outcomes.map((one) => one.convergence.rounds);
  const seconds = outcomes.map((one) => one.convergence.milliseconds / 1_000);
  const failed = outcomes.filter((one) => one.failures.length > 0);
  const seeds = outcomes.map((one) => one.seed);
  return [
    `words    acknowledged ${sum(outcomes, (o) => o.acknowledged)}, lost ${sum(outcomes, (o) => o.lost)}, duplicated ${sum(outcomes, (o) => o.duplicated)}`,
    `runs     ${outcomes.length}, failed ${failed.length}, stuck ${outcomes.filter((o) => o.stuck).length}`,
    `rest     rounds p50 ${percentile(rounds, 50)}, p99 ${percentile(rounds, 99)}; virtual seconds p50 ${percentile(seconds, 50).toFixed(1)}, p99 ${percentile(seconds, 99).toFixed(1)}`,
    `conflicts occurred ${sum(outcomes, (o) => o.conflicts.occurred)}, records that show them ${sum(outcomes, (o) => o.conflicts.shown)}`,
    `seeds    ${Math.min(...seeds)} to ${Math.max(...seeds)}${failed.length > 0 ? `; failed: ${failed.map((o) => o.seed).join(', ')}` : ''}`,
  ].join('\n');
};

/** A run that failed: its seed, what did not hold, and the last that happened. */
export const report = ({ seed, failures, steps }: Outcome, last = 40): string =>
  [
    `seed ${seed} failed: npm run simulate -- --seeds 1 --from ${seed}`,
    ...failures.slice(0, 20).map((text) => `  ✗ ${text}`),
    ...(failures.length > 20 ? [`  … and ${failures.length - 20} more`] : []),
    ...steps.slice(-last).map((text) => `    ${text}`),
  ].join('\n');
