import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import type { deskOver } from '#test/office.ts';
import { openOlderStore } from '#test/older-store/copy.ts';
import { openWindow, screen, within } from './window.tsx';

let office: ReturnType<typeof deskOver>;
let open: ReturnType<typeof openWindow>;
beforeAll(async () => {
  office = await openOlderStore();
});
afterAll(() => office.end());
afterEach(() => open.kill());

/** Pages that a form without detainees and matters has little for, and that are opened nevertheless. */
const papers = [
  ['custody', /Visit report: /],
  ['actions', 'Station action sheet'],
  ['urgent', 'Someone is at risk'],
  ['edit/notes', /Copy from a paper sheet/],
] as const;

const idOf = async (show: 'received' | 'unfinished') =>
  (await office.ask('visits.list', { filter: { show } })).rows[0]?.id ?? '';

test('a report sent before visitors declared is owed by them, and Home leads to declaring it', async () => {
  open = openWindow(office.host, '/');
  const needs = within(await screen.findByRole('region', { name: 'Needs you' }));
  expect(needs.getByText('Your declaration is awaited')).toBeDefined();
  await open.user.click(needs.getByRole('link'));
  await open.user.click(await open.field('I declare that this report says what I saw and was told'));
  await open.press('Declare');
  expect(await screen.findByText(/Second declaration awaited/)).toBeDefined();
  const { declarations } = await office.ask('visits.get', { id: await idOf('received') });
  expect(declarations).toMatchObject([{ how: 'own', stands: true }]);
});

test('a draft begun before asks what its form asks and no more, is printed with it, and is sent', async () => {
  const id = await idOf('unfinished');
  open = openWindow(office.host, `/visits/${id}/edit`);
  await screen.findByRole('link', { name: 'Before you leave' });
  for (const later of ['Detainees', 'Raised on the day', 'Facilities'])
    expect(screen.queryByRole('link', { name: later }), later).toBeNull();
  open.go(`/visits/${id}/edit/close`);
  await open.type('Whom did you raise matters with on the day, and what was the answer?', 'The sergeant');
  await open.press('Continue');
  for (const [place, title] of papers) {
    open.go(`/visits/${id}/${place}`);
    await open.heading(title);
  }
  open.go(`/visits/${id}/check`);
  await open.user.click(await open.field('I declare that this report says what I saw and was told'));
  await open.press('Make ready');
  await open.press('Yes, make it ready');
  await open.heading(/The office has received your report/);
  open.go(`/visits/${id}`);
  expect(await screen.findByText('The sergeant')).toBeDefined();
});
