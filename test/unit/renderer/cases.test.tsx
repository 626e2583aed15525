import axe from 'axe-core';
import { expect, test } from 'vitest';
import { freshId } from '#test/office.ts';
import { officeForAll } from '#test/shared-office.ts';
import { openWindow, screen, waitFor, within } from './window.tsx';

const office = await officeForAll();
const { person: me } = await office.ask('session.get', {});

/** What axe finds on the page as it stands; colours are looked at in a browser. */
const faults = async () => {
  const { violations } = await axe.run(document.body, { rules: { 'color-contrast': { enabled: false } } });
  return violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`);
};
const kept = async () => JSON.stringify(await office.ask('preferences.get', {}));
const cases = async () => (await office.ask('cases.list', { filter: { show: 'all' }, limit: 200 })).rows;

test('what came in is written down by keyboard, kept when the window closes, and the boxes are ready for the next', async () => {
  let open = openWindow(office.host, '/cases/new');
  await open.user.selectOptions(await open.field('Kind'), 'Concern');
  await open.user.selectOptions(await open.field('How it came'), 'Telephone');
  await open.type('Name: From', 'Wyn Example');
  await open.type(/^Themes/, 'road, anti');
  await open.type('Summary', 'Cars race on the lane at night.');
  await waitFor(async () => expect(await kept()).toContain('lane at night.'));
  open.kill();
  open = openWindow(office.host, '/cases/new');
  await waitFor(async () =>
    expect((await open.field('Summary')).value).toBe('Cars race on the lane at night.'),
  );
  await open.user.click(await open.field('Life or safety may be at stake'));
  await open.user.keyboard('{Control>}{Enter}{/Control}');
  expect((await screen.findByRole('alert')).textContent).toContain('Enter what is at stake');
  await open.type('What is at stake', 'A child was nearly hit.');
  await open.user.keyboard('{Control>}{Enter}{/Control}');
  await screen.findByRole('link', { name: /^E\d{4}\/0001$/ });
  expect(await cases()).toMatchObject([
    {
      ...{ kind: 'concern', from: 'Wyn Example', summary: 'Cars race on the lane at night.' },
      ...{ themes: ['Road safety', 'Antisocial behaviour'], risk: { told: 0 } },
    },
  ]);
  // The next one mostly came the same way; nothing else stays.
  expect((await open.field('How it came')).value).toBe('phone');
  expect([(await open.field('Summary')).value, (await open.field('Name: From')).value]).toEqual(['', '']);
  expect(document.activeElement).toBe(await open.field('Kind'));
  expect(await faults()).toEqual([]);
});

test('a case says what is next first of all; somebody is told of the risk, it is taken, acknowledged, asked about and closed', async () => {
  const [one] = await cases();
  const open = openWindow(office.host, `/cases/${one?.id}`);
  await open.heading(/Concern: Wyn Example$/);
  await screen.findByText('Nobody is written down as told.');
  await open.type('Who was told', 'Duty inspector');
  await open.type('At', '9.10');
  await open.press('Write down who was told');
  await open.press('Take the case');
  await screen.findByText('Acknowledge it.', { exact: false });
  await open.user.click(await screen.findByText('It was acknowledged outside ICV Desk'));
  await open.press('It was acknowledged');
  await screen.findByText('Answer it.', { exact: false });
  await open.user.click(await screen.findByText('Ask the force something'));
  await open.type('Who is asked', 'The force');
  await open.type('What is asked', 'What was done on the lane?');
  await open.press('Write down the question');
  await screen.findByText(/Wait for the force to answer/);
  expect(await faults()).toEqual([]);
  const seen = await office.ask('cases.get', { id: one?.id ?? '' });
  expect(seen.case.asks).toMatchObject([{ to: 'The force', question: 'What was done on the lane?' }]);
  expect(seen.case.risk?.told).toMatchObject([{ who: 'Duty inspector', at: '09:10' }]);
});

test('queues say how many stand in each, and many cases are given at once after a look at what becomes of each', async () => {
  for (let i = 0; i < 2; i += 1)
    await office.ask('cases.create', { id: freshId(), kind: 'petition', received: '2026-03-02' });
  const open = openWindow(office.host, '/cases?show=unassigned');
  await screen.findByRole('link', { name: 'Given to nobody (2)' });
  for (const box of await screen.findAllByRole('checkbox', { name: /^Choose E/ })) await open.user.click(box);
  const people = await open.field('Give them to');
  await waitFor(() => expect(within(people).getAllByRole('option').length).toBeGreaterThan(1));
  await open.user.selectOptions(people, me.name);
  await waitFor(() => expect(screen.getAllByText('It can be done')).toHaveLength(2));
  expect(await faults()).toEqual([]);
  await open.press('Give 2 of them');
  await screen.findByRole('link', { name: 'Given to nobody (0)' });
  expect((await cases()).every(({ owner }) => owner === me.name)).toBe(true);
});

test('who keeps a case to few reads what figures say of it; whoever may not open it is told how many are counted', async () => {
  const [id, colleague] = [freshId(), freshId()];
  await office.ask('people.save', {
    id: colleague,
    patch: [{ path: [], now: { id: colleague, name: 'Casey Worker', roles: ['caseworker'] } }],
  });
  await office.ask('cases.create', { id, kind: 'whistle-blowing', received: '2019-03-04' });
  openWindow(office.host, `/cases/${id}`);
  await screen.findByText(/Figures of all caseworkers count it by its kind and its days/);
  await office.ask('cases.assign', { id, assignment: freshId(), to: colleague });
  await office.ask('cases.restrict', { id, confidential: { readers: [] } });
  openWindow(office.host, '/returns/2019-03-01..2019-03-31/records/cases.received?return=correspondence');
  await screen.findByText('Confidential: 1 case, counted in the figure and seen only by those named.');
  expect(document.body.textContent).not.toContain('4 March 2019');
});

test('an office sets its standards by kind; what is saved holds at once', async () => {
  const open = openWindow(office.host, '/settings/correspondence');
  await open.type('Answered in: petition', '5');
  await open.press('Save the standards');
  await waitFor(async () =>
    expect((await office.ask('cases.settings', {})).kinds.petition).toEqual({ answer: 5 }),
  );
  expect(await faults()).toEqual([]);
  await open.follow('Outcomes');
  await open.heading('Outcomes');
});
