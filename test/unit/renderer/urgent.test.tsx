import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { clockNow } from '#renderer/visits/urgent/clockNow.ts';
import { dialled } from '#renderer/visits/urgent/numbers.ts';
import { urgentPlace } from '#renderer/visits/urgent/place.ts';
import { addPerson, addSuite, freshId, newOffice, type Office } from '#test/office.ts';
import { draft, received } from '#test/scenario/reports.ts';
import { openWindow, screen, waitFor, within } from './window.tsx';

let office: Office;
let suite: string;
let id: string;
let open: ReturnType<typeof openWindow>;

const contacts = [
  { id: freshId(), order: '02', name: 'The office', telephone: '01905 555000' },
  { id: freshId(), order: '01', name: 'Coordinator', telephone: '01905 123456 ext. 7', when: 'Always first' },
];

beforeAll(async () => {
  office = await newOffice();
  suite = await addSuite(office, 'Worcester');
  await office.ask('suites.save', {
    id: suite,
    patch: [{ path: ['telephone'], now: '01905 000111' }],
  });
  await office.ask('settings.save', { patch: [{ path: ['contacts'], now: contacts }] });
});
afterAll(() => office.end());
beforeEach(async () => {
  id = await draft(office, { suite, outcome: 'completed', method: 'in-person' });
});
afterEach(() => open.kill());

const at = (place: string) => {
  open = openWindow(office.host, place);
  return open;
};
const calls = async () => (await office.ask('visits.get', { id })).visit.calls ?? [];
const numbersAre = (...expected: string[]) =>
  waitFor(() =>
    expect(screen.getAllByRole('link', { name: /^01905/ }).map((link) => link.textContent)).toEqual(expected),
  );

test('without a report one learns what to do, and the numbers stand in the order of ringing', async () => {
  at('/urgent');
  await open.heading('Someone is at risk');
  await numbersAre('01905 123456 ext. 7', '01905 555000', '01905 000111');
  expect(screen.getByText('Tell staff at once, whatever the person wishes.')).toBeTruthy();
  expect(screen.queryByRole('button', { name: /Write down/ })).toBeNull();
});

test('from any page of a report one step leads there, and the desk of its suite stands first', async () => {
  at(`/visits/${id}/edit/times`);
  await open.heading(/Arrival and admission/);
  await open.follow('Someone is at risk');
  await open.heading('Someone is at risk');
  await numbersAre('01905 000111', '01905 123456 ext. 7', '01905 555000');
});

test('a call is written down from its number, with the time at one press, and read in the log', async () => {
  at(`/visits/${id}/urgent`);
  await open.press('Write down a call to Coordinator');
  const told = await open.field('Whom did you tell?');
  await waitFor(() => expect(document.activeElement).toBe(told));
  expect(told.value).toBe('Coordinator');
  await open.type('At what time?', '25:99');
  await open.press(/^Now/);
  await open.type('What did you tell them?', 'What was said to us');
  await open.press('Continue');
  await open.heading('Someone is at risk');
  await screen.findByText(/^Coordinator, 01905 123456 ext\. 7: /);
  const { on } = clockNow(new Date());
  await waitFor(async () =>
    expect(await calls()).toMatchObject([{ told: 'Coordinator', on, what: 'What was said to us' }]),
  );
  expect((await calls())[0]?.at).toMatch(/^\d\d:\d\d$/);
});

test('a call is taken out only when asked about, and can be put back', async () => {
  at(`/visits/${id}/urgent`);
  await open.press('Write down a call');
  await open.type('Whom did you tell?', 'PS 12');
  await open.press('Continue');
  await open.press('Remove (Call 1)');
  const dialog = await screen.findByRole('dialog', { name: 'Remove call 1?' });
  await open.user.click(within(dialog).getByRole('button', { name: 'Remove' }));
  await waitFor(async () => expect((await calls())[0]?.removed).toBeDefined());
  await open.press(/^Put back/);
  await waitFor(async () => expect((await calls())[0]).toMatchObject({ told: 'PS 12' }));
  await waitFor(async () => expect((await calls())[0]?.removed).toBeUndefined());
});

test('an answer that cannot wait says so where it is given, and in the list of sections until nobody gives it', async () => {
  at(`/visits/${id}/edit/close`);
  await open.choose('Did anything suggest ill-treatment?', 'Yes');
  expect(await screen.findByText('This cannot wait.')).toBeTruthy();
  open.go(`/visits/${id}/edit`);
  await open.heading(/Visit report/);
  const summary = (await screen.findByText('This cannot wait.')).closest<HTMLElement>('.govuk-inset-text');
  expect(summary?.textContent).toContain('Did anything suggest ill-treatment?');
  expect(summary?.textContent).toContain('No call is written down yet.');
  open.go(`/visits/${id}/edit/close`);
  await open.choose('Did anything suggest ill-treatment?', 'No');
  await waitFor(() => expect(screen.queryByText('This cannot wait.')).toBeNull());
});

test('of a report that the office has, a call made since is written down as a correction', async () => {
  id = await received(office, suite, await addPerson(office, 'Sam Visitor'));
  at(`/visits/${id}/urgent`);
  await open.follow('written down as a correction');
  await open.press('Write down a call');
  await open.type('Whom did you tell?', 'The office');
  await open.saved();
  expect(await calls()).toEqual([]);
  await open.press('Continue');
  await screen.findByText('The office: no time yet');
});

test('a telephone dials the number and leaves the extension to the person', () => {
  expect(dialled('01905 123456 ext. 7')).toBe('tel:01905123456');
  expect(dialled('+44 (0)1905 123456')).toBe('tel:+4401905123456');
});

test('the way there starts from wherever one is', () => {
  expect(urgentPlace('/')).toBe('/urgent');
  expect(urgentPlace('/suites/1')).toBe('/urgent');
  expect(urgentPlace(`/visits/${id}/edit/close`)).toBe(`/visits/${id}/urgent`);
  expect(urgentPlace(`/visits/${id}/correct/close`)).toBe(`/visits/${id}/correct/urgent`);
  expect(urgentPlace('/visits/nobody')).toBe('/urgent');
});
