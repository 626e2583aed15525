import type { Patch } from '#shared/sync/patch.ts';
import { read } from '#shared/sync/patch.ts';
import { complete, fills } from '#test/scenario/reports.ts';
import { begin, below, fresh, how, one, suite, time, visitor2 } from './person.ts';

/** Types into reports at random, makes some of them ready and corrects them. */
const counts = () => ({ held: 5 + below(20), offered: below(5), accepted: below(3) });

const writes: readonly (readonly [string, () => unknown])[] = [
  ['comments', fresh],
  ['praiseWords', fresh],
  ['briefing', () => `${fresh()} `.repeat(1 + below(1_500)).trim()],
  ['answers.later', () => ({ value: fresh() })],
  ['counts.total', counts],
  ['counts.splits.adultFemale', counts],
  ['counts.notAvailableReasons', () => ({ asleep: below(4), medical: 1 + below(3) })],
  ['arrived', time],
  ['date', () => `2024-05-${String(1 + below(28)).padStart(2, '0')}`],
  ['outcome', () => one(['completed', 'abandoned', 'closed'])],
];

/** One change of what stands there now, as a field on screen makes it. */
const aChange = (document: object): Patch => {
  const [field, write] = one(writes);
  const path = field.split('.');
  const was = read(document, path);
  return [{ path, ...(was === undefined ? {} : { was }), now: write() as never }];
};

for (;;) {
  const report = await begin();
  await report.type(fills({ ...complete, suite, visitor2 }));
  if (how === 'typing') for (let n = 0; n < 40; n += 1) await report.type(aChange(report.said()));
  await report.send();
  for (let n = 0; n < 3; n += 1) await report.correct(aChange(report.said()));
}
