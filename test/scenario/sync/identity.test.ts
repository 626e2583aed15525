import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { newHub, type Office, type Person } from './office.ts';

describe('Identity: a device is one store file, and a file that was copied is another one', () => {
  let office: Office;
  let ann: Person;
  beforeEach(async () => {
    office = await newHub();
    ann = await office.join('Ann', 'visitor', 'North');
  });
  afterEach(() => office.end());

  it('a laptop restored from an old image takes a new incarnation before it sends anything', async () => {
    const id = ann.sends();
    const image = ann.image();
    await ann.sync();
    const later = ann.sends();
    await ann.sync();
    ann.putBack(image);
    const device = ann.device();
    const again = ann.sends({ comments: 'Written after the image was put back' });
    await ann.sync();
    expect(ann.device()).not.toBe(device);
    await office.allSync();
    for (const one of [id, later, again]) expect(ann.state(one)).toBe('received');
    expect(await office.hub.log(id)).toHaveLength(1);
    expect(await office.failures()).toEqual([]);
  });

  it('copied to a second machine, both go on: one stays what it was, the other becomes a device of its own', async () => {
    await ann.sync();
    const other = office.copyOf(ann, 'Ann’s other laptop');
    const [here, there] = [ann.sends(), other.sends()];
    await ann.sync();
    await other.sync();
    await ann.sync();
    await office.allSync();
    expect(ann.device()).not.toBe(other.device());
    for (const person of [ann, other])
      for (const id of [here, there]) expect(person.state(id)).toBe('received');
    expect(await office.failures()).toEqual([]);
  });

  it('an answer to a greeting that is lost is no new incarnation', async () => {
    await ann.sync();
    const device = ann.device();
    ann.line.answerLost = 1;
    for (let i = 0; i < 3; i += 1) await ann.sync();
    ann.line.answerLost = 0;
    await ann.sync();
    expect(ann.device()).toBe(device);
  });

  it('a hub of another office is refused, and nothing goes there', async () => {
    const foreign = await newHub(2);
    try {
      const id = ann.sends();
      expect((await ann.syncWith(foreign.simulated.hub)).kind).toBe('failed');
      expect(await foreign.hub.document('visit', id)).toBeUndefined();
      expect(ann.waiting()).toHaveLength(1);
      await ann.sync();
      expect(ann.state(id)).toBe('received');
    } finally {
      await foreign.end();
    }
  });
});

describe('Epoch: a hub put back from a backup takes back what it lost', () => {
  let office: Office;
  let ann: Person;
  let bob: Person;
  let clara: Person;
  beforeEach(async () => {
    office = await newHub();
    clara = await office.join('Clara', 'coordinator');
    ann = await office.join('Ann', 'visitor', 'North');
    bob = await office.join('Bob', 'visitor', 'North');
  });
  afterEach(() => office.end());

  it('what was received since the backup is offered again, and no report has two numbers', async () => {
    const before = ann.sends();
    await office.allSync();
    const backup = await office.hub.image();
    const lost = ann.sends();
    await office.allSync();
    const was = ann.visit(lost);
    await office.hub.putBack(backup);
    await office.allSync();
    expect((await office.hub.head()).epoch).toBe(2);
    await office.hub.closeRecovery();
    await office.allSync();
    for (const id of [before, lost]) expect(clara.visit(id)).toEqual(ann.visit(id));
    expect(ann.visit(lost)?.comments).toBe(was?.comments);
    expect(new Set([before, lost].map((id) => ann.visit(id)?.reference)).size).toBe(2);
    expect(await office.failures()).toEqual([]);
  });

  it('also after it moved on: what came since the restore stands beside what is taken back', async () => {
    await office.allSync();
    const backup = await office.hub.image();
    const lost = ann.sends({ comments: 'Lost with the disk' });
    await ann.sync();
    await office.hub.putBack(backup);
    const newer = bob.sends({ comments: 'Came first after the restore' });
    await bob.sync();
    await office.allSync();
    await office.hub.closeRecovery();
    await office.allSync();
    expect(clara.visit(lost)?.comments).toBe('Lost with the disk');
    expect(clara.visit(newer)?.comments).toBe('Came first after the restore');
    expect(clara.visit(lost)?.reference).not.toBe(clara.visit(newer)?.reference);
    expect(await office.failures()).toEqual([]);
  });

  it('no reference is issued until an administrator closes recovery', async () => {
    const backup = await office.hub.image();
    ann.sends();
    await ann.sync();
    await office.hub.putBack(backup);
    await ann.sync();
    const meanwhile = bob.sends();
    await bob.sync();
    expect(bob.state(meanwhile)).toBe('received');
    expect(bob.visit(meanwhile)?.reference).toBeUndefined();
    await office.hub.closeRecovery();
    await office.allSync();
    expect(bob.visit(meanwhile)?.reference).toMatch(/^V2026\//);
  });

  it('what was purged before the restore does not come back with it', async () => {
    const id = ann.sends({ comments: 'To be erased' });
    await office.allSync();
    const backup = await office.hub.image();
    await office.hub.purge('visit', id);
    await office.allSync();
    await office.hub.putBack(backup);
    await office.allSync();
    await office.hub.closeRecovery();
    await office.allSync();
    expect(await office.hub.document('visit', id)).toBeUndefined();
    expect(clara.visit(id)).toBeUndefined();
  });

  it('a laptop that joined after the backup was made is a stranger, and joins again without losing a word', async () => {
    await office.allSync();
    const backup = await office.hub.image();
    const dan = await office.join('Dan', 'visitor', 'North');
    const received = await office.shared(dan, clara);
    await office.hub.putBack(backup);
    const unsent = dan.sends({ comments: 'Written while nobody knew this laptop' });
    expect(await dan.sync()).toMatchObject({ kind: 'failed', why: { refused: 'notJoined' } });
    // Somebody’s laptop that the hub knows brings back who Dan is; of what is his own only he has the rest.
    await clara.sync();
    expect(await dan.joinsAgain(ann)).toMatchObject({ ok: false, error: { tag: 'otherPerson' } });
    expect(dan.waiting()).not.toEqual([]);
    expect(await dan.joinsAgain()).toMatchObject({ ok: true });
    await office.allSync();
    await office.hub.closeRecovery();
    await office.allSync();
    for (const id of [received, unsent]) expect(clara.visit(id)).toEqual(dan.visit(id));
    expect(clara.visit(unsent)?.comments).toBe('Written while nobody knew this laptop');
    expect(dan.waiting()).toEqual([]);
    expect(await office.failures()).toEqual([]);
  });

  it('also where nobody else knows who it was, by the id that it shows, and where the answer to its joining was lost', async () => {
    const fresh = await newHub(3);
    try {
      const backup = await fresh.hub.image();
      const carl = await fresh.join('Carl', 'coordinator');
      const id = carl.sends({ comments: 'The only report of the first day' });
      await carl.sync();
      await fresh.hub.putBack(backup);
      expect((await carl.sync()).kind).toBe('failed');
      const { far } = carl.member;
      carl.member.far = {
        ask: async (name, ...asked) => {
          const answer = await far.ask(name, ...asked);
          return name === 'join' ? { ok: false, why: { tag: 'torn' } } : answer;
        },
      };
      expect(await carl.joinsAgain()).toMatchObject({ ok: true });
      carl.member.far = far;
      expect((await carl.sync()).kind).toBe('done');
      await fresh.hub.closeRecovery();
      await carl.sync();
      expect(await fresh.hub.log(id)).not.toEqual([]);
      expect(carl.visit(id)?.comments).toBe('The only report of the first day');
      expect(carl.waiting()).toEqual([]);
      expect(await fresh.failures()).toEqual([]);
    } finally {
      await fresh.end();
    }
  });

  it('what was purged stays so by the word of any laptop that was told of it, the hub’s own seal is on that', async () => {
    const id = ann.sends({ comments: 'To be erased', visitor2: bob.person });
    await office.allSync();
    const backup = await office.hub.image();
    await office.hub.purge('visit', id);
    await bob.sync();
    await office.hub.putBack(backup);
    await bob.sync();
    expect(await office.hub.document('visit', id)).toBeUndefined();
    await office.allSync();
    expect(await office.says(id, 'To be erased')).toBe(false);
  });
});

describe('Revocation: a laptop is one line, whatever devices it was', () => {
  let office: Office;
  let ann: Person;
  beforeEach(async () => {
    office = await newHub(4);
    ann = await office.join('Ann', 'visitor', 'North');
  });
  afterEach(() => office.end());

  it('a laptop put back from an image after its line was revoked is refused, whichever device it was then', async () => {
    await ann.sync();
    const image = ann.image();
    ann.sends();
    await ann.sync();
    ann.putBack(image);
    await ann.sync();
    await office.hub.revoke(ann);
    ann.putBack(image);
    const id = ann.sends({ comments: 'Written on the stolen laptop' });
    expect(await ann.sync()).toMatchObject({ kind: 'revoked', withOffice: true });
    expect(await office.hub.document('visit', id)).toBeUndefined();
    expect(await office.hears('Written on the stolen laptop', ann)).toBe(true);
  });

  it('a copy is revoked with what it was copied from', async () => {
    await ann.sync();
    const copy = office.copyOf(ann, 'A copy');
    await copy.sync();
    await ann.sync();
    expect(copy.device()).not.toBe(ann.device());
    await office.hub.revoke(ann);
    for (const one of [copy, ann]) expect((await one.sync()).kind).toBe('revoked');
  });
});
