import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import type { Output } from '#shared/contract.ts';
import { fail, ok } from '#shared/result.ts';
import { newOffice, type Office } from '#test/office.ts';
import { devices, id, joined } from './joined.ts';
import { openWindow, screen, waitFor, within } from './window.tsx';

let office: Office;
let open: ReturnType<typeof openWindow>;
beforeAll(async () => {
  office = await newOffice('west-mercia');
});
afterAll(() => office.end());
afterEach(() => open?.kill());

type Answers = Parameters<typeof joined>[2];
const at = (answers: Answers = {}, people: Output<'hub.people'> = devices) => {
  const found = joined(office.host, {}, { 'hub.people': () => ok(people), ...answers });
  open = openWindow(found.host, '/people/devices');
  return found;
};

test('the laptops stand by person, with when they were heard of and what is missing of them', async () => {
  at();
  const sam = within(await screen.findByRole('region', { name: /^Sam Visitor/ }));
  sam.getByRole('heading', { name: 'Sam’s laptop (0030)' });
  for (const text of ['Version 0.2.0', 'One change', '2 changes']) sam.getByText(text);
  within(screen.getByRole('region', { name: /^Ali Visitor/ })).getByText(/the invitation runs out on/);
});

const alike = (some: Partial<Output<'hub.people'>['devices'][number]> = {}) => ({
  ...devices,
  devices: [
    { ...(devices.devices[0] as (typeof devices.devices)[number]), ...some },
    { ...(devices.devices[0] as (typeof devices.devices)[number]), id: id(31) },
  ],
});

test('two laptops of one name are told apart by their codes, wherever one is chosen', async () => {
  at({}, alike());
  for (const name of ['Sam’s laptop (0030)', 'Sam’s laptop (0031)'])
    await screen.findByRole('heading', { name });
  await open.press(/^Revoke Sam’s laptop \(0031\)/);
  screen.getByRole('dialog', { name: 'Revoke Sam’s laptop (0031) of Sam Visitor?' });
});

test('a laptop that went on as another device says since when, that it was copied, and that it was not revoked', async () => {
  const then = '2026-04-02T09:00:00.000Z';
  at({}, alike({ wentOn: then, copies: 1, revokedBefore: then }));
  await screen.findByText(/It went on as another device on 2 April 2026/);
  screen.getByText('In use on more than one computer');
  screen.getByText(/was revoked on 2 April 2026.*, and the laptop still has access/);
});

test('a recovery names the laptops that are still to come, each of them once', async () => {
  at({}, { ...alike({ awaited: true }), recovering: true, unsealed: 2 });
  const banner = within(await screen.findByRole('region', { name: 'The hub was restored' }));
  expect(banner.getAllByRole('listitem').map((one) => one.textContent)).toEqual([
    'Sam’s laptop (0030) of Sam Visitor',
  ]);
  banner.getByText(/Of 2 records a laptop says that it was purged, and the hub’s seal is not on that/);
});

test('a laptop is revoked with a reason, and nothing is promised of one that is switched off', async () => {
  const { askedOf } = at({ 'hub.revoke': () => ok({}) });
  await open.press(/^Revoke/);
  const question = within(screen.getByRole('dialog'));
  question.getByText(/protected by its encryption alone/);
  await open.press('Yes, revoke it');
  await question.findByText('Say why it is revoked');
  expect(askedOf('hub.revoke')).toEqual([]);
  await open.type('Why it is revoked', 'Stolen');
  await open.press('Yes, revoke it');
  await waitFor(() => expect(askedOf('hub.revoke')).toEqual([{ device: id(30), reason: 'Stolen' }]));
});

test('the unlock code is shown only after a question that says whom it is for, in groups', async () => {
  const { askedOf } = at({ 'hub.unlock': () => ok({ code: '7KQ4M9TXH2WP' }) });
  await open.press('Unlock by telephone');
  within(screen.getByRole('dialog')).getByText(/ring them back on the number you have/);
  expect(askedOf('hub.unlock')).toEqual([]);
  await open.press('Yes, show the code');
  await screen.findByText('7KQ4-M9TX-H2WP');
  await open.press('Hide the code');
  expect(screen.queryByText('7KQ4-M9TX-H2WP')).toBeNull();
});

test('somebody new is invited with a role, and somebody on the list by their name', async () => {
  const file = JSON.stringify({ hub: 'https://hub.example.org' });
  const invitation = { person: id(22), code: 'ABCDEFGH', expires: '2026-05-11T16:00:00.000Z', file };
  const { askedOf } = at({ 'hub.invite': () => ok(invitation) });
  await open.user.click(await screen.findByText('Invite somebody'));
  await open.press('Make the invitation');
  expect(screen.getAllByText('Choose who is invited')).toHaveLength(2);
  await open.user.click(screen.getByLabelText('A new person'));
  await open.type('Name', 'Jo New');
  await open.press('Make the invitation');
  const made = within(await screen.findByRole('alert', { name: 'Invitation made' }));
  made.getByText('ABCD-EFGH');
  made.getByText('https://hub.example.org');
  made.getByText(/runs out on 11 May 2026/);
  await open.user.click(screen.getByLabelText('Somebody on the list of people'));
  const [me] = await office.ask('people.list', {});
  await open.user.selectOptions(screen.getByLabelText('Person'), me?.name ?? '');
  await open.press('Make the invitation');
  await waitFor(() =>
    expect(askedOf('hub.invite')).toEqual([{ name: 'Jo New', role: 'visitor' }, { person: me?.id }]),
  );
});

test('while the hub recovers, closing the recovery is explained before it is done', async () => {
  const { askedOf } = at({ 'hub.closeRecovery': () => ok({}) }, { ...devices, recovering: true });
  within(await screen.findByRole('region', { name: 'The hub was restored' })).getByText(
    /no reference numbers/,
  );
  await open.press('Close the recovery');
  expect(askedOf('hub.closeRecovery')).toEqual([]);
  await open.press('Yes, close it');
  await waitFor(() => expect(askedOf('hub.closeRecovery')).toHaveLength(1));
});

test('without a network the page says so and can ask again', async () => {
  let reached = false;
  at({ 'hub.people': () => (reached ? ok(devices) : fail({ tag: 'hubUnreachable' })) });
  await screen.findByText(/hub cannot be reached at the moment/);
  reached = true;
  await open.press('Ask again');
  await screen.findByRole('region', { name: /^Sam Visitor/ });
});

const pen = (visit: string, some: Partial<Output<'pens.list'>[number]['holder']> = {}) => ({
  id: id(60),
  visit,
  suite: 'Hereford',
  week: '2026-05-04',
  visitors: [
    { id: id(20), name: 'Sam Visitor' },
    { id: id(21), name: 'Ali Visitor' },
  ],
  holder: { person: id(20), name: 'Sam Visitor', since: '2026-05-04T14:00:00.000Z', here: false, ...some },
});

test('of drafts out there the office sees where, in which week and by whom, and hands over where a laptop is lost', async () => {
  const { host, askedOf } = joined(
    office.host,
    {},
    {
      'pens.list': () => ok([pen(id(2))]),
      'pens.hand': () => ok({ id: id(60), savedAt: '2026-05-04T18:00:00.000Z' }),
    },
  );
  open = openWindow(host, '/visits/out');
  await screen.findByText('from 4 May 2026');
  screen.getByText('Sam Visitor and Ali Visitor');
  await open.press('Hand over to Ali Visitor');
  screen.getByText(/is not lost: it is shown beside the new answers/);
  await open.press('Yes, hand it over');
  await waitFor(() => expect(askedOf('pens.hand')).toEqual([{ visit: id(2), to: id(21) }]));
});

test('a draft whose pen is elsewhere can only be read, and says who writes it', async () => {
  const visit = await draftOf();
  const { host } = joined(office.host, {}, { 'pens.list': () => ok([pen(visit)]) });
  open = openWindow(host, `/visits/${visit}/edit`);
  await open.heading('Sam Visitor writes this report');
  await open.press('Read the report');
  await screen.findByRole('heading', { name: 'History' });
  expect(screen.queryByRole('button', { name: 'Go on with this report' })).toBeNull();
});

test('whoever holds the pen hands the draft over to the other visitor, once what they typed is saved', async () => {
  const visit = await draftOf();
  const { host, askedOf } = joined(
    office.host,
    {},
    {
      'pens.list': () => ok([pen(visit, { here: true })]),
      'pens.hand': () => ok({ id: id(60), savedAt: '2026-05-04T18:00:00.000Z' }),
    },
  );
  open = openWindow(host, `/visits/${visit}/edit`);
  await screen.findByRole('heading', { name: 'Who writes this report' });
  await open.press('Hand over to Ali Visitor');
  await open.press('Yes, hand it over');
  await waitFor(() => expect(askedOf('pens.hand')).toEqual([{ visit, to: id(21) }]));
});

const draftOf = async () => {
  const visit = id(Math.floor(performance.now() * 1000));
  await office.ask('visits.start', { id: visit });
  return visit;
};
