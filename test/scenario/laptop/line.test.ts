import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Visit } from '#shared/records/visit.ts';
import { ofPerson } from '#shared/sync/access.ts';
import { freshId, type JoinedLaptop, joinedLaptop, logged, put, taken } from './laptop.ts';

let laptop: JoinedLaptop;
beforeEach(() => {
  laptop = joinedLaptop();
});
afterEach(() => laptop.end());

const begin = (fields: Record<string, string>): string => {
  const id = freshId();
  laptop.ask('visits.start', { id, practice: false });
  type(id, fields);
  return id;
};
const type = (id: string, fields: Record<string, string>) => {
  const visit = laptop.read('visit', id) as unknown as Record<string, string>;
  laptop.ask('visits.save', {
    id,
    patch: Object.entries(fields).map(([key, now]) => ({
      path: [key],
      ...(visit[key] === undefined ? {} : { was: visit[key] }),
      now,
    })),
  });
};
const at = '2026-05-05T10:00:00.000Z';

test('a draft is its author’s alone until the visitors have left', () => {
  const id = begin({ comments: 'Quiet.' });
  expect(laptop.steps.toPush(0)).toEqual([]);
  type(id, { left: '16:00' });
  const types = laptop.steps.toPush(0).map((change) => change.type);
  expect(types).toEqual(['pen', 'visit']);
});

test('what was sealed is given again word for word until the office has answered', () => {
  const id = begin({ left: '16:00' });
  const first = laptop.steps.toPush(0);
  type(id, { comments: 'Typed meanwhile.' });
  const again = laptop.steps.toPush(0);
  expect(again.slice(0, first.length)).toEqual(first);
  expect(again.at(-1)).toMatchObject({
    record: id,
    after: first.at(-1)?.id,
    number: 3,
    patch: [{ path: ['comments'], now: 'Typed meanwhile.' }],
  });
});

test('what the office has taken leaves the line and stands in the history', () => {
  const id = begin({ left: '16:00' });
  laptop.deliver(10);
  expect(laptop.steps.counts()).toMatchObject({ waiting: 0, attention: 0 });
  expect(laptop.ask('visits.history', { id })).toHaveLength(1);
});

test('somebody else’s words come in beside those that are still being typed', () => {
  const id = begin({ left: '16:00' });
  laptop.deliver(10);
  const sent = laptop.read('visit', id) as Visit;
  const keys = [ofPerson(laptop.own.id)];
  laptop.receive('own', [put('visit', sent, 11, keys)], keys);
  type(id, { comments: 'Mine.' });
  const theirs = { ...sent, praiseWords: 'Theirs.' };
  const patch = [{ path: ['praiseWords'], now: 'Theirs.' }];
  laptop.receive('own', [put('visit', theirs, 12, keys, [logged(12, freshId(), patch)])], keys);
  expect(laptop.read('visit', id)).toMatchObject({ comments: 'Mine.', praiseWords: 'Theirs.' });
  expect(laptop.steps.toPush(0).at(-1)?.patch).toEqual([{ path: ['comments'], now: 'Mine.' }]);
});

test('two people on one field: the own words stay on the screen, and the change says what its author saw', () => {
  const id = begin({ left: '16:00', comments: 'First.' });
  laptop.deliver(10);
  const sent = laptop.read('visit', id) as Visit;
  const keys = [ofPerson(laptop.own.id)];
  laptop.receive('own', [put('visit', sent, 11, keys)], keys);
  type(id, { comments: 'Mine.' });
  laptop.receive('own', [put('visit', { ...sent, comments: 'Theirs.' }, 12, keys)], keys);
  expect(laptop.read('visit', id)?.comments).toBe('Mine.');
  const change = laptop.steps.toPush(0).at(-1);
  expect(change?.patch).toEqual([{ path: ['comments'], was: 'First.', now: 'Mine.' }]);
  laptop.steps.answered([taken(change as never, 13, 'conflict')], at);
  laptop.receive('own', [put('visit', { ...sent, comments: 'Theirs.' }, 13, keys)], keys);
  expect(laptop.read('visit', id)?.comments).toBe('Theirs.');
});
