import { beforeEach, expect, test } from 'vitest';
import { addSuite } from '#test/office.ts';
import { officeForAll } from '#test/shared-office.ts';
import { openWindow, screen, waitFor } from './window.tsx';

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
  const answers: (() => void)[] = [];
  const host = {
    ...office.host,
    call: ((name, input) =>
      name === 'preferences.get'
        ? new Promise((answer) => answers.push(() => answer(office.host.call(name, input))))
        : office.host.call(name, input)) as typeof office.host.call,
  };
  open = openWindow(host, '/concerns/new');
  await open.type('What was raised', 'The light flickers.');
  await waitFor(() => expect(document.querySelector('[data-saved=no]')).not.toBeNull());
  expect(await kept()).not.toContain('The light flickers.');

  for (const answer of answers) answer();
  await open.saved();
  expect(await kept()).toContain('The light flickers.');
});
