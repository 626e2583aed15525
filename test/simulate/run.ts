import { parseArgs } from 'node:util';
import { type Outcome, storm } from './storm.ts';
import { report, summary } from './summary.ts';

/** `npm run simulate -- --seeds N [--from S] [--minutes M] [--steps K]`: as many storms as asked for, or as there is time for. */
const { values } = parseArgs({
  options: {
    seeds: { type: 'string', default: '100' },
    from: { type: 'string', default: '1' },
    minutes: { type: 'string' },
    steps: { type: 'string', default: '40' },
  },
});
const whole = (name: keyof typeof values): number => {
  const number = Number(values[name]);
  if (Number.isFinite(number) && number > 0) return number;
  console.error(`--${name} takes a number above 0`);
  process.exit(2);
};
const [seeds, from, steps] = [whole('seeds'), whole('from'), whole('steps')];
const end = values.minutes ? Date.now() + whole('minutes') * 60_000 : Number.POSITIVE_INFINITY;

const outcomes: Outcome[] = [];
for (let seed = from; seed < from + seeds && Date.now() < end; seed += 1) {
  const outcome = await storm(seed);
  if (outcome.failures.length > 0) console.log(report(outcome, steps));
  else if (process.stderr.isTTY) process.stderr.write(`\rseed ${seed}`);
  outcomes.push({ ...outcome, steps: [] });
}
console.log(`\n${summary(outcomes)}`);
process.exitCode = outcomes.some((one) => one.failures.length > 0) ? 1 : 0;
