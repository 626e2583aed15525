import { afterEach, beforeEach, expect, test } from 'vitest';
import { saveOpen } from '#db/office.ts';
import { author } from '#desk/context.ts';
import { move } from '#desk/visit-steps.ts';
import type { Visit } from '#shared/records/visit.ts';
import { ofPerson } from '#shared/sync/access.ts';
import { freshId, type JoinedLaptop, joinedLaptop, logged, put, taken } from './laptop.ts';
import { beginReport, typeIn } from './typing.ts';

let laptop: JoinedLaptop;
beforeEach(() => {
  laptop = joinedLaptop();
});
afterEach(() => laptop.end());

const begin = (fields: Record<string, string>) => beginReport(laptop, fields);
const type = (id: string, fields: Record<string, string>) => typeIn(laptop, id, fields);
/** Makes a report ready without asking whether it is complete, as an import of answers might. */
const ready = (id: string) => {
  const visit = laptop.read('visit', id) as Visit;
  const saved = saveOpen(
    laptop.w,
    author(laptop.context()),
    'visit',
    id,
    move(laptop.context(), visit, 'ready'),
  );
  expect(saved.ok).toBe(true);
};
/** A report that the office has received, as it comes from the hub. */
const received = (): string => {
  const id = begin({ left: '16:00', arrived: '10:00' });
  ready(id);
  laptop.deliver(10);
  const visit = laptop.read('visit', id) as Visit;
  const event = { id: freshId(), from: 'ready', to: 'received', by: 'office', at };
  const keys = [ofPerson(laptop.own.id)];
  const document = { ...visit, reference: 'V2026/0001', events: [...visit.events, event] };
  laptop.receive('own', [put('visit', document, 12, keys)], keys);
  return id;
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

test('a correction that waits is a change of its own: the next one is held against what it left', () => {
  const id = received();
  const [first, second] = ['10:05', '10:06'].map((now, i) => {
    const was = laptop.read('visit', id)?.arrived as string;
    const reason = i === 0 ? 'Clock' : 'Clock again';
    laptop.ask('visits.correct', { id, reason, patch: [{ path: ['arrived'], was, now }] });
    return now;
  });
  const changes = laptop.steps.toPush(0);
  expect(changes.map(({ after }) => after)).toEqual([null, changes[0]?.id]);
  const arrived = changes.map(({ patch }) => patch.find(({ path }) => path[0] === 'arrived')?.now);
  expect(arrived).toEqual([first, second]);
});

test('a report made ready can be taken back until its sending begins, and not afterwards', () => {
  const id = begin({ comments: 'Quiet.', left: '16:00' });
  ready(id);
  const [waiting] = laptop.ask('sync.waiting', {});
  expect(waiting).toMatchObject({ state: 'ready', open: true, why: null });
  laptop.ask('sync.takeBack', { change: waiting?.change as string });
  expect(laptop.ask('visits.get', { id })).toMatchObject({ state: 'draft', visit: { comments: 'Quiet.' } });
  ready(id);
  laptop.steps.toPush(0);
  const sent = laptop.ask('sync.waiting', {}).find((one) => one.record === id);
  expect(laptop.refusal('sync.takeBack', { change: sent?.change as string })).toEqual({ tag: 'movedOn' });
});

test('a report that the office refused is a draft again when it is taken back, with every word', () => {
  const id = begin({ comments: 'Quiet.', left: '16:00' });
  ready(id);
  const [change] = laptop.steps.toPush(0);
  laptop.steps.answered(
    [{ id: change?.id as string, answer: { kind: 'refused', reason: 'notAllowed' } }],
    at,
  );
  const [waiting] = laptop.ask('sync.waiting', {});
  expect(waiting).toMatchObject({ state: 'attention', why: 'notAllowed' });
  expect(laptop.steps.toPush(0)).toEqual([]);
  laptop.ask('sync.takeBack', { change: waiting?.change as string });
  expect(laptop.ask('visits.get', { id })).toMatchObject({ state: 'draft', visit: { comments: 'Quiet.' } });
  expect(laptop.steps.counts()).toMatchObject({ attention: 0 });
});

test('a change that is held waits with a reason, and is sent again', () => {
  begin({ left: '16:00' });
  const changes = laptop.steps.toPush(0);
  const id = changes.at(-1)?.id as string;
  laptop.steps.answered([{ id, answer: { kind: 'held', waitsFor: freshId() } }], at);
  expect(laptop.ask('sync.waiting', {}).find((one) => one.change === id)?.why).toBe('held');
  expect(laptop.steps.toPush(0).map((change) => change.id)).toContain(id);
});

test('an answer that came twice, or says what was said before, changes nothing more', () => {
  begin({ left: '16:00' });
  const changes = laptop.steps.toPush(0);
  const answers = changes.map((change, i) => taken(change, 10 + i));
  laptop.steps.answered(answers, at);
  laptop.steps.answered(
    answers.map(({ id, answer }) => ({ id, answer: { kind: 'duplicate', first: answer } })),
    at,
  );
  expect(laptop.steps.counts().waiting).toBe(0);
  expect(laptop.steps.toPush(0)).toEqual([]);
});

test('a push holds at most what one message takes, and the next goes on behind it', () => {
  for (let i = 0; i < 230; i += 1) begin({ left: '16:00' });
  const first = laptop.steps.toPush(0);
  const second = laptop.steps.toPush(first.at(-1)?.number as number);
  const third = laptop.steps.toPush(second.at(-1)?.number as number);
  expect([first.length, second.length]).toEqual([200, 200]);
  expect([...first, ...second, ...third].map((change) => change.number)).toEqual(
    Array.from({ length: 460 }, (_, i) => i + 1),
  );
});

test('an exercise is never sent', () => {
  laptop.ask('visits.start', { id: freshId(), practice: true });
  expect(laptop.steps.toPush(0)).toEqual([]);
  expect(laptop.steps.counts().waiting).toBe(0);
});

test('a store that is a copy numbers anew what is unanswered, and keeps what each change is called', () => {
  begin({ left: '16:00' });
  laptop.deliver(10);
  begin({ left: '17:00' });
  const before = laptop.steps.toPush(0);
  const device = freshId();
  laptop.steps.reincarnate(device, 'another key', 'another token');
  const after = laptop.steps.toPush(0);
  expect(after.map(({ id }) => id)).toEqual(before.map(({ id }) => id));
  expect(after.map(({ number }) => number)).toEqual([1, 2]);
  expect(new Set(after.map((change) => change.device))).toEqual(new Set([device]));
});
