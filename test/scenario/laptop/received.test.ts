import { createHash } from 'node:crypto';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { sql } from '#db/sql.ts';
import { applyAside } from '#db/sync/pull.ts';
import { returnChecks } from '#desk/returns/checks.ts';
import { derivedId } from '#shared/ids.ts';
import type { Visit } from '#shared/records/visit.ts';
import { everyone, ofPerson } from '#shared/sync/access.ts';
import { digestOfSet } from '#shared/sync/digest.ts';
import { freshId, type JoinedLaptop, joinedLaptop, logged, office, page, person, put } from './laptop.ts';
import { beginReport, typeIn } from './typing.ts';

let laptop: JoinedLaptop;
beforeEach(() => {
  laptop = joinedLaptop(['visitor', 'coordinator']);
});
afterEach(() => laptop.end());

const at = '2026-05-05T10:00:00.000Z';
const own = () => [ofPerson(laptop.own.id)];
const suite = (name: string) => ({ id: freshId(), name, statuses: [], targets: [] });
const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');

test('one laptop hears of another’s changes: who, when and what', () => {
  const colleague = person('Colin Colleague', ['visitor']);
  const id = beginReport(laptop, { left: '16:00' });
  laptop.deliver(10);
  const visit = { ...(laptop.read('visit', id) as Visit), comments: 'Noted.' };
  const patch = [{ path: ['comments'], now: 'Noted.' }];
  laptop.receive(
    'own',
    [put('person', colleague, 12, own()), put('visit', visit, 13, own(), [logged(13, colleague.id, patch)])],
    own(),
  );
  const [newest] = laptop.ask('visits.history', { id });
  expect(newest).toMatchObject({ by: 'Colin Colleague', at: '2026-05-05T09:30:00.000Z', changes: patch });
});

test('a page applied twice, or an older one after a newer, changes nothing more', () => {
  const one = suite('Hereford');
  const older = put('suite', one, 10, [everyone]);
  const newer = put('suite', { ...one, name: 'Hereford new' }, 11, [everyone]);
  laptop.receive('shared', [older], [everyone]);
  laptop.receive('shared', [newer], [everyone]);
  laptop.receive('shared', [older], [everyone]);
  expect(laptop.read('suite', one.id)?.name).toBe('Hereford new');
  expect(laptop.version('suite', one.id)).toEqual({ epoch: 1, n: 11 });
});

test('the cursor moves with its page and never without it', () => {
  const items = [put('suite', suite('Hereford'), 10, [everyone])];
  laptop.steps.apply('shared', page(items, [everyone], { cursor: 'here' }), false);
  expect(laptop.steps.membership()?.cursors).toEqual({ shared: 'here', own: null });
});

test('a record of a newer version is kept aside, marks the return incomplete, and is applied after an update', () => {
  const one = { ...suite('Hereford'), statuses: 'written in a way of next year' };
  const done = laptop.receive('shared', [put('suite', one, 10, [everyone])], [everyone]);
  laptop.receive('shared', [put('hologram', { id: freshId() }, 11, [everyone])], [everyone]);
  expect(done).toMatchObject({ written: 0, aside: 1 });
  expect(laptop.steps.counts().aside).toBe(2);
  const span = { from: '2026-04-01', to: '2026-06-30' };
  const checks = returnChecks(laptop.w, span as never, { suites: [] } as never, new Map() as never);
  expect(checks.find((check) => check.id === 'aside')).toMatchObject({ ok: false, count: 2 });
  expect(laptop.steps.digests('shared').find((set) => set.type === 'hologram')?.count).toBe(1);
  // The update knows how to read it: here it is written as this version reads it.
  const item = JSON.stringify(put('suite', { ...one, statuses: [] }, 10, [everyone]));
  laptop.w.run(sql.updateTable('aside').set({ item }).where('type', '=', 'suite'));
  expect(applyAside(laptop.w, laptop.sources)).toBe(1);
  expect(laptop.read('suite', one.id)?.name).toBe('Hereford');
  expect(laptop.steps.counts().aside).toBe(1);
});

test('counts and digests are those of the hub, and a set that differs is repaired and no other', () => {
  const suites = ['Hereford', 'Leominster', 'Ludlow'].map(suite);
  const items = suites.map((one, i) => put('suite', one, 10 + i, [everyone]));
  laptop.receive('shared', items, [everyone]);
  const versions = items.map(({ id, version }) => ({ id, ...version }));
  expect(laptop.steps.digests('shared').find((set) => set.type === 'suite')).toEqual({
    key: everyone,
    type: 'suite',
    ...digestOfSet(versions, sha256),
  });
  const there = items
    .slice(0, 2)
    .map((item, i) => (i === 0 ? { ...item, version: { epoch: 1, n: 20 } } : item));
  const ordered = there.toSorted((a, b) => (a.id < b.id ? -1 : 1));
  const repaired = laptop.steps.repair('shared', everyone, 'suite', { items: ordered, next: null }, true);
  expect(repaired).toBe(2);
  expect(laptop.read('suite', suites[2]?.id as string)).toBeUndefined();
  expect(laptop.steps.digests('shared').find((set) => set.type === 'suite')).toMatchObject(
    digestOfSet(
      there.map(({ id, version }) => ({ id, ...version })),
      sha256,
    ),
  );
});

test('a hub that was restored is given what was purged, own changes again, and records it does not know', () => {
  const [known, lost, purged] = ['Hereford', 'Leominster', 'Ludlow'].map(suite) as [
    ReturnType<typeof suite>,
    ReturnType<typeof suite>,
    ReturnType<typeof suite>,
  ];
  const id = beginReport(laptop, { left: '16:00' });
  const sent = laptop.deliver(20);
  laptop.receive(
    'shared',
    [
      put('suite', known, 10, [everyone]),
      put('suite', lost, 22, [everyone]),
      { kind: 'purged', type: 'suite', id: purged.id, version: { epoch: 1, n: 23 }, at },
    ],
    [everyone],
  );
  const head = { epoch: 1, n: 15, receipt: 'r' };
  const first = laptop.steps.toOffer(head, null);
  expect(first.offer.purged).toEqual([{ type: 'suite', id: purged.id, at }]);
  expect(laptop.steps.toPush(0)).toEqual(sent);
  const second = laptop.steps.toOffer(head, first.next);
  expect(second.offer.records.map((record) => record.id)).toEqual([lost.id]);
  expect(second.next).toBeNull();
  expect(laptop.read('visit', id)).toBeDefined();
});

const conflictOf = (record: string, mine: string, theirs: string) => ({
  id: derivedId(office, 'conflict', record),
  type: 'visit',
  record,
  place: ['comments'],
  values: [
    {
      id: freshId(),
      by: laptop.own.id,
      device: freshId(),
      at,
      places: [{ path: ['comments'], was: theirs, now: mine }],
    },
  ],
  settlements: [],
});

test('a contested answer is asked question by question, and settling it says what was seen', () => {
  const id = beginReport(laptop, { left: '16:00', comments: 'Theirs.' });
  laptop.deliver(10);
  const visit = laptop.read('visit', id) as Visit;
  const conflict = conflictOf(id, 'Mine.', 'Theirs.');
  const done = laptop.receive(
    'own',
    [put('visit', visit, 12, own()), put('conflict', conflict, 13, own())],
    own(),
  );
  expect(done).toMatchObject({ contested: 1 });
  const [asked] = laptop.ask('sync.conflicts', {});
  expect(asked).toMatchObject({
    standing: [{ path: ['comments'], now: 'Theirs.' }],
    standingWords: 'Theirs.',
    values: [{ byName: 'Vera Visitor', words: 'Mine.' }],
  });
  const seen = conflict.values.map((value) => value.id);
  const stale = [{ path: ['comments'], was: 'Something else.', now: 'Mine.' }];
  expect(laptop.refusal('sync.settle', { id: conflict.id, seen, places: stale }).tag).toBe(
    'changedElsewhere',
  );
  const places = [{ path: ['comments'], was: 'Theirs.', now: 'Mine.' }];
  expect(laptop.refusal('sync.settle', { id: conflict.id, seen: [], places }).tag).toBe('movedOn');
  laptop.ask('sync.settle', { id: conflict.id, seen, places });
  expect(laptop.ask('sync.conflicts', {})).toEqual([]);
  expect(laptop.steps.toPush(0).at(-1)).toMatchObject({ type: 'conflict', record: conflict.id });
});

test('who does not hold the pen reads the draft, keeps what they had typed, and writes when they have it', () => {
  const colleague = person('Colin Colleague', ['visitor']);
  const id = beginReport(laptop, { left: '16:00', visitor2: colleague.id });
  laptop.deliver(10);
  const [pen] = laptop.ask('pens.list', {});
  expect(pen).toMatchObject({ visit: id, holder: { here: true } });
  laptop.receive('own', [put('person', colleague, 12, own())], own());
  typeIn(laptop, id, { comments: 'Typed before.' });
  laptop.ask('pens.hand', { visit: id, to: colleague.id });
  const patch = [{ path: ['comments'], was: 'Typed before.', now: 'Typed after.' }];
  expect(laptop.refusal('visits.save', { id, patch })).toEqual({
    tag: 'penElsewhere',
    name: 'Colin Colleague',
  });
  expect(laptop.read('visit', id)?.comments).toBe('Typed before.');
  expect(laptop.steps.toPush(0).map((change) => change.type)).toEqual(['visit', 'pen']);
  laptop.ask('pens.hand', { visit: id, to: laptop.own.id });
  laptop.ask('visits.save', { id, patch });
});
