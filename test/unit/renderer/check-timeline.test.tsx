import { expect, test } from 'vitest';
import { freshId } from '#test/office.ts';
import { officeForAll } from '#test/shared-office.ts';
import { openWindow, waitFor } from './window.tsx';

const office = await officeForAll();

test('days are filled in by whole times as they are typed, so that an evening is not taken for the night after', async () => {
  const id = freshId();
  await office.ask('checks.start', { id });
  const { user, ...open } = openWindow(office.host, `/checks/${id}/edit/timeline`);
  await open.press('Add an entry');
  await open.field('What was done');
  await user.keyboard('{Tab}2250{Tab}20/11/2025{Tab}2255{Tab}');
  expect((await open.field('Entered on')).value).toBe('20/11/2025');
  await open.press('Add an entry');
  await user.keyboard('{Tab}0015{Tab}{Tab}2010{Tab}');
  await waitFor(async () => {
    const { check } = await office.ask('checks.get', { id });
    expect(check.entries.map(({ done, entered }) => [done, entered])).toEqual([
      [
        { on: '2025-11-20', at: '22:50' },
        { on: '2025-11-20', at: '22:55' },
      ],
      [
        { on: '2025-11-21', at: '00:15' },
        { on: '2025-11-21', at: '20:10' },
      ],
    ]);
  });
});
