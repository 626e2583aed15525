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
    expect(ann.visit(id)?.comments).toBe('Clara says so');
    for (const person of [ann, clara]) {
      const [contested, ...others] = person.conflicts();
      expect(others).toEqual([]);
      expect(contested).toMatchObject({ record: id, standingWords: 'Clara says so' });
      expect(contested?.values.map(({ byName, words }) => [byName, words])).toContainEqual([
        'Ann',
        'Ann says so',
      ]);
    }
  });

  it('settled once it is settled for all, and the value chosen stands on both laptops', async () => {
    await disagree();
    const [contested] = clara.conflicts();
    clara.settles(contested, [{ path: ['comments'], now: 'Ann says so' }]);
    await office.allSync();
    for (const person of [ann, clara]) {
      expect(person.visit(id)?.comments).toBe('Ann says so');
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
    expect(await office.says(id, 'Ann says so')).toBe(true);
    expect(clara.conflicts()).toHaveLength(1);
  });

  it('a value that whoever settles has not seen opens the conflict again', async () => {
    const bob = await office.join('Bob', 'panel-coordinator', 'North');
    await bob.sync();
    bob.corrects(id, 'comments', 'Bob says so');
    bob.line.black = true;
    await disagree();
    clara.settles(clara.conflicts()[0], [{ path: ['comments'], now: 'Clara says so' }]);
    await clara.sync();
    bob.line.black = false;
    await office.allSync();
    const [contested] = clara.conflicts();
    expect(contested?.values.map(({ words }) => words)).toContain('Bob says so');
  });

  it('removing against writing: the detainee lives until people settle it', async () => {
    const report = await office.shared(ann, clara);
    const added = '01a07b18-8680-7033-9ec7-ca66e6586030';
    ann.corrects(report, `detainees.#${added}`, { id: added, order: 'a', answers: {}, custodyNumber: 'N1' });
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
