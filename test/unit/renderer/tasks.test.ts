import { expect, test } from 'vitest';
import { isUntouched, previousOf, withSame } from '#renderer/visits/detainees/sameAs.ts';
import { nothingAside } from '#renderer/visits/draft/draft.ts';
import { taskAfter, tasksOf } from '#renderer/visits/tasks.ts';
import { visitForm } from '#shared/forms/default/index.ts';
import { shownSections } from '#shared/forms/engine.ts';
import { itemScope } from '#shared/forms/scope.ts';
import type { Visit } from '#shared/records/visit.ts';

const id = (n: number) => `01900000-0000-7000-8000-00000000000${n}`;
const form = visitForm(id(0));
const settings = { delayThreshold: 10, asksSatisfactory: false };
const visit = (some: Partial<Visit>) =>
  ({
    id: id(0),
    form: { id: id(0), version: 1 },
    events: [],
    corrections: [],
    counts: {},
    answers: {},
    ...some,
  }) as Visit;
const titles = (v: Visit) => tasksOf(form, v, settings).map(({ title }) => title);

test('detainees and what was raised are tasks of their own, where the form asks about them', () => {
  const found = titles(visit({ outcome: 'completed', method: 'in-person' }));
  const [detainees, facilities] = [found.indexOf('Detainees'), found.indexOf('Facilities')];
  expect(detainees).toBeGreaterThan(found.indexOf('Who was in custody'));
  expect(facilities).toBe(detainees + 1);
  expect(found.indexOf('Raised on the day')).toBe(facilities + 1);
  expect(found.filter((title) => title === 'Detainees')).toHaveLength(1);
});

test('nobody is asked for where access was refused, but who was entered does not vanish', () => {
  expect(titles(visit({ outcome: 'refused' }))).not.toContain('Detainees');
  const entered = visit({ outcome: 'refused', detainees: [{ id: id(1), order: id(1) }] });
  expect(titles(entered)).toContain('Detainees');
});

test('Continue leads from task to task, and from the last one back to the list', () => {
  const tasks = tasksOf(form, visit({ outcome: 'completed', method: 'in-person' }), settings);
  expect(taskAfter(tasks, 'detainees', '/visits/1/edit')).toBe('/visits/1/edit/facilities');
  expect(taskAfter(tasks, tasks.at(-1)?.id ?? '', '/visits/1/edit')).toBe('/visits/1/edit');
});

test('what is taken over is what shows: the answers behind a closed group stay where they are', () => {
  const seen = { seen: { state: 'accepted' as const } };
  const v = visit({
    outcome: 'completed',
    method: 'in-person',
    detainees: [
      { id: id(1), order: id(1), removed: '2026-11-21T10:00:00.000Z' },
      {
        id: id(2),
        order: id(2),
        ...seen,
        groups: { cell: 'no concerns' },
        answers: { cellAir: { value: false } },
      },
      { id: id(3), order: id(3), ...seen },
      { id: id(4), order: id(4), ...seen, answers: { cellAir: { value: true } } },
    ],
  });
  const [second, third] = [itemScope('detainee', v, id(2)), itemScope('detainee', v, id(3))];
  expect(previousOf(second)).toBeUndefined();
  expect(previousOf(third)?.path).toEqual(second.path);
  const cell = shownSections(form, second, settings).find((s) => s.id === 'cell');
  if (!cell) throw new Error('the cell is not asked about');
  const whole = form.sections.find((s) => s.id === 'cell') ?? cell;
  const untouched = [2, 3, 4].map((n) => isUntouched(whole, itemScope('detainee', v, id(n))));
  expect(untouched).toEqual([false, true, false]);
  const taken = withSame({ visit: v, aside: nothingAside }, cell, second, third).visit.detainees?.[2];
  expect(taken).toMatchObject({ groups: { cell: 'no concerns' } });
  expect(taken?.answers?.cellAir).toBeUndefined();
});
