import { beforeEach, expect, test } from 'vitest';
import type { CallName, Host } from '#shared/contract.ts';
import { fail } from '#shared/result.ts';
import { draft } from '#test/scenario/reports.ts';
import { officeForAll } from '#test/shared-office.ts';
import { openWindow, screen, waitFor } from './window.tsx';

const office = await officeForAll('west-mercia');
let id: string;
let open: ReturnType<typeof openWindow>;
beforeEach(async () => {
  id = await draft(office, { outcome: 'completed', method: 'in-person' });
});

const stored = async () => (await office.ask('visits.get', { id })).visit;

/** The same office behind a connection that does as told with each save. */
const behind = (save: (go: () => Promise<unknown>) => Promise<unknown>): Host => ({
  ...office.host,
  call: ((name: CallName, input: never) =>
    name === 'visits.save'
      ? save(() => office.host.call(name, input))
      : office.host.call(name, input)) as Host['call'],
});

test('a window killed in the middle of typing on a detainee has kept all that it called saved', async () => {
  open = openWindow(office.host, `/visits/${id}/edit/detainees`);
  await open.press('Add a detainee');
  await open.type('Custody record number', 'AB/1');
  await open.choose('Did you speak to them?', 'Yes, they agreed to talk');
  await open.type('When did they come into custody?', '9 o’clock');
  await open.saved();
  await open.user.type(await open.field('Custody record number'), '234');
  open.kill();

  open = openWindow(office.host, `/visits/${id}/edit/detainees`);
  await open.follow(/^Change/);
  expect((await open.field('Custody record number')).value).toMatch(/^AB\/1/);
  expect((await open.field('When did they come into custody?')).value).toBe('9 o’clock');
  expect((await open.field('Yes, they agreed to talk')).checked).toBe(true);
});

test('a detainee added while the application is slow to answer is there at once, and once', async () => {
  const waiting: (() => void)[] = [];
  const slow = behind(async (go) => {
    await new Promise<void>((answer) => waiting.push(answer));
    return go();
  });
  open = openWindow(slow, `/visits/${id}/edit/detainees`);
  await open.press('Add a detainee');
  await open.type('Custody record number', 'AB/1');
  await open.press('Continue');
  expect(await screen.findByRole('heading', { name: 'Detainee AB/1' })).toBeDefined();
  expect((await stored()).detainees).toBeUndefined();
  await waitFor(() => {
    waiting.shift()?.();
    expect(document.querySelector('[data-saved=yes]')).not.toBeNull();
  });
  expect((await stored()).detainees).toMatchObject([{ custodyNumber: 'AB/1' }]);
  expect((await stored()).detainees).toHaveLength(1);
});

test('a detainee whose saving came through although no answer did is one detainee, with all that was typed', async () => {
  let lost = 2;
  const lossy = behind(async (go) => {
    const answer = await go();
    return lost-- > 0 ? fail({ tag: 'unreachable' }) : answer;
  });
  open = openWindow(lossy, `/visits/${id}/edit/detainees`);
  await open.press('Add a detainee');
  await open.type('Custody record number', 'AB/1');
  await open.saved();
  expect((await stored()).detainees).toMatchObject([{ custodyNumber: 'AB/1' }]);
  expect(screen.queryByText(/was also changed elsewhere/)).toBeNull();
});
