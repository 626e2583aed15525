import { expect, test } from 'vitest';
import { contactsOf } from '#shared/records/setting.ts';
import { officeForAll } from '#test/shared-office.ts';
import { heldUp, isIdle, openWindow, screen, waitFor, within } from './window.tsx';

const office = await officeForAll();
let open: ReturnType<typeof openWindow>;

const form = () => screen.findByRole('form', { name: 'Telephone numbers for the urgent route' });
const row = (n: number) => open.group(`Number ${n} to ring`);
const add = async (n: number, name: string, telephone: string) => {
  await open.press('Add a number');
  const boxes = await row(n);
  await waitFor(() => expect(document.activeElement).toBe(boxes.getByLabelText('Who answers')));
  await open.user.keyboard(name);
  await open.user.type(boxes.getByLabelText('Telephone'), telephone);
};
const kept = async () => contactsOf(await office.ask('settings.get', {})).map(({ name }) => name);

/** Presses it and waits until nothing of what was typed is kept any more: a window closed before would bring it back. */
const save = async () => {
  await open.press('Save the telephone numbers');
  await waitFor(() =>
    expect(isIdle(screen.getByRole('button', { name: 'Save the telephone numbers' }))).toBe(false),
  );
  await open.saved();
};

test('numbers are added, each on its first box, moved by buttons, and kept in the order of ringing', async () => {
  open = openWindow(office.host, '/settings');
  await form();
  await add(1, 'The office', '01905 555000');
  await add(2, 'Coordinator', '01905 123456');
  await save();
  await waitFor(async () => expect(await kept()).toEqual(['The office', 'Coordinator']));
  await open.press('Move up “Coordinator”');
  await save();
  await waitFor(async () => expect(await kept()).toEqual(['Coordinator', 'The office']));
});

test('whoever is at a number as its saving is answered keeps their place', async () => {
  const { host, release } = heldUp(office.host, (name) => name === 'settings.save');
  open = openWindow(host, '/settings');
  await form();
  await open.user.type((await row(1)).getByLabelText('When to ring it'), 'Mornings');
  await open.press('Save the telephone numbers');
  const at = (await row(2)).getByLabelText('Telephone');
  await open.user.click(at);
  const button = screen.getByRole('button', { name: 'Save the telephone numbers' });
  expect(isIdle(button)).toBe(true);
  release();
  await waitFor(() => expect(isIdle(button)).toBe(false));
  await open.saved();
  expect(document.activeElement).toBe(at);
});

test('a number is removed only when asked about by name, and counts until it is saved, whatever was typed before', async () => {
  open = openWindow(office.host, '/settings');
  await form();
  await open.user.type((await row(1)).getByLabelText('Telephone'), ' extension 9');
  const typed = async () => JSON.stringify(await office.ask('preferences.get', {}));
  await waitFor(async () => expect(await typed()).toContain('extension 9'));
  open.kill();

  const { host, release } = heldUp(office.host, (name) => name === 'preferences.get');
  open = openWindow(host, '/settings');
  await form();
  await open.press('Remove number 1');
  const dialog = await screen.findByRole('dialog', { name: 'Remove Coordinator?' });
  // On a busy laptop what was kept from earlier comes in the same moment.
  release();
  await open.user.click(within(dialog).getByRole('button', { name: 'Remove' }));
  await waitFor(async () => expect(await typed()).not.toContain('extension 9'));
  expect(screen.queryByRole('group', { name: 'Number 2 to ring' })).toBeNull();
  expect(await kept()).toEqual(['Coordinator', 'The office']);
  await save();
  await waitFor(async () => expect(await kept()).toEqual(['The office']));
});

test('a name without a number, or words for a number, are pointed out and nothing is saved', async () => {
  open = openWindow(office.host, '/settings');
  const settings = within(await form());
  await add(2, 'Nobody', 'later');
  await open.press('Save the telephone numbers');
  await waitFor(() =>
    expect(settings.getByRole('alert').textContent).toContain('Enter a telephone number, like 01905 123456'),
  );
  expect(await kept()).toEqual(['The office']);
});
