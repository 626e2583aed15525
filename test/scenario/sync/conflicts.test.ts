import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { newHub, type Office, type Person } from './office.ts';

describe('Conflicts: both values are kept, shown, and settled by people', () => {
  let office: Office;
  let ann: Person;
  let clara: Person;
  let id: string;
  beforeEach(async () => {
    office = await newHub();
    clara = await office.join('Clara', 'coordinator');
    ann = await office.join('Ann', 'visitor', 'North');
    id = await office.shared(ann, clara);
  });
  afterEach(() => office.end());

  const disagree = async () => {
    ann.corrects(id, 'comments', 'Ann says so');
    clara.corrects(id, 'comments', 'Clara says so');
    await office.allSync();
  };

  it('two people on one field: what stood first stands, the other is kept with its person, and both see it', async () => {
    await disagree();
    expect(ann.visit(id)?.comments).toBe('Ann says so');
    for (const person of [ann, clara]) {
      const [contested, ...others] = person.conflicts();
      expect(others).toEqual([]);
      expect(contested).toMatchObject({ record: id, standingWords: 'Ann says so' });
      expect(contested?.values.map(({ byName, words }) => [byName, words])).toContainEqual([
        'Clara',
        'Clara says so',
      ]);
    }
  });

  it('settled once it is settled for all, and the value chosen stands on both laptops', async () => {
    await disagree();
    const [contested] = clara.conflicts();
    clara.settles(contested, [{ path: ['comments'], now: 'Clara says so' }]);
    await office.allSync();
    for (const person of [ann, clara]) {
      expect(person.visit(id)?.comments).toBe('Clara says so');
      expect(person.conflicts()).toEqual([]);
    }
  });

  it('two who settle one conflict differently: the first stands, and the second opens it again', async () => {
    await disagree();
    ann.settles(ann.conflicts()[0], [{ path: ['comments'], now: 'Ann says so' }]);
    clara.settles(clara.conflicts()[0], [{ path: ['comments'], now: 'Something third' }]);
    await office.allSync();
    expect(ann.visit(id)).toEqual(clara.visit(id));
    expect(await office.says(id, 'Something third')).toBe(true);
    expect(await office.says(id, 'Clara says so')).toBe(true);
  });

  it('a value that whoever settles has not seen opens the conflict again', async () => {
    const bob = await office.join('Bob', 'panel-coordinator', 'North');
    await bob.sync();
    bob.corrects(id, 'comments', 'Bob says so');
    await disagree();
    clara.settles(clara.conflicts()[0], [{ path: ['comments'], now: 'Clara says so' }]);
    await clara.sync();
    await bob.sync();
    await office.allSync();
    const [contested] = clara.conflicts();
    expect(contested?.values.map(({ words }) => words)).toContain('Bob says so');
  });

  it('removing against writing: the detainee lives until people settle it', async () => {
    const report = ann.begins();
    ann.entersDetainee(report, 'a', { custodyNumber: 'N1' });
    ann.readies(report);
    await office.allSync();
    const [detainee] = clara.visit(report)?.detainees ?? [];
    ann.corrects(report, `detainees.#${detainee?.id}.custodyNumber`, 'N1 of today');
    clara.corrects(report, `detainees.#${detainee?.id}`, undefined);
    await office.allSync();
    expect(clara.visit(report)?.detainees).toMatchObject([
      { id: detainee?.id, custodyNumber: 'N1 of today' },
    ]);
    expect(ann.visit(report)).toEqual(clara.visit(report));
    expect(ann.conflicts().map(({ record }) => record)).toEqual([report]);
  });
});
