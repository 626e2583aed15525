import { expect, it } from 'vitest';
import { sql } from '#db/sql.ts';
import type { SyncStore, Transport } from '#desk/sync/port.ts';
import { beginRun } from '#desk/sync/run.ts';
import { sendAll } from '#desk/sync/sending.ts';
import type { Change } from '#shared/sync/accept.ts';
import type { Message } from '#shared/sync/wire.ts';
import { type JoinedLaptop, taken } from '../../scenario/laptop/laptop.ts';
import { member, newLaptop, newSuite } from './one-laptop.ts';

/** How many ticks each step takes: with another pace, answers are stored before, while or after the next is sealed. */
type Pace = { seal: number; travel: number; keep: number };
const paces: Pace[] = [
  { seal: 1, travel: 8, keep: 3 },
  { seal: 8, travel: 1, keep: 3 },
  { seal: 1, travel: 3, keep: 8 },
];

/** An office that takes each change once, and that nothing may come to twice with other content. */
const office = () => {
  const all: Change[] = [];
  return {
    all,
    push: (changes: readonly Change[]) => {
      const answers = changes.map((change) => {
        const at = all.findIndex(({ id }) => id === change.id);
        if (at >= 0) {
          expect(change).toEqual(all[at]);
          return { id: change.id, answer: { kind: 'duplicate', first: taken(change, 10 + at).answer } };
        }
        expect(all.map(({ number }) => number)).not.toContain(change.number);
        all.push(structuredClone(change));
        return taken(change, 9 + all.length);
      });
      return { answers, head: { epoch: 1, n: 9 + all.length, receipt: `receipt-${9 + all.length}` } };
    },
  };
};

const ticks = async (count: number) => {
  for (let i = 0; i < count; i++) await Promise.resolve();
};

/** Sends until all is sent, or the power goes before the step with this number; gives whether it went. */
const sendUntil = async (
  laptop: JoinedLaptop,
  far: ReturnType<typeof office>,
  pace: Pace,
  cut: number,
): Promise<boolean> => {
  let step = 0;
  let off: () => void;
  const power = new Promise<true>((goes) => {
    off = () => goes(true);
  });
  /** After the power went nothing happens any more, and nothing is ever answered. */
  const does = async <T>(work: () => T): Promise<T> => {
    if (step >= cut) off();
    if (step >= cut) return new Promise(() => {});
    step += 1;
    return work();
  };
  const store = {
    counts: async () => laptop.steps.counts(),
    log: async (entry) => laptop.steps.log(entry),
    toPush: async (after) => {
      await ticks(pace.seal);
      // Few at a time; the rest was sealed with them.
      return does(() => laptop.steps.toPush(after).slice(0, 2));
    },
    answered: async (answers, at, head) => {
      await ticks(pace.keep);
      await does(() => laptop.steps.answered(answers, at, head));
    },
  } as Partial<SyncStore> as SyncStore;
  const transport = {
    ask: async (_name: 'push', { changes }: Message<'push'>) => {
      await ticks(pace.travel);
      const value = await does(() => far.push(changes as Change[]));
      await ticks(pace.travel);
      return { ok: true, value };
    },
  } as unknown as Transport;
  const nothing = () => {};
  const means = { store, transport, sources: laptop.sources, product: 'test', types: [] };
  const told = { progress: nothing, reached: nothing, checked: nothing, stopping: () => false };
  const run = beginRun({ ...means, ...told }, member(laptop), { removal: false, check: false });
  return Promise.race([power, sendAll(run, 0).then(() => false)]);
};

it.each(paces)(
  'a laptop cut off before any step of sending loses nothing and sends nothing twice otherwise: %o',
  async (pace) => {
    let wasCut = true;
    for (let cut = 0; wasCut; cut += 1) {
      const laptop = newLaptop();
      const far = office();
      const ids = ['A', 'B', 'C', 'D', 'E', 'F', 'G'].map((name) => newSuite(laptop, name));
      wasCut = await sendUntil(laptop, far, pace, cut);
      // What it has answers to is not beyond the head it knows: a restored hub would not be told of it.
      const accepted = laptop.w.all(sql.selectFrom('accepted').select('n'));
      const known = member(laptop).head?.n ?? 0;
      expect(accepted.filter(({ n }) => n > known)).toEqual([]);
      // Meanwhile something is written: into what was sealed, and new.
      const late = newSuite(laptop, 'H');
      const suite = ids[6] as string;
      const patch = [{ path: ['name'], was: 'G', now: 'Gate' }];
      laptop.ask('suites.save', { id: suite, patch });

      expect(await sendUntil(laptop, far, pace, Number.POSITIVE_INFINITY)).toBe(false);
      expect(laptop.steps.counts()).toMatchObject({ waiting: 0, attention: 0 });
      const numbers = far.all.map(({ number }) => number).toSorted((a, b) => a - b);
      expect(numbers).toEqual(Array.from({ length: numbers.length }, (_, i) => i + 1));
      expect(new Set(far.all.map(({ record }) => record))).toEqual(new Set([...ids, late]));
      const words = far.all.filter(({ record }) => record === suite).flatMap((change) => change.patch);
      expect(JSON.stringify(words.at(-1))).toContain('Gate');
      expect(laptop.read('suite', suite)?.name).toBe('Gate');
      expect(member(laptop).head?.n).toBe(9 + far.all.length);
    }
  },
);
