import { statSync } from 'node:fs';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { storeFile } from '#db/folder.ts';
import { sql } from '#db/sql.ts';
import type { Visit } from '#shared/records/visit.ts';
import { everyone, ofPanel, ofPerson } from '#shared/sync/access.ts';
import { freshId, gone, type JoinedLaptop, joinedLaptop, logged, page, put, taken } from './laptop.ts';
import { beginReport, typeIn } from './typing.ts';

let laptop: JoinedLaptop;
beforeEach(() => {
  laptop = joinedLaptop();
});
afterEach(() => laptop.end());

const at = '2026-05-05T10:00:00.000Z';
const [hereford, leominster] = ['hereford', 'leominster'].map((name) => ofPanel(name)) as [string, string];
const suite = (name: string) => ({ id: freshId(), name, statuses: [], targets: [] });

/** A report as the office has it, with a word that occurs nowhere else. */
const report = (word: string): Visit =>
  ({
    id: freshId(),
    form: { id: freshId(), version: 1 },
    events: [{ id: freshId(), from: 'ready', to: 'received', by: 'office', at }],
    corrections: [],
    counts: {},
    answers: {},
    date: '2026-05-04',
    comments: `They said ${word} twice.`,
    praiseWords: word,
  }) as unknown as Visit;

/**
 * Every page of the file once it is decrypted, those that are free among them; the log beside it must be empty. What
 * the product never calls, since it gives plain text, is just what shows whether anything is left.
 */
const decrypted = (): Buffer => {
  expect(statSync(`${storeFile(laptop.folder)}-wal`).size).toBe(0);
  return (laptop.db as unknown as { serialize(): Buffer }).serialize();
};

test('what comes only under a key that was lost goes from the laptop, without asking', () => {
  const suites = Array.from({ length: 40 }, (_, i) => suite(`Suite ${i}`));
  const shared = suites.map((one, i) =>
    put('suite', one, 10 + i, i < 5 ? [hereford, leominster] : [hereford]),
  );
  laptop.receive('shared', shared, [everyone, hereford, leominster]);
  const done = laptop.steps.apply('shared', page([], [everyone, leominster]), false);
  expect(done).toMatchObject({ removed: 35 });
  expect(laptop.ask('suites.list', {})).toHaveLength(5);
});

test('a mass removal that nobody declared takes nothing away and asks', () => {
  const suites = Array.from({ length: 40 }, (_, i) => suite(`Suite ${i}`));
  const keys = [everyone, hereford];
  laptop.receive(
    'shared',
    suites.map((one, i) => put('suite', one, 10 + i, [hereford])),
    keys,
  );
  const items = suites.slice(0, 30).map((one, i) => gone('suite', one.id, 60 + i));
  const asked = laptop.steps.apply('shared', page(items, keys), false);
  expect(asked).toEqual({ unusual: true, removes: 30, of: 43 });
  expect(laptop.ask('suites.list', {})).toHaveLength(40);
  expect(laptop.steps.apply('shared', page(items, keys), true)).toMatchObject({ removed: 30 });
  expect(laptop.ask('suites.list', {})).toHaveLength(10);
});

test('the removal is as unusual when it comes in small pages', () => {
  const suites = Array.from({ length: 40 }, (_, i) => suite(`Suite ${i}`));
  const keys = [everyone, hereford];
  laptop.receive(
    'shared',
    suites.map((one, i) => put('suite', one, 10 + i, [hereford])),
    keys,
  );
  const answers = [0, 10, 20].map((from) =>
    laptop.steps.apply(
      'shared',
      page(
        suites.slice(from, from + 10).map((one, i) => gone('suite', one.id, 60 + from + i)),
        keys,
        { remaining: 10 },
      ),
      false,
    ),
  );
  expect(answers.map((answer) => 'unusual' in answer)).toEqual([false, false, true]);
});

test('an author’s unsent words stay until the office has them, and then go with the record', () => {
  const id = beginReport(laptop, { left: '16:00', comments: 'First.' });
  laptop.deliver(10);
  const keys = [ofPerson(laptop.own.id)];
  const visit = laptop.read('visit', id) as Visit;
  laptop.receive('own', [put('visit', visit, 11, keys)], keys);
  typeIn(laptop, id, { comments: 'Not sent yet.' });
  laptop.receive('own', [gone('visit', id, 20)], keys);
  expect(laptop.read('visit', id)?.comments).toBe('Not sent yet.');
  const changes = laptop.steps.toPush(0);
  laptop.steps.answered(
    changes.map((change, i) => taken(change, 21 + i)),
    at,
  );
  expect(laptop.read('visit', id)).toBeUndefined();
});

test('a visitor who moved to another panel reads in their own reports whom and what they name, and nothing else stays', () => {
  const [northgate, moorside] = [suite('Northgate of old'), { ...suite('Moorside'), notes: 'quinquireme' }];
  const other = { id: freshId(), name: 'Otto Partner', roles: ['visitor'], phone: 'zephyrstone' };
  const keys = [everyone, hereford];
  laptop.receive(
    'shared',
    [northgate, moorside].map((one, i) => put('suite', one, 10 + i, [hereford])),
    keys,
  );
  laptop.receive('shared', [put('person', other, 12, [hereford])], keys);
  const own = ofPerson(laptop.own.id);
  const one = { ...report('Kept.'), suite: northgate.id, visitor1: laptop.own.id, visitor2: other.id };
  laptop.receive('own', [put('visit', one, 13, [own])], [own]);
  laptop.steps.apply('shared', page([], [everyone, leominster]), false);
  expect(laptop.ask('suites.list', {})).toEqual([]);
  const { names } = laptop.ask('visits.get', { id: one.id });
  expect([names[northgate.id], names[other.id]]).toEqual(['Northgate of old', 'Otto Partner']);
  const [row] = laptop.ask('visits.list', { filter: {} }).rows;
  expect(row).toMatchObject({ suite: 'Northgate of old', visitors: 'Vera Visitor and Otto Partner' });
  const file = () => {
    laptop.db.pragma('wal_checkpoint(TRUNCATE)');
    return decrypted();
  };
  expect(['Moorside', 'quinquireme', 'zephyrstone'].filter((words) => file().includes(words))).toEqual([]);
  laptop.receive('own', [gone('visit', one.id, 20)], [own]);
  expect(['Northgate of old', 'Otto Partner'].filter((words) => file().includes(words))).toEqual([]);
});

test('of a record that is not theirs any more, a refused change keeps what its author typed and nothing else', () => {
  const id = beginReport(laptop, { left: '16:00', comments: 'quinquireme' });
  laptop.deliver(10);
  const keys = [ofPerson(laptop.own.id)];
  laptop.receive('own', [put('visit', laptop.read('visit', id) as Visit, 11, keys)], keys);
  typeIn(laptop, id, { praiseWords: 'Typed by hand.' });
  laptop.receive('own', [gone('visit', id, 20)], keys);
  const [change] = laptop.steps.toPush(0);
  const refused = { kind: 'refused', reason: 'notAllowed' } as const;
  laptop.steps.answered([{ id: change?.id as string, answer: refused }], at);
  expect(laptop.read('visit', id)).toBeUndefined();
  expect(laptop.ask('sync.waiting', {})).toMatchObject([
    { record: id, state: 'attention', why: 'notAllowed' },
  ]);
  const file = decrypted();
  expect(['Typed by hand.', 'quinquireme'].map((words) => file.includes(words))).toEqual([true, false]);
  laptop.ask('sync.takeBack', { change: change?.id as string });
  expect(laptop.ask('sync.waiting', {})).toEqual([]);
});

test('not one byte of what a visitor may not see any more is left in the decrypted file', () => {
  const keys = [everyone, hereford];
  const words = ['quinquireme', 'zephyrstone', 'oxbowlark'];
  const reports = words.map(report);
  laptop.receive(
    'shared',
    reports.map((one, i) => {
      const patch = [{ path: ['praiseWords'], was: `${words[i]}older`, now: words[i] as string }];
      return put('visit', one, 10 + i, [hereford], [logged(10 + i, freshId(), patch)]);
    }),
    keys,
  );
  laptop.db.pragma('wal_checkpoint(TRUNCATE)');
  const before = decrypted();
  expect(words.every((word) => before.includes(word))).toBe(true);
  laptop.steps.apply('shared', page([], [everyone]), false);
  const file = decrypted();
  expect(words.filter((word) => file.includes(word))).toEqual([]);
  expect(reports.filter(({ id }) => file.includes(id))).toEqual([]);
  expect(laptop.ask('search.find', { text: 'zephyrstone', limit: 10 })).toEqual([]);
});

test('what was purged is gone wherever it lay, keeps its id alone, and does not come back', () => {
  const keys = [ofPerson(laptop.own.id)];
  const one = report('quinquireme');
  laptop.receive('own', [put('visit', one, 10, keys, [logged(10, freshId(), null)])], keys);
  const conflict = {
    id: freshId(),
    type: 'visit',
    record: one.id,
    place: ['comments'],
    values: [
      {
        id: freshId(),
        by: laptop.own.id,
        device: freshId(),
        at,
        places: [{ path: ['comments'], now: 'quinquireme' }],
      },
    ],
    settlements: [],
  };
  laptop.receive('own', [put('conflict', conflict, 11, keys)], keys);
  laptop.receive(
    'own',
    [{ kind: 'purged', type: 'visit', id: one.id, version: { epoch: 1, n: 12 }, at }],
    keys,
  );
  laptop.receive('own', [put('visit', one, 13, keys)], keys);
  laptop.db.pragma('wal_checkpoint(TRUNCATE)');
  expect(laptop.read('visit', one.id)).toBeUndefined();
  expect(laptop.refusal('visits.get', { id: one.id })).toEqual({
    tag: 'destroyed',
    what: 'visit report',
    at,
  });
  expect(laptop.w.all(sql.selectFrom('purged').select(['type', 'record', 'at']))).toEqual([
    { type: 'visit', record: one.id, at },
  ]);
  expect(decrypted().includes('quinquireme')).toBe(false);
});

test('an offline edit of what was purged meanwhile is answered so, and goes as well', () => {
  const id = beginReport(laptop, { left: '16:00', comments: 'quinquireme' });
  const changes = laptop.steps.toPush(0);
  laptop.steps.answered(
    changes.map((change) => ({ id: change.id, answer: { kind: 'purged' } })),
    at,
  );
  expect(laptop.read('visit', id)).toBeUndefined();
  expect(laptop.steps.counts()).toMatchObject({ waiting: 0, attention: 0 });
  expect(decrypted().includes('quinquireme')).toBe(false);
});
