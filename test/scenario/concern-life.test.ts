import { expect, test } from 'vitest';
import type { Concern } from '#shared/records/concern.ts';
import { visitingOffice } from '#test/shared-office.ts';
import { change, received } from './reports.ts';

const { office, suite, visitor2 } = await visitingOffice();
const concern = async (id: string): Promise<Concern> => (await office.ask('concerns.get', { id })).concern;
const moves = async (id: string) => (await concern(id)).events.map(({ to }) => to);

test('in a store that is its own office a concern is raised, moved and found again; all that lies in the file agrees', async () => {
  const first = await received(office, suite, visitor2, {
    'groups.facilities': 'to report',
    'answers.kitchen': { value: false },
  });
  const [raised] = await office.ask('visits.standing', { suite });
  const id = raised?.id as string;
  expect(office.heard).toContainEqual(
    expect.objectContaining({ kind: 'changed', types: expect.arrayContaining(['visit', 'concern']) }),
  );
  await office.ask('concerns.move', { id, to: 'coordinator' });
  const finding = (found: string) => ({ date: '2024-06-01', found: [{ id, finding: found }] });
  await received(office, suite, visitor2, finding('put right'));
  await received(office, suite, visitor2, { ...finding('not put right'), date: '2024-06-08' });
  expect(await moves(id)).toEqual(['coordinator', 'checked', 'coordinator']);
  const place = change('answers.kitchen', { value: false }, { value: true });
  await office.ask('visits.correct', { id: first, patch: place, reason: 'It was the other suite' });
  expect(await moves(id)).toHaveLength(3);
  expect((await office.ask('concerns.get', { id })).corrected).toBe(true);
  await office.ask('concerns.move', { id, to: 'closed', words: 'It was the other suite' });
  expect(await office.ask('visits.standing', { suite })).toEqual([]);
});
