import { expect, test } from 'vitest';
import { matters } from '#renderer/board/matters.ts';
import { recordAddress } from '#renderer/sync/addresses.ts';
import { officeForAll } from '#test/shared-office.ts';
import { openWindow, screen, waitFor, within } from './window.tsx';

const office = await officeForAll('example');
const page = await office.ask('handover.get', {});

test('it says what the board says, and behind each number are as many records', async () => {
  const { figures } = await office.ask('board.get', {});
  const ofBoard = new Map(figures.map(({ matter, count }) => [matter, count]));
  expect(page.matters.length).toBeGreaterThan(5);
  for (const { matter, count, lines } of page.matters) {
    expect([matter, count]).toEqual([matter, ofBoard.get(matter)]);
    expect([matter, lines.length]).toEqual([matter, Math.min(count, 60)]);
  }
  for (const matter of page.none) expect([matter, ofBoard.get(matter)]).toEqual([matter, 0]);
});

test('what the scheme leaves to be done is as much as its own lists hold', async () => {
  const number = (of: string) => page.matters.find(({ matter }) => matter === of)?.count ?? 0;
  const { seeking, swaps } = await office.ask('rota.waiting', {});
  expect(number('emptyPlaces')).toBe(seeking.length);
  expect(number('swapsAsked')).toBe(swaps.length);
  expect(number('weeksWithout')).toBe((await office.ask('rota.weeksWithout', {})).length);
  expect(number('claimsWaiting')).toBe((await office.ask('claims.list', {})).rows.length);
  const actions = await office.ask('sessions.actions', { whose: 'all' });
  expect(number('lateActions')).toBe(actions.filter(({ late }) => late).length);
  for (const of of ['emptyPlaces', 'weeksWithout', 'claimsWaiting', 'lateActions', 'swapsAsked'])
    expect([of, number(of)]).not.toEqual([of, 0]);
});

test('each matter stands with what to do, and each of its records leads to its page', async () => {
  const open = openWindow(office.host, '/handover');
  await open.heading('Handover');
  for (const { matter, lines } of page.matters) {
    const { title, what } = matters[matter];
    const heading = await screen.findByRole('heading', { name: new RegExp(`^${title}: `) });
    expect(heading.nextElementSibling?.textContent).toContain(what);
    const list = heading.nextElementSibling?.nextElementSibling as HTMLElement;
    const links = within(list).queryAllByRole('link');
    const addresses = lines.flatMap(({ type, id }) => recordAddress(type, id) ?? []);
    expect(links.map((link) => link.getAttribute('href'))).toEqual(addresses);
  }
  open.kill();
});

test('who is who: panels with those who run them, suites with those who hold a post, and whom to ring', async () => {
  const open = openWindow(office.host, '/handover');
  const panels = await screen.findByRole('table', { name: 'Panels' });
  for (const panel of page.panels) {
    const row = within(panels).getByRole('row', { name: new RegExp(`^${panel.name}`) });
    for (const { name } of panel.coordinators) expect(row.textContent).toContain(name);
  }
  const [first] = page.suites;
  const suites = screen.getByRole('list', { name: 'Suites' });
  expect(suites.textContent).toContain(first?.telephone);
  for (const { name } of first?.postholders ?? []) expect(suites.textContent).toContain(name);
  expect(screen.getByText(new RegExp(page.contacts[0]?.telephone ?? ''))).toBeTruthy();
  open.kill();
});

test('notes are kept as they are typed when the window closes, and stand for everybody once they are saved', async () => {
  let open = openWindow(office.host, '/handover');
  await open.heading('Handover');
  await open.type('Notes', 'The keys are with Jo.');
  await open.user.tab();
  await waitFor(async () =>
    expect(JSON.stringify(await office.ask('preferences.get', {}))).toContain('The keys are with Jo.'),
  );
  open.kill();
  open = openWindow(office.host, '/handover');
  await waitFor(() =>
    expect(screen.getByLabelText('Notes')).toHaveProperty('value', 'The keys are with Jo.'),
  );
  await open.press('Save the notes');
  await waitFor(async () =>
    expect((await office.ask('handover.get', {})).notes.words).toBe('The keys are with Jo.'),
  );
});
