import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { storeFile } from '#db/folder.ts';
import { sources } from '#desk/machine.ts';
import { initHub } from '#hub/store/create.ts';
import { hubFolder, unlockHub } from '#hub/store/folder.ts';
import { type Measurement, measurement, median } from './measure.ts';
import { type BenchStore, inFolder, makeStore, must, passphrase } from './store.ts';
import { bareInserts, bareTransfer } from './sync/floor.ts';
import { hubFlags, startProcess } from './sync/processes.ts';

type Report = { id: string };
/** Seconds from one laptop to the office, and from there to another laptop. */
type Times = { push: number; pull: number };
type Wire = { in: number; out: number };
type Opened = { file: string; key: string };

const hubProcess = new URL('./sync/hub-process.ts', import.meta.url);
const deskProcess = new URL('./sync/desk-process.ts', import.meta.url);
const keyed = ({ file, key }: Opened): Pick<BenchStore, 'file' | 'key'> => ({
  file,
  key: Buffer.from(key, 'hex'),
});

/** `answered`: until the hub has answered every report, before the laptop's own come back with their references. */
type Ours = Times & {
  answered: number;
  reports: Report[];
  bytes: Times;
  received: Pick<BenchStore, 'file' | 'key'>;
};

/** Laptop A writes, the hub takes, laptop B of the coordinator receives: three processes, everything as it is shipped. */
const ours = async (folder: string, count: number, database: string | null): Promise<Ours> => {
  const [hub, a, b] = [
    startProcess(hubProcess, hubFlags),
    startProcess(deskProcess),
    startProcess(deskProcess),
  ];
  try {
    const url = await hub.ask<string>('begin', { folder: join(folder, 'hub'), database });
    const joins = async (desk: typeof a, name: string, role: string) => {
      const code = await hub.ask<string>('invite', { name, role });
      return desk.ask<Opened>('join', { folder: join(folder, name), hub: url, code });
    };
    await joins(a, 'A', 'visitor');
    const received = await joins(b, 'B', 'coordinator');
    const reports = await a.ask<Report[]>('fill', count);
    const measured = async (desk: typeof a) => {
      await desk.ask('open');
      const before = await hub.ask<Wire>('wire');
      const began = Date.now();
      const seconds = await desk.ask<number>('sync');
      const after = await hub.ask<Wire>('wire');
      return { began, seconds, in: after.in - before.in, out: after.out - before.out };
    };
    const sent = await measured(a);
    const answered = ((await hub.ask<number>('pushAnswered')) - sent.began) / 1_000;
    const got = await measured(b);
    const arrived = await b.ask<number>('count');
    if (arrived !== count) throw new Error(`${arrived} of ${count} reports arrived`);
    await Promise.all([a.ask('close'), b.ask('close')]);
    await hub.ask('close');
    const bytes = { push: sent.in, pull: got.out };
    return { push: sent.seconds, answered, pull: got.seconds, reports, bytes, received: keyed(received) };
  } finally {
    await Promise.all([a.end(), b.end(), hub.end()]);
  }
};

/** The same rows into the same encrypted stores, and the documents over the wire once. */
const raw = async (folder: string, { reports, received }: Ours): Promise<Times> => {
  const hub = join(folder, 'hub');
  const bare = join(folder, 'bare');
  const made = must(await initHub({ folder: bare, passphrase, database: null }, 'Invented', sources));
  await made.store.close();
  const [full, empty] = [
    must(await unlockHub(hub, { passphrase })),
    must(await unlockHub(bare, { passphrase })),
  ];
  const laptop = await makeStore(join(folder, 'laptop'));
  const transfer = await bareTransfer(reports);
  return {
    push:
      transfer +
      bareInserts(
        { file: storeFile(hubFolder(hub)), key: full.key },
        { file: storeFile(hubFolder(bare)), key: empty.key },
      ),
    pull: transfer + bareInserts(received, laptop),
  };
};

/** PouchDB with the same documents: to its own server over loopback, and from there into another. */
const pouch = async (folder: string, { reports }: Ours): Promise<Times> => {
  const file = (name: string) => startProcess(new URL(`./peers/${name}.ts`, import.meta.url));
  const [server, a, b] = [file('pouch-server'), file('pouch-client'), file('pouch-client')];
  try {
    const url = await server.ask<string>('begin', join(folder, 'server'));
    await a.ask('open', join(folder, 'a'));
    await b.ask('open', join(folder, 'b'));
    await a.ask('fill', reports);
    const push = await a.ask<number>('push', url);
    const pull = await b.ask<number>('pull', url);
    const arrived = await b.ask<number>('count');
    if (arrived !== reports.length) throw new Error(`PouchDB lost ${reports.length - arrived} documents`);
    return { push, pull };
  } finally {
    await Promise.all([a.end(), b.end(), server.end()]);
  }
};

type Round = { ours: Ours; postgres: Ours; raw: Times; pouch: Times | undefined };

/**
 * Reports from laptop to hub to laptop, in rounds in which all take their turns: ours with its hub on SQLite and on
 * PostgreSQL, the raw limit, and PouchDB where it is installed.
 */
export const syncs = async (wish: {
  count: number;
  rounds: number;
  database: string;
  peers: boolean;
}): Promise<Measurement[]> => {
  const { count, rounds, database, peers } = wish;
  const done: Round[] = [];
  for (let round = 0; round < rounds; round++)
    await inFolder(async (folder) => {
      const first = await ours(join(folder, 'sqlite'), count, null);
      done.push({
        ours: first,
        postgres: await ours(join(folder, 'postgres'), count, database),
        raw: await raw(join(folder, 'sqlite'), first),
        pouch: peers ? await pouch(folder, first) : undefined,
      });
    });
  const ways = ['push', 'pull', 'both'] as const;
  const seconds = ({ push, pull }: Times, way: (typeof ways)[number]) =>
    way === 'both' ? push + pull : { push, pull }[way];
  const rate = (way: (typeof ways)[number], of: (round: Round) => Times | undefined) =>
    count / median(done.flatMap((round) => of(round) ?? []).map((times) => seconds(times, way)));
  const beside = (kind: 'SQLite' | 'PostgreSQL', what: string, peer: (round: Round) => Times | undefined) =>
    ways.map((way) =>
      measurement(
        `sync of ${count.toLocaleString('en-GB')} reports, ${kind}: ${way}, against ${what}`,
        rate(way, (round) => (kind === 'SQLite' ? round.ours : round.postgres)),
        rate(way, peer),
        '/s',
      ),
    );
  const packed = gzipSync(JSON.stringify(done[0]?.ours.reports)).length / 1_000;
  const bytes = (way: 'push' | 'pull') => median(done.map((round) => round.ours.bytes[way])) / 1_000;
  return [
    ...beside('SQLite', 'raw limit', (round) => round.raw),
    measurement(
      `sync of ${count.toLocaleString('en-GB')} reports, SQLite: push until the hub has answered all, against raw limit of push`,
      count / median(done.map((round) => round.ours.answered)),
      rate('push', (round) => round.raw),
      '/s',
    ),
    ...(peers
      ? [
          ...beside('SQLite', 'PouchDB', (round) => round.pouch),
          ...beside('PostgreSQL', 'PouchDB', (round) => round.pouch),
        ]
      : beside('PostgreSQL', 'SQLite', (round) => round.ours)),
    ...(['push', 'pull'] as const).map((way) =>
      measurement(`bytes on the wire, ${way}: against the JSON gzipped`, bytes(way), packed, 'kB'),
    ),
  ];
};
