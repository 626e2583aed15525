import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { createLine } from '#hub/server/line.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** Work that is done when a test says so, and the names in the order in which it was begun. */
const shop = () => {
  const begun: string[] = [];
  const ends: (() => void)[] = [];
  const line = createLine(2, 1_000);
  return {
    begun,
    ask: (who: string) =>
      line(who, () => {
        begun.push(who);
        return new Promise<void>((end) => ends.push(end));
      }),
    endOne: async () => {
      ends.shift()?.();
      await vi.advanceTimersByTimeAsync(0);
    },
  };
};

it('lets so many be served at once, the others as they came', async () => {
  const { begun, ask, endOne } = shop();
  const all = ['Ann', 'Bob', 'Cy', 'Dee'].map(ask);
  expect(begun).toEqual(['Ann', 'Bob']);
  await endOne();
  expect(begun).toEqual(['Ann', 'Bob', 'Cy']);
  for (let i = 0; i < 3; i++) await endOne();
  expect((await Promise.all(all)).every(({ ok }) => ok)).toBe(true);
});

it('tells who has waited long enough to come again, and keeps their place until then', async () => {
  const { begun, ask, endOne } = shop();
  void ask('Ann');
  void ask('Bob');
  const first = [ask('Cy'), ask('Dee')];
  await vi.advanceTimersByTimeAsync(1_000);
  expect(await Promise.all(first)).toEqual([
    { ok: false, error: 'wait' },
    { ok: false, error: 'wait' },
  ]);
  void ask('Eve');
  void ask('Dee');
  void ask('Cy');
  for (let i = 0; i < 3; i++) await endOne();
  expect(begun).toEqual(['Ann', 'Bob', 'Cy', 'Dee', 'Eve']);
});

it('gives the place on where the work fails', async () => {
  const line = createLine(1, 1_000);
  const failing = line('Ann', () => Promise.reject(new Error('broken')));
  const next = line('Bob', async () => 'served');
  await expect(failing).rejects.toThrow('broken');
  expect(await next).toEqual({ ok: true, value: 'served' });
});
