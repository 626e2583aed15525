import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { addPerson, newOffice, type Office } from '#test/office.ts';
import { draft, received } from '#test/scenario/reports.ts';
import { openWindow, screen, waitFor, within } from './window.tsx';

let office: Office;
let id: string;
let open: ReturnType<typeof openWindow> | undefined;
beforeAll(async () => {
  office = await newOffice('west-mercia');
});
afterAll(() => office.end());
afterEach(() => open?.kill());

const first = '01900000-0000-7000-8000-000000000001';
const stored = async () => (await office.ask('visits.get', { id })).visit;
const detainee = (more: object) => ({
  path: ['detainees', `#${first}`],
  now: { id: first, order: first, seen: { state: 'accepted' }, ...more } as never,
});

test('words that look like a name are said not to be one, which can be taken back without looking for the place', async () => {
  id = await draft(office, {
    outcome: 'completed',
    method: 'in-person',
    comments: 'Thanks to PS Kowalczyk.',
  });
  open = openWindow(office.host, `/visits/${id}/check`);
  const button = await screen.findByRole('button', { name: /^Not a name.*Kowalczyk/ });
  await open.user.click(button);
  expect(document.activeElement).toBe(button);
  expect(button.getAttribute('aria-pressed')).toBe('true');
  await waitFor(async () => expect(Object.values((await stored()).notNames ?? {})).toEqual([true]));
  await open.user.click(button);
  expect(button.getAttribute('aria-pressed')).toBe('false');
  await waitFor(async () => expect((await stored()).notNames).toEqual({}));
});

test('a problem of a detainee is named by custody number and leads to the very question', async () => {
  id = await draft(office, { outcome: 'completed', method: 'in-person' });
  const asleep = { custodyNumber: 'AB/1', seen: { state: 'notAvailable' } };
  await office.ask('visits.save', { id, patch: [detainee(asleep)] });
  open = openWindow(office.host, `/visits/${id}/check`);
  await open.follow('Detainee AB/1: Not available, and it is not said why');
  await open.heading(/ Detainee$/);
  await waitFor(() => expect(document.activeElement?.id).toBe('whyNotAvailable'));
});

test('counts follow from the detainees until somebody counts, and then what was counted stands and the difference is said', async () => {
  id = await draft(office, { outcome: 'completed', method: 'in-person' });
  await office.ask('visits.save', { id, patch: [detainee({ custodyNumber: 'AB/1' })] });
  open = openWindow(office.host, `/visits/${id}/edit/counts`);
  const accepted = await open.field('Accepted');
  expect(
    within(accepted.closest('td') as HTMLElement).getByText('1 from the detainees entered'),
  ).toBeDefined();
  await open.type('Accepted', '3');
  expect(
    await screen.findByText(/^Accepted was counted as 3, the detainees entered come to 1/),
  ).toBeDefined();
});

test('a received report is corrected detainee by detainee, and the review says whose answer changed', async () => {
  const suite = (await office.ask('suites.list', {}))[0]?.id ?? '';
  id = await received(office, suite, await addPerson(office, 'Sam Visitor'), {
    'counts.total': { held: 1, notAvailable: 0, notOffered: 0, offered: 1, accepted: 1, declined: 0 },
  });
  open = openWindow(office.host, `/visits/${id}/correct/detainees`);
  await open.press('Add a detainee');
  await open.type('Custody record number', 'AB/1');
  await open.choose('Did you speak to them?', 'No, they declined');
  await open.press('Continue');
  await open.follow('Back to the list of sections');
  await open.press('Look at the changes');
  expect((await screen.findByRole('rowheader', { name: 'Detainee AB/1' })).nextSibling?.textContent).toBe(
    'Not in the report',
  );
  await open.type('Why is this corrected?', 'One was left out.');
  await open.press('Make this correction');
  await waitFor(async () => expect((await stored()).detainees).toMatchObject([{ custodyNumber: 'AB/1' }]));
  expect((await stored()).corrections).toHaveLength(1);
});

test('a detainee removed by a correction is gone from the report and told in the correction', async () => {
  const suite = (await office.ask('suites.list', {}))[0]?.id ?? '';
  id = await received(office, suite, await addPerson(office, 'Kim Visitor'), {
    [`detainees.#${first}`]: detainee({ custodyNumber: 'AB/1' }).now,
  });
  open = openWindow(office.host, `/visits/${id}/correct/detainees/${first}`);
  await open.type('When did they come into custody?', '25:99');
  await open.press('Continue');
  open.go(`/visits/${id}/correct/review`);
  await open.press('Make this correction');
  expect((await screen.findByRole('alert')).textContent).toContain(
    'Detainee AB/1: When did they come into custody?: “25:99” is not a time',
  );
  open.go(`/visits/${id}/correct/detainees`);
  await open.press(/^Remove.*AB\/1/);
  await open.press('Remove');
  open.go(`/visits/${id}/correct/review`);
  expect(await screen.findByRole('rowheader', { name: /^Detainee AB\/1, / })).toBeDefined();
  await open.type('Why is this corrected?', 'They were moved before we came.');
  await open.press('Make this correction');
  await waitFor(async () => expect((await stored()).corrections).toHaveLength(1));
  expect((await stored()).detainees?.[0]?.removed).toBeDefined();
  await open.heading(/ /);
  expect(screen.queryByRole('heading', { name: 'Detainee AB/1' })).toBeNull();
});
