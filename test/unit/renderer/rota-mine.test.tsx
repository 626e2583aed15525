import { afterEach, expect, test } from 'vitest';
import type { Output } from '#shared/contract.ts';
import { ok } from '#shared/result.ts';
import { addVolunteer, addWantedSuite, plannedPlace, volunteersToo, weekFromNow } from '#test/rota.ts';
import { officeForAll } from '#test/shared-office.ts';
import { id as idOf, joined } from './joined.ts';
import { openWindow, screen, waitFor, within } from './window.tsx';

const office = await officeForAll();
const { today, person } = await office.ask('session.get', {});
const me = await volunteersToo(office);
const suite = await addWantedSuite(office, 'Northgate');
const other = await addWantedSuite(office, 'Southfield');
const ann = await addVolunteer(office, 'Ann Archer');
const bea = await addVolunteer(office, 'Bea Brook');
let open: ReturnType<typeof openWindow>;
afterEach(() => open?.kill());

const mine = () => office.ask('rota.mine', {});
const place = async (id: string) => (await office.ask('rota.place', { id })).place;

test('somebody says week by week when they are free, by keyboard, and it is saved as they choose', async () => {
  open = openWindow(office.host, '/rota/mine');
  const unsaid = await screen.findAllByRole<HTMLInputElement>('radio', { name: /: Not said$/ });
  unsaid.at(-1)?.focus();
  await open.user.keyboard('{ArrowLeft}');
  await open.saved();
  const [quarter] = (await mine()).availability;
  const said = () =>
    mine().then(({ availability }) =>
      availability.flatMap(({ weeks }) => weeks.flatMap(({ said }) => said ?? [])),
    );
  await waitFor(async () => expect(await said()).toEqual(['away']));
  const [rest] = await screen.findAllByRole('button', {
    name: /^Free in every week that nothing is said of/,
  });
  await open.user.click(rest as HTMLElement);
  await open.saved();
  await waitFor(async () =>
    expect((await said()).includes('free') || quarter?.weeks.length === 1).toBe(true),
  );
  // The week in which they are away may be one of those of which the tests below tell.
  for (const { quarter, weeks } of (await mine()).availability) {
    const free = Object.fromEntries(weeks.map(({ week }) => [week, 'free' as const]));
    await office.ask('rota.sayAvailability', { quarter: quarter.id, weeks: free });
  }
});

test('an empty half is taken, cover is asked for and no longer asked for', async () => {
  const id = await plannedPlace(office, { suite, week: weekFromNow(today, 2), first: ann });
  open = openWindow(office.host, '/rota/mine');
  await open.press(/^Go with Ann Archer/);
  await waitFor(async () => expect((await place(id)).second?.id).toBe(me));
  await open.press(/^Ask for cover/);
  await waitFor(async () => expect((await place(id)).cover).toEqual([me]));
  await open.press(/^I no longer look for cover/);
  await waitFor(async () => expect((await place(id)).cover).toEqual([]));
});

test('somebody goes instead of whoever looks for cover', async () => {
  const id = await plannedPlace(office, {
    suite: other,
    week: weekFromNow(today, 3),
    first: ann,
    second: bea,
  });
  await office.ask('rota.savePlace', { id, patch: [{ path: ['cover'], now: [{ id: bea }] }] });
  open = openWindow(office.host, `/rota/places/${id}`);
  await screen.findAllByText(/Bea Brook looks for cover\./);
  await open.press(/^Go instead of Bea Brook/);
  await waitFor(async () => expect((await place(id)).second?.id).toBe(me));
});

test('an exchange is asked for, kept as it is written, and withdrawn', async () => {
  const own = (await mine()).places.at(-1)?.id ?? '';
  const theirs = await plannedPlace(office, { suite, week: weekFromNow(today, 5), first: ann, second: bea });
  open = openWindow(office.host, `/rota/places/${own}`);
  await open.press('Ask them to exchange');
  await screen.findAllByText('Choose whose place you would take');
  await open.user.selectOptions(await open.field(/^Whose place would you take/), `${theirs} ${bea}`);
  await open.type(/^What you say to them/, 'I am away.');
  await open.press('Ask them to exchange');
  await waitFor(async () => expect((await mine()).asked).toHaveLength(1));
  open.kill();
  open = openWindow(office.host, '/rota/mine');
  await screen.findByText('“I am away.”');
  await open.press('No longer ask Bea Brook');
  await waitFor(async () =>
    expect((await mine()).asked.filter(({ state }) => state === 'asked')).toEqual([]),
  );
});

test('a report is begun from one’s own place with all that is known of it, once; of a week to come it is not', async () => {
  const week = weekFromNow(today, 0);
  const id = await plannedPlace(office, { suite, week, tact: false, first: ann, second: me });
  const later = await plannedPlace(office, { suite, week: weekFromNow(today, 1), first: ann, second: me });
  open = openWindow(office.host, `/rota/places/${later}`);
  await screen.findByRole('button', { name: /^Ask for cover/ });
  expect(screen.queryByRole('button', { name: /^Write the report/ })).toBeNull();
  expect((await office.refusal('visits.start', { id: idOf(7), shift: later })).tag).toBe('weekAhead');
  open.kill();

  open = openWindow(office.host, '/');
  const places = await screen.findByRole('region', { name: 'Your places in the rota' });
  await open.user.click(within(places).getByRole('button', { name: /^Write the report/ }));
  await open.heading(/Visit report$/);
  const visit = location.hash.split('/')[2] ?? '';
  const { visit: begun } = await office.ask('visits.get', { id: visit });
  expect(begun).toMatchObject({ shift: id, suite, visitor1: person.id, visitor2: ann });
  expect(begun.date).toBeUndefined();
  // The form names neither the week nor a day that was planned.
  expect(document.body.textContent).not.toContain('week of');
  expect((await office.ask('visits.start', { id: idOf(8), shift: id })).id).toBe(visit);
  open.kill();

  open = openWindow(office.host, `/rota/places/${id}`);
  await open.press(/^Go on with the report/);
  await open.heading(/Visit report$/);
});

test('who does not go to a place begins no report from it', async () => {
  const id = await plannedPlace(office, {
    suite: other,
    week: weekFromNow(today, 0),
    first: ann,
    second: bea,
  });
  expect((await office.refusal('visits.start', { id: idOf(9), shift: id })).tag).toBe('notAllowed');
});

/** A laptop that has joined, where the network has settled what the test says. */
const settled = (some: Partial<Output<'rota.mine'>>, now: Output<'rota.mine'>) =>
  joined(
    office.host,
    {},
    {
      'rota.mine': () => ok({ ...now, ...some }),
      'rota.answerSwap': ({ id }) => ok({ id, savedAt: '2026-05-04T17:05:00.000Z', settled: false }),
      'sync.takeBack': () => ok({}) as never,
    },
  );

test('a place that went to somebody quicker is said once, until it is read', async () => {
  const now = await mine();
  const text = 'Ann Archer was quicker: the place at Northgate is theirs.';
  const laptop = settled({ lost: [{ change: idOf(1), place: null, text }] }, now);
  open = openWindow(laptop.host, '/rota/mine');
  await screen.findByText(text);
  await open.press('I have read this');
  await waitFor(() => expect(laptop.askedOf('sync.takeBack')).toEqual([{ change: idOf(1) }]));
});

test('an exchange asked of one is answered, and what the office has not settled says so', async () => {
  const now = await mine();
  const [gives, takes] = [now.others[0] ?? null, now.places[0] ?? null];
  const swap = {
    id: idOf(2),
    state: 'asked' as const,
    by: { id: ann, name: 'Ann Archer' },
    with: { id: me, name: person.name },
    gives,
    takes,
    words: null,
    unsettled: true,
  };
  const laptop = settled({ askedOfMe: [swap] }, now);
  open = openWindow(laptop.host, '/rota/mine');
  const asked = await screen.findByRole('region', { name: 'You are asked to exchange' });
  within(asked).getByText('Not settled until the office has it.');
  await open.press('Yes, exchange with Ann Archer');
  await waitFor(() => expect(laptop.askedOf('rota.answerSwap')).toEqual([{ id: idOf(2), to: 'accepted' }]));
  await screen.findAllByText('You have said yes. Not settled until the office has it.');
});
