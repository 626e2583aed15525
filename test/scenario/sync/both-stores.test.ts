import { afterAll, afterEach, beforeEach, describe, expect, it } from 'vitest';
import { purge } from '#hub/office/purge.ts';
import { newId } from '#shared/ids.ts';
import type { Concern } from '#shared/records/concern.ts';
import { endPostgres, startPostgres } from '#test/postgres.ts';
import { newHub, type Office, type Person } from './office.ts';

/** An office's name in a database comes from its dice: each test has its own. */
let seed = 0;
const stores = {
  'The hub on an encrypted file': async () => undefined,
  'Order on PostgreSQL': startPostgres,
} as const;

describe.each(Object.keys(stores) as (keyof typeof stores)[])('%s', (kind) => {
  let office: Office;
  let ann: Person;
  let clara: Person;
  beforeEach(async () => {
    seed += 1;
    office = await newHub(seed, await stores[kind]());
    clara = await office.join('Clara', 'coordinator');
    ann = await office.join('Ann', 'visitor', 'North');
  });
  afterEach(() => office.end());
  afterAll(endPostgres);

  it('two people on one field: both values are kept, settled, and all agree', async () => {
    const id = await office.shared(ann, clara);
    ann.corrects(id, 'comments', 'Ann says so');
    clara.corrects(id, 'comments', 'Clara says so');
    await office.allSync();
    clara.settles(clara.conflicts()[0], [{ path: ['comments'], now: 'Ann says so' }]);
    await office.allSync();
    expect(ann.visit(id)?.comments).toBe('Ann says so');
    expect(clara.conflicts()).toEqual([]);
    expect(await office.failures()).toEqual([]);
  });

  it.each(['before commit', 'after commit'] as const)('killed %s, it has each change once', async (when) => {
    const id = ann.sends();
    office.hub.killAccepting(when);
    await ann.sync();
    await office.allSync();
    expect(await office.hub.log(id)).toHaveLength(1);
    expect(clara.visit(id)).toEqual(ann.visit(id));
    expect(await office.failures()).toEqual([]);
  });

  it('put back from a backup, it takes again what the coordinator gave back first, and nobody is troubled', async () => {
    await office.allSync();
    const backup = await office.hub.image();
    const id = ann.begins({ 'answers.kitchen': { value: false }, 'groups.facilities': 'to report' });
    await ann.sync();
    ann.types(id, 'comments', 'Written over');
    await ann.sync();
    ann.readies(id);
    await ann.sync();
    for (const words of ['Corrected', 'Corrected again']) {
      ann.corrects(id, 'comments', words);
      await ann.sync();
    }
    await office.allSync();
    const was = ann.visit(id);
    const concerns = () => office.hub.store.read((s) => s.documents('concern'));
    const raised = await concerns();
    expect(raised).toHaveLength(1);
    await office.hub.putBack(backup);
    await clara.sync();
    await ann.sync();
    expect(ann.waiting()).toEqual([]);
    expect(await concerns()).toEqual(raised);
    await office.hub.closeRecovery();
    await office.allSync();
    for (const one of [ann, clara]) expect(one.visit(id)).toEqual(was);
    expect(ann.conflicts()).toEqual([]);
    expect(await office.failures()).toEqual([]);
  });

  it('purged, a report is nowhere', async () => {
    const id = ann.sends({ comments: 'Erase this' });
    await office.allSync();
    await office.hub.purge('visit', id);
    await office.allSync();
    expect(clara.fileSays('Erase this')).toBe(false);
    expect(await office.says(id, 'Erase this')).toBe(false);
  });

  it('purged, a report takes what it raised, once that is ended, and no word of it is left anywhere', async () => {
    const words = 'Mould behind the hatch';
    const visit = ann.sends({
      'groups.facilities': 'to report',
      'answers.kitchen': { value: false, words },
    });
    await office.allSync();
    const [raised] = (await office.hub.store.read((s) => s.documents('concern'))) as Concern[];
    const { id, reference } = raised as Concern;
    expect([ann, clara].map((one) => one.fileSays(words))).toEqual([true, true]);
    const destroy = () =>
      purge({ store: office.hub.store, sources: clara.member.laptop.sources }, null, {
        type: 'visit',
        id: visit,
        reason: 'kept for as long as it had to be',
      });
    expect(await destroy()).toMatchObject({ value: { open: [{ id, name: `concern ${reference}` }] } });
    expect(clara.visit(visit)).toBeDefined();
    expect(await office.hub.document('visit', visit)).toBeDefined();
    const called = clara.member.laptop;
    expect(called.call('concerns.note', { id, note: newId(called.sources), words })).toMatchObject({
      ok: true,
    });
    expect(called.call('concerns.move', { id, to: 'closed', words: 'Seen to' })).toMatchObject({ ok: true });
    await office.allSync();
    const done = await destroy();
    expect(done).toMatchObject({
      value: { destroyed: [`concern ${reference}`, expect.stringMatching(/^note of /)] },
    });
    await office.allSync();
    expect([ann, clara].map((one) => one.fileSays(words))).toEqual([false, false]);
    expect(await office.hears(words, ann)).toBe(false);
    for (const type of ['concern', 'concernNote', 'visit'])
      expect(await office.hub.store.read((s) => s.documents(type))).toEqual([]);
    expect(await office.hub.store.check()).toEqual([]);
    expect(await office.failures()).toEqual([]);
  });
});
