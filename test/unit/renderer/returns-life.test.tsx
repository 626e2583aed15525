import axe from 'axe-core';
import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { sql } from '#db/sql.ts';
import { FigureRecords } from '#renderer/returns/FigureRecords.tsx';
import type { MeasureResult } from '#shared/views.ts';
import { addPerson, addSuite, deskOver, passphrase } from '#test/office.ts';
import { officeSince } from '#test/office-since.ts';
import { openStore } from '#test/whole.ts';
import { change, received } from '../../scenario/reports.ts';
import { openWindow, screen, waitFor, within } from './window.tsx';

// Nothing is owed of what ended before an office began.
const office = await officeSince('2025-04-01');
const suite = await addSuite(office, 'Northgate');
const other = await addPerson(office, 'Second Visitor');
const of = { key: 'custody-quarter', period: '2025-26Q4' };
const at = `/returns/of/${of.key}/${of.period}`;
const visit = await received(office, suite, other, { date: '2026-02-03' });
// The same visit, written down twice.
await received(office, suite, other, { date: '2026-02-03' });

const accessible = async () => {
  const { violations } = await axe.run(document.body, { rules: { 'color-contrast': { enabled: false } } });
  expect(violations.map(({ id, nodes }) => [id, nodes[0]?.html])).toEqual([]);
};
const prepared = () => office.ask('returns.prepare', of);
const kept = async (words: string) =>
  waitFor(async () => expect(JSON.stringify(await office.ask('preferences.get', {}))).toContain(words));

test('what is due is listed with its day, and each return by its name with its last issue', async () => {
  const open = openWindow(office.host, '/returns');
  await open.heading('Returns');
  const due = within(await screen.findByRole('table', { name: 'Returns of periods that have ended' }));
  await waitFor(() =>
    due.getByRole('link', { name: /^Custody visiting, quarter ?, January to March 2026$/ }),
  );
  await screen.findByRole('link', { name: 'Independent custody visiting: work out any period' });
  await accessible();
  await open.follow('Activity report to the Panel');
  await open.heading(/Activity report to the Panel/);
  await open.type('First day', '1/2/2026');
  await open.type('Last day', '30/4/2026');
  await accessible();
  await open.press('Prepare it');
  await open.heading(/1 February 2026 to 30 April 2026/);
});

test('a return is checked once each check has a reason, which is kept while it is typed', async () => {
  let open = openWindow(office.host, at);
  await open.type('Why it stays as it is', 'Two visitors wrote one report each');
  await kept('wrote one report each');
  open.kill();
  open = openWindow(office.host, at);
  await waitFor(async () =>
    expect((await open.field('Why it stays as it is')).value).toBe('Two visitors wrote one report each'),
  );
  await accessible();
  expect(screen.queryByRole('button', { name: 'It is checked' })).toBeNull();
  await open.press('Give this reason');
  await screen.findByText('Two visitors wrote one report each');

  await open.type('Good practice', 'Blankets for Mr Kowalczyk.');
  await screen.findByText(/are not saved yet. Save them first/);
  await kept('Blankets for Mr Kowalczyk.');
  open.kill();
  open = openWindow(office.host, at);
  await waitFor(async () => expect((await open.field('Good practice')).value).toContain('Blankets'));
  await office.ask('returns.write', {
    ...of,
    words: { sections: { good: 'Tea.', impact: 'More.' }, links: [] },
  });
  await open.press('Save the words and links');
  await screen.findByText(/changed the same answers while you were typing/);
  await open.press('Save the words and links');
  await waitFor(async () =>
    expect((await prepared()).words.sections).toEqual({
      good: 'Blankets for Mr Kowalczyk.',
      impact: 'More.',
    }),
  );
  await screen.findByText(/“Mr Kowalczyk”/);
  await open.press('It is checked');
  await open.field('As what you sign it off');
  // The button that was pressed has gone: focus goes on to the next step.
  await waitFor(() => expect(document.activeElement?.textContent).toBe('Sign it off'));
});

test('what moved since it was checked is said before anybody signs', async () => {
  const open = openWindow(office.host, at);
  await open.field('As what you sign it off');
  await received(office, suite, other, { date: '2026-03-05' });
  await screen.findByText('Figures, words or reasons are no longer those that were checked.');
  expect(screen.queryByLabelText('As what you sign it off')).toBeNull();
  await accessible();
  await open.press('Take it up again');
  await open.press('It is checked');
  await open.field('As what you sign it off');
});

test('it is signed off after it was said what that fixes, published, and kept as it was', async () => {
  const open = openWindow(office.host, at);
  await open.press('Sign it off');
  expect((await screen.findByRole('alert')).textContent).toContain('Enter as what you sign it off');
  await open.type('As what you sign it off', 'Chief Executive');
  await open.press('Sign it off');
  const dialog = within(await screen.findByRole('dialog'));
  dialog.getByText(/in which version/);
  await open.user.click(dialog.getByRole('button', { name: 'Cancel' }));
  expect((await prepared()).state).toBe('checked');
  await open.press('Sign it off');
  await open.user.click(
    within(await screen.findByRole('dialog')).getByRole('button', { name: 'Sign it off' }),
  );
  await waitFor(() => expect(document.activeElement?.textContent).toBe('Publish it'));
  await open.type('Where, or to whom', 'The web page of the office');
  await open.press('It is published');
  await screen.findByText('None: it is published');
  await accessible();
  await open.follow('First issue');
  const paper = within(
    await screen.findByRole('article', { name: /Custody visiting, quarter, January to March 2026/ }),
  );
  paper.getByText('Blankets for Mr Kowalczyk.');
  paper.getByText(/Chief Executive/);
  await screen.findByText('Its figures are what the records say today.');
  await accessible();
});

test('a visit corrected after that shows which figures moved because of it, and is taken up as a revision', async () => {
  const patch = [
    ...change('counts.total.held', 9, 12),
    ...change('counts.total.offered', 6, 9),
    ...change('counts.total.accepted', 4, 7),
  ];
  await office.ask('visits.correct', { id: visit, reason: 'Miscounted.', patch });
  const open = openWindow(office.host, `${at}/issues/0`);
  await open.follow('See which figures moved, and because of which records');
  await open.heading(/What is different by now/);
  const overview = within(await screen.findByRole('table', { name: /figures moved$/ }));
  const cells = within(overview.getByRole('row', { name: /^Detainees held/ })).getAllByRole('cell');
  expect(cells.map(({ textContent }) => textContent)).toEqual(['27', '30', '+3', '1']);
  const held = within(
    screen.getByRole('table', { name: /^Detainees held was 27 and is 30: \+3\. One record/ }),
  );
  expect(held.getByRole('link').getAttribute('href')).toBe(`#/visits/${visit}`);
  await accessible();
  await open.type('Why it is taken up again', 'A visit was corrected.');
  await open.press('Take it up again as a revision');
  await open.heading(/January to March 2026/);
  await screen.findByText('Revision 1 in work', { exact: false });
  expect(await prepared()).toMatchObject({ state: 'draft', why: 'A visit was corrected.' });
});

test('what a return consists of is chosen and put in order by keyboard, and another can be made', async () => {
  let open = openWindow(office.host, '/settings/returns');
  await open.heading('Returns the office makes');
  await open.follow('Quarterly return to ICVA');
  const list = async () =>
    within(await screen.findByRole('group', { name: 'Figures' })).getAllByRole('listitem');
  expect((await list())[0]?.textContent).toContain('Visits attempted');
  (await screen.findByRole('button', { name: 'Move down “Visits attempted”' })).focus();
  await open.user.keyboard('{Enter}{Enter}');
  expect((await list())[2]?.textContent).toContain('Visits attempted');
  await accessible();
  await open.press('Move down “Good practice”');
  await kept('visits.attempted');
  await open.press('Save the return');
  await open.heading('Returns the office makes');
  const icva = (await office.ask('returns.named', {})).find(({ key }) => key === 'icva-quarter');
  expect(icva?.measures?.slice(0, 3)).toEqual(['visits.completed', 'visits.abandoned', 'visits.attempted']);
  expect(icva?.sections.map(({ id }) => id)).toEqual(['impact', 'good', 'areas']);
  expect(icva).toMatchObject({ own: true, keepsBack: true, dueAfter: 21 });

  open.go('/settings/returns/new');
  await open.type('What it is called', 'To the Chief Constable');
  await open.user.click(screen.getByLabelText('Every month'));
  await kept('To the Chief Constable');
  open.kill();
  open = openWindow(office.host, '/settings/returns/new');
  await waitFor(async () =>
    expect((await open.field('What it is called')).value).toBe('To the Chief Constable'),
  );
  await open.press('Save the return');
  await open.follow('To the Chief Constable');
  await open.press('Make it no more');
  await open.user.click(
    within(await screen.findByRole('dialog')).getByRole('button', { name: 'Make it no more' }),
  );
  const isMade = async () =>
    (await office.ask('returns.named', {})).some(
      ({ name, retired }) => name === 'To the Chief Constable' && retired === undefined,
    );
  await screen.findByRole('button', { name: 'Make it again' });
  expect(await isMade()).toBe(false);
  await open.press('Make it again');
  await screen.findByRole('button', { name: 'Make it no more' });
  expect(await isMade()).toBe(true);
});

test('whoever makes returns is reminded at home of those that are due soon or late', async () => {
  const open = openWindow(office.host, '/');
  const due = within(await screen.findByRole('region', { name: 'Returns due' }));
  expect(due.getAllByRole('link').at(-1)?.textContent).toMatch(/^All \d+ returns that are due$/);
  await open.follow(/^All \d+ returns that are due$/);
  await open.heading('Returns');
});

test('what is to be confirmed of paragraph 7C is said where its return is prepared, beside the law', async () => {
  openWindow(office.host, '/returns/of/reviews/2025-26');
  const doubt = await screen.findByText(/The wording of paragraph 7C was taken from guidance/);
  expect(doubt.textContent).toMatch(/^To confirm/);
  expect(doubt.parentElement?.textContent).toMatch(/^Elected Local Policing Bodies .* paragraph 7C/);
  expect(doubt.className).toContain('desk-screen-only');
});

test('how many records a figure opens is said only where each counted is a record of its own', () => {
  const figure = { id: 'one', title: 'One', definition: '', value: 3, display: '3', unit: 'count' } as const;
  const link = (restsOnWhat: MeasureResult['restsOnWhat'], restsOn: number, blank: number) =>
    renderToStaticMarkup(
      <FigureRecords
        told={{ period: '2025-26', of: 'reviews' }}
        measure={{ ...figure, restsOnWhat, restsOn, blank }}
      />,
    );
  expect(link('reviews', 3, 0)).toContain('Open the 3 records<');
  expect(link('reviews', 1, 0)).toContain('Open the record<');
  expect(link('reviews', 3, 2)).toContain('Open the records<');
  expect(link('records', 3, 0)).toContain('Open the records<');
  expect(link('waits', 3, 0)).toContain('Open their record checks<');
  expect(link('detainees', 1, 0)).toContain('Open the visit<');
});

test('each figure of five years, and of a month, leads to exactly the records that it counts', async () => {
  const open = openWindow(office.host, '/returns/of/custody-year/2025-26');
  const years = within(await screen.findByRole('table', { name: /Five years/ }));
  const figures = within(years.getByRole('row', { name: /^Detainees held/ })).getAllByRole('link');
  expect(figures.map(({ textContent }) => textContent)).toEqual([
    '30 2025-26, Detainees held: open the records',
  ]);
  const months = within(await screen.findByRole('table', { name: /^By month/ })).getAllByRole('link', {
    name: /Detainees held, .* open the records$/,
  });
  expect(months.reduce((sum, one) => sum + Number.parseInt(one.textContent ?? '', 10), 0)).toBe(30);
  expect(months[0]?.getAttribute('href')).toMatch(
    /^#\/returns\/20\d\d-\d\d\/records\/detainees\.held\?named=custody-year&within=2025-26$/,
  );
  await open.user.click(figures[0] as HTMLElement);
  await open.heading(/Detainees held/);
  const records = within(await screen.findByRole('table', { name: /^3 records$/ }));
  const added = records
    .getAllByRole('row')
    .slice(1)
    .map((row) => within(row).getAllByRole('cell').at(-1)?.textContent);
  expect(added.reduce((sum, one) => sum + Number(one), 0)).toBe(30);
});

test('of what was signed off and is damaged no figure is shown, and it is said what to do', async () => {
  await office.close();
  const { db, w } = openStore(office.folder, office.recoveryCode);
  // One digit of one piece is another: it still reads as a return, with a figure that nobody signed.
  const pieces = w.all(
    sql.selectFrom('file_piece').select(['hash', 'bytes']).where('type', '=', 'periodReturn'),
  );
  for (const { hash, bytes } of pieces) {
    const text = Buffer.from(bytes).toString().replaceAll('"value":27', '"value":72');
    w.run(
      sql
        .updateTable('file_piece')
        .set({ bytes: Buffer.from(text) })
        .where('hash', '=', hash),
    );
  }
  db.close();
  const again = deskOver(office.folder);
  try {
    await again.ask('store.unlock', { passphrase });
    const open = openWindow(again.host, `${at}/issues/0`);
    expect((await screen.findByRole('alert')).textContent).toContain(
      'so nothing of it is shown. A backup from before has it whole: put that back into an empty folder',
    );
    expect(screen.queryByRole('article')).toBeNull();
    expect(document.body.textContent).not.toContain('72');
    open.go(at);
    const said = await screen.findByRole('link', { name: 'See what can be done' });
    expect(said.closest('[role=region]')?.textContent).toContain('cannot be said');
    await screen.findByText(/is damaged on this laptop\)/);
    open.go(`${at}/issues/0/differences`);
    await open.heading(/What is different by now/);
    expect((await screen.findByRole('alert')).textContent).toContain('damaged on this laptop');
    expect(await again.refusal('returns.issueFile', { ...of, number: 0, as: 'json' })).toMatchObject({
      tag: 'fileDamaged',
    });
  } finally {
    await again.close();
  }
});
