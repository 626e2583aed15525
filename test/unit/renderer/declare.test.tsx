import { beforeEach, expect, test } from 'vitest';
import { addPerson, addSuite } from '#test/office.ts';
import { change, complete, draft } from '#test/scenario/reports.ts';
import { officeForAll } from '#test/shared-office.ts';
import { heldUp, openWindow, screen, waitFor, within } from './window.tsx';

const statement = 'I declare that this report says what I saw and was told';
const pin = '418293';
const office = await officeForAll();
const suite = await addSuite(office, 'Hereford');
let sam: string;
let id: string;
let open: ReturnType<typeof openWindow>;
beforeEach(async () => {
  sam = await addPerson(office, 'Sam Visitor');
  id = await draft(office, { ...complete, suite, visitor2: sam });
});

const report = () => office.ask('visits.get', { id });
const declared = async () =>
  Object.fromEntries(
    (await report()).declarations.map(({ person, how, stands }) => [
      person === sam ? 'Sam' : 'own',
      [how, stands],
    ]),
  );
/** Waits until this stands beside a visitor's name: a page shows what it last read while it reads again. */
const stands = (name: string, words: RegExp) =>
  waitFor(() =>
    expect(screen.getByText(name, { selector: 'dt' }).nextElementSibling?.textContent).toMatch(words),
  );
const summary = () => screen.findByRole('alert');
const send = async () => {
  await open.press('Make ready');
  await open.user.click(await screen.findByRole('button', { name: 'Yes, make it ready' }));
};

test('whoever sends a report ticks that it says what they saw, and nothing goes before that, or twice', async () => {
  const { host, release } = heldUp(office.host, (name) => name === 'visits.ready');
  open = openWindow(host, `/visits/${id}/check`);
  await open.press('Make ready');
  expect((await summary()).textContent).toContain('Tick the box if the report says what you saw');
  expect(screen.queryByRole('dialog')).toBeNull();
  const tick = await open.field(statement);
  await open.user.click(tick);
  await send();
  await open.user.click(tick);
  expect(tick.checked).toBe(true);
  await open.user.click(screen.getByRole('button', { name: 'Sending…' }));
  expect(screen.queryByRole('dialog')).toBeNull();
  release();
  await open.heading(/The office has received your report/);
  expect(await declared()).toEqual({ own: ['own', true] });
});

test('a report goes without its second visitor, marked as awaiting their declaration, which its page and its receipt say', async () => {
  open = openWindow(office.host, `/visits/${id}/check`);
  await open.user.click(await open.field(statement));
  await send();
  await open.heading(/The office has received your report/);
  expect(screen.getByText('Second declaration awaited')).toBeDefined();
  await stands('Sam Visitor', /^Awaited$/);
  await open.follow('Read or print the report');
  expect((await screen.findByText(/Second declaration awaited/)).textContent).toContain('Second');
  await open.follow('Declare on this laptop as Sam Visitor');
  await open.heading(/Declaration of Sam Visitor/);
});

test('the second visitor declares on the same laptop with their own PIN, and a wrong one says how many tries are left', async () => {
  await office.ask('people.setPin', { id: sam, pin });
  open = openWindow(office.host, `/visits/${id}/check`);
  await open.follow('Declare on this laptop as Sam Visitor');
  await open.heading(/Declaration of Sam Visitor/);
  expect(screen.getByText('Quiet.')).toBeDefined();
  await open.user.click(await open.field(statement));
  await open.type('PIN of Sam Visitor', '999123');
  await open.press('Declare');
  expect((await summary()).textContent).toContain('4 more tries');
  expect((await open.field('PIN of Sam Visitor')).value).toBe('');
  await open.type('PIN of Sam Visitor', pin);
  await open.press('Declare');
  await open.heading(/Check and finish/);
  await stands('Sam Visitor', /^Declared .*with their own PIN/);
  expect(await declared()).toEqual({ Sam: ['pin', true] });
});

test('without a PIN the page says where one is set, and asks for none', async () => {
  open = openWindow(office.host, `/visits/${id}/declare/${sam}`);
  const way = await screen.findByRole('link', { name: 'Set a PIN for Sam Visitor' });
  expect(way.getAttribute('href')).toBe(`#/people/${sam}`);
  expect(screen.getByText(/No PIN is set for this person on this laptop/)).toBeDefined();
  expect(screen.queryByRole('button', { name: 'Declare' })).toBeNull();
});

test('a name with marks that turn the reading turns no other words of a heading, a field or the window’s title', async () => {
  const dana = await addPerson(office, 'Dana \u202Erotisiv');
  const other = await draft(office, { ...complete, suite, visitor2: dana });
  open = openWindow(office.host, `/visits/${other}/declare/${dana}`);
  const said = 'Declaration of \u2068Dana \u202Erotisiv\u202C\u2069';
  expect((await open.heading(/Declaration of/)).textContent).toContain(said);
  await waitFor(() => expect(document.title).toContain(said));
});

test('a declaration lapses when the report says something else afterwards, and the page says who must declare again', async () => {
  await office.ask('people.setPin', { id: sam, pin });
  await office.ask('visits.declare', { id, person: sam, pin });
  await office.ask('visits.save', { id, patch: change('comments', 'Quiet.', 'Loud.') });
  open = openWindow(office.host, `/visits/${id}/check`);
  await stands('Sam Visitor', /Lapsed/);
  await stands('Sam Visitor', /Sam Visitor must declare again/);
  expect(screen.getByRole('link', { name: 'Declare on this laptop as Sam Visitor' })).toBeDefined();
});

test('the person at the laptop declares as themselves, also where they are the second visitor', async () => {
  const { person } = await office.ask('session.get', {});
  await office.ask('visits.save', {
    id,
    patch: [...change('visitor1', person.id, sam), ...change('visitor2', sam, person.id)],
  });
  open = openWindow(office.host, `/visits/${id}/declare/${person.id}`);
  await open.user.click(await open.field(statement));
  expect(screen.queryByLabelText(/PIN/)).toBeNull();
  await open.press('Declare');
  await open.heading(/Check and finish/);
  expect(await declared()).toEqual({ own: ['own', true] });
  expect(screen.queryByLabelText(statement)).toBeNull();
  await send();
  await open.heading(/The office has received your report/);
});

test('a visitor who corrects a report declares by that what it says now, and the page of changes says so and who is asked again', async () => {
  await office.ask('people.setPin', { id: sam, pin });
  await office.ask('visits.declare', { id, person: sam, pin });
  await office.ask('visits.ready', { id });
  open = openWindow(office.host, `/visits/${id}/correct/close`);
  await open.type('General comments', 'Loud.');
  await open.press('Continue');
  await open.press('Look at the changes');
  expect(await screen.findByText(/By making this correction you declare/)).toBeDefined();
  expect(screen.getByText('Sam Visitor must declare the corrected report.')).toBeDefined();
  await open.type('Why is this corrected?', 'Misheard.');
  await open.press('Make this correction');
  expect(await screen.findByRole('heading', { name: 'Correction 1' })).toBeDefined();
  expect(await declared()).toEqual({ own: ['own', true], Sam: ['pin', false] });
  await stands('Sam Visitor', /Lapsed/);
});

test('nobody declares a report in which they are not named', async () => {
  const stranger = await addPerson(office, 'Robin Stranger');
  open = openWindow(office.host, `/visits/${id}/declare/${stranger}`);
  expect((await summary()).textContent).toContain('Only the visitors named in the report');
  expect(screen.queryByLabelText(statement)).toBeNull();
});

test('a PIN is entered twice on a person’s own page, is never shown, and a weak one is refused in words', async () => {
  open = openWindow(office.host, `/people/${sam}`);
  const form = await screen.findByRole('form', { name: 'PIN for declaring on this laptop' });
  const [first, again] = [
    within(form).getByLabelText('PIN'),
    within(form).getByLabelText('The same PIN again'),
  ];
  const set = async (one: string, other: string) => {
    await open.user.clear(first);
    await open.user.clear(again);
    await open.user.type(first, one);
    await open.user.type(again, other);
    await open.user.click(within(form).getByRole('button'));
  };
  expect([first, again].map((box) => box.getAttribute('type'))).toEqual(['password', 'password']);
  await set(pin, '418294');
  expect((await summary()).textContent).toContain('The PIN must be the same both times');
  expect(await office.ask('people.pins', {})).not.toContain(sam);
  await set('123456', '123456');
  await waitFor(async () =>
    expect((await summary()).textContent).toContain('Choose a PIN of six digits or more'),
  );
  await set(pin, pin);
  expect(await screen.findByText('A PIN is set.')).toBeDefined();
  expect(await office.ask('people.pins', {})).toContain(sam);
  expect(document.body.textContent).not.toContain(pin);
});
