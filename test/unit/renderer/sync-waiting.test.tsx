import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { whereIs } from '#renderer/visits/list/where.ts';
import { fail, ok } from '#shared/result.ts';
import { connections } from '#shared/sync/views.ts';
import { newOffice, type Office } from '#test/office.ts';
import { draft } from '#test/scenario/reports.ts';
import { id, joined, waits } from './joined.ts';
import { openWindow, screen, waitFor, within } from './window.tsx';

let office: Office;
let open: ReturnType<typeof openWindow>;
beforeAll(async () => {
  office = await newOffice('west-mercia');
});
afterAll(() => office.end());
afterEach(() => open?.kill());

const items = [
  waits(),
  waits({ change: id(3), state: 'attention', why: 'invalid', open: false, title: 'Hereford suite' }),
  waits({ change: id(4), state: 'unknown', why: 'unanswered', open: false, title: 'Worcester report' }),
];
const listed = { 'sync.waiting': () => ok(items) };

test('the waiting list says of each change where it is, since when and why, what needs somebody first', async () => {
  const { host } = joined(office.host, { waiting: 3, attention: 1, aside: 2 }, listed);
  open = openWindow(host, '/sync');
  await screen.findByRole('heading', { name: '3 waiting' });
  const titles = screen.getAllByRole('heading', { level: 3 }).map((h) => h.textContent);
  expect(titles[0]).toBe('Hereford suite');
  screen.getByText('Nothing is wrong. It goes with the next sending.');
  screen.getByText(/the answer of the office has not come yet/);
  screen.getByText(/2 records are from a newer ICV Desk/);
  // What is under way to the office is not taken back any more.
  expect(screen.getAllByRole('button', { name: 'Take it back' })).toHaveLength(2);
});

test('what waits while the office cannot be reached says so, and not that nothing is wrong', async () => {
  const waiting = { 'sync.waiting': () => ok([waits()]) };
  const { host } = joined(office.host, { waiting: 1, connection: 'hubDown' }, waiting);
  open = openWindow(host, '/sync');
  await screen.findByText(/hub does not answer. It tries again by itself/);
  expect(screen.queryByText(/Nothing is wrong/)).toBeNull();
});

test('trying now always answers, also where the office is not reached', async () => {
  let connection: 'hubDown' | 'reached' = 'hubDown';
  const found = joined(office.host, {}, { 'sync.now': () => ok({ ...status(), connection }) });
  const status = () => ({ ...base, waiting: connection === 'reached' ? 0 : 3 });
  const base = await found.host.call('sync.status', {}).then((a) => (a.ok ? a.value : (undefined as never)));
  open = openWindow(found.host, '/sync');
  await open.press('Try now');
  await screen.findAllByText(/the office’s hub does not answer/);
  connection = 'reached';
  await open.press('Try now');
  await waitFor(() =>
    expect(screen.getAllByText(/was reached and has everything/).length).toBeGreaterThan(0),
  );
});

test('what the last comparison with the office came to stands in words', async () => {
  const at = '2026-05-04T17:05:00.000Z';
  const { host, becomes } = joined(office.host, { checked: { at, repaired: 0, differing: 0 } });
  open = openWindow(host, '/sync');
  await screen.findByText(/: all is the same\.$/);
  becomes({ checked: { at, repaired: 2, differing: 0 } });
  await screen.findByText(/: 2 kinds of records put right/);
  becomes({ checked: { at, repaired: 0, differing: 1 } });
  await screen.findByText(/: 1 kind of record still differs\. Tell the office\./);
});

test('a change is taken back only after a question', async () => {
  const { host, askedOf } = joined(
    office.host,
    { waiting: 1 },
    {
      'sync.waiting': () => ok([waits()]),
      'sync.takeBack': () => ok({}),
    },
  );
  open = openWindow(host, '/sync');
  await open.press('Take it back');
  expect(askedOf('sync.takeBack')).toEqual([]);
  await open.press('Yes, take it back');
  await screen.findAllByText(/^Taken back\./);
  expect(askedOf('sync.takeBack')).toEqual([{ change: id(1) }]);
});

test('an unusual removal is asked about with a clear choice, and nothing goes before it is answered', async () => {
  const { host, askedOf, becomes } = joined(
    office.host,
    { removal: { removes: 140, of: 150 } },
    {
      'sync.allowRemoval': () => {
        becomes({ removal: null });
        return host.call('sync.status', {});
      },
    },
  );
  open = openWindow(host, '/sync');
  within(await screen.findByRole('region', { name: 'Is this right?' })).getByText(/140 of 150 records/);
  await open.press('Let them go');
  await open.press('No, keep them');
  expect(askedOf('sync.allowRemoval')).toEqual([]);
  await open.press('Let them go');
  await open.press('Yes, let them go');
  await waitFor(() => expect(screen.queryByRole('region', { name: 'Is this right?' })).toBeNull());
});

test('the connection test has seven answers, each with what to do next, and both clocks where one is wrong', async () => {
  const said = new Set<string>();
  for (const connection of connections) {
    const clockAhead = connection === 'clockWrong' ? 187 : null;
    const { host } = joined(
      office.host,
      {},
      {
        'sync.test': () => ok({ connection, hub: 'https://hub.example.org', clockAhead }),
      },
    );
    open = openWindow(host, '/sync/connection');
    await open.press('Test the connection');
    await screen.findByText('https://hub.example.org');
    said.add(screen.getByRole('heading', { level: 2 }).textContent ?? '');
    expect(screen.queryByText('The office’s clock') !== null).toBe(connection === 'clockWrong');
    open.kill();
  }
  expect(said.size).toBe(7);
});

test('a rescue file is made under a passphrase typed twice, and another one brought in', async () => {
  const { host, askedOf } = joined(
    office.host,
    { waiting: 3 },
    {
      'sync.rescueOut': () =>
        ok({ path: '/home/jo/rescue.icv', bytes: 12_000, changes: 3, files: 1, damaged: 2 }),
      'sync.rescueIn': () => ok({ changes: 5, known: 2, files: 0 }),
    },
  );
  open = openWindow(host, '/sync/rescue');
  await open.type('Passphrase for the file', 'four unrelated words');
  await open.press('Make a rescue file');
  expect(askedOf('sync.rescueOut')).toEqual([]);
  await open.type('The same passphrase again', 'four unrelated words');
  await open.press('Make a rescue file');
  await screen.findByText('/home/jo/rescue.icv');
  screen.getByText(/^3 changes and one file/);
  screen.getByText(/^2 attached files that the office does not have are damaged/);
  const file = new File([new Uint8Array([1, 2, 3, 255])], 'rescue.icv');
  await open.user.upload(await open.field('Rescue file'), file);
  await open.type('Passphrase of the file', 'four unrelated words');
  await open.press('Bring it in');
  await screen.findByText(/^5 changes were brought in\. 2 were here already\./);
  expect(askedOf('sync.rescueIn')).toEqual([{ file: 'AQID/w==', passphrase: 'four unrelated words' }]);
});

test('a rescue file that is none is told of in a sentence', async () => {
  const { host } = joined(
    office.host,
    {},
    {
      'sync.rescueIn': () => fail({ tag: 'notARescueFile', path: 'rescue.icv' }),
    },
  );
  open = openWindow(host, '/sync/rescue');
  await open.user.upload(await open.field('Rescue file'), new File(['x'], 'rescue.icv'));
  await open.type('Passphrase of the file', 'four unrelated words');
  await open.press('Bring it in');
  await screen.findByText(/is not a rescue file/);
});

test('a volunteer’s list says three things only', () => {
  const where = (
    state: Parameters<typeof whereIs>[0]['state'],
    unsent: 'ready' | 'attention' | null = null,
  ) => whereIs({ id: id(2), state }, new Map(unsent ? [[id(2), unsent]] : [])).text;
  expect(where('draft')).toBe('On this laptop');
  expect(where('ready')).toBe('On this laptop');
  expect(where('received', 'ready')).toBe('On this laptop');
  for (const state of ['received', 'read', 'answered', 'accepted'] as const)
    expect(where(state)).toBe('With the office');
  expect(where('queried')).toBe('Needs you');
  expect(where('received', 'attention')).toBe('Needs you');
});

test('a draft that goes to the pair is called a draft, and not ready to send', async () => {
  const report = await draft(office, {});
  const { host } = joined(
    office.host,
    { waiting: 1 },
    { 'sync.waiting': () => ok([waits({ record: report, why: null })]) },
  );
  open = openWindow(host, `/visits/${report}/edit`);
  const words = await screen.findByText(/What you have entered goes with the next sending/);
  expect(words.textContent).toMatch(/^Where it is: Draft /);
  expect(screen.queryByText('Ready to send')).toBeNull();
});
