import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { answering } from './far.ts';
import { newHub, type Office, type Person } from './office.ts';

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

describe('Scope: a laptop holds what its person may see, and nothing else', () => {
  it('a visitor’s file has not one byte of what the access rule denies them', async () => {
    const dora = await office.join('Dora', 'visitor', 'South');
    ann.sends({ comments: 'Ours in the north alone', visitor2: bob.person });
    const southern = dora.sends({ comments: 'Said in the south alone', suite: office.suite('Southgate') });
    await office.allSync();
    expect(bob.fileSays('Ours in the north alone')).toBe(true);
    expect(bob.fileSays('Said in the south alone')).toBe(false);
    expect(bob.fileSays(southern)).toBe(false);
    expect(dora.fileSays('Ours in the north alone')).toBe(false);
    expect(dora.fileSays('Northgate')).toBe(false);
    expect(clara.fileSays('Said in the south alone')).toBe(true);
  });

  it('moved to another panel, a visitor lets the old one’s suites go and receives the new one’s', async () => {
    await office.allSync();
    clara.movesTo(ann, 'South');
    await office.allSync();
    expect(ann.suite('Northgate')).toBeUndefined();
    expect(ann.suite('Southgate')).toBeDefined();
    expect(ann.fileSays('Northgate')).toBe(false);
    expect(await office.failures()).toEqual([]);
  });

  it('what was written before the move is sent first, and stays readable to its author', async () => {
    await office.allSync();
    clara.movesTo(ann, 'South');
    await clara.sync();
    const id = ann.sends({ comments: 'Written before I knew' });
    await office.allSync();
    expect(clara.visit(id)?.comments).toBe('Written before I knew');
    expect(ann.visit(id)?.comments).toBe('Written before I knew');
  });

  it('a declared change never asks', async () => {
    await office.allSync();
    clara.movesTo(ann, 'South');
    await clara.sync();
    expect((await ann.sync()).kind).toBe('done');
  });

  it('an undeclared mass removal hides nothing and asks; the hub’s own next answer is received as ever', async () => {
    const reports = Array.from({ length: 30 }, () => ann.sends());
    await office.allSync();
    const { n } = await office.hub.head();
    const forgetful = answering(office.simulated.hub, {
      pull: (reply, { stream }) => {
        const gone = reports.map((id) => ({
          kind: 'gone' as const,
          type: 'visit',
          id,
          version: { epoch: 1, n },
        }));
        return stream === 'own' ? { ...reply, items: gone } : reply;
      },
    });
    expect(await ann.syncWith(forgetful)).toMatchObject({ kind: 'removal', removes: 30 });
    for (const id of reports) expect(ann.visit(id)).toBeDefined();
    expect((await ann.sync({ check: true })).kind).toBe('done');
    expect(await office.failures()).toEqual([]);
  });

  it('what was written under an older scope is parked for the coordinator, and nothing of it is dropped', async () => {
    const pat = await office.join('Pat', 'panel-coordinator', 'North');
    const id = ann.sends({ comments: 'Quiet.' });
    await office.allSync();
    clara.movesTo(pat, 'South');
    await clara.sync();
    pat.corrects(id, 'comments', 'Pat knew better');
    await office.allSync();
    expect(pat.visit(id)).toBeUndefined();
    expect(pat.fileSays('Pat knew better')).toBe(false);
    expect(clara.visit(id)?.comments).toBe('Quiet.');
    expect(clara.conflicts()).toMatchObject([{ record: id }]);
    expect(JSON.stringify(clara.conflicts())).toContain('Pat knew better');
  });

  it('who has left sees nothing any more, and what they had not sent stays theirs, with the reason', async () => {
    await office.allSync();
    const id = ann.sends({ comments: 'My last visit' });
    clara.saysLeft(ann);
    await clara.sync();
    await office.allSync();
    expect(ann.suite('Northgate')).toBeUndefined();
    expect(ann.visit(id)?.comments).toBe('My last visit');
    expect(ann.waiting()).toMatchObject([{ record: id, state: 'attention', why: 'hasLeft' }]);
  });
});

describe('Drafts: the pair shares a draft once the leaving time is filled in; one holds the pen', () => {
  it('before the leaving time it is nobody’s; after it the pair’s; the office knows suite, week and pair alone', async () => {
    const id = ann.begins({ visitor2: bob.person, left: undefined });
    await office.allSync();
    expect(await office.hub.document('visit', id)).toBeUndefined();
    ann.types(id, 'left', '12:00');
    await office.allSync();
    expect(bob.visit(id)).toEqual(ann.visit(id));
    expect(clara.visit(id)).toBeUndefined();
    expect(clara.fileSays('Quiet.')).toBe(false);
    expect(clara.pens()).toMatchObject([{ visit: id, holder: { person: ann.person } }]);
  });

  it('one holds the pen: the other is told who, and reads along', async () => {
    const id = ann.begins({ visitor2: bob.person });
    await office.allSync();
    expect(bob.refused('visits.save', { id, patch: [{ path: ['briefing'], now: 'Bob had no pen' }] })).toBe(
      'penElsewhere',
    );
    ann.handsPen(id, bob);
    await office.allSync();
    bob.types(id, 'briefing', 'Bob writes on');
    await office.allSync();
    expect(ann.visit(id)?.briefing).toBe('Bob writes on');
  });

  it('what a former holder wrote offline, after the office had given the pen away, stands as a conflict', async () => {
    const id = ann.begins({ visitor2: bob.person });
    await office.allSync();
    clara.handsPen(id, bob);
    await clara.sync();
    ann.types(id, 'praiseWords', 'Ann did not know yet');
    await office.allSync();
    expect(bob.visit(id)?.praiseWords).toBeUndefined();
    expect(bob.conflicts()).toHaveLength(1);
    expect(await office.says(id, 'Ann did not know yet')).toBe(true);
  });

  it('where a laptop is lost the office reassigns the pen', async () => {
    const id = ann.begins({ visitor2: bob.person });
    await office.allSync();
    clara.handsPen(id, bob);
    await clara.sync();
    await bob.sync();
    bob.types(id, 'briefing', 'Finished by Bob');
    bob.readies(id);
    await bob.sync();
    expect(bob.state(id)).toBe('received');
    await clara.sync();
    expect(clara.visit(id)?.briefing).toBe('Finished by Bob');
  });
});

describe('Revocation: refused within one request, and what was unsent is not lost', () => {
  it('a revoked laptop is refused at its next request and leaves its unsent work sealed for the office', async () => {
    await ann.sync();
    ann.sends({ comments: 'Never sent before the revocation' });
    await office.hub.revoke(ann);
    expect(await ann.sync()).toMatchObject({ kind: 'revoked', withOffice: true });
    expect(await office.hears('Never sent before the revocation', ann)).toBe(true);
    expect((await office.hub.devices()).find(({ id }) => id === ann.device())?.revoked).not.toBeNull();
  });
});

describe('Purge: what is erased is nowhere, for ever', () => {
  it('on the hub and on every laptop, in document, history, conflicts and search', async () => {
    const id = ann.sends({ comments: 'Erase this', visitor2: bob.person });
    await office.allSync();
    ann.corrects(id, 'comments', 'Erase this as well');
    clara.corrects(id, 'comments', 'And this');
    await office.allSync();
    await office.hub.purge('visit', id);
    await office.allSync();
    for (const person of [ann, bob, clara])
      for (const words of ['Erase this', 'Erase this as well', 'And this'])
        expect(person.fileSays(words), words).toBe(false);
    expect(await office.says(id, 'Erase this')).toBe(false);
  });

  it('against an offline edit: the push is answered purged, and the words do not bring it back', async () => {
    const id = ann.sends({ comments: 'Erase this' });
    await office.allSync();
    ann.corrects(id, 'comments', 'Written offline');
    await office.hub.purge('visit', id);
    await office.allSync();
    expect(await office.hub.document('visit', id)).toBeUndefined();
    expect(ann.visit(id)).toBeUndefined();
    expect(ann.fileSays('Erase this')).toBe(false);
  });
});

describe('Check: counts and digests are compared, and a difference repairs that set alone', () => {
  it('a record that a laptop lost comes back, and the log says so', async () => {
    const id = ann.sends();
    await office.allSync();
    clara.losesFromDisk('visit', id);
    await clara.sync({ check: true });
    await clara.sync({ check: true });
    expect(clara.visit(id)).toEqual(ann.visit(id));
    expect(await office.failures()).toEqual([]);
  });
});
