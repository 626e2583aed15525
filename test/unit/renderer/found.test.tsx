import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import type { Concern } from '#shared/records/concern.ts';
import { addPerson, addSuite, newOffice, type Office } from '#test/office.ts';
import { complete, draft, received } from '#test/scenario/reports.ts';
import { openWindow, screen, waitFor, within } from './window.tsx';

let office: Office;
let suite: string;
let other: string;
let visitor2: string;
let open: ReturnType<typeof openWindow> | undefined;
const dirty = { 'groups.facilities': 'to report', 'answers.kitchen': { value: false } };

beforeAll(async () => {
  office = await newOffice();
  suite = await addSuite(office, 'Northgate');
  other = await addSuite(office, 'Southgate');
  visitor2 = await addPerson(office, 'Second Visitor');
  await received(office, suite, visitor2, dirty);
  await received(office, suite, visitor2, { 'answers.illTreatment': { value: true } });
});
afterAll(() => office.end());
afterEach(() => open?.kill());

const begun = (more: object = {}) =>
  draft(office, { ...complete, date: '2024-06-01', suite, visitor2, ...more });
const stored = async (id: string) => (await office.ask('visits.get', { id })).visit;
const standing = async () => (await office.ask('visits.standing', { suite })).map(({ id }) => id);
const concern = async (): Promise<Concern> => {
  const [id] = await standing();
  return (await office.ask('concerns.get', { id: id as string })).concern;
};

test('what stands open at the suite is looked at in the next report, and what is for the office alone is not', async () => {
  const id = await begun();
  expect(await standing()).toHaveLength(1);
  open = openWindow(office.host, `/visits/${id}/edit`);
  await open.follow('Concerns at this suite');
  await open.heading(/Concerns at this suite$/);
  expect(screen.getByText(/Is the kitchen clean\? No/)).toBeDefined();
  expect(screen.queryByText(/ill-treatment\? Yes/)).toBeNull();
  await open.choose(/What did you find\?$/, 'It was not put right');
  await open.type(/^What you saw or were told/, 'Still dirty.');
  const [about] = await standing();
  const said = { id: about, finding: 'not put right', words: 'Still dirty.' };
  await waitFor(async () => expect((await stored(id)).found).toEqual([said]));
});

test('nothing is asked at another suite, of a visit before it was raised, or where nobody came in', async () => {
  expect(await office.ask('visits.standing', { suite: other })).toEqual([]);
  expect(await office.ask('visits.standing', { suite, on: '2024-05-01' })).toEqual([]);
  const id = await begun({ outcome: 'closed' });
  open = openWindow(office.host, `/visits/${id}/check`);
  await open.heading(/Check and finish$/);
  await waitFor(() => expect(screen.queryByText(/You do not say what you found/)).toBeNull());
});

test('the final check asks about what was not looked at, leads there, and says what the report raises itself', async () => {
  const id = await begun({ ...dirty, 'answers.yard': { value: false } });
  open = openWindow(office.host, `/visits/${id}/check`);
  const raises = await screen.findByRole('region', { name: 'What this report raises' });
  expect(within(raises).getByText('Is the exercise yard clean, safe and in use? No')).toBeDefined();
  await open.follow(/^You do not say what you found of C\d{4}\/0001/);
  await open.heading(/Concerns at this suite$/);
  await waitFor(() => expect(document.activeElement?.id).toMatch(/^found-/));
});

test('what a report found moves the concern when the office receives it, and stands in the report; custody is not given it', async () => {
  const { id: about, reference } = await concern();
  const found = [{ id: about, finding: 'put right', words: 'Clean again.' }];
  const id = await begun({ found });
  await office.ask('visits.ready', { id });
  expect((await concern()).events.map(({ to }) => to)).toEqual(['coordinator', 'checked']);
  open = openWindow(office.host, `/visits/${id}`);
  const table = await screen.findByRole('table', { name: 'Concerns at this suite' });
  expect(await within(table).findByText(`${reference}: conditions and facilities`)).toBeDefined();
  expect(within(table).getByText('Clean again.')).toBeDefined();
  open.go(`/visits/${id}/custody`);
  await open.heading(/Visit report: /);
  expect(screen.queryByText('Clean again.')).toBeNull();
});

test('a correction says what was found after all, and the concern follows it', async () => {
  const { id: about } = await concern();
  const id = await begun({ found: [{ id: about, finding: 'put right' }] });
  await office.ask('visits.ready', { id });
  open = openWindow(office.host, `/visits/${id}/correct`);
  await open.follow('Concerns at this suite');
  await open.choose(/What did you find\?$/, 'It was not put right');
  await open.saved();
  open.go(`/visits/${id}/correct/review`);
  const changes = await screen.findByRole('table', { name: 'Changes' });
  expect(within(changes).getByText(/: Not put right$/)).toBeDefined();
  await open.type(/^Why is this corrected/, 'Wrong box');
  await open.press('Make this correction');
  await waitFor(async () => expect((await concern()).events.at(-1)).toMatchObject({ to: 'coordinator' }));
});

test('the paper for a suite says what to look at there', async () => {
  open = openWindow(office.host, `/forms/newest/sheet?suite=${suite}`);
  expect(await screen.findByText(/Is the kitchen clean\? No/)).toBeDefined();
  expect(screen.queryByText(/ill-treatment\? Yes/)).toBeNull();
});
