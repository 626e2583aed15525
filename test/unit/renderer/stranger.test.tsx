import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { fail, ok } from '#shared/result.ts';
import { newOffice, type Office } from '#test/office.ts';
import { atRest, joined } from './joined.ts';
import { openWindow, screen, waitFor } from './window.tsx';

let office: Office;
let open: ReturnType<typeof openWindow>;
beforeAll(async () => {
  office = await newOffice('west-mercia');
});
afterAll(() => office.end());
afterEach(() => open?.kill());

test('a laptop that the hub does not know says that nothing is lost, and joins again by a new code', async () => {
  let right = false;
  const { host, askedOf } = joined(
    office.host,
    { connection: 'signedOut', stranger: true },
    { 'sync.joinAgain': () => (right ? ok(atRest) : fail({ tag: 'otherPerson' })) },
  );
  open = openWindow(host, '/sync');
  await screen.findByText(/everything you wrote and received is kept here/);
  const { person } = await office.ask('session.get', {});
  await screen.findByText(person.id);
  await open.press('Join again');
  screen.getByText('Enter the code');
  expect(askedOf('sync.joinAgain')).toEqual([]);
  await open.type('Code of the new invitation', 'ABCD-EFGH');
  await open.press('Join again');
  await screen.findByText(/This invitation is for somebody else, and was not used/);
  right = true;
  await open.press('Join again');
  await waitFor(() =>
    expect(askedOf('sync.joinAgain')).toEqual([{ code: 'ABCD-EFGH' }, { code: 'ABCD-EFGH' }]),
  );
  await screen.findByText('This laptop has joined the office again.');
});

test('a laptop that the hub knows is asked for no invitation', async () => {
  open = openWindow(joined(office.host).host, '/sync');
  await screen.findByRole('heading', { name: 'Waiting to be sent' });
  expect(screen.queryByLabelText('Code of the new invitation')).toBeNull();
});
