import { expect, test } from 'vitest';
import { addPerson, freshId } from '#test/office.ts';
import { officeForAll } from '#test/shared-office.ts';
import { openWindow, screen, waitFor, within } from './window.tsx';

const office = await officeForAll();
const today = (await office.ask('session.get', {})).today;
let open: ReturnType<typeof openWindow>;

const enquirer = async (name: string) => {
  const id = freshId();
  await office.ask('volunteers.add', { id, name, on: '2024-05-01' });
  return id;
};

test('a step that leaves others out asks for its reason before it is written down, and words not sent are kept', async () => {
  const id = await enquirer('Wren Ashdown');
  open = openWindow(office.host, `/people/${id}/way`);
  await waitFor(async () => expect((await open.field('To')).value).toBe('application'));
  await open.user.selectOptions(await open.field('To'), 'training');
  await open.press('Write the step down');
  await screen.findByText(/There is a problem/);
  await open.type('Why', 'Comes from another scheme.');
  await waitFor(async () =>
    expect(JSON.stringify(await office.ask('preferences.get', {}))).toContain('another scheme.'),
  );
  open.kill();
  open = openWindow(office.host, `/people/${id}/way`);
  await waitFor(async () => expect((await open.field('Why')).value).toBe('Comes from another scheme.'));
  await open.press('Write the step down');
  await screen.findByText('Comes from another scheme.', { selector: 'blockquote' });
  expect((await office.ask('people.get', { id })).volunteer).toEqual({ status: 'training', joined: today });
  await waitFor(async () =>
    expect(JSON.stringify(await office.ask('preferences.get', {}))).not.toContain('another scheme'),
  );
});

test('who leaves is told of with what is still theirs, and where their laptop is ended', async () => {
  const id = await addPerson(office, 'Sorrel Vane');
  const visit = freshId();
  await office.ask('visits.start', { id: visit });
  await office.ask('visits.save', { id: visit, patch: [{ path: ['visitor2'], now: id }] });
  open = openWindow(office.host, `/people/${id}/way`);
  await open.user.selectOptions(await open.field('To'), 'left');
  await screen.findByText(/These are still theirs/);
  await screen.findByText('Report: A suite: draft');
  expect(screen.getByRole('link', { name: 'People and devices' }).getAttribute('href')).toBe(
    '#/people/devices',
  );
});

test('vetting that was cleared without its days is pointed out, and its last day becomes the person’s', async () => {
  const id = await enquirer('Ellis Marr');
  open = openWindow(office.host, `/people/${id}/papers`);
  const form = within(await screen.findByRole('form', { name: 'Add a round of vetting' }));
  await open.user.selectOptions(form.getByLabelText('Outcome'), 'cleared');
  await open.user.click(form.getByRole('button', { name: 'Add the vetting' }));
  await waitFor(() => expect(form.getAllByText(/needs its last day/).length).toBeGreaterThan(0));
  await open.user.type(form.getByLabelText('Decided on'), '3/11/2025');
  await open.user.type(form.getByLabelText('Good until'), '2/11/2030');
  await open.user.click(form.getByRole('button', { name: 'Add the vetting' }));
  await screen.findByText('2 November 2030');
  expect((await office.ask('people.get', { id })).volunteer?.vettingExpires).toBe('2030-11-02');
});

test('people who ask to join stand in a list of their own', async () => {
  open = openWindow(office.host, '/people');
  await screen.findByRole('link', { name: 'Sorrel Vane' });
  expect(screen.queryByRole('link', { name: 'Ellis Marr' })).toBeNull();
  await open.user.selectOptions(await open.field('Show'), 'joining');
  await screen.findByRole('link', { name: 'Ellis Marr' });
  await waitFor(() => expect(screen.queryByRole('link', { name: 'Sorrel Vane' })).toBeNull());
});

test('training of the office and the shares of the census are set; a share that is none is pointed out', async () => {
  open = openWindow(office.host, '/settings');
  const training = within(await screen.findByRole('form', { name: 'Training' }));
  await open.user.click(training.getByRole('button', { name: 'Add a training' }));
  await open.user.type(await training.findByLabelText('Training'), 'Refresher');
  await open.user.type(training.getByLabelText('Taken again after'), '24');
  await open.user.click(training.getByRole('button', { name: 'Save the training' }));
  await waitFor(async () =>
    expect((await office.ask('settings.get', {})).trainings).toMatchObject([
      { name: 'Refresher', needed: true, months: 24 },
    ]),
  );
  const questions = within(await screen.findByRole('form', { name: 'Equality monitoring' }));
  const [share] = await questions.findAllByLabelText('Census share');
  await open.user.type(share as HTMLElement, 'many');
  await open.user.click(questions.getByRole('button', { name: 'Save the questions' }));
  await waitFor(() =>
    expect(questions.getAllByText(/must be a number from 0 to 100/).length).toBeGreaterThan(0),
  );
  await open.user.clear(share as HTMLElement);
  await open.user.type(share as HTMLElement, '11.5');
  await open.user.click(questions.getByRole('button', { name: 'Save the questions' }));
  await waitFor(async () =>
    expect((await office.ask('settings.get', {})).monitoring?.[0]?.options[0]?.census).toBe(11.5),
  );
});

test('a visitor sees of colleagues their name, roles and panel, and changes how they are reached themselves', async () => {
  const colleague = await addPerson(office, 'Second Visitor');
  const { person } = await office.ask('session.get', {});
  const successor = freshId();
  const next = { id: successor, name: 'Next Coordinator', roles: ['coordinator'] };
  await office.ask('people.save', { id: successor, patch: [{ path: [], now: next }] });
  const now = ['visitor'];
  await office.ask('people.save', {
    id: person.id,
    patch: [
      { path: ['roles'], was: [...person.roles], now },
      { path: ['volunteer'], now: { status: 'accredited' } },
    ],
  });
  open = openWindow(office.host, `/people/${colleague}`);
  await open.heading('Second Visitor');
  await screen.findByText('Visitor');
  expect(screen.queryByText('Vetting')).toBeNull();
  expect(screen.queryByRole('navigation', { name: /^Pages of/ })).toBeNull();
  open.kill();
  open = openWindow(office.host, `/people/${person.id}/contact`);
  await open.type('Telephone', '01632 960001');
  await open.press('Save the contact');
  await waitFor(async () =>
    expect((await office.ask('volunteers.get', { id: person.id })).contact?.telephone).toBe('01632 960001'),
  );
});
