import { fireEvent } from '@testing-library/react';
import axe from 'axe-core';
import { expect, test } from 'vitest';
import { freshId } from '#test/office.ts';
import { officeForAll } from '#test/shared-office.ts';
import { heldUp, isIdle, openWindow, screen, waitFor, within } from './window.tsx';

const office = await officeForAll();
const faults = async () => {
  const { violations } = await axe.run(document.body, { rules: { 'color-contrast': { enabled: false } } });
  return violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`);
};
const cases = async () => (await office.ask('cases.list', { filter: { show: 'all' }, limit: 200 })).rows;
const caseOf = async (id = '') => (await office.ask('cases.get', { id })).case;

const mail = (id: string, words: string, subject = 'Cars on the lane') => {
  const head = ['From: Wyn Example <wyn@example.org>', `Subject: ${subject}`, `Message-ID: <${id}>`];
  const lines = [...head, 'Date: Mon, 2 Mar 2026 10:00:00 +0000', '', words];
  return new File([lines.join('\r\n')], `${words}.eml`, { type: 'message/rfc822' });
};
const filesBox = 'E-mails and papers';

let open: ReturnType<typeof openWindow>;
/** Pastes words outside the boxes of a page. */
const paste = async (words: string) => {
  (await screen.findByRole('button', { name: /^Write it down/ })).focus();
  const data = new DataTransfer();
  data.setData('text', words);
  await open.user.paste(data);
};

test('an e-mail fills the boxes of a new case, is known again when its window closed, and is kept with the case', async () => {
  open = openWindow(office.host, '/cases/new');
  await open.user.upload(await open.field(filesBox), mail('one@example.org', 'They race'));
  await waitFor(async () => expect((await open.field('Summary')).value).toBe('Cars on the lane'));
  await open.saved();
  open.kill();
  open = openWindow(office.host, '/cases/new');
  await screen.findByText(/Read here before the window closed, and not kept: They race\.eml/);
  expect((await open.field('Name: From')).value).toBe('Wyn Example');
  expect((await open.field('How it came')).value).toBe('email');
  expect((await open.field('Received')).value).toBe('2/3/2026');
  await open.user.upload(await open.field(filesBox), mail('one@example.org', 'They race'));
  await screen.findByText('They race');
  expect(screen.queryByText(/Read here before/)).toBeNull();
  expect(await faults()).toEqual([]);
  await open.press(/^Write it down/);
  await screen.findByRole('link', { name: /^E\d{4}\/0001$/ });
  const c = await caseOf((await cases())[0]?.id);
  expect(c.messages).toMatchObject([{ words: 'They race', mail: { address: 'wyn@example.org' } }]);
});

test('an e-mail that belongs to an open case is put there instead, and its boxes are empty again', async () => {
  open = openWindow(office.host, '/cases/new');
  await open.user.upload(await open.field(filesBox), mail('two@example.org', 'They still race'));
  await open.press(/^Put it into E\d{4}\/0001/);
  await waitFor(async () => expect((await open.field('Summary')).value).toBe(''));
  await open.saved();
  expect((await caseOf((await cases())[0]?.id)).messages).toHaveLength(2);
  expect(await cases()).toHaveLength(1);
});

test('words pasted outside the boxes are read as what came in', async () => {
  open = openWindow(office.host, '/cases/new');
  await paste('From: Nia <nia@example.org>\nSubject: A thank you\n\nThank you.');
  await waitFor(async () => expect((await open.field('E-mail: From')).value).toBe('nia@example.org'));
  await open.press(/^Leave it out/);
  // What it put into the boxes is kept like what is typed, and no other test's.
  await open.saved();
  open.kill();
  await office.ask('preferences.set', { key: 'form:case new', value: null });
});

test('what goes with a reply begins with redacted copies, and an original that has one is warned of', async () => {
  const id = (await cases())[0]?.id ?? '';
  const [of, file] = [freshId(), freshId()];
  for (const [one, name] of [
    [of, 'All.txt'],
    [file, 'Some.txt'],
  ] as const)
    await office.ask('files.add', { type: 'caseFile', id, file: one, name, bytes: btoa(name) });
  const reasons = [{ id: freshId(), place: 'Page 1', reason: 'A name' }];
  await office.ask('redactions.put', { id, redaction: freshId(), of, file, reasons });
  open = openWindow(office.host, `/cases/${id}/reply`);
  const group = await open.group('Files that go with it');
  // Whoever answers has what is answered beside their words: the last of it in sight, the rest at hand.
  const answered = within(await screen.findByRole('region', { name: 'What is answered' }));
  answered.getByText(/^They (still )?race$/, { selector: 'section > p' });
  answered.getByText(/^They (still )?race$/, { selector: 'details p' });
  expect(group.getAllByRole('checkbox').map((box) => box.getAttribute('value'))).toEqual([file, of]);
  await open.user.click(group.getByLabelText('All.txt'));
  await screen.findByText(/“All.txt” is an original of which there is a redacted copy, “Some.txt”/);
  await open.user.click(group.getByLabelText('All.txt'));
  await open.user.click(group.getByLabelText('Some.txt'));
  await open.user.selectOptions(await open.field('What it is for'), 'Acknowledgement');
  await open.type('Subject', 'Cars on the lane');
  await open.type('Words', 'Thank you. We have it.');
  expect(await faults()).toEqual([]);
  await open.press('Keep as sent');
  await screen.findByRole('heading', { level: 3, name: /^To .*acknowledgement/ });
  expect(await faults()).toEqual([]);
  expect((await caseOf(id)).acknowledged).toBeDefined();
});

test('what is dropped on the page while a case is being begun is the next one’s, and nothing else is typed meanwhile', async () => {
  const { host, release } = heldUp(office.host, (name) => name === 'cases.create');
  open = openWindow(host, '/cases/new');
  await open.user.upload(await open.field(filesBox), mail('slow@example.org', 'They race again'));
  await waitFor(async () => expect((await open.field('Summary')).value).toBe('Cars on the lane'));
  await open.press(/^Write it down/);
  const summary = await open.field('Summary');
  expect(isIdle(summary)).toBe(true);
  await open.user.type(summary, ' again');
  expect(summary.value).toBe('Cars on the lane');
  fireEvent.drop(summary, {
    dataTransfer: { files: [mail('next@example.org', 'One more', 'A streetlight')] },
  });
  await waitFor(() => expect(screen.getAllByRole('button', { name: /^Leave it out/ })).toHaveLength(2));
  release();
  await screen.findByRole('link', { name: /^E\d{4}\/\d{4}$/ });
  await waitFor(() => expect(isIdle(summary)).toBe(false));
  // The boxes are those of the next, filled from what came for it.
  await waitFor(() => expect(summary.value).toBe('A streetlight'));
  await open.saved();
  expect(screen.getAllByRole('button', { name: /^Leave it out/ })).toHaveLength(1);
  expect(screen.queryByText(/Read here before/)).toBeNull();
});
