import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';
import type { Patch } from '#shared/sync/patch.ts';
import { applyPatch } from '#shared/sync/patch.ts';
import { ask, deskOver, freshId } from '#test/office.ts';
import { type Deed, pin, type Told } from './deeds.ts';
import { tellLine } from './tell.ts';

/*
 * A person at work in a process of their own, until it is killed. Each thing is told before it is asked for and again
 * once it was called saved, so that whoever reads along knows what must be there.
 */
const [folder = '', recoveryCode = '', seed = '1', suite = '', visitor2 = '', how = ''] =
  process.argv.slice(2);

export { how, suite, visitor2 };

const dice = xoroshiro128plus(Number(seed));
export const below = (limit: number): number => (dice.next() >>> 0) % limit;
export const one = <T>(list: readonly T[]): T => list[below(list.length)] as T;

let count = 0;
/** Words that occur nowhere else, and in which no other begins. */
export const fresh = (): string => `word${seed}x${count++}y`;
export const time = (): string =>
  `${String(below(24)).padStart(2, '0')}:${String(below(60)).padStart(2, '0')}`;

const office = deskOver(folder);
await ask(office.host, 'store.unlock', { recoveryCode });
const own = (await office.ask('session.get', {})).person.id;

const asked = (deed: Deed): Promise<{ savedAt: string; reference?: string }> => {
  const { id } = deed;
  switch (deed.kind) {
    case 'begins':
      return office.ask('visits.start', { id, practice: deed.practice });
    case 'types':
      return office.ask('visits.save', { id, patch: deed.patch });
    case 'declares':
      return office.ask('visits.declare', { id, person: deed.by, ...(deed.by === own ? {} : { pin }) });
    case 'sends':
      return office.ask('visits.ready', { id });
    case 'discards':
      return office.ask('visits.discard', { id });
    case 'restores':
      return office.ask('visits.restore', { id });
    case 'reads':
      return office.ask('visits.readThrough', { id, to: deed.to, words: deed.words });
    case 'answers':
      return office.ask('visits.answerQuery', { id, words: deed.words });
    case 'corrects':
      return office.ask('visits.correct', { id, patch: deed.patch, reason: deed.reason });
  }
};

const does = async (deed: Deed) => {
  tellLine(JSON.stringify(deed satisfies Told));
  const { reference } = await asked(deed);
  tellLine(JSON.stringify({ kind: 'saved', ...(reference && { reference }) } satisfies Told));
};

/** A new report, and what can be done to it; `said` is what it says by then. */
export const begin = async (practice = false) => {
  const id = freshId();
  let said: object = {};
  const write = (patch: Patch) => {
    said = applyPatch(said, patch).document;
    return patch;
  };
  await does({ kind: 'begins', id, practice });
  return {
    said: () => said,
    type: (patch: Patch) => does({ kind: 'types', id, patch: write(patch) }),
    correct: (patch: Patch) => does({ kind: 'corrects', id, by: own, patch: write(patch), reason: fresh() }),
    declare: (by: 'own' | 'second') => does({ kind: 'declares', id, by: by === 'own' ? own : visitor2 }),
    send: () => does({ kind: 'sends', id, by: own }),
    discard: () => does({ kind: 'discards', id }),
    restore: () => does({ kind: 'restores', id }),
    read: (to: 'read' | 'queried' | 'accepted') => does({ kind: 'reads', id, to, words: fresh() }),
    answer: () => does({ kind: 'answers', id, words: fresh() }),
  };
};
