import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { returnChecks } from '#desk/returns/checks.ts';
import { syncSteps } from '#desk/sync/steps.ts';
import type { Change } from '#shared/sync/accept.ts';
import { limits } from '#shared/sync/wire.ts';
import { answering } from './far.ts';
import { newHub, type Office, type Person } from './office.ts';

let office: Office;
let ann: Person;
let clara: Person;
beforeEach(async () => {
  office = await newHub();
  clara = await office.join('Clara', 'coordinator');
  ann = await office.join('Ann', 'visitor', 'North');
});
afterEach(() => office.end());

describe('Answers: what does not come to an end becomes visible', () => {
  it('held longer than a day it needs somebody, on the laptop and among the office’s devices', async () => {
    const id = ann.begins();
    ann.toPush();
    ann.types(id, 'comments', 'And then');
    const [first, second] = ann.toPush().filter(({ type }) => type === 'visit') as [Change, Change];
    const [answer] = await office.hub.push(ann, [second]);
    expect(answer).toEqual({ kind: 'held', waitsFor: first.id });
    const { laptop } = ann.member;
    syncSteps(laptop.store(), laptop.sources).answered(
      [{ id: second.id, answer: answer as { kind: string } }],
      second.at,
    );
    const shown = () => ann.waiting().find((one) => one.change === second.id);
    expect(shown()).toMatchObject({ state: 'sending', why: 'held' });
    await office.hours(25);
    expect(shown()).toMatchObject({ state: 'attention', why: 'held' });
    const gaps = await office.hub.store.read((read) => read.gaps(ann.device()));
    expect(gaps).toMatchObject({ held: 1 });
  });
});

describe('Claims: the first has it, and the second is told that it is taken', () => {
  it('of two who give one pen away at the same time', async () => {
    const bob = await office.join('Bob', 'visitor', 'North');
    const id = ann.begins({ visitor2: bob.person });
    await office.allSync();
    clara.handsPen(id, bob);
    await clara.sync();
    ann.handsPen(id, bob);
    await ann.sync();
    expect(ann.waiting()).toMatchObject([{ type: 'pen', state: 'attention', why: 'taken' }]);
    await office.allSync();
    for (const person of [ann, bob, clara])
      expect(person.pens()).toMatchObject([{ visit: id, holder: { person: bob.person } }]);
  });
});

describe('Transport: what is sent is cut into pieces that a poor line carries', () => {
  it('at most 200 changes in a push, and the rest in the next', async () => {
    for (let i = 0; i < limits.changes + 5; i += 1) ann.sends();
    expect(ann.toPush()).toHaveLength(limits.changes);
    const sizes: number[] = [];
    const counting = answering(office.simulated.hub, {
      push: (reply, { changes }) => {
        sizes.push(changes.length);
        return reply;
      },
    });
    await ann.syncWith(counting);
    expect(sizes).toEqual([limits.changes, 5]);
    expect(ann.waiting()).toEqual([]);
  });

  it('at most a megabyte in a push', async () => {
    const long = 'Long and patient words. '.repeat(800);
    for (let i = 0; i < 60; i += 1) ann.sends({ comments: `${i} ${long}` });
    const batch = ann.toPush();
    expect(batch.length).toBeGreaterThan(10);
    const bytes = batch.map((change) => Buffer.byteLength(JSON.stringify(change)));
    expect(bytes.reduce((sum, one) => sum + one)).toBeLessThanOrEqual(limits.bytes);
    await ann.sync();
    expect(ann.waiting()).toEqual([]);
  });
});

describe('Conflicts and newer records: a return says what it does not stand on yet', () => {
  const checksOf = ({ member: { laptop } }: Person) => {
    const span = { from: '2026-04-01', to: '2026-06-30' };
    const all = returnChecks(laptop.store(), span as never, { suites: [] } as never, new Map() as never);
    return Object.fromEntries(all.map(({ id, ok }) => [id, ok]));
  };

  it('a contested answer of a report of the period, until people have settled it', async () => {
    const id = await office.shared(ann, clara);
    expect(checksOf(clara)).toMatchObject({ contested: true, unsent: true });
    ann.corrects(id, 'comments', 'Ann says so');
    clara.corrects(id, 'comments', 'Clara says so');
    expect(checksOf(clara)).toMatchObject({ unsent: false });
    await office.allSync();
    expect(checksOf(clara)).toMatchObject({ contested: false, unsent: true });
    clara.settles(clara.conflicts()[0], [{ path: ['comments'], now: 'Ann says so' }]);
    await office.allSync();
    expect(checksOf(clara)).toMatchObject({ contested: true, unsent: true });
  });
});
