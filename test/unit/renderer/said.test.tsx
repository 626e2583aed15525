import { expect, test } from 'vitest';
import { addSuite, freshId } from '#test/office.ts';
import { officeForAll } from '#test/shared-office.ts';
import { openWindow, screen, within } from './window.tsx';

const office = await officeForAll();
const suite = await addSuite(office, 'Millford');
await addSuite(office, 'Northgate');
const place = `/concerns/said/${suite}/2025-26Q4`;
const raise = (more: { publication?: string; sharing?: 'office' }) =>
  office.ask('concerns.raise', {
    ...{
      id: freshId(),
      suite,
      raisedOn: '2026-01-05',
      area: 'safety',
      severity: 'routine',
      sharing: 'custody',
    },
    ...{ matter: 'Raw words of cell 4.', from: { kind: 'coordinator' }, ...more },
  });

test('a quarter without a concern that is worded says so', async () => {
  const open = openWindow(office.host, place);
  await open.heading('You said, they did, we checked');
  expect(await screen.findByText('No concern of this quarter is worded for publication.')).toBeTruthy();
});

test('the table holds the wording for publication, and what is left out is told to the staff alone', async () => {
  await raise({ publication: 'A cord could be tied to a fitting.' });
  await raise({});
  await raise({ sharing: 'office', publication: 'Something about staff.' });
  openWindow(office.host, place);
  const table = within(await screen.findByRole('table'));
  expect(table.getByRole('rowheader', { name: 'A cord could be tied to a fitting.' })).toBeTruthy();
  expect(table.queryByText(/Raw words|about staff/)).toBeNull();
  const left = screen.getByText('1 concern has no wording for publication yet');
  expect(left.closest('.desk-screen-only')).not.toBeNull();
  expect(screen.getByText('1 concern is for the office alone')).toBeTruthy();
});

test('another suite is chosen on the page and has a page of its own', async () => {
  const open = openWindow(office.host, place);
  await screen.findByRole('table');
  await open.user.selectOptions(await open.field('Suite'), 'Northgate');
  expect(await screen.findByText('No concern of this quarter is worded for publication.')).toBeTruthy();
});
