import axe from 'axe-core';
import { expect, test } from 'vitest';
import type { Contact } from '#shared/records/contact.ts';
import { freshId } from '#test/office.ts';
import { officeForAll } from '#test/shared-office.ts';
import { openWindow, screen, waitFor, within } from './window.tsx';

const office = await officeForAll();
const kept = async () => JSON.stringify(await office.ask('preferences.get', {}));

const adds = async (contact: Omit<Contact, 'id'>): Promise<string> => {
  const id = freshId();
  await office.ask('contacts.save', { id, patch: [{ path: [], now: { id, ...contact } as never }] });
  return id;
};
/** What a page says to assistive technology; colours and places are looked at in a browser. */
const isAccessible = async () => {
  const { violations } = await axe.run(document.body, {
    rules: { 'color-contrast': { enabled: false }, region: { enabled: false } },
  });
  expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
};

test('somebody is added with whoever looks like them in sight, and what is typed is kept', async () => {
  await adds({ name: 'Joan Price', mail: 'joan@example.org' });
  let open = openWindow(office.host, '/contacts');
  await open.press('Add a person');
  await open.type('Name', 'Mrs J. Price');
  await screen.findByText(/the same initial and surname/);
  await waitFor(async () => expect(await kept()).toContain('Mrs J. Price'));
  open.kill();
  open = openWindow(office.host, '/contacts/new');
  await waitFor(async () => expect((await open.field('Name')).value).toBe('Mrs J. Price'));
  await open.type('Other names', 'Jo Price');
  await open.type('Telephone', '01905 222333');
  await isAccessible();
  await open.press('Save the person');
  await open.heading('Mrs J. Price');
  expect((await office.ask('contacts.list', { text: '01905222333' })).rows).toMatchObject([
    { aliases: ['Jo Price'] },
  ]);
});

test('two records are looked at side by side, merged as chosen, and taken apart again', async () => {
  const kim = await adds({ name: 'Kim Lowe', mail: 'kim@example.org' });
  const kay = await adds({ name: 'Kim Lowe', mail: 'kay@example.org', telephone: '01905 444555' });
  await office.ask('cases.create', { id: freshId(), kind: 'enquiry', received: '2026-05-05', from: kay });
  const open = openWindow(office.host, '/contacts/duplicates');
  await screen.findByText('the same name');
  await isAccessible();
  open.go(`/contacts/${kim}/merge/${kay}`);
  const has = within(await screen.findByRole('row', { name: /^Has/ }));
  has.getByText('0 cases, 0 complaint reviews');
  has.getByText('1 case, 0 complaint reviews');
  await open.choose('Email from now on', 'As it stands: kim@example.org');
  await isAccessible();
  await open.press('They are the same: merge them');
  await open.heading('Kim Lowe');
  await screen.findByRole('table', { name: 'Their cases' });
  expect(await office.ask('contacts.get', { id: kay })).toMatchObject({
    id: kim,
    mail: 'kim@example.org',
    telephone: '01905 444555',
  });
  await isAccessible();
  await open.press('Undo the merge of Kim Lowe');
  await open.user.click(
    within(await screen.findByRole('dialog')).getByRole('button', { name: 'Undo the merge' }),
  );
  await screen.findByText('No case of theirs.');
  expect((await office.ask('contacts.get', { id: kay })).id).toBe(kay);
});

test('a restriction stands on every case of theirs, with an open review, and says what it does not keep out', async () => {
  const id = await adds({ name: 'Rory Strict', adjustments: 'Large print.' });
  const open = openWindow(office.host, `/contacts/${id}`);
  await open.user.click(await screen.findByText('Restrict contact'));
  await open.type('What was decided, and why', 'Letters only, after abuse on the telephone.');
  await open.choose('Ways that are closed to them', 'Telephone');
  await open.type('Looked at again by', '1/1/2020');
  await open.press('Write down the restriction');
  await waitFor(() =>
    expect(screen.getByRole('alert').textContent).toContain('looked at again after it starts'),
  );
  await open.type('Looked at again by', '1/1/2990');
  await open.press('Write down the restriction');
  await screen.findByText(/^In force/);
  await isAccessible();
  await office.ask('reviews.start', { id: freshId(), received: '2026-05-06', applicant: id });
  const made = { received: '2026-05-05', from: id, channel: 'phone' as const };
  const [call, request] = [freshId(), freshId()];
  await office.ask('cases.create', { id: call, kind: 'enquiry', ...made });
  await office.ask('cases.create', { id: request, kind: 'FOI request', ...made });
  open.go(`/cases/${call}`);
  await screen.findByText(/came in a way that is closed to them/);
  screen.getByText(/Do not comment on its merits/);
  screen.getByText('Large print.');
  open.go(`/cases/${request}`);
  await screen.findByText(/theirs by right/);
  open.go(`/contacts/${id}/access`);
  await screen.findByRole('button', { name: 'Make the file' });
  await isAccessible();
});
