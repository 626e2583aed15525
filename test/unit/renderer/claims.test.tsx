import { beforeAll, expect, test } from 'vitest';
import { addPerson, addSuite, freshId } from '#test/office.ts';
import { change, complete, draft } from '#test/scenario/reports.ts';
import { officeForAll } from '#test/shared-office.ts';
import { openWindow, screen, waitFor, within } from './window.tsx';

const office = await officeForAll();
const month = complete.date.slice(0, 7);
let visit: string;
let claim: string;
let own: string;
let visitor: string;

beforeAll(async () => {
  const suite = await addSuite(office, 'Millford');
  visitor = await addPerson(office, 'Vera Visitor');
  visit = await draft(office, { ...complete, suite, visitor2: visitor, volunteerMinutes: 300 });
  await office.ask('visits.ready', { id: visit });
  claim = (await office.ask('claims.begin', { month, person: visitor })).id;
  own = (await office.ask('claims.begin', { month })).id;
});

const lines = async (id: string) => (await office.ask('claims.get', { id })).lines;
const mileage = () => ({
  id: freshId(),
  kind: 'mileage' as const,
  for: { type: 'visit' as const, id: visit },
  miles: 20,
});

test('what is typed in a line is there again when the window was closed, and then it is added', async () => {
  let open = openWindow(office.host, `/claims/${claim}`);
  await waitFor(async () =>
    expect((await open.field('What it was for')).querySelectorAll('option').length).toBe(2),
  );
  await open.user.selectOptions(await open.field('What it was for'), `visit ${visit}`);
  await open.user.click(await open.field('Fare or parking'));
  await open.type('Amount', '3.5');
  await open.user.tab();
  await waitFor(async () =>
    expect(JSON.stringify(await office.ask('preferences.get', {}))).toContain('"pounds":"3.5"'),
  );
  open.kill();
  open = openWindow(office.host, `/claims/${claim}`);
  await waitFor(async () => expect((await open.field('Amount')).value).toBe('3.5'));
  await open.press('Add the line');
  await waitFor(async () => expect(await lines(claim)).toMatchObject([{ pence: 350 }]));
  expect(await screen.findByText('Fare or parking', { selector: 'td' })).toBeTruthy();
  await waitFor(async () => expect((await open.field('Miles')).value).toBe(''));
});

test('what has become of a visit stands under its line', async () => {
  await office.ask('visits.correct', {
    id: visit,
    reason: 'Misread',
    patch: change('date', complete.date, '2024-05-13'),
  });
  openWindow(office.host, `/claims/${claim}`);
  expect(await screen.findByText(/^Claimed for 14 May 2024; its day is now 13 May 2024\./)).toBeTruthy();
});

test('nobody is offered to decide on their own claim; they may withdraw it', async () => {
  await office.ask('claims.saveLine', { id: own, line: mileage() });
  await office.ask('claims.submit', { id: own });
  const open = openWindow(office.host, `/claims/${own}`);
  await open.press('Withdraw the claim');
  await screen.findByRole('button', { name: 'Submit the claim' });
  expect(screen.queryByRole('button', { name: /^Approve/ })).toBeNull();
  expect(screen.queryByRole('button', { name: 'Give it back' })).toBeNull();
  expect(await office.refusal('claims.approve', { id: own, pence: 900 })).toEqual({ tag: 'ownClaim' });
});

test('the list is of what waits for a decision, oldest month first, with its sum', async () => {
  await office.ask('claims.submit', { id: claim });
  openWindow(office.host, '/claims?state=submitted');
  const table = within(await screen.findByRole('table', { name: 'Claims, the oldest month first' }));
  expect(table.getAllByRole('row')).toHaveLength(2);
  expect(table.getByRole('row', { name: /May 2024.*Vera Visitor.*£3\.50/ })).toBeTruthy();
});

test('a rate of the office holds from its day, a meal with what is paid at most', async () => {
  const open = openWindow(office.host, '/settings');
  await open.press('Add a rate');
  const rate = await open.group('Rate 3');
  await open.user.type(rate.getByLabelText('From'), '1/5/2024');
  await open.user.type(rate.getByLabelText('A mile'), '50.5');
  await open.press('Add a meal to rate 3');
  await open.user.type(rate.getByLabelText('Meal'), 'Lunch');
  await open.press('Save the rates');
  await screen.findAllByText(/Enter pounds, such as 7\.50/);
  await open.user.type(rate.getByLabelText('At most'), '8');
  await open.press('Save the rates');
  await waitFor(async () =>
    expect((await office.ask('settings.get', {})).claimRates).toMatchObject([
      { from: '2011-04-06', mile: 45 },
      { from: '2026-04-06', mile: 55 },
      { from: '2024-05-01', mile: 50.5, subsistence: [{ name: 'Lunch', most: 800 }] },
    ]),
  );
  // Of 13 May, after that day.
  expect((await lines(own))[0]?.pence).toBe(1010);
});

test('hours stand by panel and name, each visitor with the same share of a visit', async () => {
  openWindow(office.host, '/claims/hours');
  await screen.findByLabelText('Period');
  const { panels } = await office.ask('claims.hours', { period: '2024-25' });
  expect(panels).toMatchObject([
    {
      name: 'No panel',
      people: [
        { name: 'Alexandra Office', hours: { visitMinutes: 150 } },
        { name: 'Vera Visitor', hours: { visitMinutes: 150 } },
      ],
    },
  ]);
});
