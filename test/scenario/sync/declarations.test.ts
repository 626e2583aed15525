import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { newHub, type Office, type Person } from './office.ts';

describe('Declarations: each stands for exactly what was said, on every laptop', () => {
  let office: Office;
  let clara: Person;
  let ann: Person;
  let bob: Person;
  beforeEach(async () => {
    office = await newHub();
    clara = await office.join('Clara', 'coordinator');
    ann = await office.join('Ann', 'visitor', 'North');
    bob = await office.join('Bob', 'visitor', 'North');
  });
  afterEach(() => office.end());

  const declares = (person: Person, id: string) =>
    expect(person.member.laptop.call('visits.declare', { id, person: person.person })).toMatchObject({
      ok: true,
    });
  /** Whose declaration stands, as somebody's laptop shows it. */
  const standing = (at: Person, id: string): string[] => {
    const read = at.member.laptop.call('visits.get', { id });
    const all = read.ok ? read.value.declarations : [];
    return [ann, bob]
      .filter(({ person }) => all.some((one) => one.person === person && one.stands))
      .map(({ member }) => member.laptop.name);
  };
  const everywhere = (id: string) => [clara, ann, bob].map((at) => standing(at, id).join(' and '));
  const report = async (): Promise<string> => {
    const id = ann.begins({ visitor2: bob.person });
    await office.allSync();
    return id;
  };

  it('one given on a draft lapses when the other goes on writing it on another laptop', async () => {
    const id = await report();
    declares(ann, id);
    ann.handsPen(id, bob);
    await office.allSync();
    expect(everywhere(id).slice(1)).toEqual(['Ann', 'Ann']);
    bob.types(id, 'comments', 'Not so quiet.');
    expect(standing(bob, id)).toEqual([]);
    await office.allSync();
    expect(everywhere(id).slice(1)).toEqual(['', '']);
    bob.readies(id);
    await office.allSync();
    expect(everywhere(id)).toEqual(Array(3).fill('Bob'));
    declares(ann, id);
    await office.allSync();
    expect(everywhere(id)).toEqual(Array(3).fill('Ann and Bob'));
  });

  it('one given while the other corrected offline does not stand for what comes of it', async () => {
    const id = await report();
    ann.readies(id);
    await office.allSync();
    ann.corrects(id, 'comments', 'Not so quiet.');
    declares(bob, id);
    expect(standing(bob, id)).toEqual(['Ann', 'Bob']);
    await office.allSync();
    expect(everywhere(id)).toEqual(Array(3).fill('Ann'));
  });

  it('of two who correct one answer, each has declared their own: settled, only what is chosen is declared', async () => {
    const id = await report();
    ann.readies(id);
    await office.allSync();
    declares(bob, id);
    await office.allSync();
    expect(everywhere(id)).toEqual(Array(3).fill('Ann and Bob'));
    ann.corrects(id, 'comments', 'Ann says so.');
    bob.corrects(id, 'comments', 'Bob says so.');
    await office.allSync();
    const [contested] = clara.conflicts();
    const first = contested?.standingWords === 'Ann says so.' ? 'Ann' : 'Bob';
    expect(everywhere(id)).toEqual(Array(3).fill(first));
    const other = first === 'Ann' ? 'Bob' : 'Ann';
    clara.settles(contested, [{ path: ['comments'], now: `${other} says so.` }]);
    await office.allSync();
    expect(everywhere(id)).toEqual(Array(3).fill(other));
  });

  it('settled with words that nobody had declared, nobody has', async () => {
    const id = await report();
    ann.readies(id);
    await office.allSync();
    ann.corrects(id, 'comments', 'Ann says so.');
    bob.corrects(id, 'comments', 'Bob says so.');
    await office.allSync();
    clara.settles(clara.conflicts()[0], [{ path: ['comments'], now: 'Both say so.' }]);
    await office.allSync();
    expect(everywhere(id)).toEqual(Array(3).fill(''));
  });
});
