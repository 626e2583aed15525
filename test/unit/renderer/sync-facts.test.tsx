import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { sentFact, shortMoment } from '#renderer/sync/fact.ts';
import { connectionWords, nowWords, sendText, sendWords, whyWords } from '#renderer/sync/words.ts';
import { connections, sendStates, waitingReasons } from '#shared/sync/views.ts';
import { newOffice, type Office } from '#test/office.ts';
import { atRest, joined, waits } from './joined.ts';
import { openWindow, screen, waitFor, within } from './window.tsx';

let office: Office;
let open: ReturnType<typeof openWindow>;
beforeAll(async () => {
  office = await newOffice('west-mercia');
});
afterAll(() => office.end());
afterEach(() => open?.kill());

const strip = () => within(screen.getByRole('region', { name: 'Saved and sent' }));

test('the second fact says what the office has, how much waits, or that somebody is needed', () => {
  const text = (some: object) => sentFact({ ...atRest, ...some }).text;
  const tone = (some: object) => sentFact({ ...atRest, ...some }).tone;
  expect(text({})).toMatch(/^Received by the office 4 May 2026, \d\d:\d\d$/);
  expect(text({ receivedAt: null })).toBe('Nothing sent to the office yet');
  expect(text({ waiting: 1 })).toBe('1 waits to be sent');
  expect(text({ waiting: 3 })).toBe('3 wait to be sent');
  expect(text({ waiting: 3, attention: 1, contested: 1 })).toBe('2 need you');
  expect(text({ mode: 'joining' })).toBe('The office is told when next online');
  expect(text({ now: { step: 'sending', done: 1, of: 5 } })).toBe('Sending 2 of 5…');
  expect(text({ files: 2 })).toBe('2 wait to be sent');
  // Offline is normal, and so is waiting.
  expect(tone({ waiting: 3, connection: 'noNetwork' })).toBe('waiting');
  expect(tone({ attention: 1 })).toBe('attention');
});

test('a moment of today is a time, an older one has its day', () => {
  const now = new Date(2026, 4, 4, 18, 5);
  expect(shortMoment(new Date(2026, 4, 4, 9, 7).toISOString(), now)).toBe('09:07');
  expect(shortMoment(new Date(2026, 4, 3, 9, 7).toISOString(), now)).toBe('3 May 2026, 09:07');
});

test('there are six words for where something is, and a sentence for every reason and every connection', () => {
  expect(sendStates.map((state) => sendWords[state].text)).toEqual([
    'Draft',
    'Ready to send',
    'Sending',
    'Sent and received',
    'Needs attention',
    'Not known yet',
  ]);
  expect(sendText('sending', { step: 'sending', done: 1, of: 5 })).toBe('Sending 2 of 5');
  expect(sendText('sending', { step: 'receiving', done: 1, of: 5 })).toBe('Sending');
  expect(new Set(waitingReasons.map((why) => whyWords(why, null))).size).toBeGreaterThan(
    waitingReasons.length - 3,
  );
  for (const found of connections) {
    const { text, next } = connectionWords[found];
    expect(text).toMatch(/\.$/);
    expect(next).toMatch(/\.$/);
  }
  expect(nowWords({ step: 'greeting', done: 0, of: null })).toBe('Reaching the office…');
});

test('a store that is its own office has one fact in view', async () => {
  open = openWindow(office.host, '/');
  await open.heading('Home');
  expect(strip().queryByRole('link', { name: /office|wait/ })).toBeNull();
});

test('the second fact changes when the application says so, and leads to what waits', async () => {
  const { host, becomes } = joined(office.host, { waiting: 3 });
  open = openWindow(host, '/');
  await open.follow('3 wait to be sent');
  await open.heading('Waiting to be sent');
  becomes({ waiting: 0 });
  await waitFor(() => strip().getByRole('link', { name: /^Received by the office/ }));
});

test('sending is said once when it begins and once when it ends, not at every step', async () => {
  const { host, becomes } = joined(office.host, { waiting: 2 });
  open = openWindow(host, '/');
  await open.heading('Home');
  const said = new Set<string>();
  const watch = new MutationObserver(() => {
    for (const region of screen.getAllByRole('status')) if (region.textContent) said.add(region.textContent);
  });
  watch.observe(document.body, { childList: true, subtree: true, characterData: true });
  for (const done of [0, 1]) {
    becomes({ now: { step: 'sending', done, of: 2 } });
    await screen.findByText(`Sending ${Math.min(done + 1, 2)} of 2…`);
  }
  becomes({ now: null, waiting: 0 });
  await waitFor(() => expect(said).toContain('Received by the office.'));
  watch.disconnect();
  expect([...said]).toEqual(['Sending to the office…', 'Received by the office.']);
});

test('Home says what waits to be sent, with its word, and how many questions have different answers', async () => {
  const items = [waits(), waits({ change: atRest.hub as string, state: 'attention', title: 'Hereford' })];
  const { host } = joined(
    office.host,
    { waiting: 2, attention: 1, contested: 2 },
    { 'sync.waiting': () => ({ ok: true, value: items }) },
  );
  open = openWindow(host, '/');
  const region = within(await screen.findByRole('region', { name: 'Waiting to be sent' }));
  await region.findByText('Ready to send');
  region.getByText('Needs attention');
  region.getByRole('link', { name: 'Why they wait' });
  within(screen.getByRole('region', { name: 'Different answers' })).getByText(/^2 questions/);
});

test('a laptop whose use the office has ended shows that in place of every page', async () => {
  const { host } = joined(office.host, { mode: 'revoked' });
  open = openWindow(host, '/visits');
  await open.heading('The office has ended the use of this laptop');
  screen.getByText(/Ring your office/);
});
