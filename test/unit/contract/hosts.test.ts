import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  type Answer,
  type CallName,
  contract,
  type Host,
  type HostEvent,
  type RecordType,
} from '#shared/contract.ts';
import type { Failure } from '#shared/errors.ts';
import { type JoinedOffice, joinedOffice } from '#test/joined.ts';
import { holdToContract } from '#test/memory-host.ts';
import {
  addSuite,
  ask,
  deskOver,
  freshId,
  newFolder,
  newOffice,
  type Office,
  passphrase,
  refusal,
} from '#test/office.ts';
import { disagreements } from '#test/whole.ts';
import { type Way, ways } from './hosts.ts';
import { walk } from './walk.ts';
import { isOfHub, walkJoined } from './walk-joined.ts';

const names = Object.keys(contract) as CallName[];

/** Asks as a page could that was tampered with: any name, any input. */
const anyCall = (host: Host, name: string, input: unknown) =>
  host.call(name as CallName, input as never) as Promise<Answer<CallName>>;
const anyRefusal = async (host: Host, name: string, input: unknown): Promise<Failure> => {
  const answer = await anyCall(host, name, input);
  if (answer.ok) throw new Error(`${name} was answered`);
  return answer.error;
};

/** Time for what was told to arrive over a stream. */
const quiet = () => new Promise((go) => setTimeout(go, 100));

/** Waits until something has been heard. */
const until = async (met: () => boolean) => {
  for (let tries = 0; !met() && tries < 3_000; tries += 1) await new Promise((go) => setTimeout(go, 10));
  expect(met()).toBe(true);
};

const told = (type: RecordType): HostEvent => ({ kind: 'changed', types: [type] });
const counts = (host: Host) => ask(host, 'throughput.save', { suite: freshId(), month: '2024-05', total: 3 });

/** Listens, once all that was told before has been heard: the browser's window begins to a moment after it asked to. */
const listening = async (host: Host) => {
  const heard: HostEvent[] = [];
  const stop = host.listen((event) => heard.push(event));
  for (let tries = 0; heard.length === 0 && tries < 3_000; tries += 1) {
    await addSuite({ ask: (name, input) => ask(host, name, input) }, 'Eastgate');
    await new Promise((go) => setTimeout(go, 10));
  }
  await counts(host);
  await until(() => JSON.stringify(heard.at(-1)) === JSON.stringify(told('throughput')));
  heard.length = 0;
  return { heard, stop };
};

describe.each(Object.keys(ways) as Host['kind'][])('the application, reached by the %s host', (kind) => {
  let office: Office;
  let way: Way;
  let host: Host;
  beforeAll(async () => {
    office = await newOffice('example');
    way = await ways[kind](office.desk);
    // Whichever way it came, an answer is what the table of calls promises.
    host = {
      ...way.host,
      call: (async (name: CallName, input: never) => {
        const answer = await way.host.call(name, input);
        if (Object.hasOwn(contract, name)) holdToContract(name, answer);
        return answer;
      }) as Host['call'],
    };
  });
  afterAll(async () => {
    await way.end();
    await office.end();
  });

  it('says which kind it is', () => expect(way.host.kind).toBe(kind));

  it('refuses an input of the wrong shape in words, for every call', async () => {
    for (const name of names) {
      const failure = await anyRefusal(host, name, 'not an object');
      expect(failure, name).toMatchObject({ tag: 'invalid' });
      expect('problems' in failure && failure.problems.length, name).toBeGreaterThan(0);
    }
  });

  it('refuses names that are not in the contract, also those that every object has', async () => {
    for (const name of [
      'visits.erase',
      '',
      '__proto__',
      'constructor',
      'toString',
      'hasOwnProperty',
      '*close',
    ])
      expect(await anyRefusal(host, name, {}), name).toEqual({ tag: 'unknownCall', name });
  });

  it('tells every window what changed, and stops when asked', async () => {
    const { heard, stop } = await listening(host);
    await addSuite({ ask: (name, input) => ask(host, name, input) }, 'Westgate');
    await until(() => heard.length > 0);
    stop();
    await counts(host);
    await quiet();
    expect(heard).toEqual([told('suite')]);
  });

  it('tells nothing of what was only read, or refused', async () => {
    const { heard, stop } = await listening(host);
    await ask(host, 'suites.list', {});
    await refusal(host, 'visits.save', { id: freshId(), patch: [] });
    await counts(host);
    await until(() => heard.length > 0);
    expect(heard).toEqual([told('throughput')]);
    stop();
  });

  it('answers every call of the contract as the table says', async () => {
    const heard = new Set<CallName>();
    await walk(host, office.folder, (name) => heard.add(name));
    expect(names.filter((name) => !isOfHub(name) && !heard.has(name))).toEqual([]);
  });

  it('makes no second store where there is one', async () => {
    const again = { name: 'Office', person: 'P', body: 'B', passphrase, start: 'empty' } as const;
    expect(await refusal(host, 'store.create', again)).toEqual({ tag: 'storeExists' });
  });

  it('says so to every window when it is locked, and then refuses every call', async () => {
    const { heard, stop } = await listening(host);
    await ask(host, 'store.lock', {});
    await until(() => heard.some((event) => event.kind === 'locked'));
    stop();
    for (const name of names.filter((one) => contract[one].may !== 'anyone'))
      expect(await anyRefusal(host, name, {}), name).toEqual({ tag: 'locked' });
    expect((await ask(host, 'store.status', {})).state).toBe('locked');
    const wrong = await refusal(host, 'store.unlock', { passphrase: 'not the passphrase' });
    expect(wrong).toEqual({ tag: 'wrongPassphrase' });
  });

  it('leaves a store in which everything agrees', async () => {
    await office.close();
    expect(disagreements(office.folder, office.recoveryCode)).toEqual([]);
  });
});

describe.each(Object.keys(ways) as Host['kind'][])('an office with a hub, reached by the %s host', (kind) => {
  let office: JoinedOffice;
  let laptop: ReturnType<typeof deskOver>;
  let way: Way;
  beforeAll(async () => {
    office = await joinedOffice();
    laptop = deskOver(newFolder(), { sync: 'asked' });
    way = await ways[kind](laptop.desk);
  });
  afterAll(async () => {
    await way.end();
    await laptop.end();
    await office.end();
  });

  it('answers every call of sync as the table says', async () => {
    const host = {
      ...way.host,
      call: (async (name: CallName, input: never) => {
        const answer = await way.host.call(name, input);
        holdToContract(name, answer);
        return answer;
      }) as Host['call'],
    };
    const heard = new Set<CallName>();
    await walkJoined(host, office, laptop.folder, (name) => heard.add(name));
    expect(names.filter((name) => isOfHub(name) && !heard.has(name))).toEqual([]);
  });
});
