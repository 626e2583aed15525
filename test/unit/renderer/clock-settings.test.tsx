import { beforeAll, expect, test } from 'vitest';
import { freshId } from '#test/office.ts';
import { officeForAll } from '#test/shared-office.ts';
import { openWindow, screen, waitFor, within } from './window.tsx';

const office = await officeForAll();
beforeAll(async () => {
  await office.ask('reviews.start', { id: freshId(), received: '2026-06-08', route: 'investigated' });
});

test('a clock of the office is set, kept until then, and says which last days moved by it', async () => {
  let open = openWindow(office.host, '/settings');
  await open.follow('Clocks');
  await open.heading('Clocks');
  await open.type('Complete a review', '0');
  await waitFor(async () =>
    expect(JSON.stringify(await office.ask('preferences.get', {}))).toContain('"complete":"0"'),
  );
  open.kill();
  open = openWindow(office.host, '/settings/clocks');
  await waitFor(async () => expect((await open.field('Complete a review')).value).toBe('0'));
  await open.press('Save the clocks');
  expect((await screen.findByRole('alert')).textContent).toContain('a whole number from 1 to 400');
  await open.type('Complete a review', '40');
  await open.press('Save the clocks');
  const moved = within(await screen.findByRole('table', { name: 'What moved by the change' }));
  expect(moved.getByRole('row', { name: /16 July 2026 3 August 2026/ })).toBeTruthy();
  const clocks = async () => (await office.ask('settings.get', {})).reviews?.clocks;
  expect(await clocks()).toEqual({ complete: 40 });
  await screen.findByRole('row', { name: /^Complete a review 40 working days Local standard/ });
  await open.type('Complete a review', ' ');
  await open.press('Save the clocks');
  await waitFor(async () => expect(await clocks()).toEqual({}));
});

test('a newer list of bank holidays says what moves before it is taken, and is kept until then', async () => {
  let open = openWindow(office.host, '/settings/calendars?year=2026');
  const days = ['06-09', '01-01', '04-03', '04-06', '05-04', '05-25', '08-31', '12-25', '12-28'];
  const list = days.map((day) => `2026-${day},EW,A holiday`).join('\n');
  await open.press('See what it changes');
  await screen.findByText(/Choose the file of bank holidays/);
  const choose = async (text: string) => {
    await open.user.upload(await open.field('File of bank holidays'), new File([text], 'newer.csv'));
    await open.press('See what it changes');
  };
  await choose('2026-06-09,EW,Only one');
  expect((await screen.findByRole('alert')).textContent).toContain('the year is not whole');
  await choose(list);
  await screen.findByText(/Nothing is changed yet\. With newer\.csv/);
  await open.saved();
  open.kill();
  open = openWindow(office.host, '/settings/calendars?year=2026');
  await screen.findByText(/Nothing is changed yet\. With newer\.csv/);
  screen.getByRole('row', { name: /9 June 2026 A holiday England, Wales Added/ });
  within(screen.getByRole('table', { name: 'What would move' })).getByRole('row', { name: /17 July 2026/ });
  expect((await office.ask('settings.get', {})).bankHolidays).toBeUndefined();
  await open.press('Take this list for the office');
  await screen.findByRole('table', { name: 'What moved by it' });
  await waitFor(async () =>
    expect(JSON.stringify(await office.ask('preferences.get', {}))).not.toContain('A holiday'),
  );
  await screen.findByRole('row', { name: /^Tuesday 9 June 2026 A holiday England, Wales$/ });
  await open.user.selectOptions(await open.field('Calendar'), 'uk-wide');
  await screen.findByRole('row', { name: /St Andrew’s Day Scotland$/ });
  expect(location.hash).toContain('calendar=uk-wide');
});
