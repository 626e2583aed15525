import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';
import type { Patch } from '#shared/sync/patch.ts';
import { applyPatch, read } from '#shared/sync/patch.ts';
import { ask, deskOver, freshId } from '#test/office.ts';
import { complete, fills } from '#test/scenario/reports.ts';
import { tellLine } from './tell.ts';

/**
 * A person at work in a process of their own, until it is killed: types into reports at random, makes some of them
 * ready and corrects them. Each thing is told before it is asked for and again once it was called saved, so that
 * whoever reads along knows what must be there.
 */
const [folder = '', recoveryCode = '', seed = '1', suite = '', visitor2 = '', how = ''] =
  process.argv.slice(2);

export type Told =
  | { kind: 'begins'; id: string }
  | { kind: 'types'; id: string; patch: Patch }
  | { kind: 'sends'; id: string }
  | { kind: 'corrects'; id: string; patch: Patch; reason: string }
  | { kind: 'saved'; reference?: string };

const tell = (told: Told) => tellLine(JSON.stringify(told));

const dice = xoroshiro128plus(Number(seed));
const below = (limit: number) => (dice.next() >>> 0) % limit;
const one = <T>(list: readonly T[]): T => list[below(list.length)] as T;

let count = 0;
/** Words that occur nowhere else. */
const fresh = () => `word${seed}x${count++}`;
const counts = () => ({ held: 5 + below(20), offered: below(5), accepted: below(3) });
const time = () => `${String(below(24)).padStart(2, '0')}:${String(below(60)).padStart(2, '0')}`;

const writes: readonly (readonly [string, () => unknown])[] = [
  ['comments', fresh],
  ['praiseWords', fresh],
  ['briefing', () => `${fresh()} `.repeat(1 + below(1_500)).trim()],
  ['answers.foodStock', () => ({ value: fresh() })],
  ['counts.total', counts],
  ['counts.splits.adultFemale', counts],
  ['counts.notAvailableReasons', () => ({ asleep: below(4), medical: 1 + below(3) })],
  ['arrived', time],
  ['date', () => `2024-05-${String(1 + below(28)).padStart(2, '0')}`],
  ['outcome', () => one(['completed', 'abandoned', 'closed'])],
];

const office = deskOver(folder);
await ask(office.host, 'store.unlock', { recoveryCode });

const does = async (told: Told, work: () => Promise<{ savedAt: string; reference?: string }>) => {
  tell(told);
  const { reference } = await work();
  tell({ kind: 'saved', ...(reference && { reference }) });
};

/** One change of what stands there now, as a field on screen makes it. */
const aChange = (document: object): Patch => {
  const [field, write] = one(writes);
  const path = field.split('.');
  const was = read(document, path);
  return [{ path, ...(was === undefined ? {} : { was }), now: write() as never }];
};

for (;;) {
  const id = freshId();
  let document: object = {};
  const type = (patch: Patch) => {
    document = applyPatch(document, patch).document;
    return does({ kind: 'types', id, patch }, () => office.ask('visits.save', { id, patch }));
  };
  await does({ kind: 'begins', id }, () => office.ask('visits.start', { id }));
  await type(fills({ ...complete, suite, visitor2 }));
  if (how === 'typing') for (let n = 0; n < 40; n += 1) await type(aChange(document));
  await does({ kind: 'sends', id }, () => office.ask('visits.ready', { id }));
  for (let n = 0; n < 3; n += 1) {
    const patch = aChange(document);
    document = applyPatch(document, patch).document;
    const reason = fresh();
    await does({ kind: 'corrects', id, patch, reason }, () =>
      office.ask('visits.correct', { id, patch, reason }),
    );
  }
}
