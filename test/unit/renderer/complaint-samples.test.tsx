import { expect, test } from 'vitest';
import { officeForAll } from '#test/shared-office.ts';
import { openWindow, screen, waitFor, within } from './window.tsx';

const office = await officeForAll();
const kept = async () => JSON.stringify(await office.ask('preferences.get', {}));

test('a closed complaint is looked at by the questions of its day; what is typed is kept', async () => {
  let open = openWindow(office.host, '/reviews/samples');
  await open.press('Look at a complaint');
  await open.type('The force’s reference', 'CO/12/26');
  await open.user.selectOptions(await open.field('Category'), 'Individual behaviours');
  await open.press('Go on to the questions');
  await open.heading('Complaint CO/12/26');
  await open.choose('Was the right of review told, and the right body named?', 'Partly');
  await open.type('What was found', 'The letter named the wrong body.');
  await waitFor(async () => expect(await kept()).toContain('named the wrong body.'));
  const place = location.hash.slice(1);
  open.kill();
  open = openWindow(office.host, place);
  await waitFor(async () =>
    expect((await open.field('What was found')).value).toBe('The letter named the wrong body.'),
  );
  await open.press('Save');
  const saved = async () => (await office.ask('samples.list', {})).rows[0];
  await waitFor(async () => expect((await saved())?.findings).toBe('The letter named the wrong body.'));
  expect((await saved())?.answers.filter(({ answer }) => answer)).toMatchObject([{ answer: 'partly' }]);
  open.go('/reviews/samples');
  await screen.findByRole('row', { name: /^CO\/12\/26 .* Individual behaviours 1 of 6 Not yet$/ });
});

test('the force’s totals of a quarter give reviews as a share; a part is never more than its whole', async () => {
  await office.ask('reviews.start', {
    id: '0190a5c2-7b1e-7c3a-9d4f-000000000001',
    received: '2026-05-05',
    route: 'investigated',
  });
  const open = openWindow(office.host, '/reviews/totals?year=2026-27');
  await open.follow(/^Type in.*April to June 2026/);
  await open.type('Complaints finalised', '20');
  await open.type('Finalised under Schedule 3', '40');
  await open.press('Save the totals');
  expect((await screen.findByRole('alert')).textContent).toContain('comes to 40');
  await open.type('Complaints finalised', '1,200');
  await open.press('Save the totals');
  const row = within(await screen.findByRole('row', { name: /^April to June 2026/ }));
  await row.findByText('1200');
  row.getByText('3%');
  within(screen.getByRole('row', { name: /^July to September 2026/ })).getByText('n/a');
  expect((await office.ask('scheduleTotals.list', { year: '2026-27' }))[0]?.totals?.logged).toBeUndefined();
});
