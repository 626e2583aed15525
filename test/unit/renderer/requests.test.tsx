import axe from 'axe-core';
import { expect, test } from 'vitest';
import { addPerson, freshId } from '#test/office.ts';
import { officeForAll } from '#test/shared-office.ts';
import { openWindow, screen, waitFor, within } from './window.tsx';

const office = await officeForAll();

const accessible = async () => {
  const { violations } = await axe.run(document.body, { rules: { 'color-contrast': { enabled: false } } });
  expect(violations.map(({ id, nodes }) => [id, nodes[0]?.html])).toEqual([]);
};

const id = freshId();

test('a request says its clock, and for whom it waits', async () => {
  const from = freshId();
  await office.ask('contacts.save', {
    id: from,
    patch: [{ path: [], now: { id: from, name: 'Ann Asker' } }],
  });
  await office.ask('cases.create', { id, from, kind: 'FOI request', received: '2025-03-03', mine: true });
  const at = '2025-03-10';
  await office.ask('requests.do', { id, deed: { what: 'clarify', id: freshId(), on: at } });
  const open = openWindow(office.host, `/cases/${id}/request`);
  await open.heading(/FOI request/);
  await waitFor(() => expect(document.body.textContent).toContain('The clock stands still'));
  expect(document.body.textContent).toContain('Waiting for a clarification');
  await accessible();
});

test('the log is published once no entry of it tells who asked', async () => {
  const disclose = (summary: string) =>
    office.ask('requests.do', { id, deed: { what: 'disclose', title: 'Complaints', summary } });
  await disclose('Asker wanted their number.');
  const log = openWindow(office.host, '/requests/log');
  await log.heading('Disclosure log');
  await waitFor(() => expect(document.body.textContent).toContain('Complaints (Asker)'));
  await accessible();
  expect(await office.refusal('requests.logFile', { as: 'csv' })).toEqual({
    tag: 'namesRequester',
    titles: ['Complaints'],
  });
  await disclose('Their number in each year.');
  const { bytes } = await office.ask('requests.logFile', { as: 'html' });
  expect(Buffer.from(bytes, 'base64').toString()).toContain('Their number in each year.');
});

test('what is due is proposed, and says that a second person has to approve it', async () => {
  const id = freshId();
  await office.ask('cases.create', { id, kind: 'enquiry', received: '2015-03-02', mine: true });
  await office.ask('cases.answer', { id, by: 'office', on: '2015-03-10' });
  await office.ask('cases.close', { id, closing: freshId(), on: '2015-03-12' });
  const open = openWindow(office.host, '/retention');
  await open.heading('Retention');
  await open.user.click(await screen.findByRole('checkbox', { name: /^Enquiry/ }));
  await accessible();
  await open.user.click(screen.getByRole('button', { name: 'Propose that it is destroyed' }));
  await open.heading(/Proposed to be destroyed/);
  await waitFor(() => expect(document.body.textContent).toContain('on the word of two people'));
  await accessible();
  const second = await addPerson(office, 'Second Person');
  await office.ask('people.setPin', { id: second, pin: '274953' });
  expect((await office.ask('retention.list', {})).rows).toMatchObject([{ state: 'proposed', count: 1 }]);
});

test('the schedule is set by the office: a kind is of one class, and a class that is left keeps its name', async () => {
  const open = openWindow(office.host, '/settings/correspondence/retention');
  await open.heading('Retention schedule');
  const months = (await screen.findAllByLabelText<HTMLInputElement>('Kept for'))[0] as HTMLInputElement;
  await open.user.clear(months);
  await open.user.type(months, '30');
  const second = screen.getByRole('group', { name: 'Class 2' });
  const media = within(second).getByLabelText('Media');
  await open.user.click(media);
  await open.press('Save the schedule');
  await waitFor(() => expect(document.body.textContent).toContain('Another class above has “media” already'));
  await open.user.click(media);
  await open.press('Save the schedule');
  const standing = async () => (await office.ask('cases.settings', {})).retention;
  await waitFor(async () => expect((await standing())[0]?.months).toBe(30));
  expect((await standing()).map(({ name }) => name)).toContain('Complaints');
  await accessible();
});
