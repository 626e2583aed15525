import { beforeEach, expect, test } from 'vitest';
import type { Host } from '#shared/contract.ts';
import { draft } from '#test/scenario/reports.ts';
import { officeForAll } from '#test/shared-office.ts';
import { openWindow, screen, waitFor, within } from './window.tsx';

const office = await officeForAll('west-mercia');
let id: string;
let open: ReturnType<typeof openWindow>;
beforeEach(async () => {
  id = await draft(office, { outcome: 'completed', method: 'in-person' });
});

const at = (place: string, host: Host = office.host) => {
  open = openWindow(host, `/visits/${id}/edit/${place}`);
  return open;
};
const stored = async () => (await office.ask('visits.get', { id })).visit;

/** Detainees that are in the report before anybody opens a window; gives their ids in their order. */
const entered = async (...some: Record<string, unknown>[]): Promise<string[]> => {
  const ids = some.map((_, i) => `01900000-0000-7000-8000-00000000000${i + 1}`);
  const patch = some.map((more, i) => ({
    path: ['detainees', `#${ids[i]}`],
    now: { id: ids[i], order: ids[i], ...more } as never,
  }));
  await office.ask('visits.save', { id, patch });
  return ids;
};
const spoken = { seen: { state: 'accepted' }, ageGroup: 'adult' };

test('adding a detainee lands on the custody number of the new one', async () => {
  const { press, user } = at('detainees');
  await press('Add a detainee');
  const number = await open.field('Custody record number');
  await waitFor(() => expect(document.activeElement).toBe(number));
  await user.keyboard('AB/1');
  await waitFor(async () => expect((await stored()).detainees).toMatchObject([{ custodyNumber: 'AB/1' }]));
});

test('a group that has something to report shows its questions at once; closed, it keeps them without showing', async () => {
  const [first] = await entered(spoken);
  const { choose, group } = at(`detainees/${first}`);
  await choose('Cell: Anything to report?', 'Something to report');
  await choose('Is it clean?', 'No');
  await choose('Cell: Anything to report?', 'No concerns here');
  expect(screen.queryByRole('group', { name: 'Is it clean?' })).toBeNull();
  await waitFor(async () =>
    expect((await stored()).detainees).toMatchObject([
      { groups: { cell: 'no concerns' }, answers: { cellClean: { value: false } } },
    ]),
  );
  await choose('Cell: Anything to report?', 'Something to report');
  expect((await group('Is it clean?')).getByRole('radio', { checked: true })).toBe(
    (await group('Is it clean?')).getByLabelText('No'),
  );
});

test('what cannot be read at one detainee is said of that one alone, by custody number', async () => {
  const [first, second] = await entered(
    { ...spoken, custodyNumber: 'AB/1' },
    { ...spoken, custodyNumber: 'AB/2' },
  );
  const { type, press, go, field, heading, follow } = at(`detainees/${second}`);
  await type('When did they come into custody?', '25:99');
  await press('Continue');
  expect((await screen.findByRole('alert')).textContent).toContain('“25:99” is not a time');
  go(`/visits/${id}/edit/detainees/${first}`);
  await heading(/ Detainee 1 of 2$/);
  expect((await field('When did they come into custody?')).value).toBe('');
  go(`/visits/${id}/check`);
  await follow(/^Detainee AB\/2: When did they come into custody\?: “25:99” is not a time/);
  await heading(/ Detainee 2 of 2$/);
  const time = await field('When did they come into custody?');
  expect(time.value).toBe('25:99');
  await waitFor(() => expect(document.activeElement).toBe(time));
});

test('removing asks by name, and what was removed can be put back, by another window too', async () => {
  await entered({ ...spoken, custodyNumber: 'AB/1' }, { ...spoken, custodyNumber: 'AB/2' });
  const { press, saved } = at('detainees');
  await press('Remove (Detainee AB/1)');
  const question = await screen.findByRole('dialog', { name: 'Remove detainee AB/1?' });
  await open.user.click(within(question).getByRole('button', { name: 'Remove' }));
  expect(screen.queryByRole('heading', { name: 'Detainee AB/1' })).toBeNull();
  await waitFor(() =>
    expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Put back detainee AB/1' })),
  );
  await waitFor(async () => expect((await stored()).detainees?.[0]?.removed).toBeDefined());
  await saved();
  open.kill();

  await at('detainees').press('Put back detainee AB/1');
  expect(screen.getByRole('heading', { name: 'Detainee AB/1' })).toBeDefined();
  await waitFor(async () => expect((await stored()).detainees?.[0]?.removed).toBeUndefined());
});

test('what is said of a cell may be said of the next one too, as long as nothing is said of that one yet', async () => {
  const cell = {
    groups: { cell: 'to report' },
    answers: { cellClean: { value: false }, cellAir: { not: "don't know" } },
  };
  const [, second] = await entered({ ...spoken, ...cell, custodyNumber: 'AB/1' }, spoken);
  const { press } = at(`detainees/${second}`);
  await press(/^Same as the previous detainee ?: Cell$/);
  const said = 'Taken over from detainee AB/1: something to report. Change what differs.';
  expect(await screen.findByText(said, { selector: '.govuk-hint' })).toBeDefined();
  expect(screen.queryByRole('button', { name: /Same as the previous/ })).toBeNull();
  await waitFor(() =>
    expect(document.activeElement).toBe(
      screen.getByRole('radio', { name: 'Something to report', checked: true }),
    ),
  );
  await waitFor(async () => expect((await stored()).detainees?.[1]).toMatchObject(cell));
});

test('something asked for is written down from the detainee’s page, which one comes back to', async () => {
  const [first] = await entered({ ...spoken, custodyNumber: 'AB/1' });
  const { press, type, choose, heading, field } = at(`detainees/${first}`);
  await press('Add something they asked for');
  await heading(/ Matter$/);
  expect((await field('Whom is it about?')).value).toBe(first);
  await type('What was asked for or raised?', 'A blanket');
  await choose('What became of it?', 'Resolved during the visit');
  await press('Continue');
  await heading(/ Detainee$/);
  expect(await screen.findByRole('link', { name: 'A blanket' })).toBeDefined();
  await waitFor(() =>
    expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Add something they asked for' })),
  );
  await waitFor(async () =>
    expect((await stored()).matters).toMatchObject([
      { detainee: first, what: 'A blanket', outcome: 'resolved' },
    ]),
  );
});

test('words are for custody too unless they are kept to the office, and what is for the office alone only if they agree', async () => {
  const [first] = await entered({ ...spoken, groups: { cell: 'to report' } });
  const { type, user, field } = at(`detainees/${first}`);
  expect(screen.queryByLabelText(/Keep this from custody/)).toBeNull();
  await type('What should be known about the cell?', 'Cell 4.');
  await user.click(await field('Keep this from custody (office only): What should be known about the cell?'));
  await type('What did they say, in their own words?', 'I was cold.');
  await user.click(await field(/^They agree that custody may read this/));
  await waitFor(async () =>
    expect((await stored()).detainees).toMatchObject([{ shared: { cellWords: false, said: true } }]),
  );
});
