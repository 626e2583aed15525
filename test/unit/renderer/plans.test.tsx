import { strFromU8, unzipSync } from 'fflate';
import { expect, test } from 'vitest';
import { freshId } from '#test/office.ts';
import { officeForAll } from '#test/shared-office.ts';
import { openWindow, screen, waitFor, within } from './window.tsx';

const office = await officeForAll();
let open: ReturnType<typeof openWindow>;

const planOf = async () => {
  const [first] = await office.ask('plans.list', {});
  return office.ask('plans.get', { id: first?.plan.id ?? '' });
};
const itemOf = async () => (await planOf()).items[0]?.item.id ?? '';

test('a plan is added with what it follows, and stands in the list', async () => {
  open = openWindow(office.host, '/plans');
  await open.press('Add a plan');
  await open.type('Title', 'Custody inspection action plan');
  await open.type('Asked for by', 'The inspectorate');
  await open.type('First day of the inspection', '3/10/2022');
  await open.type('The coordinator’s part in the inspection', 'Met the inspectors on the second day.');
  await open.press('Save the plan');
  await open.heading('Custody inspection action plan');
  expect(await screen.findByText('Met the inspectors on the second day.')).toBeTruthy();
  expect((await planOf()).plan.inspection?.from).toBe('2022-10-03');
});

test('recommendations stand in the order of their numbers, 2 before 10, and one past its day is late', async () => {
  const { plan } = await planOf();
  for (const [number, due] of [
    ['10', '3/1/2040'],
    ['2', '3/1/2023'],
  ]) {
    open = openWindow(office.host, `/plans/${plan.id}`);
    await open.press('Add a recommendation');
    await open.type('Number', number as string);
    await open.type('What is recommended', `Reviews are told to detainees (${number}).`);
    await open.type('By', due as string);
    await open.press('Save the recommendation');
    await open.heading(`Recommendation ${number}`);
    open.kill();
  }
  expect((await planOf()).items.map(({ item, late }) => [item.number, late])).toEqual([
    ['2', true],
    ['10', false],
  ]);
});

test('an update says where it stands now; what was said before stays, and words are kept when the window closes', async () => {
  const { plan } = await planOf();
  const place = `/plans/${plan.id}/items/${await itemOf()}`;
  open = openWindow(office.host, place);
  await open.type('What is said of it (may be left blank)', 'Posters are up.');
  await open.user.tab();
  await waitFor(async () =>
    expect(JSON.stringify(await office.ask('preferences.get', {}))).toContain('Posters are up.'),
  );
  open.kill();
  open = openWindow(office.host, place);
  await waitFor(async () =>
    expect((await open.field('What is said of it (may be left blank)')).value).toBe('Posters are up.'),
  );
  await open.user.selectOptions(await open.field('Where it stands now'), 'under way');
  await open.press('Add the update');
  await screen.findByText('Posters are up.', { selector: 'blockquote' });
  await open.user.selectOptions(await open.field('Where it stands now'), 'done');
  await open.press('Add the update');
  await waitFor(async () =>
    expect((await planOf()).items[0]?.item.updates.map(({ status, words }) => [status, words])).toEqual([
      ['under way', 'Posters are up.'],
      ['done', undefined],
    ]),
  );
  expect((await planOf()).items[0]?.late).toBe(false);
});

test('evidence needs its words and its day; both are pointed out', async () => {
  const { plan } = await planOf();
  open = openWindow(office.host, `/plans/${plan.id}/items/${await itemOf()}`);
  await open.user.click(await screen.findByText('Add evidence'));
  const form = within(await screen.findByRole('form', { name: 'Add evidence' }));
  await open.user.click(form.getByRole('button', { name: 'Add the evidence' }));
  await waitFor(() => expect(form.getByText(/Enter what shows that it was done/)).toBeTruthy());
  await open.user.type(form.getByLabelText('What shows it'), 'Photograph of the poster');
  await open.user.type(form.getByLabelText('Of which day'), '4/2/2023');
  await open.user.click(form.getByRole('button', { name: 'Add the evidence' }));
  await screen.findByText(/4 February 2023: Photograph of the poster/);
});

test('a concern is linked by its number and taken away again; a number nobody has is said so', async () => {
  const concern = await office.ask('concerns.raise', {
    id: freshId(),
    raisedOn: '2026-05-04',
    area: 'rights and entitlements',
    severity: 'routine',
    sharing: 'custody',
    matter: 'Reviews were not told.',
    from: { kind: 'coordinator' },
  });
  const reference = concern.reference ?? 'none';
  const { plan } = await planOf();
  open = openWindow(office.host, `/plans/${plan.id}/items/${await itemOf()}`);
  await open.type('Number of a concern or a visit report', 'C1999/0001');
  await open.press('Link it');
  await screen.findByText(/concern or visit report of that number/);
  await open.type('Number of a concern or a visit report', reference);
  await open.press('Link it');
  await screen.findByRole('link', { name: new RegExp(reference) });
  await open.press(/^Unlink/);
  await waitFor(() => expect(screen.queryByRole('link', { name: new RegExp(reference) })).toBeNull());
});

test('the file for the Panel says where each recommendation stands, and no cell of it is a formula', async () => {
  const { plan, items } = await planOf();
  const item = items[1]?.item.id ?? '';
  await office.ask('plans.update', {
    id: item,
    status: 'stopped',
    words: '=HYPERLINK("http://example.test")',
  });
  const [table, paper] = [
    await office.ask('plans.file', { id: plan.id, as: 'csv' }),
    await office.ask('plans.file', { id: plan.id, as: 'docx' }),
  ];
  const text = Buffer.from(table.bytes, 'base64').toString();
  expect(table.name).toMatch(/^Custody inspection action plan \d{4}-\d{2}-\d{2}\.csv$/);
  expect(text).toContain('Done');
  expect(text).toContain('2023-02-04: Photograph of the poster');
  expect(text).not.toMatch(/,"?=HYPERLINK/);
  const words = strFromU8(
    unzipSync(Buffer.from(paper.bytes, 'base64'))['word/document.xml'] ?? new Uint8Array(),
  );
  expect(words).toContain('4 February 2023: Photograph of the poster');
  expect(words).toContain('Asked for by The inspectorate');
});
