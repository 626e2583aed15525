import { beforeEach, expect, test } from 'vitest';
import type { Host, HostEvent, Input } from '#shared/contract.ts';
import { ok } from '#shared/result.ts';
import { addSuite } from '#test/office.ts';
import { officeForAll } from '#test/shared-office.ts';
import { heldUp, isIdle, openWindow, screen, waitFor } from './window.tsx';

const office = await officeForAll();
let id: string;
let open: ReturnType<typeof openWindow>;
beforeEach(async () => {
  id = await addSuite(office, 'Northgate');
});

const suite = () => office.ask('suites.get', { id });
const kept = async () => JSON.stringify(await office.ask('preferences.get', {}));

test('what was typed in a form of the office comes back when its window was closed before it was saved', async () => {
  open = openWindow(office.host, `/suites/${id}`);
  await screen.findByRole('button', { name: 'Save the suite' });
  await open.type('Telephone', '01905 123456');
  await waitFor(async () => expect(await kept()).toContain('01905 123456'));
  open.kill();

  open = openWindow(office.host, `/suites/${id}`);
  await screen.findByRole('button', { name: 'Save the suite' });
  await waitFor(async () => expect((await open.field('Telephone')).value).toBe('01905 123456'));
  await open.press('Save the suite');
  await waitFor(async () => expect((await suite()).telephone).toBe('01905 123456'));
  await waitFor(async () => expect(await kept()).not.toContain('01905 123456'));
});

test('what others changed meanwhile is not undone by what was typed before', async () => {
  open = openWindow(office.host, `/suites/${id}`);
  await screen.findByRole('button', { name: 'Save the suite' });
  await open.type('Telephone', '01905 123456');
  await waitFor(async () => expect(await kept()).toContain('01905 123456'));
  open.kill();
  await office.ask('suites.save', { id, patch: [{ path: ['area'], now: 'North' }] });

  open = openWindow(office.host, `/suites/${id}`);
  await screen.findByRole('button', { name: 'Save the suite' });
  await waitFor(async () => expect((await open.field('Telephone')).value).toBe('01905 123456'));
  await open.press('Save the suite');
  await waitFor(async () =>
    expect(await suite()).toMatchObject({ telephone: '01905 123456', area: 'North' }),
  );
});

test('a concern that is being raised is kept as it is typed, and forgotten here once it is raised', async () => {
  open = openWindow(office.host, '/concerns/new');
  await open.type('What was raised', 'Blankets were damp.');
  await waitFor(async () => expect(await kept()).toContain('Blankets were damp.'));
  open.kill();

  open = openWindow(office.host, '/concerns/new');
  await waitFor(async () => expect((await open.field('What was raised')).value).toBe('Blankets were damp.'));
  await open.press('Raise the concern');
  expect(await screen.findByText('Blankets were damp.', { selector: 'blockquote' })).toBeTruthy();
  await waitFor(async () => expect(await kept()).not.toContain('Blankets were damp.'));
});

test('what is typed before the store could say what was kept is not called saved until it is kept', async () => {
  const { host, release } = heldUp(office.host, (name) => name === 'preferences.get');
  open = openWindow(host, '/concerns/new');
  await open.type('What was raised', 'The light flickers.');
  await waitFor(() => expect(document.querySelector('[data-saved=no]')).not.toBeNull());
  expect(await kept()).not.toContain('The light flickers.');

  release();
  await open.saved();
  expect(await kept()).toContain('The light flickers.');
});

/** A number is typed on while its first digits are being saved, which they then are. */
const typeOnWhileSaving = async () => {
  const { host, release } = heldUp(office.host, (name) => name === 'suites.save');
  open = openWindow(host, `/suites/${id}`);
  await screen.findByRole('button', { name: 'Save the suite' });
  await open.type('Telephone', '01905 7');
  await open.press('Save the suite');
  await open.user.type(await open.field('Telephone'), '65432');
  release();
};

test('what is typed on while a form is being saved stands, is called unsaved, and is kept until it is saved too', async () => {
  await typeOnWhileSaving();
  await waitFor(async () => expect((await suite()).telephone).toBe('01905 7'));
  await screen.findByText('Saved', { selector: '.desk-status *' });
  expect((await open.field('Telephone')).value).toBe('01905 765432');
  await waitFor(async () => expect(await kept()).toContain('01905 765432'));
  await open.press('Save the suite');
  await waitFor(async () => expect((await suite()).telephone).toBe('01905 765432'));
  await waitFor(async () => expect(await kept()).not.toContain('01905 765432'));
  // What is typed after a first saving is not called saved before it is kept, as after the second.
  await open.user.type(await open.field('Telephone'), ' 1');
  await waitFor(() => expect(document.querySelector('[data-saved=no]')).not.toBeNull());
  await open.saved();
  expect(await kept()).toContain('01905 765432 1');
});

test('what is typed after a lock, in a form that was saved before it, is called unsaved until it is kept', async () => {
  let state: 'locked' | 'open' = 'open';
  // Only the window is locked here.
  const call = (async (name, input) => {
    if (name === 'store.lock' || name === 'store.unlock') {
      state = name === 'store.lock' ? 'locked' : 'open';
      return ok({});
    }
    const answer = await office.host.call(name, input);
    return name === 'store.status' && answer.ok ? ok({ ...answer.value, state }) : answer;
  }) as Host['call'];
  open = openWindow({ ...office.host, call }, `/suites/${id}`);
  await open.type('Telephone', '01905 1');
  await open.press('Save the suite');
  await waitFor(async () => expect((await suite()).telephone).toBe('01905 1'));
  await open.saved();
  await open.press(/^Lock/);
  await open.type('Passphrase', 'four unrelated words here');
  await open.press('Unlock');
  await open.user.type(await open.field('Telephone'), '23');
  await waitFor(() => expect(document.querySelector('[data-saved=no]')).not.toBeNull());
  await open.saved();
  expect(await kept()).toContain('01905 123');
});

test('what was typed on over one’s own saving is not held against it when the window was closed', async () => {
  await typeOnWhileSaving();
  // Kept whole, over what was saved: whose number ends earlier.
  await waitFor(async () =>
    expect((await office.ask('preferences.get', {}))[`form:suite ${id}`]).toMatchObject({
      values: { telephone: '01905 765432' },
      over: { telephone: '01905 7' },
    }),
  );
  open.kill();

  open = openWindow(office.host, `/suites/${id}`);
  await waitFor(async () => expect((await open.field('Telephone')).value).toBe('01905 765432'));
  await open.press('Save the suite');
  await waitFor(async () => expect((await suite()).telephone).toBe('01905 765432'));
});

test('what was typed over an answer that somebody else gave meanwhile is still kept', async () => {
  const { host, release } = heldUp(office.host, (name) => name === 'suites.save');
  open = openWindow(host, `/suites/${id}`);
  await screen.findByRole('button', { name: 'Save the suite' });
  await open.type('Telephone', 'Mine');
  await open.press('Save the suite');
  await office.ask('suites.save', { id, patch: [{ path: ['telephone'], now: 'Theirs' }] });
  release();
  await screen.findByText(/Telephone: now “Theirs”/);
  await open.saved();
  expect((await open.field('Telephone')).value).toBe('Mine');
  expect(await kept()).toContain('Mine');
});

test('whoever went elsewhere while something was being done is not fetched back', async () => {
  const { host, release } = heldUp(office.host, (name) => name === 'concerns.raise');
  open = openWindow(host, '/concerns/new');
  await open.type('What was raised', 'A tap drips.');
  await open.press('Raise the concern');
  open.go('/suites');
  await open.heading('Suites');
  release();
  await screen.findByText(/^Concern .* is raised\.$/);
  await open.heading('Suites');
  expect(location.hash).toBe('#/suites');
});

test('what makes something new is held still while it is on its way, and nobody loses their place by it', async () => {
  const { host, release } = heldUp(office.host, (name) => name === 'concerns.raise');
  open = openWindow(host, '/concerns/new');
  await open.type('What was raised', 'A door sticks.');
  await open.press('Raise the concern');
  const button = screen.getByRole('button', { name: 'Raise the concern' });
  const words = await open.field('What was raised');
  const choices = screen.getAllByRole<HTMLInputElement>('radio');
  const chosen = choices.find(({ checked }) => checked) as HTMLInputElement;
  const other = choices.find((one) => one.name === chosen.name && one !== chosen) as HTMLInputElement;
  for (const control of [button, words, other, await open.field('Raised by')])
    expect(isIdle(control)).toBe(true);
  expect(document.activeElement).toBe(button);
  // Neither typing nor choosing does anything, nor does the button: it is sent as it stood.
  await open.user.keyboard('{Enter}');
  await open.user.type(words, ' And another.');
  expect(document.activeElement).toBe(words);
  chosen.focus();
  await open.user.keyboard('{ArrowDown}{ArrowUp}{ArrowUp}');
  expect(chosen.checked).toBe(true);
  await open.user.click(other);
  expect(other.checked).toBe(false);
  await screen.findByText(/^This is on its way/);
  release();
  expect(await screen.findByText('A door sticks.', { selector: 'blockquote' })).toBeTruthy();
  await waitFor(async () => expect(await kept()).not.toContain('A door sticks.'));
  const { rows } = await office.ask('concerns.list', { limit: 50 });
  expect(rows.filter(({ matter }) => matter.startsWith('A door sticks.'))).toHaveLength(1);
});

test('a record that is only being made is held still in the same way, and goes on to its page', async () => {
  const { host, release } = heldUp(office.host, (name) => name === 'suites.save');
  open = openWindow(host, '/suites/new');
  await open.type('Name', 'Southgate');
  await open.press('Save the suite');
  const box = await open.field('Name');
  await open.user.type(box, ' West');
  expect(box.value).toBe('Southgate');
  release();
  await waitFor(async () =>
    expect((await office.ask('suites.list', {})).map(({ name }) => name)).toContain('Southgate'),
  );
  await waitFor(async () => expect(await kept()).not.toContain('Southgate'));
});

test('what was kept from earlier does not come back over what was typed and saved before it could be read', async () => {
  open = openWindow(office.host, `/suites/${id}`);
  await screen.findByRole('button', { name: 'Save the suite' });
  await open.type('Telephone', 'Earlier');
  await waitFor(async () => expect(await kept()).toContain('Earlier'));
  open.kill();

  const reading = heldUp(office.host, (name) => name === 'preferences.get');
  open = openWindow(reading.host, `/suites/${id}`);
  await screen.findByRole('button', { name: 'Save the suite' });
  await open.type('Telephone', 'Later');
  await open.press('Save the suite');
  await waitFor(async () => expect((await suite()).telephone).toBe('Later'));
  reading.release();
  await waitFor(async () => expect(await kept()).not.toContain('Earlier'));
  expect((await open.field('Telephone')).value).toBe('Later');
});

test('what was sent is not kept, also where it was read only meanwhile what had been kept', async () => {
  const reading = heldUp(office.host, (name) => name === 'preferences.get');
  const saving = heldUp(reading.host, (name) => name === 'suites.save');
  open = openWindow(saving.host, `/suites/${id}`);
  await screen.findByRole('button', { name: 'Save the suite' });
  await open.type('Telephone', 'On its way');
  await open.press('Save the suite');
  reading.release();
  await waitFor(async () => expect(await kept()).toContain('On its way'));
  saving.release();
  await waitFor(async () => expect((await suite()).telephone).toBe('On its way'));
  await waitFor(async () => expect(await kept()).not.toContain('On its way'));
});

test('what is typed over one question of the calculator is kept for that, and does not lie over another', async () => {
  const day = async () => (await open.field('The day it starts with')).value;
  const starts = (on: string) => `/deadlines?rule=recommendation-response&start=${on}`;
  open = openWindow(office.host, starts('2026-11-02'));
  await waitFor(async () => expect(await day()).toBe('2/11/2026'));
  await open.type('The day it starts with', '20/11/2026');
  await waitFor(async () => expect(await kept()).toContain('20/11/2026'));
  open.go(starts('2026-11-03'));
  await waitFor(async () => expect(await day()).toBe('3/11/2026'));
  await open.type('The day it starts with', '30/11/2026');
  await waitFor(async () => expect(await kept()).toContain('30/11/2026'));
  expect(await kept()).toContain('20/11/2026');
  open.go(starts('2026-11-02'));
  await waitFor(async () => expect(await day()).toBe('20/11/2026'));
});

test('a report is begun once, however often it is asked for before it is there; an exercise asked for then is begun after it', async () => {
  const begun: unknown[] = [];
  const { host, release } = heldUp(office.host, (name, input) => {
    if (name !== 'visits.start') return false;
    begun.push((input as Input<'visits.start'>).practice);
    return true;
  });
  const menus: ((event: HostEvent) => void)[] = [];
  const listen: Host['listen'] = (listener) => {
    menus.push(listener);
    return office.host.listen(listener);
  };
  open = openWindow({ ...host, listen }, '/');
  await open.heading('Home');
  for (const command of ['start', 'start', 'practise', 'start', 'practise'] as const)
    for (const hear of menus) hear({ kind: 'command', command });
  release();
  await screen.findByText('Nothing of this leaves this laptop or is counted.');
  expect(begun).toEqual([false, true]);
});

test('of several choices in a row none is lost, also while the store has kept the first alone', async () => {
  const [first, others] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
  let choices = 0;
  const call = (async (name, input) => {
    if (name === 'preferences.set') await (++choices === 1 ? first : others).promise;
    return office.host.call(name, input);
  }) as Host['call'];
  open = openWindow({ ...office.host, call }, '/concerns');
  const choose = async (column: string) =>
    open.user.click(await screen.findByRole('checkbox', { name: column, hidden: true }));
  await choose('Panel');
  await choose('Area');
  first.resolve();
  await waitFor(async () => expect(await kept()).toContain('"panel"'));
  await choose('Topic');
  others.resolve();
  await waitFor(async () => expect(await kept()).toContain('"topic"'));
  for (const column of ['panel', 'area']) expect(await kept()).toContain(`"${column}"`);
});
