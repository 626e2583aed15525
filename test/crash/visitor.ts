import type { Patch } from '#shared/sync/patch.ts';
import { read } from '#shared/sync/patch.ts';
import { freshId } from '#test/office.ts';
import { complete, fills } from '#test/scenario/reports.ts';
import { begin, below, fresh, one, suite, time, visitor2 } from './person.ts';

/**
 * Writes whole reports at random: detainees are added, filled in, removed and put back, matters and calls with them;
 * both visitors declare, the report goes, and the office reads it through. Some are only exercises.
 */
type Report = Awaited<ReturnType<typeof begin>>;
type Item = { id: string; removed?: string };

const lists = ['detainees', 'matters', 'calls'] as const;
type List = (typeof lists)[number];
const itemsOf = (report: Report, list: List): Item[] =>
  (read(report.said(), [list]) as Item[] | undefined) ?? [];

const seen = () =>
  one([{ state: 'accepted' }, { state: 'declined' }, { state: 'notAvailable', reason: 'asleep' }]);

const begun: Record<List, () => object> = {
  detainees: () => ({ custodyNumber: fresh(), seen: seen() }),
  matters: () => ({ what: fresh(), toldTo: fresh(), outcome: 'outstanding' }),
  calls: () => ({ told: fresh(), what: fresh(), on: '2024-05-14', at: time() }),
};
const fields: Record<List, readonly (readonly [string, () => unknown])[]> = {
  detainees: [
    ['custodyNumber', fresh],
    ['seen', seen],
    ['ageGroup', () => one(['adult', 'under18'])],
    ['sex', () => one(['female', 'male', 'other'])],
    ['arrived', () => ({ at: time() })],
    ['groups.rights', () => one(['no concerns', 'to report', 'not asked'])],
    ['groups.health', () => one(['no concerns', 'to report', 'not asked'])],
    ['shared.words', () => below(2) === 0],
    ['answers.later', () => ({ value: fresh() })],
  ],
  matters: [
    ['what', fresh],
    ['answer', fresh],
    ['outcome', () => one(['already addressed', 'resolved', 'outstanding'])],
  ],
  calls: [
    ['told', fresh],
    ['answer', fresh],
  ],
};

const put = (report: Report, path: string[], now: unknown): Patch => {
  const was = read(report.said(), path);
  return [
    { path, ...(was === undefined ? {} : { was }), ...(now === undefined ? {} : { now: now as never }) },
  ];
};
const adding = (report: Report, list: List): Patch => {
  const id = freshId();
  return put(report, [list, `#${id}`], { id, order: id, ...begun[list]() });
};
const filling = (report: Report, list: List, item: Item): Patch => {
  const [field, write] = one(fields[list]);
  return put(report, [list, `#${item.id}`, ...field.split('.')], write());
};
const putting = (report: Report, list: List, item: Item): Patch =>
  put(report, [list, `#${item.id}`, 'removed'], item.removed ? undefined : new Date().toISOString());

/** One thing somebody does while they write. */
const aChange = (report: Report): Patch => {
  const list = one(['detainees', 'detainees', 'detainees', 'matters', 'calls'] as const);
  const items = itemsOf(report, list);
  if (items.length === 0 || below(4) === 0) return adding(report, list);
  return below(4) === 0 ? putting(report, list, one(items)) : filling(report, list, one(items));
};

/** The office reads it through, asks, is answered, and it is corrected on the way. */
const reading = async (report: Report) => {
  const correcting = async () => {
    const standing = itemsOf(report, 'detainees').filter((d) => !d.removed);
    if (below(2) && standing.length > 0) await report.correct(filling(report, 'detainees', one(standing)));
  };
  if (below(2)) await report.declare('second');
  await correcting();
  if (below(3) > 0) await report.read('read');
  if (below(2)) {
    await report.read('queried');
    await correcting();
    await report.answer();
  }
  await report.declare(one(['own', 'second']));
  await report.read('accepted');
};

for (;;) {
  const practice = below(4) === 0;
  const report = await begin(practice);
  await report.type(fills({ ...complete, comments: fresh(), suite, visitor2 }));
  for (let changes = 6 + below(10); changes > 0; changes -= 1) await report.type(aChange(report));
  if (below(3) === 0) {
    await report.discard();
    await report.restore();
  }
  if (below(2)) await report.declare('second');
  await report.send();
  if (practice) await report.type(aChange(report));
  else await reading(report);
}
