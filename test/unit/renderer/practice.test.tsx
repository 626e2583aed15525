import { expect, test } from 'vitest';
import { addPerson, addSuite, freshId } from '#test/office.ts';
import { complete, fills } from '#test/scenario/reports.ts';
import { officeForAll } from '#test/shared-office.ts';
import { openWindow, screen, waitFor } from './window.tsx';

const office = await officeForAll();
let open: ReturnType<typeof openWindow>;

const banner = () => screen.findByRole('region', { name: 'Practice' });

/** An exercise that says all that a report must. */
const exercise = async (): Promise<string> => {
  const id = freshId();
  const suite = await addSuite(office, 'Hereford');
  const visitor2 = await addPerson(office, 'Sam Visitor');
  await office.ask('visits.start', { id, practice: true });
  await office.ask('visits.save', { id, patch: fills({ ...complete, suite, visitor2 }) });
  return id;
};

test('an exercise begins on Home, and every page of it says that it is one', async () => {
  open = openWindow(office.host, '/');
  await open.press('Practise with a report that goes nowhere');
  await open.heading(/Visit report/);
  expect((await banner()).textContent).toContain('Nothing of this leaves this laptop or is counted.');
  const id = /[0-9a-f-]{36}/.exec(location.hash)?.[0] ?? '';
  for (const page of ['edit/visit', 'check', 'receipt', '']) {
    open.go(`/visits/${id}/${page}`.replace(/\/$/, ''));
    await screen.findByRole('heading', { level: 1 });
    expect(await banner()).toBeDefined();
  }
  open.go('/');
  await open.heading('Home');
  expect(screen.queryByRole('region', { name: 'Practice' })).toBeNull();
});

test('an exercise that is finished shows what would have happened, and nothing has', async () => {
  const before = await office.ask('visits.waiting', {});
  const id = await exercise();
  open = openWindow(office.host, `/visits/${id}/check`);
  await open.user.click(await open.field(/^I declare/));
  await open.press('Finish the exercise');
  await open.press('Yes, finish it');
  await open.heading(/Practice: nothing was sent/);
  expect(await screen.findByText(/marked as awaiting the declaration of Sam Visitor/)).toBeDefined();
  expect(await office.ask('visits.count', { filter: {} })).toEqual({ count: 0 });
  expect(await office.ask('visits.waiting', {})).toEqual(before);
  expect((await office.ask('visits.get', { id })).received).toBeNull();
});

test('an exercise stands in its own list alone, where Home leads, and opens where it is filled in', async () => {
  await exercise();
  open = openWindow(office.host, '/');
  expect(await screen.findByText('No report is unfinished.')).toBeDefined();
  await open.follow(/^Your .*practice report/);
  await open.heading('Visits');
  const [first] = await screen.findAllByRole('link', { name: /^Practice ?, Hereford/ });
  expect(first?.getAttribute('href')).toMatch(/edit$/);
});

test('an exercise is discarded by name and can be brought back', async () => {
  const id = await exercise();
  open = openWindow(office.host, `/visits/${id}/receipt`);
  await open.press('Discard this exercise');
  await open.press('Discard');
  await open.heading('Home');
  expect((await office.ask('visits.get', { id })).state).toBe('discarded');
  await open.press('Undo: bring it back');
  await waitFor(async () => expect((await office.ask('visits.get', { id })).state).toBe('practice'));
});
