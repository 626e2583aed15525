import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest';
import { settlementOf, textsOf } from '#renderer/sync/settling.ts';
import { fail, ok } from '#shared/result.ts';
import type { Contested } from '#shared/sync/views.ts';
import { newOffice, type Office } from '#test/office.ts';
import { id, joined, twoAnswers } from './joined.ts';
import { openWindow, screen, waitFor, within } from './window.tsx';

let office: Office;
let open: ReturnType<typeof openWindow>;
beforeAll(async () => {
  office = await newOffice('west-mercia');
});
afterAll(() => office.end());
afterEach(() => open?.kill());

const settled = ok({ id: id(10), savedAt: '2026-05-04T18:00:00.000Z' });

/** A window on what is contested; settling takes the question away unless the test says otherwise. */
const contesting = (first: Contested[], settle?: () => ReturnType<typeof fail<{ tag: 'movedOn' }>>) => {
  let left = first;
  const found = joined(
    office.host,
    { contested: first.length },
    {
      'sync.conflicts': () => ok(left),
      'sync.settle': (input) => {
        const failed = settle?.();
        if (failed) return failed;
        left = left.filter((one) => one.id !== input.id);
        found.becomes({ contested: left.length });
        return settled;
      },
    },
  );
  open = openWindow(found.host, '/sync/conflicts');
  return {
    ...found,
    comes: (next: Contested[]) => {
      left = next;
    },
  };
};

test('each answer is named by person, device and time and stands there whole, and one is chosen', async () => {
  const { askedOf } = contesting([twoAnswers()]);
  await screen.findByRole('heading', { level: 2, name: /General comments/ });
  screen.getByLabelText(/^What stands now: Kim Coordinator, 4 May 2026/);
  screen.getByLabelText(/^Sam Visitor, 4 May 2026/);
  screen.getByText('on Sam’s laptop');
  await open.press(/Settle this question/);
  expect(screen.getAllByText('Choose which answer stands').length).toBe(2);
  expect(askedOf('sync.settle')).toEqual([]);
  await open.user.click(screen.getByLabelText(/^Ali Visitor, 4 May 2026/));
  await open.press(/Settle this question/);
  await screen.findByText(/Your choice goes to the office with the next sending/);
  await screen.findByText('Nothing is left to settle.');
  expect(askedOf('sync.settle')).toEqual([
    {
      id: id(10),
      seen: [id(11), id(12)],
      places: [{ path: ['comments'], was: 'The kitchen was clean.', now: 'The kitchen was not clean.' }],
    },
  ]);
});

test('of two texts another one can be written that uses both', async () => {
  const { askedOf } = contesting([twoAnswers()]);
  await open.user.click(await screen.findByLabelText('Another text that uses both'));
  const box = await open.field('The text that shall stand');
  expect(box.value).toBe('The kitchen was clean.\n\nThe kitchen was not clean.');
  await open.type('The text that shall stand', 'Clean but for the sink.');
  await open.press(/Settle this question/);
  await waitFor(() => expect(askedOf('sync.settle')).toHaveLength(1));
  expect(askedOf('sync.settle')[0]).toMatchObject({
    places: [{ path: ['comments'], was: 'The kitchen was clean.', now: 'Clean but for the sink.' }],
  });
});

test('where something came meanwhile, the new value is shown and the question asked again, with what was written kept', async () => {
  let refused = false;
  const { comes, askedOf } = contesting([twoAnswers()], () => {
    if (refused) return undefined as never;
    refused = true;
    const third = { ...twoAnswers().values[0]!, id: id(13), byName: 'Lee Coordinator', words: 'Filthy.' };
    comes([twoAnswers({ values: [...twoAnswers().values, third] })]);
    return fail({ tag: 'movedOn' });
  });
  await open.user.click(await screen.findByLabelText('Another text that uses both'));
  await open.type('The text that shall stand', 'Clean but for the sink.');
  await open.press(/Settle this question/);
  within(await screen.findByRole('alert', { name: 'Look again' })).getByText(/nothing was settled/);
  await screen.findByLabelText(/^Lee Coordinator/);
  expect(screen.getAllByRole('radio', { checked: false })).toHaveLength(5);
  await open.user.click(screen.getByLabelText('Another text that uses both'));
  expect((await open.field('The text that shall stand')).value).toBe('Clean but for the sink.');
  await open.press(/Settle this question/);
  await waitFor(() => expect(askedOf('sync.settle')).toHaveLength(2));
  expect(askedOf('sync.settle')[1]).toMatchObject({ seen: [id(11), id(12), id(13)] });
});

test('the places of a merge group are settled together, and those a value does not name stay as they stand', () => {
  const group = twoAnswers({
    standing: [
      { path: ['date'], now: '2026-05-04' },
      { path: ['left'], now: '15:00' },
      { path: ['arrived'] },
    ],
    values: [
      {
        ...twoAnswers().values[0]!,
        places: [
          { path: ['date'], was: '2026-05-03', now: '2026-05-05' },
          { path: ['left'], was: '14:00' },
        ],
      },
    ],
  });
  const { places } = settlementOf(group, { value: id(11) });
  expect(places).toHaveLength(3);
  expect(places).toEqual(
    expect.arrayContaining([
      { path: ['date'], was: '2026-05-04', now: '2026-05-05' },
      { path: ['left'], was: '15:00' },
      { path: ['arrived'] },
    ]),
  );
  expect(settlementOf(group, { stays: true }).places).toContainEqual({
    path: ['left'],
    was: '15:00',
    now: '15:00',
  });
  expect(textsOf(group)).toBeUndefined();
});

test('what is chosen from a list is not written anew', () => {
  const choice = twoAnswers({
    standing: [{ path: ['outcome'], now: 'completed' }],
    values: [{ ...twoAnswers().values[0]!, places: [{ path: ['outcome'], now: 'abandoned' }] }],
  });
  expect(textsOf(choice)).toBeUndefined();
});

test('at the head of a record stands how many of its questions have different answers', async () => {
  const complaints = vi.spyOn(console, 'error');
  const [suite] = await office.ask('suites.list', {});
  const { host, askedOf } = joined(
    office.host,
    { contested: 1 },
    {
      'sync.conflicts': ({ record }) => ok(record === suite?.id ? [twoAnswers()] : []),
    },
  );
  open = openWindow(host, `/suites/${suite?.id}`);
  within(await screen.findByRole('region', { name: 'Different answers' })).getByText(/^Two people answered/);
  await open.follow('Choose what stands');
  await open.heading('Different answers to one question');
  expect(askedOf('sync.conflicts')).toContainEqual({ record: suite?.id });
  expect(complaints.mock.calls.flat().join(' ')).not.toContain('same key');
  complaints.mockRestore();
});
