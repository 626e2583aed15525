import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Keeper } from '#renderer/editing/keeper.ts';
import {
  contest,
  type Draft,
  draftGroups,
  nothingAside,
  settle,
  withAnswer,
} from '#renderer/visits/draft/draft.ts';
import type { Failure } from '#shared/errors.ts';
import type { Visit } from '#shared/records/visit.ts';
import { fail, ok } from '#shared/result.ts';
import { applyPatch, diff } from '#shared/sync/patch.ts';

const blank: Draft = {
  visit: {
    id: '01900000-0000-7000-8000-000000000001',
    form: { id: '01900000-0000-7000-8000-000000000002', version: 1 },
    events: [],
    corrections: [],
    counts: {},
    answers: {},
  } as Visit,
  aside: nothingAside,
};

/** A store that answers when told to, and timers that run when told to. */
const world = () => {
  let stored = blank;
  const waiting: (() => void)[] = [];
  let timers: (() => void)[] = [];
  let failures: Failure[] = [];
  let sends = 0;
  const answered = <T>(answer: () => T) => new Promise<T>((resolve) => waiting.push(() => resolve(answer())));
  const keeper = new Keeper<Draft>(blank, {
    groups: draftGroups,
    contest,
    later: (_, then) => {
      timers.push(then);
      return () => {
        timers = timers.filter((timer) => timer !== then);
      };
    },
    read: () => answered(() => ok(stored)),
    send: (was, now) => {
      sends += 1;
      return answered(() => {
        const failure = failures.shift();
        if (failure) return fail(failure);
        const { document, conflicts } = applyPatch(stored, diff(was, now, draftGroups), draftGroups);
        if (conflicts.length > 0) return fail({ tag: 'changedElsewhere' as const, paths: [] });
        stored = document;
        return ok({ savedAt: '2026-11-21T14:32:00.000Z' });
      });
    },
  });
  const settle = () => new Promise((resolve) => setTimeout(resolve));
  return {
    keeper,
    stored: () => stored,
    sends: () => sends,
    elsewhere: (draft: (d: Draft) => Draft) => {
      stored = draft(stored);
    },
    failWith: (...next: Failure[]) => {
      failures = next;
    },
    /** Time passes: timers fire, nothing is answered. */
    tick: async () => {
      for (const timer of timers.splice(0)) timer();
      await settle();
    },
    /** The store answers what it was asked so far. */
    answer: async () => {
      waiting.shift()?.();
      await settle();
    },
    /** Until nothing moves any more. */
    rest: async () => {
      for (let i = 0; i < 200 && (waiting.length > 0 || timers.length > 0); i++) {
        for (const timer of timers.splice(0)) timer();
        waiting.shift()?.();
        await settle();
      }
    },
  };
};

const sergeant = (text: string) => (d: Draft) => withAnswer(d, ['sergeant'], text);
const escort = (text: string) => (d: Draft) => withAnswer(d, ['escort'], text);

test('what is typed is called saved only once the store has answered', async () => {
  const { keeper, tick, answer } = world();
  keeper.change(sergeant('PS 12'), 'soon');
  expect(keeper.get().saved).toBe(false);
  await tick();
  expect(keeper.get().saved).toBe(false);
  await answer();
  expect(keeper.get()).toMatchObject({ saved: true, at: '2026-11-21T14:32:00.000Z' });
});

test('saves go one at a time, and what is typed meanwhile goes together in the next', async () => {
  const { keeper, tick, answer, sends, stored, rest } = world();
  keeper.change(sergeant('P'), 'now');
  await tick();
  for (const text of ['PS', 'PS ', 'PS 1', 'PS 12']) keeper.change(sergeant(text), 'soon');
  await tick();
  expect(sends()).toBe(1);
  await answer();
  expect(sends()).toBe(2);
  await rest();
  expect(stored().visit.sergeant).toBe('PS 12');
  expect(sends()).toBe(2);
});

test('a save that fails is tried again until it is through, and the failure is said meanwhile', async () => {
  const { keeper, tick, answer, failWith, rest, stored } = world();
  failWith({ tag: 'unreachable' }, { tag: 'unreachable' }, { tag: 'diskFull' });
  keeper.change(sergeant('PS 12'), 'now');
  await tick();
  await answer();
  expect(keeper.get()).toMatchObject({ saved: false, failure: { tag: 'unreachable' } });
  await rest();
  expect(keeper.get()).toMatchObject({ saved: true, failure: null });
  expect(stored().visit.sergeant).toBe('PS 12');
});

test('a locked store is not asked again until it is unlocked; nothing typed is lost', async () => {
  const { keeper, tick, answer, failWith, rest, stored, sends } = world();
  failWith({ tag: 'locked' });
  keeper.change(sergeant('PS 12'), 'now');
  await tick();
  await answer();
  await tick();
  expect(sends()).toBe(1);
  keeper.resume();
  await rest();
  expect(stored().visit.sergeant).toBe('PS 12');
});

test('another answer changed elsewhere comes in beside what is typed here', async () => {
  const { keeper, elsewhere, rest, stored } = world();
  elsewhere(escort('DO Bright'));
  keeper.change(sergeant('PS 12'), 'now');
  keeper.refresh();
  await rest();
  expect(keeper.get().draft.visit).toMatchObject({ sergeant: 'PS 12', escort: 'DO Bright' });
  expect(stored().visit).toMatchObject({ sergeant: 'PS 12', escort: 'DO Bright' });
});

test('the same answer changed elsewhere keeps both values, and the one chosen stands', async () => {
  const { keeper, elsewhere, rest, stored } = world();
  elsewhere(sergeant('PS Elsewhere'));
  keeper.change(sergeant('PS Here'), 'now');
  await rest();
  const [clash] = keeper.get().draft.aside.contested;
  expect(clash).toMatchObject({ path: ['sergeant'], now: 'PS Here', current: 'PS Elsewhere' });
  expect(stored().aside.contested).toHaveLength(1);
  keeper.change((d) => settle(d, clash as never, 'mine'), 'now');
  await rest();
  expect(stored()).toMatchObject({ visit: { sergeant: 'PS Here' }, aside: { contested: [] } });
});

test('a read that a save overtook does not bring the old answer back', async () => {
  const { keeper, tick, answer, rest, stored } = world();
  keeper.refresh();
  keeper.change(sergeant('PS 12'), 'now');
  await tick();
  await answer();
  await rest();
  expect(keeper.get().draft.visit.sergeant).toBe('PS 12');
  expect(stored().visit.sergeant).toBe('PS 12');
});

test('whatever the order of typing, answers and failures, all that was typed last is stored in the end', async () => {
  const step = fc.oneof(
    fc.record({ kind: fc.constant('type' as const), text: fc.string({ minLength: 1, maxLength: 5 }) }),
    fc.record({
      kind: fc.constantFrom('tick' as const, 'answer' as const, 'refresh' as const, 'fail' as const),
    }),
  );
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 25 }), async (steps) => {
      const w = world();
      let last: string | undefined;
      for (const s of steps) {
        if (s.kind === 'type') {
          last = s.text;
          w.keeper.change(sergeant(s.text), s.text.length > 3 ? 'now' : 'soon');
        } else if (s.kind === 'refresh') w.keeper.refresh();
        else if (s.kind === 'fail') w.failWith({ tag: 'unreachable' });
        else await w[s.kind]();
        const { saved, draft } = w.keeper.get();
        if (saved) expect(draft.visit.sergeant).toBe(w.stored().visit.sergeant);
      }
      await w.rest();
      expect(w.stored().visit.sergeant).toBe(last);
      expect(w.keeper.get().saved).toBe(true);
    }),
    { numRuns: 60 },
  );
});
