import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { useApp } from '#renderer/app/state.ts';
import { fail, ok } from '#shared/result.ts';
import { deskOver, newFolder, newOffice, type Office, passphrase } from '#test/office.ts';
import { joined } from './joined.ts';
import { openWindow, screen, waitFor } from './window.tsx';

let office: Office;
let none: ReturnType<typeof deskOver>;
let open: ReturnType<typeof openWindow>;
beforeAll(async () => {
  office = await newOffice('west-mercia');
  none = deskOver(newFolder());
});
afterAll(() => Promise.all([office.end(), none.end()]));
afterEach(() => {
  open?.kill();
  useApp.setState({ settingUp: false, who: null });
});

const made = { recoveryCode: 'AAAA-BBBB', person: 'Jo Visitor', body: 'Office of a policing body' };

const unlocking = async () => {
  await open.heading(/How you unlock$/);
  await open.type('Passphrase', passphrase);
  await open.type('The same passphrase again', passphrase);
  await open.press('Continue');
  await open.heading(/Join your office$/);
};

test('somebody joins with a code and the address of the office; a code that is no good is told of in a sentence', async () => {
  let good = false;
  const { host, askedOf } = joined(
    none.host,
    {},
    {
      'store.join': () => (good ? ok({ ...made, reached: true }) : fail({ tag: 'badInvitation' })),
      'preferences.set': () => ok({}),
    },
  );
  open = openWindow(host, '/');
  await open.press('Continue');
  await open.heading(/Who are you\?$/);
  await open.press('Continue');
  expect(screen.getAllByText('Choose how you begin')).toHaveLength(2);
  await open.user.click(screen.getByLabelText('My office gave me an invitation code'));
  await open.type('Address of the office', 'https://hub.example.org');
  await open.type('Invitation code', 'abcd-efgh');
  await open.type('Short name for the unlock screen', 'JV');
  await open.press('Continue');
  await unlocking();
  await open.press('Join the office');
  await screen.findByText(/This invitation was used already/);
  good = true;
  await open.press('Join the office');
  await open.heading(/ICV Desk is ready$/);
  screen.getByText(/You are Jo Visitor, of Office of a policing body\. The office knows of this laptop\./);
  screen.getByText('AAAA-BBBB');
  expect(askedOf('store.join').at(-1)).toEqual({
    name: 'JV',
    passphrase,
    hub: 'https://hub.example.org',
    code: 'abcd-efgh',
  });
});

test('an invitation file needs no network: the office is told when the laptop is next online', async () => {
  const { host, askedOf } = joined(
    none.host,
    {},
    {
      'store.join': () => ok({ ...made, reached: false }),
      'preferences.set': () => ok({}),
    },
  );
  open = openWindow(host, '/');
  await open.press('Continue');
  await open.user.click(await screen.findByLabelText('My office gave me an invitation file'));
  await open.user.upload(await open.field('Invitation file'), new File(['{"kind":"x"}'], 'invitation.json'));
  await open.type('Short name for the unlock screen', 'JV');
  await open.press('Continue');
  await unlocking();
  await open.press('Join the office');
  await screen.findByText(/this laptop tells it when it is next online, and you can work until then/);
  expect(askedOf('store.join')).toEqual([{ name: 'JV', passphrase, file: '{"kind":"x"}' }]);
});

const lockedStore = { name: 'JV', keychain: false, recovery: true, office: true };

test('the code that the office reads out opens the store together with a new passphrase', async () => {
  const { host, askedOf } = joined(
    none.host,
    {},
    {
      'store.status': () => ok({ state: 'locked', stores: [lockedStore], version: '0' }),
      'store.unlock': () => fail({ tag: 'wrongRecoveryCode' }),
    },
  );
  open = openWindow(host, '/');
  await open.press('Use the code from the office instead');
  await open.type('Code from the office', '7KQ4-M9TX');
  await open.type('New passphrase', 'four unrelated words');
  await open.press('Unlock');
  await screen.findByText('The two passphrases are not the same');
  expect(askedOf('store.unlock')).toEqual([]);
  await open.type('The same new passphrase again', 'four unrelated words');
  await open.press('Unlock');
  await screen.findByText(/That recovery code does not open this store/);
  expect(askedOf('store.unlock')).toEqual([
    { recoveryCode: '7KQ4-M9TX', newPassphrase: 'four unrelated words' },
  ]);
});

test('a forgotten passphrase is replaced by unlocking with a code', async () => {
  await office.ask('store.lock', {});
  const fresh = 'five quite unrelated words';
  await office.ask('store.unlock', { recoveryCode: office.recoveryCode, newPassphrase: fresh });
  await office.ask('store.lock', {});
  expect((await office.refusal('store.unlock', { passphrase })).tag).toBe('wrongPassphrase');
  await office.ask('store.unlock', { passphrase: fresh });
});

test('where the office has ended the only store, that is said, with where the unsent words lie', async () => {
  const at = '2026-05-04T16:00:00.000Z';
  const { host } = joined(
    none.host,
    {},
    {
      'store.status': () =>
        ok({
          state: 'none',
          stores: [],
          version: '0',
          ended: [{ name: 'JV', at, kept: '/home/jo/unsent.icv' }],
        }),
    },
  );
  open = openWindow(host, '/');
  await open.heading('The office has ended the use of this laptop');
  screen.getByText('/home/jo/unsent.icv');
  await open.press('Begin again with a new invitation');
  await waitFor(() => screen.getByRole('heading', { level: 1, name: /Welcome to ICV Desk/ }));
});
