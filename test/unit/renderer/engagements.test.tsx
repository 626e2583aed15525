import axe from 'axe-core';
import { expect, test } from 'vitest';
import { addDays } from '#shared/times.ts';
import { freshId } from '#test/office.ts';
import { officeForAll } from '#test/shared-office.ts';
import { openWindow, screen, waitFor, within } from './window.tsx';

const office = await officeForAll();
const { today } = await office.ask('session.get', {});

/** What can be told without a picture: names, roles, tables, headings. */
const accessible = async () => {
  const { violations } = await axe.run(document.body, { rules: { 'color-contrast': { enabled: false } } });
  expect(violations.map(({ id, nodes }) => [id, nodes[0]?.html])).toEqual([]);
};

const received = (day: string, theme: string) =>
  office.ask('cases.create', {
    ...{ id: freshId(), kind: 'concern', channel: 'email', received: day },
    ...{ area: 'Shropshire', place: 'Market Street', themes: [theme], summary: 'Ann Writer of Elm Road.' },
  });

for (const weeks of [14, 5]) await received(addDays(today, -7 * weeks), 'Road safety');
for (let n = 0; n < 6; n += 1) await received(today, 'Road safety');

test('from a week that stands out an engagement is begun, with its cases linked and nobody named', async () => {
  const open = openWindow(office.host, '/themes');
  await open.heading('Themes');
  const spike = within(await screen.findByRole('table', { name: 'Weeks that stand out' }));
  const row = spike.getByRole('row', { name: /^Road safety Shropshire .* usually 0\.\d a week/ });
  expect(document.body.textContent).toContain('more than twice the average of the 12 weeks before');
  expect(document.body.textContent).not.toContain('Ann Writer');
  await accessible();
  await open.user.click(within(row).getByRole('link', { name: /^An engagement/ }));
  await open.heading('Write down an engagement');
  expect(await screen.findAllByRole('checkbox', { name: /Concern/, checked: true })).toHaveLength(6);
  await open.type('What it was', 'Walk along Market Street');
  await open.type('Day', '1/12/2026');
  await open.type('Money that followed', '12,500');
  await accessible();
  await open.press('Save the engagement');
  await open.heading('Walk along Market Street');
  const cases = await screen.findAllByRole('link', { name: /^E\d{4}/ });
  expect(cases).toHaveLength(6);
  expect(document.body.textContent).toContain('£12500.00');
  await accessible();
  await open.user.click(cases[0] as HTMLElement);
  await screen.findByRole('link', { name: 'Walk along Market Street' });
});

test('a question to the Chief Constable is late until its answer is entered', async () => {
  const open = openWindow(office.host, '/assurance/new/edit');
  await open.type('About', 'Speed checks');
  await open.type('The question', 'How many were made?');
  await open.type('Answer due by', '2/1/2026');
  await open.press('Save the question');
  await open.heading('Speed checks');
  await screen.findByText('Late');
  await open.press(/^Enter the answer/);
  await open.type('Answered on', '5/2/2026');
  await open.press('Save the question');
  await open.heading('Speed checks');
  await waitFor(() => expect(screen.queryByText('Late')).toBeNull());
  open.go('/assurance?show=all');
  await screen.findByRole('row', { name: /^Speed checks/ });
  await accessible();
});

test('figures of a month are typed with their source, and stand in the quarterly return with their gaps', async () => {
  const open = openWindow(office.host, '/figures/2026-05');
  await open.heading('Figures of May 2026');
  await open.type('Web users', '4,210');
  await open.press('Save the figures');
  expect((await screen.findByRole('alert')).textContent).toContain('where the figure comes from');
  await open.type('Where it comes from: Web users', 'Web statistics');
  await open.press('Save the figures');
  await screen.findByRole('row', { name: /^May 2026 missing 4,210 missing missing/ });
  await accessible();
  await screen.findByText(/^The return of /);
  open.go('/returns/of/metrics-quarter/2026-27Q1');
  await screen.findByRole('row', { name: /^Web users n\/a 4,210 n\/a$/ });
  await screen.findByText(/Web users: Web statistics\./);
  await accessible();
});

test('what the office did in a quarter, and what it asked for, stands in the return of the quarter and names no case', async () => {
  const open = openWindow(office.host, '/returns/of/metrics-quarter/2026-27Q3');
  await open.heading(/October to December 2026$/);
  const did = within(await screen.findByRole('table', { name: 'Engagements' }));
  did.getByRole('row', { name: /^1 December 2026 Walk along Market Street Visit 12500\.00$/ });
  const asked = await office.ask('returns.prepare', { key: 'metrics-quarter', period: '2026-27Q3' });
  const [done] = asked.result.tables.find(({ id }) => id === 'engagements.list')?.rows ?? [];
  expect(done?.[0]).toBe('2026-12-01');
  expect(JSON.stringify(asked.result.tables)).not.toMatch(/E20\d\d|Ann Writer/);
});

test('an office that begins with cases of earlier months owes no return of them, and can begin one by name', async () => {
  const due = await office.ask('returns.schedule', {});
  expect(due.filter(({ period }) => period.to < today)).toEqual([]);
  const begun = await office.ask('returns.prepare', { key: 'metrics-quarter', period: '2025-26Q4' });
  expect(begun.due).toBeNull();
});
