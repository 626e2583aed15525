import { afterEach, describe, expect, it } from 'vitest';
import { openSealed } from '#db/sealed.ts';
import { logWords } from '#desk/sync/log-words.ts';
import type { Message } from '#shared/sync/wire.ts';
import {
  freshId,
  gone,
  type JoinedLaptop,
  joinedLaptop,
  hub as keys,
  page,
  put,
} from '../../scenario/laptop/laptop.ts';
import { scriptedHub, sync } from './scripted-hub.ts';

const laptops: JoinedLaptop[] = [];
const newLaptop = () => {
  const laptop = joinedLaptop(['coordinator']);
  laptops.push(laptop);
  return laptop;
};
afterEach(() => {
  for (const laptop of laptops.splice(0)) laptop.end();
});

const newSuite = (laptop: JoinedLaptop, name: string): string => {
  const id = freshId();
  laptop.ask('suites.save', { id, patch: [{ path: [], now: { id, name, statuses: [], targets: [] } }] });
  return id;
};
const log = (laptop: JoinedLaptop) => laptop.ask('sync.log', {}).map(({ text }) => text);
const refused = (tag: string) => ({ tag: 'refused', refused: tag }) as const;
const member = (laptop: JoinedLaptop) => {
  const found = laptop.steps.membership();
  if (!found) throw new Error('it has not joined');
  return found;
};

describe('a sync', () => {
  it('greets, sends what is ready, receives both streams, and compares', async () => {
    const laptop = newLaptop();
    newSuite(laptop, 'Northgate');
    const hub = scriptedHub();
    expect(await sync(laptop, hub.transport)).toMatchObject({ kind: 'done', sent: 1 });
    expect(hub.names()).toEqual(['hello', 'greet', 'push', 'pull', 'pull', 'digests']);
    expect(laptop.steps.counts().waiting).toBe(0);
    expect(member(laptop)).toMatchObject({ head: hub.head(), scope: 1, audit: 'audit' });
    expect(member(laptop).receivedAt).not.toBeNull();
    expect(log(laptop)[0]).toBe('1 change sent to the office, 0 records received.');
  });

  it('compares once an hour at most, unless somebody asks, and whatever the clock does', async () => {
    const laptop = newLaptop();
    const hub = scriptedHub();
    const compared = () => hub.names().filter((name) => name === 'digests').length;
    await sync(laptop, hub.transport);
    await sync(laptop, hub.transport);
    expect(compared()).toBe(1);
    await sync(laptop, hub.transport, { check: true });
    expect(compared()).toBe(2);
    laptop.sources.now = () => Date.now() - 40 * 365 * 86_400_000;
    await sync(laptop, hub.transport);
    expect(compared()).toBe(3);
  });

  it('ends where it is asked to, and keeps what it had not sent', async () => {
    const laptop = newLaptop();
    newSuite(laptop, 'Northgate');
    const hub = scriptedHub();
    const stopping = () => hub.names().includes('greet');
    expect(await sync(laptop, hub.transport, {}, { stopping })).toEqual({ kind: 'stopped' });
    expect(laptop.steps.counts().waiting).toBe(1);
    expect(hub.names()).toEqual(['hello', 'greet']);
  });

  it('of a store that is its own office is none', async () => {
    const laptop = newLaptop();
    laptop.db.prepare("DELETE FROM meta WHERE key = 'membership'").run();
    expect(await sync(laptop, scriptedHub().transport)).toEqual({ kind: 'alone' });
  });
});

describe('an answer that is lost', () => {
  it('at any step loses nothing and doubles nothing: the next sync ends as if it had come', async () => {
    const steps = ['hello', 'greet', 'push', 'pull', 'digests'] as const;
    for (const lost of steps) {
      const laptop = newLaptop();
      const suites = [newSuite(laptop, 'Northgate'), newSuite(laptop, 'Southgate')];
      const hub = scriptedHub();
      let fails = true;
      const torn: typeof hub.transport = {
        ask: async (name, input, caller) => {
          const answer = await hub.transport.ask(name, input, caller);
          if (name !== lost || !fails) return answer;
          fails = false;
          return { ok: false, why: { tag: 'torn' } };
        },
      };
      expect(await sync(laptop, torn), lost).toEqual({ kind: 'failed', why: { tag: 'torn' } });
      expect(await sync(laptop, torn), lost).toMatchObject({ kind: 'done' });
      expect(hub.took(), lost).toBe(suites.length);
      expect(laptop.steps.counts().waiting, lost).toBe(0);
    }
  });

  it('to a greeting leaves the old token in use, and a token is stored before it is used', async () => {
    const laptop = newLaptop();
    const hub = scriptedHub();
    await sync(laptop, hub.transport);
    const [hello, greet, pull] = hub.asked;
    expect([hello?.token, greet?.token, pull?.token]).toEqual([null, null, 'token 0']);
    expect(member(laptop).token).toBe('token 0');
    await sync(laptop, hub.transport);
    expect(hub.asked.find((one, i) => one.name === 'greet' && i > 1)?.token).toBe('token 0');
    expect(member(laptop).token).toBe('token 1');
  });

  it('that has no answer to some of the changes leaves those in the line', async () => {
    const laptop = newLaptop();
    newSuite(laptop, 'Northgate');
    newSuite(laptop, 'Southgate');
    let first = true;
    const whole = scriptedHub();
    const part = scriptedHub({
      push: (input) => {
        const changes = first ? input.changes.slice(1) : input.changes;
        first = false;
        return {
          answers: changes.map((c, i) => ({ id: c.id, answer: accepted(20 + i) })),
          head: whole.head(),
        };
      },
    });
    await sync(laptop, part.transport);
    expect(laptop.steps.counts().waiting).toBe(1);
    expect(log(laptop).some((text) => text.startsWith('The office gave no answer to 1 change'))).toBe(true);
    await sync(laptop, part.transport);
    expect(laptop.steps.counts().waiting).toBe(0);
  });
});

const accepted = (n: number) => ({
  kind: 'accepted',
  version: { epoch: 1, n },
  receipt: `receipt-${n}`,
  content: 'c',
  at: '2026-05-05T10:00:00.000Z',
});

describe('a store that is a copy', () => {
  it('goes on as a new device before anything is sent, and its changes keep their ids', async () => {
    const laptop = newLaptop();
    newSuite(laptop, 'Northgate');
    const [sealed] = laptop.steps.toPush(0);
    const before = member(laptop);
    let greeted = 0;
    const usual = scriptedHub();
    const hub = scriptedHub({
      greet: () => {
        greeted += 1;
        return greeted === 1 ? refused('staleToken') : { ...greeting(usual), number: 0 };
      },
    });
    expect(await sync(laptop, hub.transport)).toMatchObject({ kind: 'done', sent: 1 });
    expect(hub.names().slice(0, 5)).toEqual(['hello', 'greet', 'reincarnate', 'greet', 'push']);
    const [pushed] = hub.of('push')[0]?.changes ?? [];
    expect(pushed?.id).toBe(sealed?.id);
    expect(pushed).toMatchObject({ number: 1, device: member(laptop).device });
    expect(member(laptop).device).not.toBe(before.device);
    expect(member(laptop).key).not.toBe(before.key);
    expect(hub.asked.find(({ name }) => name === 'reincarnate')?.device).toBe(before.device);
  });

  it('goes on from the device it was before where a hub put back from its backup does not know what it became', async () => {
    const laptop = newLaptop();
    const first = member(laptop);
    laptop.steps.reincarnate('the second', 'key of the second', 'token of the second');
    const usual = scriptedHub();
    let greeted = 0;
    const hub = scriptedHub({
      greet: () => (greeted++ === 0 ? refused('notJoined') : { ...greeting(usual), number: 0 }),
    });
    expect(await sync(laptop, hub.transport)).toMatchObject({ kind: 'done' });
    expect(hub.asked.find(({ name }) => name === 'reincarnate')?.device).toBe(first.device);
    expect(member(laptop).formers?.map(({ device }) => device)).toEqual([first.device, 'the second']);
  });

  it('is found out by a number it never gave', async () => {
    const laptop = newLaptop();
    const usual = scriptedHub();
    let greeted = 0;
    const hub = scriptedHub({
      greet: () => ({ ...greeting(usual), number: greeted++ === 0 ? 7 : 0 }),
    });
    await sync(laptop, hub.transport);
    expect(hub.names()).toContain('reincarnate');
  });
});

const greeting = (hub: ReturnType<typeof scriptedHub>) => ({
  token: 'a token',
  epoch: 1,
  head: hub.head(),
  behind: false,
  number: 0,
  missing: [] as number[],
  scope: 1,
  roles: [],
  audit: 'audit',
  types: ['suite', 'setting', 'form', 'person', 'visit', 'pen', 'conflict'],
  now: new Date().toISOString(),
});

describe('another office, or a newer one', () => {
  it('is told nothing and gives nothing', async () => {
    const laptop = newLaptop();
    newSuite(laptop, 'Northgate');
    const other = { office: freshId(), key: keys.publicKey };
    const strange = { office: member(laptop).office, key: 'another key' };
    for (const who of [other, strange]) {
      const met = { ...meeting(), ...who };
      const hub = scriptedHub({ hello: () => met });
      expect(await sync(laptop, hub.transport)).toEqual({ kind: 'failed', why: refused('foreignOffice') });
      expect(hub.names()).toEqual(['hello']);
    }
    const newer = scriptedHub({ hello: () => ({ ...meeting(), oldest: 9, newest: 12 }) });
    expect(await sync(laptop, newer.transport)).toEqual({ kind: 'failed', why: refused('tooOld') });
    expect(laptop.steps.counts().waiting).toBe(1);
  });
});

const meeting = () => ({
  product: 'icv-desk-hub' as const,
  office: laptops[0] ? member(laptops[0]).office : '',
  body: 'Office',
  oldest: 1,
  newest: 1,
  now: new Date().toISOString(),
  nonce: 'nonce',
  key: keys.publicKey,
});

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

/** A laptop that has received sixty suites. */
const laptopOfManySuites = () => {
  const laptop = newLaptop();
  const role = 'role:coordinator';
  const suites = Array.from({ length: 60 }, (_, i) => ({
    id: freshId(),
    name: `Suite ${i}`,
    statuses: [],
    targets: [],
  }));
  laptop.receive(
    'shared',
    suites.map((one, i) => put('suite', one, 100 + i, [role])),
    [role],
  );
  return { laptop, suites, role };
};

describe('a stream', () => {
  it('that promises more and sends nothing is a stall that people can see, not a wheel that turns', async () => {
    const laptop = newLaptop();
    const hub = scriptedHub({
      pull: ({ cursor }) => page([], [], { cursor: cursor ?? 'here', remaining: 5 }),
    });
    expect(await sync(laptop, hub.transport)).toEqual({ kind: 'failed', why: { tag: 'stalled' } });
    expect(log(laptop)[0]).toContain('sent nothing more');
  });

  it('that would take most away without having said so takes nothing until somebody agrees', async () => {
    const { laptop, suites, role } = laptopOfManySuites();
    const taking = () =>
      scriptedHub({
        pull: ({ stream }) =>
          stream === 'shared'
            ? page(
                suites.map(({ id }, i) => gone('suite', id, 200 + i)),
                [role],
              )
            : page([], []),
      });
    const asked = await sync(laptop, taking().transport);
    expect(asked).toMatchObject({ kind: 'removal', removes: 60 });
    expect(laptop.ask('suites.list', {})).toHaveLength(60);
    expect(log(laptop)[0]).toContain('somebody has to agree first');
    expect(await sync(laptop, taking().transport, { removal: true })).toMatchObject({ kind: 'done' });
    expect(laptop.ask('suites.list', {})).toHaveLength(0);
  });

  it('takes away without asking where the hub has declared another scope', async () => {
    const { laptop, suites, role } = laptopOfManySuites();
    laptop.steps.remember({ scope: 1 });
    const usual = scriptedHub();
    const hub = scriptedHub({
      greet: () => ({ ...greeting(usual), scope: 2 }),
      pull: ({ stream }) =>
        stream === 'shared'
          ? page(
              suites.map(({ id }, i) => gone('suite', id, 200 + i)),
              [role],
            )
          : page([], []),
    });
    expect(await sync(laptop, hub.transport)).toMatchObject({ kind: 'done' });
    expect(laptop.ask('suites.list', {})).toHaveLength(0);
    expect(member(laptop).scope).toBe(2);
  });
});

describe('a set that differs', () => {
  it('is brought again, that one alone, and the log says so', async () => {
    const laptop = newLaptop();
    const role = 'role:coordinator';
    const suite = { id: freshId(), name: 'Northgate', statuses: [], targets: [] };
    laptop.receive('shared', [put('suite', suite, 5, [role])], [role]);
    const theirs = { ...suite, name: 'Northgate as the office has it' };
    let found: unknown;
    const hub = scriptedHub({
      pull: ({ stream, cursor }) =>
        page([], stream === 'shared' ? [role] : [], { cursor: cursor ?? 'head', head: hub.head() }),
      digests: () => ({
        head: hub.head(),
        shared: [{ key: role, type: 'suite', count: 1, xor: 'f'.repeat(64) }],
        own: [],
      }),
      set: () => ({ items: [put('suite', theirs, 7, [role])], next: null }),
    });
    const checked = (what: unknown) => {
      found = what;
    };
    expect(await sync(laptop, hub.transport, { check: true }, { checked })).toMatchObject({ kind: 'done' });
    expect(hub.of('set')).toEqual([{ stream: 'shared', key: role, type: 'suite', after: null }]);
    expect(laptop.read('suite', suite.id)?.name).toBe('Northgate as the office has it');
    // What the script promises never agrees: that is said, too.
    expect(found).toMatchObject({ repaired: 0, differing: 1 });
    expect(log(laptop).some((text) => text.includes('1 put right'))).toBe(true);
    expect(log(laptop).some((text) => text.includes('still differ'))).toBe(true);
  });
});

describe('a hub that was restored', () => {
  it('is offered what was purged, then own changes, then what was received; cut short, all of it again', async () => {
    const laptop = newLaptop();
    const role = 'role:coordinator';
    const suite = { id: freshId(), name: 'Northgate', statuses: [], targets: [] };
    laptop.receive('shared', [put('suite', suite, 40, [role])], [role]);
    const erased = freshId();
    laptop.receive(
      'shared',
      [
        {
          kind: 'purged',
          type: 'visit',
          id: erased,
          version: { epoch: 1, n: 41 },
          at: '2026-05-05T10:00:00.000Z',
        },
      ],
      [role],
    );
    newSuite(laptop, 'Written meanwhile');
    const known = member(laptop).head;
    const usual = scriptedHub();
    const behind = () => ({ ...greeting(usual), behind: true });
    const cut = scriptedHub({
      greet: behind,
      offer: ({ records }) => (records.length > 0 ? { tag: 'torn' } : { taken: 0 }),
    });
    expect(await sync(laptop, cut.transport)).toEqual({ kind: 'failed', why: { tag: 'torn' } });
    expect(member(laptop).head).toEqual(known);
    const hub = scriptedHub({ greet: behind });
    expect(await sync(laptop, hub.transport)).toMatchObject({ kind: 'done' });
    const offers = hub.of('offer');
    expect(offers[0]?.purged.map(({ id }) => id)).toEqual([erased]);
    expect(offers.at(-1)?.records.map(({ id }) => id)).toContain(suite.id);
    expect(cut.names().slice(2, 5)).toEqual(['offer', 'push', 'offer']);
    expect(member(laptop).head).toEqual(hub.head());
  });
});

describe('a laptop whose access was ended', () => {
  it('hands over what was unsent, sealed so that only the office can read it', async () => {
    const laptop = newLaptop();
    newSuite(laptop, 'Unsent words');
    const hub = scriptedHub({ greet: () => refused('revoked') });
    const left = await sync(laptop, hub.transport);
    expect(left).toMatchObject({ kind: 'revoked', withOffice: true });
    const [{ sealed } = { sealed: '' }] = hub.of('quarantine');
    expect(sealed).not.toContain('Unsent');
    expect(openSealed(keys.privateKey, sealed)).toBeDefined();
  });

  it('keeps it for a file where the office does not take it', async () => {
    const laptop = newLaptop();
    newSuite(laptop, 'Unsent words');
    const hub = scriptedHub({ greet: () => refused('revoked'), quarantine: () => ({ tag: 'hubDown' }) });
    const left = await sync(laptop, hub.transport);
    expect(left).toMatchObject({ kind: 'revoked', withOffice: false });
    expect(left.kind === 'revoked' && openSealed(keys.privateKey, left.sealed)).toBeDefined();
  });
});

describe('the log', () => {
  it('has a sentence also for what a newer version wrote', () => {
    expect(logWords({ kind: 'toString', detail: {} })).toBe('Sync: toString.');
    expect(logWords({ kind: 'failed', detail: { why: 'noNetwork' } })).toContain('has no network');
  });
});
