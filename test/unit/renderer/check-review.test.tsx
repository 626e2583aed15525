import { expect, test } from 'vitest';
import type { RecordCheck } from '#shared/records/record-check.ts';
import { diff } from '#shared/sync/patch.ts';
import { addSuite, freshId } from '#test/office.ts';
import { officeForAll } from '#test/shared-office.ts';
import { openWindow, screen, waitFor, within } from './window.tsx';

const office = await officeForAll();
const read = async (id: string) => (await office.ask('checks.get', { id })).check;

/** A draft with a meal that was entered late, and whatever else. */
const begin = async (more: Partial<RecordCheck>): Promise<{ id: string; entry: string }> => {
  const [id, entry] = [freshId(), freshId()];
  await office.ask('checks.start', { id });
  const check = await read(id);
  const on = '2026-03-01';
  const late = { id: entry, order: entry, step: 'meal' as const, done: { on, at: '08:00' } };
  const entries = [{ ...late, entered: { on, at: '11:00' } }];
  await office.ask('checks.save', { id, patch: diff(check, { ...check, entries, ...more }) });
  return { id, entry };
};

test('what is missing is named, stops the end of the check, and leads to its page', async () => {
  const { id } = await begin({});
  const open = openWindow(office.host, `/checks/${id}/edit/review`);
  const first = await screen.findByRole('region', { name: 'To be put right first' });
  expect(
    within(first)
      .getAllByRole('link')
      .map((link) => link.textContent),
  ).toEqual(['Enter the custody record number', 'Choose the suite', 'Choose whose record it is']);
  expect((await screen.findByRole('button', { name: 'The check is done' })).hasAttribute('disabled')).toBe(
    true,
  );
  await open.follow('Choose the suite');
  await open.heading(/The record/);
});

test('what the time line shows stands in a sentence that leads to its entry', async () => {
  const { id, entry } = await begin({});
  const open = openWindow(office.host, `/checks/${id}/edit/review`);
  expect(await screen.findByText(/Meal: done at 08:00 on 1 March 2026, entered 3 hours later/)).toBeDefined();
  const link = screen.getByRole('link', { name: 'Meal 08:00' });
  expect(link.getAttribute('href')).toContain(`entry=${entry}`);
  await open.follow('Meal 08:00');
  await open.heading(/time line/i);
});

test('whole, it is done after one more question, and gets its number', async () => {
  const suite = await addSuite(office, `Northgate ${freshId()}`);
  const { id } = await begin({ custodyNumber: 'KW/1/26', suite, cohort: 'women' });
  const open = openWindow(office.host, `/checks/${id}/edit/review`);
  expect(await screen.findByRole('region', { name: 'Are you sure?' })).toBeDefined();
  expect(screen.queryByRole('region', { name: 'To be put right first' })).toBeNull();
  await open.press('The check is done');
  await open.press('It is done');
  await open.heading(/Record check K\d{4}\/\d{4}/);
  await waitFor(async () => expect((await read(id)).events.map(({ to }) => to)).toEqual(['done']));
});
