import { expect, test, vi } from 'vitest';
import { dayWords } from '#renderer/dates.ts';
import { officeForAll } from '#test/shared-office.ts';
import { openWindow, screen, waitFor } from './window.tsx';

const office = await officeForAll('example');
const rota = await office.ask('rota.get', {});
const { seeking } = await office.ask('rota.waiting', {});
const [sought] = seeking;
const planned = rota.places.filter((place) => place.state === 'planned');
URL.createObjectURL = () => 'blob:made';
URL.revokeObjectURL = () => {};
vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(() => {});

test('volunteers are reminded of one week of the rota, panel by panel', async () => {
  const open = openWindow(office.host, '/rota');
  await open.heading('Rota');
  const place = planned.find(({ first, second }) => first && second);
  const panel = rota.panels.find(({ id }) => id === place?.panel)?.name ?? '';
  const week = dayWords(place?.week ?? '');
  await open.user.click(await screen.findByText('Remind volunteers by mail'));
  await open.user.selectOptions(screen.getByLabelText('Of which weeks?'), `Week of ${week}`);
  await open.press(`Mail to ${panel}`);
  await waitFor(() =>
    expect(document.body.textContent).toMatch(
      /Saved as Custody visits the week of .*\.eml\. Open it to send it\./,
    ),
  );
  open.kill();
});

test('those who could go are written to from the place that looks for somebody', async () => {
  const { subject, body, to } = await office.ask('mails.draft', {
    about: { kind: 'cover', id: sought?.id ?? '' },
  });
  const could = await office.ask('rota.couldTake', {
    id: sought?.id ?? '',
    ...(sought?.cover[0] && { instead: sought.cover[0] }),
  });
  expect(to.map(({ name }) => name)).toEqual(could.map(({ name }) => name));
  expect(subject).toContain(sought?.suiteName);
  // Nobody reads who cannot go, or why.
  for (const { name } of to) expect(body).not.toContain(name);
  const open = openWindow(office.host, `/rota/places/${sought?.id}`);
  await open.press('Write to those who could go');
  await waitFor(() => expect(document.body.textContent).toMatch(/Saved as .*could you go.*\.eml/));
  open.kill();
});

test('visitors are thanked from a report that was accepted, and from no other', async () => {
  const { rows } = await office.ask('visits.list', { filter: { show: 'all' }, limit: 50 });
  const accepted = rows.find(({ state }) => state === 'accepted');
  const open = openWindow(office.host, `/visits/${accepted?.id}`);
  await open.press('Thank the visitors');
  await waitFor(() => expect(document.body.textContent).toMatch(/Saved as Thank you for your visit .*\.eml/));
  open.kill();
  const unread = rows.find(({ state }) => state === 'received');
  const other = openWindow(office.host, `/visits/${unread?.id}`);
  await screen.findByText(unread?.reference ?? '');
  expect(screen.queryByRole('button', { name: 'Thank the visitors' })).toBeNull();
  other.kill();
});
