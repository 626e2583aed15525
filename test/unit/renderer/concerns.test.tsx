import { expect, test } from 'vitest';
import type { Host } from '#shared/contract.ts';
import { addSuite, freshId } from '#test/office.ts';
import { officeForAll } from '#test/shared-office.ts';
import { openWindow, screen, waitFor, within } from './window.tsx';

const office = await officeForAll();
const suite = await addSuite(office, 'Hereford');

const raise = async (more: { severity?: 'immediate' | 'routine'; matter?: string } = {}) => {
  const { id, reference } = await office.ask('concerns.raise', {
    id: freshId(),
    suite,
    raisedOn: '2026-05-01',
    area: 'conditions and facilities',
    severity: 'routine',
    sharing: 'custody',
    matter: 'Cell 4 is cold at night.',
    from: { kind: 'coordinator' },
    ...more,
  });
  return { id, reference: reference ?? '' };
};
const region = async (name: string) => within(await screen.findByRole('region', { name }));
const happened = async () =>
  (await region('What happened')).getAllByRole('listitem').map((item) => item.textContent ?? '');

test('a concern is raised by hand, and what is missing is said', async () => {
  const open = openWindow(office.host, '/concerns/new');
  await open.press('Raise the concern');
  await screen.findByRole('link', { name: 'Enter what was raised' });
  await open.type('What was raised', 'No blankets were left.');
  await open.user.selectOptions(await open.field('Suite'), 'Hereford');
  await open.press('Raise the concern');
  await open.heading(/Hereford/);
  expect((await region('What was raised')).getByText('No blankets were left.')).toBeDefined();
  expect((await happened()).at(-1)).toContain('Taken on by the coordinator');
});

test('a reprisal begins for the office only, under a topic of its own', async () => {
  const open = openWindow(office.host, '/concerns/new?reprisal=yes');
  await open.heading('Report a reprisal');
  expect((await open.field('For the office only')).checked).toBe(true);
  expect((await screen.findByLabelText<HTMLSelectElement>('Topic')).value).toBe('Reprisal');
  await open.type('What was raised', 'No tea after speaking to visitors.');
  await open.press('Report the reprisal');
  await screen.findByRole('region', { name: 'What happened' });
  expect((await region('What was raised')).getByText('Treatment: Reprisal')).toBeDefined();
});

test('an answer is entered, the concern is closed and reopened, and only what its life allows is offered', async () => {
  const { id } = await raise();
  const open = openWindow(office.host, `/concerns/${id}`);
  expect(await screen.findByRole('button', { name: 'Close' })).toBeDefined();
  expect(screen.queryByRole('button', { name: 'Reopen' })).toBeNull();
  await open.press('Enter an answer');
  await open.type('Who answered', 'Inspector Hale');
  await open.user.click(await screen.findByLabelText('By telephone'));
  await open.type('What they answered', 'The heating is mended.');
  await open.press('Enter the answer');
  await waitFor(async () =>
    expect((await happened()).at(-1)).toContain('Answer of Inspector Hale, by telephone'),
  );
  await waitFor(() => expect(document.activeElement?.textContent).toBe('What happened'));

  await open.press('Close');
  await open.type('Why is it closed?', 'The next pair found it warm.');
  await open.user.click(screen.getAllByRole('button', { name: 'Close' }).at(-1) as HTMLElement);
  await screen.findByText('Nothing more is owed to it.');
  expect(screen.queryByRole('button', { name: /answer/ })).toBeNull();

  await open.press('Reopen');
  await open.type('Why?', 'Cold again.');
  await open.user.click(screen.getAllByRole('button', { name: 'Reopen' }).at(-1) as HTMLElement);
  await waitFor(async () => expect((await happened()).at(-1)).toMatch(/^Reopened.*Cold again\.$/));
  expect(await happened()).toHaveLength(5);
});

test('the wording for publication is saved apart from what was said', async () => {
  const { id } = await raise();
  const open = openWindow(office.host, `/concerns/${id}`);
  await open.type('Wording for publication', 'A cell was cold at night.');
  await open.press('Save the wording and filing');
  await waitFor(async () => {
    const { concern } = await office.ask('concerns.get', { id });
    expect(concern).toMatchObject({
      matter: 'Cell 4 is cold at night.',
      publication: 'A cell was cold at night.',
    });
  });
});

test('what cannot wait stands at the head of Home and of the list until somebody was told', async () => {
  const { reference } = await raise({ severity: 'immediate', matter: 'No water in any cell.' });
  const open = openWindow(office.host, '/');
  await screen.findByRole('region', { name: 'This cannot wait' });
  open.go('/concerns');
  const banner = await region('This cannot wait');
  await open.user.click(banner.getByRole('link', { name: 'Immediate and serious matters' }));
  await open.heading('Immediate and serious matters');
  const form = within(await screen.findByRole('form', { name: new RegExp(reference) }));
  await open.user.type(form.getByLabelText('Who was told'), 'Duty inspector');
  await open.user.clear(form.getByLabelText('On'));
  await open.user.type(form.getByLabelText('On'), '31/12/2099');
  await open.user.click(form.getByRole('button'));
  await form.findByRole('link', { name: 'The day they were told is yet to come' });
  await open.user.clear(form.getByLabelText('On'));
  await open.user.type(form.getByLabelText('On'), '1/5/2026');
  await open.user.type(form.getByLabelText('At'), '2210');
  await open.user.click(form.getByRole('button', { name: 'Write down who was told' }));
  await screen.findByText(/^Duty inspector, .* at 22:10; written down by Alexandra Office$/);
  open.go('/');
  await open.heading('Home');
  await waitFor(() => expect(screen.queryByRole('region', { name: 'This cannot wait' })).toBeNull());
});

test('who was told is kept as it is typed, and its form stands open when the window is opened again', async () => {
  const { id } = await raise();
  let open = openWindow(office.host, `/concerns/${id}`);
  await open.press('Somebody was told');
  await open.type('Who was told', 'Sergeant at the desk');
  await waitFor(async () =>
    expect(JSON.stringify(await office.ask('preferences.get', {}))).toContain('Sergeant at the desk'),
  );
  open.kill();
  open = openWindow(office.host, `/concerns/${id}`);
  await waitFor(async () => expect((await open.field('Who was told')).value).toBe('Sergeant at the desk'));
  await open.press('Write down who was told');
  await waitFor(async () =>
    expect(JSON.stringify(await office.ask('preferences.get', {}))).not.toContain('Sergeant at the desk'),
  );
  await waitFor(async () => expect((await happened()).join()).toContain('Sergeant at the desk'));
});

test('whoever opens the next form before the last one is cleared away stays in it', async () => {
  const { id } = await raise();
  const cleared = Promise.withResolvers<void>();
  // A laptop with much to do: what was typed is taken out of the store a while after it was sent.
  const call = (async (name, input) => {
    if (name === 'preferences.set' && (input as { value: unknown }).value === null) await cleared.promise;
    return office.host.call(name, input);
  }) as Host['call'];
  const kept = async () => JSON.stringify(await office.ask('preferences.get', {}));
  const open = openWindow({ ...office.host, call }, `/concerns/${id}`);
  await open.press('Somebody was told');
  await open.type('Who was told', 'Sergeant of the night');
  await waitFor(async () => expect(await kept()).toContain('Sergeant of the night'));
  await open.press('Write down who was told');
  await waitFor(async () => expect((await happened()).join()).toContain('Sergeant of the night'));
  await open.press('Enter an answer');
  await waitFor(() => expect(document.activeElement?.id).toBe('from'));
  cleared.resolve();
  await waitFor(async () => expect(await kept()).not.toContain('Sergeant of the night'));
  await open.user.keyboard('Inspector');
  await waitFor(() => expect(screen.queryByLabelText('Who was told')).toBeNull());
  await open.user.keyboard(' of the suite');
  await open.saved();
  expect((await open.field('Who answered')).value).toBe('Inspector of the suite');
});

test('one button of the page is the main one: what is most likely next, and what is most urgent first', async () => {
  const main = async (name: string) => {
    await screen.findByRole('button', { name });
    await waitFor(() => {
      const mains = [...document.querySelectorAll('main .govuk-button:not(.govuk-button--secondary)')];
      expect(mains.map((one) => one.textContent)).toEqual([name]);
    });
  };
  const { id } = await raise({ severity: 'immediate', matter: 'The alarm is broken.' });
  const open = openWindow(office.host, `/concerns/${id}`);
  await main('Somebody was told');
  await open.press('Somebody was told');
  await main('Write down who was told');
  await open.type('Who was told', 'Duty inspector');
  await open.press('Write down who was told');
  await main('Write to the police');
});

test('the words of a letter follow from whom it goes to, who is addressed by their post until a name is known', async () => {
  const { id } = await raise();
  const open = openWindow(office.host, `/concerns/${id}/letter`);
  await open.heading(/Write a letter$/);
  expect((await open.field('To the custody inspector')).checked).toBe(true);
  await open.user.click(await open.field('Head of Custody'));
  expect((await open.field('To the Head of Custody')).checked).toBe(true);
  expect((await open.field('How they are addressed')).value).toBe('Head of Custody');
  await open.press('Write the letter');
  expect((await open.field('Words')).value).toMatch(/^Dear Head of Custody/);
  await open.press('Issue the letter');
  await screen.findByRole('button', { name: 'Save as Word document' });
  open.go(`/concerns/${id}/letter`);
  await open.heading(/Write a letter$/);
  await waitFor(async () => expect((await open.field('Head of Custody')).checked).toBe(true));
  await waitFor(async () => expect((await open.field('Reminder of a late answer')).checked).toBe(true));
});

test('a concern that is reopened does not begin again with what an earlier visit found', async () => {
  const { id } = await raise();
  await office.ask('concerns.move', { id, to: 'closed', words: 'Mended.' });
  await office.ask('concerns.move', { id, to: 'coordinator', words: 'Cold again.' });
  expect((await office.ask('concerns.get', { id })).next?.words).toMatch(/^It was reopened: /);
});

test('the list is narrowed to what is open, and leads to the concern', async () => {
  const { id, reference } = await raise({ matter: 'The shower does not drain.' });
  await office.ask('concerns.move', { id, to: 'closed', words: 'Mended.' });
  const open = openWindow(office.host, '/concerns');
  await screen.findByRole('table', { name: 'Concerns' });
  expect(screen.queryByRole('link', { name: new RegExp(`^${reference}`) })).toBeNull();
  await open.user.selectOptions(await open.field('Show'), 'Closed');
  await open.follow(new RegExp(`^${reference}`));
  await open.heading(/Hereford/);
  expect((await happened()).at(-1)).toContain('Mended.');
});

test('search finds a concern by its words and by those of its notes', async () => {
  const { id, reference } = await raise({ matter: 'The intercom crackles.' });
  await office.ask('concerns.note', { id, note: freshId(), words: 'An electrician is ordered.' });
  const open = openWindow(office.host, '/search?text=electrician');
  await open.follow(`Hereford, ${reference}`);
  expect(await screen.findByText('An electrician is ordered.')).toBeDefined();
});

test('an office keeps topics beneath the areas, and the days for an answer', async () => {
  const open = openWindow(office.host, '/settings');
  await open.press('Add a topic');
  const topic = await open.group('Topic 1');
  await open.user.selectOptions(topic.getByLabelText('Area'), 'Conditions and facilities');
  await open.user.type(topic.getByLabelText('Topic'), 'Heating');
  await open.type('Routine', '21');
  await open.press('Save the days and topics');
  await waitFor(async () => {
    const settings = await office.ask('settings.get', {});
    expect(settings.answerDays?.routine).toBe(21);
    expect(settings.concernTopics).toMatchObject([{ area: 'conditions and facilities', name: 'Heating' }]);
  });
  open.go('/concerns/new');
  await open.heading('Raise a concern');
  await waitFor(async () =>
    expect(
      [...(await open.field('Topic')).querySelectorAll('option')].map((one) => one.textContent),
    ).toContain('Heating'),
  );
});
