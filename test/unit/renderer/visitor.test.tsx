import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { freshId, newOffice, type Office } from '#test/office.ts';
import { openWindow, screen, within } from './window.tsx';

let office: Office;
let open: ReturnType<typeof openWindow>;
beforeAll(async () => {
  office = await newOffice('example');
  // Somebody else runs the office, and whoever opened the example visits and does nothing else.
  const id = freshId();
  const now = { id, name: 'Somebody Else', roles: ['coordinator'] };
  await office.ask('people.save', { id, patch: [{ path: [], now }] });
  const { person } = await office.ask('session.get', {});
  const patch = [{ path: ['roles'], was: [...person.roles], now: ['visitor'] }];
  await office.ask('people.save', { id: person.id, patch });
});
afterAll(() => office.end());
afterEach(() => open.kill());

test('a visitor’s Home shows what needs them and what became of their reports, and nothing of the office', async () => {
  open = openWindow(office.host, '/');
  const needs = await screen.findByRole('region', { name: 'Needs you' });
  within(needs).getByText('Query to answer');
  within(needs).getByText('Your declaration is awaited');
  const news = await screen.findByRole('region', { name: 'What became of your reports' });
  within(news).getByText(/Thank you both\./);
  await screen.findByRole('region', { name: 'Due a visit' });
  expect(screen.queryByRole('region', { name: 'For the office to read' })).toBeNull();
  // Neither how many reports nobody has read, nor the office's board and imports.
  const menu = screen.getByRole('navigation', { name: 'Main' });
  expect(
    within(menu)
      .getAllByRole('link')
      .map((link) => link.textContent),
  ).toEqual([
    'Home',
    'Visits',
    'Rota',
    'Concerns',
    'Record checks',
    'Suites',
    'Scheme',
    'Returns',
    'Settings',
  ]);
});

test('a visitor reads any report, answers what the office asks them, and is offered no step of the office', async () => {
  const offered = async (id: string, more: string[] = []) => {
    open = openWindow(office.host, `/visits/${id}`);
    await screen.findByRole('heading', { name: 'History' });
    for (const name of more) await screen.findByRole('button', { name });
    const buttons = within(screen.getByRole('main')).getAllByRole('button');
    // The record of somebody who could not be seen is read by visitors as well.
    const names = buttons
      .map((button) => button.textContent)
      .filter((name) => !name.startsWith('Start a record check of'));
    open.kill();
    expect(names).toEqual([...more, 'Correct this report', 'Print']);
  };
  const mine = await office.ask('visits.mine', { limit: 50 });
  expect(mine.map(({ state }) => state)).toEqual(['received', 'queried', 'accepted']);
  for (const { id, state } of mine) await offered(id, state === 'queried' ? ['Send the answer'] : []);
  const { rows } = await office.ask('visits.list', { filter: { show: 'unread' }, limit: 5 });
  const others = rows.filter(({ id }) => mine.every((own) => own.id !== id));
  expect(others.length).toBeGreaterThan(0);
  for (const { id } of others) await offered(id);
});
