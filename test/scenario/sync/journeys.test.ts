import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { newHub, type Office, type Person } from './office.ts';

describe('Transport: whatever happens on the way, each change is applied once and the queue empties', () => {
  let office: Office;
  let ann: Person;
  let clara: Person;
  beforeEach(async () => {
    office = await newHub();
    clara = await office.join('Clara', 'coordinator');
    ann = await office.join('Ann', 'visitor', 'North');
  });
  afterEach(() => office.end());

  const agrees = async (id: string) => {
    await office.allSync();
    expect(ann.waiting()).toEqual([]);
    expect(ann.visit(id)).toEqual(clara.visit(id));
    expect(await office.failures()).toEqual([]);
  };

  it('in order: three changes to one report arrive as three, the last one on top', async () => {
    const id = ann.sends();
    await ann.sync();
    ann.corrects(id, 'comments', 'One');
    await ann.sync();
    ann.corrects(id, 'comments', 'Two');
    await ann.sync();
    expect(await office.hub.document('visit', id)).toMatchObject({ comments: 'Two' });
    await agrees(id);
  });

  it('out of order: a change that comes before its predecessor is held, and decided when it has come', async () => {
    const id = ann.begins();
    await ann.sync();
    ann.types(id, 'briefing', 'First');
    const [first] = ann.toPush();
    ann.types(id, 'briefing', 'First and second');
    const [, second] = ann.toPush();
    expect(second?.after).toBe(first?.id);
    expect(await office.hub.push(ann, [second])).toEqual([{ kind: 'held', waitsFor: first?.id }]);
    await office.hub.push(ann, [first]);
    expect(await office.hub.document('visit', id)).toMatchObject({ briefing: 'First and second' });
    ann.readies(id);
    await agrees(id);
  });

  it('duplicated: a push that arrives a second time, even later than the next one, changes nothing', async () => {
    const id = ann.sends();
    const sent = ann.toPush();
    await ann.sync();
    const before = await office.hub.head();
    ann.corrects(id, 'comments', 'Later');
    await ann.sync();
    const answers = await office.hub.push(ann, sent);
    expect(answers.map(({ kind }) => kind)).toEqual(sent.map(() => 'duplicate'));
    expect(await office.hub.document('visit', id)).toMatchObject({ comments: 'Later' });
    expect((await office.hub.head()).n).toBeGreaterThan(before.n);
    await agrees(id);
  });

  it.each(['torn', 'answerLost', 'lost'] as const)(
    '%s: what did not get through is sent again',
    async (what) => {
      const id = ann.sends();
      ann.line[what] = 1;
      await ann.sync();
      expect(ann.waiting()).toHaveLength(1);
      ann.line[what] = 0;
      await agrees(id);
    },
  );

  it('delayed by half a minute, and black for an hour: nothing is given up, nothing is lost', async () => {
    const id = ann.sends();
    ann.line.black = true;
    await ann.sync();
    await office.hours(1);
    ann.line.black = false;
    ann.line.late = 1;
    await ann.sync();
    ann.line.late = 0;
    await agrees(id);
  });

  it('the hub is killed before it commits: nothing stands there, and the same push is accepted next time', async () => {
    const id = ann.sends();
    office.hub.killAccepting('before commit');
    await ann.sync();
    expect(await office.hub.document('visit', id)).toBeUndefined();
    await agrees(id);
    expect(await office.hub.log(id)).toHaveLength(1);
  });

  it('the hub is killed after it committed and before it answered: the push is answered again, not made again', async () => {
    const id = ann.sends();
    office.hub.killAccepting('after commit');
    await ann.sync();
    expect(await office.hub.document('visit', id)).toBeDefined();
    await agrees(id);
    expect(await office.hub.log(id)).toHaveLength(1);
  });

  it('a laptop killed at every step of push and pull goes on where it was', async () => {
    for (let step = 0, killed = true; killed; step += 1) {
      const id = ann.sends();
      clara.changesSuite('Northgate', `Noted at step ${step}`);
      await clara.sync();
      killed = await ann.syncKilledAt(step);
      await agrees(id);
      expect(await office.hub.log(id)).toHaveLength(1);
      expect(step).toBeLessThan(100);
    }
  });

  it('a clock wrong by years, in either direction and jumping back, is never a reason to refuse', async () => {
    for (const years of [-56, -1, 1, 60]) {
      ann.clockIsOffBy(years * 365 * 24);
      const id = ann.sends();
      await agrees(id);
      expect(ann.state(id)).toBe('received');
    }
    ann.clockIsOffBy(0);
    const id = ann.sends();
    await agrees(id);
  });

  it('a laptop that was offline for six months sends all it has and receives all it missed', async () => {
    await office.allSync();
    const own: string[] = [];
    const others: string[] = [];
    for (let week = 0; week < 26; week += 1) {
      await office.hours(7 * 24);
      own.push(ann.sends());
      const suite = `Month ${week}`;
      clara.changesSuite('Northgate', suite);
      others.push(suite);
      await clara.sync();
    }
    await agrees(own[0] as string);
    expect(own.map((id) => ann.state(id))).toEqual(own.map(() => 'received'));
    expect(ann.suite('Northgate')?.notes).toContain(others.at(-1));
  });
});
