import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { settingsFieldNames } from '#renderer/settings/settingsForm.ts';
import { newOffice, type Office } from '#test/office.ts';
import { openWindow, screen, waitFor } from './window.tsx';

let office: Office;
let open: ReturnType<typeof openWindow>;
beforeAll(async () => {
  office = await newOffice('west-mercia');
});
afterAll(() => office.end());
afterEach(() => open?.kill());

const lease = async () => (await office.ask('settings.get', {})).lease;

test('Lease: the office says after how many days a laptop asks for more than the passphrase, and takes it back', async () => {
  open = openWindow(office.host, '/settings');
  await open.type(settingsFieldNames.lease, '30');
  await open.press('Save the settings');
  await waitFor(async () => expect(await lease()).toBe(30));
  await waitFor(async () => {
    const field = (await open.field(settingsFieldNames.lease)) as HTMLInputElement;
    await open.user.clear(field);
    expect(field.value).toBe('');
  });
  await open.press('Save the settings');
  await waitFor(async () => expect(await lease()).toBeUndefined());
});

test('Lease: what is no number of days is said at the field, and nothing changes', async () => {
  open = openWindow(office.host, '/settings');
  await open.type(settingsFieldNames.lease, 'a month');
  await open.press('Save the settings');
  const field = await open.field(settingsFieldNames.lease);
  await waitFor(() => expect(field.getAttribute('aria-describedby')).toMatch(/error/));
  expect(screen.getAllByRole('link', { name: /days/i }).length).toBeGreaterThan(0);
  expect(await lease()).toBeUndefined();
});
