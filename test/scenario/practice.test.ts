import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addPerson, addSuite, freshId, newOffice, type Office } from '#test/office.ts';
import { disagreements } from '#test/whole.ts';
import { complete, draft, fills } from './reports.ts';

describe('an exercise', () => {
  let office: Office;
  beforeAll(async () => {
    office = await newOffice();
  });
  afterAll(async () => {
    await office.close();
    expect(disagreements(office.folder, office.recoveryCode)).toEqual([]);
    await office.end();
  });

  it('never leaves the laptop: in no list but its own, in no figure, in no search, under no number', async () => {
    const suite = await addSuite(office, 'Northgate');
    const visitor2 = await addPerson(office, 'Second Visitor');
    const id = freshId();
    await office.ask('visits.start', { id, practice: true });
    await office.ask('visits.save', {
      id,
      patch: fills({ ...complete, suite, visitor2, comments: 'Unmistakable' }),
    });
    expect((await office.ask('visits.get', { id })).state).toBe('practice');
    const shownIn = async () => {
      const all = ['all', 'unfinished', 'received', 'unread', 'undeclared', 'practice', 'discarded'] as const;
      const counts = await Promise.all(
        all.map(async (show) => (await office.ask('visits.count', { filter: { show } })).count),
      );
      return all.filter((_, i) => counts[i]);
    };
    expect(await shownIn()).toEqual(['practice']);
    expect(await office.ask('visits.ready', { id })).toMatchObject({ reference: '' });
    expect(await office.ask('visits.ready', { id })).toMatchObject({ reference: '' });
    const done = await office.ask('visits.get', { id });
    expect(done.state).toBe('practice');
    expect(done.received).toBeNull();
    expect(done.declarations).toMatchObject([{ how: 'own', stands: true }]);
    expect(await shownIn()).toEqual(['practice']);
    expect(await office.ask('search.find', { text: 'Unmistakable' })).toEqual([]);
    expect(await office.ask('visits.mine', {})).toEqual([]);
    expect(await office.ask('visits.waiting', {})).toMatchObject({ unread: 0, declarations: 0 });
    expect(await office.refusal('visits.readThrough', { id, to: 'read' })).toEqual({ tag: 'notReceived' });

    await office.ask('visits.discard', { id });
    expect(await shownIn()).toEqual([]);
    await office.ask('visits.restore', { id });
    expect((await office.ask('visits.get', { id })).state).toBe('practice');
    expect(await shownIn()).toEqual(['practice']);

    const real = await draft(office, { ...complete, suite, visitor2 });
    expect((await office.ask('visits.ready', { id: real })).reference).toBe('V2024/0001');
  });
});
