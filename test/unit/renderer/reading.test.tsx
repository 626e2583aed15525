import { beforeEach, expect, test } from 'vitest';
import { addPerson, addSuite } from '#test/office.ts';
import { received } from '#test/scenario/reports.ts';
import { officeForAll } from '#test/shared-office.ts';
import { openWindow, screen, waitFor, within } from './window.tsx';

const question = 'What do you ask the visitors?';
const office = await officeForAll();
const suite = await addSuite(office, 'Hereford');
const sam = await addPerson(office, 'Sam Visitor');
let id: string;
let open: ReturnType<typeof openWindow>;
beforeEach(async () => {
  id = await received(office, suite, sam);
});

const state = async () => (await office.ask('visits.get', { id })).state;
const region = async (name: string) => within(await screen.findByRole('region', { name }));
const happened = async () =>
  (await region('Where it stands')).getAllByRole('listitem').map((item) => item.textContent ?? '');

test('a report is marked as read, and the menu counts one less that is unread', async () => {
  const { unread } = await office.ask('visits.waiting', {});
  open = openWindow(office.host, `/visits/${id}`);
  await screen.findByRole('link', { name: new RegExp(`^Visits ?${unread} unread$`) });
  await open.press('Mark as read');
  await waitFor(async () => expect((await happened()).at(-1)).toMatch(/^Read, Alexandra Office/));
  expect(await state()).toBe('read');
  await waitFor(() => expect(screen.queryByRole('button', { name: 'Mark as read' })).toBeNull());
  await waitFor(() => expect(document.activeElement?.textContent).toBe('Where it stands'));
  await waitFor(() =>
    expect(screen.getByRole('link', { name: /^Visits/ }).textContent).toBe(
      unread > 1 ? `Visits${unread - 1} unread` : 'Visits',
    ),
  );
});

test('a query reaches the visitors’ Home, is answered on the report, and the answer reaches the office’s Home', async () => {
  open = openWindow(office.host, `/visits/${id}`);
  await open.press('Ask the visitors');
  const box = await screen.findByRole('textbox', { name: question });
  await waitFor(() => expect(document.activeElement).toBe(box));
  await open.type(question, 'Who was the fourth person?');
  await open.press('Send the query');
  await screen.findByRole('region', { name: 'The office asks you' });

  open.go('/');
  const needs = await region('Needs you');
  expect(await needs.findByText(/“Who was the fourth person\?” Alexandra Office/)).toBeDefined();
  expect(needs.getByText('Query to answer')).toBeDefined();
  await open.user.click(needs.getByRole('link'));

  await open.type('Your answer', 'She was asleep.');
  await open.press('Send the answer');
  await waitFor(async () => expect((await happened()).at(-1)).toContain('She was asleep.'));
  expect(await state()).toBe('answered');
  await waitFor(() => expect(screen.queryByRole('region', { name: 'The office asks you' })).toBeNull());
  await waitFor(() => expect(document.activeElement?.textContent).toBe('Where it stands'));

  open.go('/');
  await open.user.click(
    (await region('For the office to read')).getByRole('link', { name: 'Answers to queries' }),
  );
  await open.heading('Visits');
  expect((await screen.findByLabelText<HTMLSelectElement>('Show')).value).toBe('answered');
  expect(await screen.findByRole('row', { name: /Query answered/ })).toBeDefined();
});

test('a report is accepted with thanks that begin from ready sentences, which replace nothing that was written', async () => {
  open = openWindow(office.host, `/visits/${id}`);
  await open.press('Accept');
  await open.press(/^Thank you both/);
  const box = await screen.findByRole<HTMLTextAreaElement>('textbox', { name: /^Thanks to the visitors/ });
  await open.user.type(box, ' The photographs helped.');
  await open.press(/^Thank you\. What you raised/);
  await open.press('Accept the report');
  await waitFor(async () => expect(await state()).toBe('accepted'));
  open.go('/');
  const news = await region('What became of your reports');
  expect(
    await news.findByText(
      /“Thank you both for a clear and careful report\. The photographs helped\. Thank you\. What you raised is being followed up\.”/,
    ),
  ).toBeDefined();
});

test('thanks may be left out', async () => {
  open = openWindow(office.host, `/visits/${id}`);
  await open.press('Accept');
  await open.press('Accept the report');
  await waitFor(async () => expect((await happened()).at(-1)).toMatch(/^Accepted, Alexandra Office/));
});

test('a query without words is not sent, and says so at its box', async () => {
  open = openWindow(office.host, `/visits/${id}`);
  await open.press('Ask the visitors');
  await open.press('Send the query');
  expect((await screen.findByRole('alert')).textContent).toContain('Write a few words');
  expect(await state()).toBe('received');
});

test('words to the visitors that were half written when the window was killed stand there when it is opened again', async () => {
  open = openWindow(office.host, `/visits/${id}`);
  await open.press('Ask the visitors');
  await open.type(question, 'Who was');
  await open.saved();
  open.kill();
  open = openWindow(office.host, `/visits/${id}`);
  const box = await screen.findByRole<HTMLTextAreaElement>('textbox', { name: question });
  expect(box.value).toBe('Who was');
  await open.user.type(box, ' it?');
  await open.press('Send the query');
  await waitFor(async () => expect((await happened()).at(-1)).toContain('Who was it?'));
  await waitFor(async () =>
    expect(Object.values(await office.ask('preferences.get', {}))).not.toContain('Who was it?'),
  );
});

test('every state of a report can be listed by itself, in words', async () => {
  await office.ask('visits.readThrough', { id, to: 'queried', words: 'Who?' });
  open = openWindow(office.host, '/visits');
  const show = await screen.findByLabelText<HTMLSelectElement>('Show');
  expect([...show.options].map(({ text }) => text)).toEqual([
    'All reports',
    'Unfinished',
    'With the office',
    'Not read yet',
    'Query to answer',
    'Query answered',
    'Accepted',
    'Declaration awaited',
    'Practice',
    'Discarded drafts',
  ]);
  await open.user.selectOptions(show, 'Query to answer');
  await waitFor(() => {
    const [, ...rows] = screen.getAllByRole('row').map((row) => row.textContent ?? '');
    expect(rows.length).toBeGreaterThan(0);
    expect(rows.filter((row) => !row.endsWith('Query to answer'))).toEqual([]);
  });
});
