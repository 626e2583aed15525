import { afterEach, expect, test } from 'vitest';
import { quarterContaining } from '#shared/periods.ts';
import { defaultSettings } from '#shared/records/setting.ts';
import { addDays } from '#shared/times.ts';
import { addVolunteer, addWantedSuite, plannedPlace, weekFromNow } from '#test/rota.ts';
import { officeForAll } from '#test/shared-office.ts';
import { openWindow, screen, waitFor, within } from './window.tsx';

const office = await officeForAll();
const { today } = await office.ask('session.get', {});
const quarterOf = (day: string) => quarterContaining(day, defaultSettings.yearBegins).id;
const suite = await addWantedSuite(office, 'Northgate');
const [ann, bea, cy] = [
  await addVolunteer(office, 'Ann Archer'),
  await addVolunteer(office, 'Bea Brook'),
  await addVolunteer(office, 'Cy Cole', { vettingExpires: '2020-02-01' }),
];
let open: ReturnType<typeof openWindow>;
afterEach(() => open?.kill());

/** The first week to come that has others of its quarter behind it. */
const nextWeek =
  [1, 2, 3]
    .map((n) => weekFromNow(today, n))
    .find((week) => quarterOf(week) === quarterOf(addDays(week, 14))) ?? '';
/** The quarter in which that lies. */
const { quarter } = (await office.ask('rota.place', {
  id: await plannedPlace(office, { suite, week: nextWeek, first: ann, second: bea }),
})) as { quarter: { id: string } };
const rota = () => office.ask('rota.get', { quarter: quarter.id });
const placeIn = async (week: string) => (await rota()).places.find((place) => place.week === week);
const address = (page: string) => `${page}?quarter=${quarter.id}`;

test('the rota is a table of weeks by suites, with who goes, and says of gaps why they are open', async () => {
  open = openWindow(office.host, address('/rota'));
  const table = await screen.findByRole('table', { name: /^The rota of/ });
  within(table).getByRole('columnheader', { name: 'Northgate' });
  within(table).getByRole('link', { name: /^Ann Archer and Bea Brook/ });
  const gaps = await screen.findByRole('region', { name: 'Gaps' });
  await within(gaps).findAllByText(/Northgate: Week of/);
  await screen.findByText(/3 of 3 have said nothing of this quarter yet: Ann Archer, Bea Brook and Cy Cole/);
});

test('a pair is proposed with why in words, and what is chosen of the proposal stands as drafts', async () => {
  open = openWindow(office.host, address('/rota'));
  await open.press('Propose pairs');
  await open.heading('Proposed pairs');
  const boxes = await screen.findAllByRole('checkbox', { name: /^Northgate: / });
  expect(boxes.length).toBeGreaterThan(1);
  expect(document.body.textContent).toContain('Neither has said anything of that week');
  const [none] = await screen.findAllByRole('button', { name: 'Choose none' });
  await open.user.click(none as HTMLElement);
  const [first] = await screen.findAllByRole<HTMLInputElement>('checkbox', { name: /^Northgate: / });
  await open.user.click(first as HTMLInputElement);
  const [take] = await screen.findAllByRole('button', { name: 'Take the 1 chosen as drafts' });
  await open.user.click(take as HTMLElement);
  await open.heading(/Rota$/);
  expect((await rota()).places.filter(({ state }) => state === 'draft')).toHaveLength(1);
  const table = await screen.findByRole('table', { name: /^The rota of/ });
  await within(table).findByText('Draft');
});

test('somebody is chosen by name, with what speaks against each; what must not stand needs a reason, and the reason is kept', async () => {
  const { id = '' } = (await placeIn(nextWeek)) ?? {};
  open = openWindow(office.host, `/rota/places/${id}`);
  await screen.findAllByRole('option', {
    name: 'Cy Cole: has said nothing of that week and vetting not in date',
  });
  const second = await open.field('Second of the pair');
  expect([...second.querySelectorAll('option')].map(({ textContent }) => textContent?.split(':')[0])).toEqual(
    ['Nobody yet', 'Ann Archer', 'Bea Brook', 'Cy Cole'],
  );
  // Without a browser a list that was filled in before its choices came shows none of them.
  await open.user.selectOptions(await open.field('First of the pair'), ann as string);
  await open.user.selectOptions(second, cy as string);
  const stands = await screen.findByRole('status', { name: 'As it would stand' });
  await within(stands).findByText(/The vetting of Cy Cole is not in date for the whole week/);
  await open.press('Save the place');
  await screen.findByText(/This does not stand as it is/);
  expect((await placeIn(nextWeek))?.second?.id).toBe(bea);
  await open.type('Why does it stand all the same?', 'The renewal is on its way.');
  await open.user.tab();
  await waitFor(async () =>
    expect(JSON.stringify(await office.ask('preferences.get', {}))).toContain('The renewal is on its way.'),
  );
  open.kill();
  open = openWindow(office.host, `/rota/places/${id}`);
  expect((await open.field('Why does it stand all the same?')).value).toBe('The renewal is on its way.');
  await open.press('Save the place');
  await screen.findByText(/Stands because: The renewal is on its way\./);
  expect(await placeIn(nextWeek)).toMatchObject({ first: { id: ann }, second: { id: cy } });
});

test('before drafts are published it is shown what volunteers will then see', async () => {
  open = openWindow(office.host, address('/rota/publish'));
  await open.heading(/Publish the drafts$/);
  const shown = await screen.findByRole('region', { name: 'What volunteers will then see' });
  within(shown).getByRole('row', { name: /Northgate Ann Archer and Bea Brook$/ });
  expect(shown.textContent).not.toContain('nothing of that week');
  await open.press('Publish this place');
  await open.heading(/Rota$/);
  expect((await rota()).places.every(({ state }) => state === 'planned')).toBe(true);
});

test('a place is added by hand for a gap, withdrawn as a draft, and a planned one with a reason', async () => {
  // Neither the week of the first place that is proposed, nor that of the first gap, in any quarter.
  const week = addDays(nextWeek, 21);
  open = openWindow(office.host, `/rota/new?quarter=${(await office.ask('rota.get', {})).quarter.id}`);
  await open.heading(/Add a place by hand$/);
  await screen.findAllByRole('option', { name: /^Ann Archer/ });
  await open.user.selectOptions(await open.field('First of the pair'), ann as string);
  await open.press('Add it as a draft');
  await open.heading(/Northgate, week of/);
  await screen.findByText('Ann Archer, and nobody to go with yet');
  await open.press('Withdraw the draft');
  await screen.findByText('Withdrawn', { selector: '.govuk-tag' });
  open.kill();
  const id = await plannedPlace(office, { suite, week, first: ann as string, second: bea as string });
  open = openWindow(office.host, `/rota/places/${id}`);
  await open.press('Withdraw it');
  await open.type(/^Why is it withdrawn\?/, 'The suite is rebuilt.');
  await open.user.click(screen.getAllByRole('button', { name: 'Withdraw it' })[1] as HTMLElement);
  await screen.findByText(/The suite is rebuilt\./, { selector: 'dd' });
});

test('a week that passed without a report is listed, stands on the board, and goes from both once it is said why', async () => {
  const id = await plannedPlace(office, {
    suite,
    week: weekFromNow(today, -2),
    first: ann as string,
    second: bea as string,
  });
  const onBoard = async () =>
    (await office.ask('board.get', {})).figures.find(({ matter }) => matter === 'weeksWithout')?.count;
  expect(await onBoard()).toBe((await office.ask('rota.weeksWithout', {})).length);
  open = openWindow(office.host, '/rota/without');
  await open.follow(/Northgate, week of/);
  await open.press('No visit was made');
  await open.type(/^Why was no visit made\?/, 'Both were ill.');
  await open.press('Say why');
  await screen.findByText('No visit', { selector: '.govuk-tag' });
  expect(await onBoard()).toBe(0);
  expect((await office.ask('rota.place', { id })).place.why).toBe('Both were ill.');
});

test('of a place that looks for somebody it is said who could go, by name, and who could not is not among them', async () => {
  const id = await plannedPlace(office, { suite, week: weekFromNow(today, 4), first: ann as string });
  open = openWindow(office.host, `/rota/places/${id}`);
  const could = await screen.findByRole('region', { name: 'Who could go' });
  await within(could).findByText(/^Bea Brook\./);
  expect(could.textContent).toContain('In the empty half, with Ann Archer, by name:');
  expect(could.textContent).not.toContain('Cy Cole');
});

test('the rota on paper has planned places, weeks, and neither drafts nor days nor times', async () => {
  await office.ask('rota.addPlace', { suite, week: weekFromNow(today, 1), first: cy as string });
  open = openWindow(office.host, `/rota/print/${quarter.id}`);
  const paper = await screen.findByRole('article', { name: /^Rota, / });
  expect(paper.textContent).toContain('Northgate');
  expect(paper.textContent).toContain('Ann Archer');
  expect(paper.textContent).not.toMatch(/\b\d{1,2}:\d{2}\b|(Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b(?!\.)/);
});

test('when somebody is free is noted for them by those who plan', async () => {
  open = openWindow(office.host, address(`/rota/free/${ann}`));
  await open.heading(/When Ann Archer is free$/);
  const [free] = await screen.findAllByRole('radio', { name: /^Week of .*: Free$/ });
  await open.user.click(free as HTMLElement);
  await open.saved();
  await waitFor(async () =>
    expect((await rota()).volunteers.find(({ id }) => id === ann)).toMatchObject({ said: 1, free: 1 }),
  );
});

test('the office decides whether somebody who said nothing of a week may be asked', async () => {
  open = openWindow(office.host, '/settings');
  await screen.findByRole('button', { name: 'Save whom the rota may ask' });
  await open.user.click(await open.field(/^Somebody who has said nothing of a week/));
  await open.press('Save whom the rota may ask');
  await waitFor(async () =>
    expect((await office.ask('settings.get', {})).rota).toEqual({
      silenceMayBeAsked: false,
      acrossPanels: false,
    }),
  );
});
