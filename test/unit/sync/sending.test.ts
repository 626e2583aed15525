import { describe, expect, it } from 'vitest';
import { ofPerson } from '#shared/sync/access.ts';
import type { Message } from '#shared/sync/wire.ts';
import { freshId, page, put } from '../../scenario/laptop/laptop.ts';
import { beginReport } from '../../scenario/laptop/typing.ts';
import { accepted, greeting, log, newLaptop, newSuite, refused } from './one-laptop.ts';
import { scriptedHub, sync } from './scripted-hub.ts';

describe('a change that the hub cannot read', () => {
  const poisoned = (bad: string, tag: string) => {
    const usual = scriptedHub();
    let n = 30;
    return scriptedHub({
      push: ({ changes }: Message<'push'>) =>
        changes.some((change) => change.record === bad)
          ? refused(tag)
          : {
              answers: changes.map((change) => {
                n += 1;
                return { id: change.id, answer: accepted(n) };
              }),
              head: usual.head(),
            },
    });
  };

  it('is put aside for its author, and holds up nothing else', async () => {
    const laptop = newLaptop();
    const names = ['A', 'B', 'C', 'D', 'E', 'F', 'G'];
    const ids = names.map((name) => newSuite(laptop, name));
    const hub = poisoned(ids[3] as string, 'badRequest');
    expect(await sync(laptop, hub.transport)).toMatchObject({ kind: 'done' });
    expect(laptop.read('suite', ids[3] as string)?.name).toBe('D');
    expect(laptop.steps.counts()).toMatchObject({ waiting: 0, attention: 1 });
    expect(log(laptop).some((text) => text.includes('holds up nothing else'))).toBe(true);
  });

  it('or that the hub fails on is tried again, and the others go', async () => {
    const laptop = newLaptop();
    const ids = ['A', 'B', 'C'].map((name) => newSuite(laptop, name));
    const hub = poisoned(ids[1] as string, 'unexpected');
    expect(await sync(laptop, hub.transport)).toMatchObject({ kind: 'done' });
    expect(laptop.steps.counts()).toMatchObject({ waiting: 1, attention: 0 });
    expect(await sync(laptop, scriptedHub().transport)).toMatchObject({ kind: 'done' });
    expect(laptop.steps.counts().waiting).toBe(0);
  });

  it('is none where the hub fails on everything: that is a failure, with all kept', async () => {
    const laptop = newLaptop();
    for (const name of ['A', 'B', 'C', 'D', 'E']) newSuite(laptop, name);
    const hub = scriptedHub({ push: () => refused('unexpected') });
    expect(await sync(laptop, hub.transport)).toEqual({ kind: 'failed', why: refused('unexpected') });
    expect(laptop.steps.counts().waiting).toBe(5);
  });
});

describe('numbers that never came', () => {
  it('are declared void where this store does not have them any more, and sent where it has', async () => {
    const laptop = newLaptop();
    newSuite(laptop, 'Northgate');
    laptop.steps.toPush(0);
    const usual = scriptedHub();
    const hub = scriptedHub({ greet: ({ number }) => ({ ...greeting(usual), number, missing: [1, 4, 5] }) });
    await sync(laptop, hub.transport);
    expect(hub.of('void')).toEqual([{ numbers: [4, 5] }]);
    expect(hub.of('push')[0]?.changes.map(({ number }) => number)).toEqual([1]);
    expect(log(laptop).some((text) => text.includes('The office was told'))).toBe(true);
  });
});

describe('attached files', () => {
  it('are counted one after the other while they go', async () => {
    const laptop = newLaptop();
    const keys = [ofPerson(laptop.own.id)];
    const hub = scriptedHub({
      pull: ({ stream }) => page([], stream === 'own' ? keys : []),
      filePut: ({ total }) => ({ held: total, whole: true }),
    });
    // Compared now, it is not compared again within the hour.
    await sync(laptop, hub.transport);
    const id = beginReport(laptop, { left: '16:00', comments: 'With three sheets.' });
    for (const words of ['One', 'Two', 'Three'])
      laptop.ask('files.add', {
        type: 'visit',
        id,
        file: freshId(),
        name: `${words}.txt`,
        bytes: btoa(words),
      });
    laptop.deliver(10);
    const visit = laptop.read('visit', id) as { id: string };
    laptop.receive('own', [put('visit', visit, 11, keys)], keys);
    const said: unknown[] = [];
    await sync(laptop, hub.transport, {}, { progress: (now) => said.push(now) });
    expect(said).toEqual(expect.arrayContaining([0, 1, 2].map((done) => ({ step: 'sending', done, of: 3 }))));
    expect(laptop.steps.counts().files).toBeUndefined();
  });
});
