import { scriptOptions } from '#test/script-options.ts';
import { type Outcome, storm } from './storm.ts';
import { report, summary } from './summary.ts';

const given = scriptOptions(
  'simulate',
  'Try an office with laptops in storms of trouble, each made of its seed',
  {
    seeds: { type: 'string', hint: 'N', help: 'how many storms (default: 100)' },
    from: { type: 'string', hint: 'SEED', help: 'the first seed (default: 1)' },
    minutes: { type: 'string', hint: 'N', help: 'begin no storm after so many minutes' },
    steps: {
      type: 'string',
      hint: 'N',
      help: 'how many of the last steps to print of one that failed (default: 40)',
    },
  },
);
const whole = (name: string, otherwise: number): number => {
  const number = Number(given.text(name) ?? otherwise);
  if (number > 0) return number;
  console.error(`--${name} takes a number above 0.`);
  process.exit(2);
};
const [seeds, from, steps] = [whole('seeds', 100), whole('from', 1), whole('steps', 40)];
const end = Date.now() + whole('minutes', Number.POSITIVE_INFINITY) * 60_000;

const outcomes: Outcome[] = [];
for (let seed = from; seed < from + seeds && Date.now() < end; seed += 1) {
  const outcome = await storm(seed);
  if (outcome.failures.length > 0) console.log(report(outcome, steps));
  else if (process.stderr.isTTY) process.stderr.write(`\rseed ${seed}`);
  outcomes.push({ ...outcome, steps: [] });
}
console.log(`\n${summary(outcomes)}`);
process.exitCode = outcomes.some((one) => one.failures.length > 0) ? 1 : 0;
