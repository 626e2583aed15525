import { copyFileSync, rmSync } from 'node:fs';
import { Worker } from 'node:worker_threads';
import type { Database } from 'better-sqlite3';
import type { Desk } from '#desk/desk.ts';
import { sources } from '#desk/machine.ts';
import { newId } from '#shared/ids.ts';
import type { Visit } from '#shared/records/visit.ts';
import { type Measurement, measurement, median, millisecondsOf, share } from './measure.ts';
import { type BenchStore, call, connect, openedDesk, tenYears } from './store.ts';

/** Somebody at work on one report: each save adds a few words to it, as the form does while they are typed. */
const writing = async (desk: Desk, like: Visit): Promise<() => Promise<void>> => {
  const id = newId(sources);
  await call(desk, 'visits.start', { id });
  const {
    events: _,
    corrections: __,
    reference: ___,
    form: ____,
    id: _____,
    comments: ______,
    ...content
  } = like;
  const patch = Object.entries(content).map(([key, now]) => ({ path: [key], now: now as never }));
  const begun = (await call(desk, 'visits.get', { id })).visit as Record<string, unknown>;
  await call(desk, 'visits.save', {
    id,
    patch: patch.map((c) => ({ ...c, ...(c.path[0]! in begun && { was: begun[c.path[0]!] as never }) })),
  });
  let words: string | undefined;
  let saves = 0;
  return async () => {
    const now = `Everybody was content with their care, and breakfast was at ${++saves % 60} past eight.`;
    await call(desk, 'visits.save', {
      id,
      patch: [{ path: ['comments'], ...(words && { was: words }), now }],
    });
    words = now;
  };
};

type Row = Record<string, unknown> & { id: string };

/** The peer: a worker of its own over a copy of the file, and in each message the whole row, ready to be inserted. */
const inserting = (store: BenchStore, row: Row) => {
  const copy = `${store.file}.peer`;
  copyFileSync(store.file, copy);
  const columns = Object.keys(row);
  const statement = `insert into visit (${columns.map((name) => `"${name}"`).join(', ')}) values (${columns.map(() => '?').join(', ')})`;
  const worker = new Worker(new URL('./peer-worker.ts', import.meta.url), {
    workerData: { file: copy, key: store.key, statement },
  });
  return {
    insert: () =>
      new Promise<void>((resolve) => {
        worker.once('message', () => resolve());
        worker.postMessage(columns.map((name) => (name === 'id' ? newId(sources) : row[name])));
      }),
    end: async () => {
      await worker.terminate();
      for (const end of ['', '-wal', '-shm']) rmSync(copy + end, { force: true });
    },
  };
};

const inATurn = 20;
const several = async (work: () => Promise<void>, into: number[]): Promise<void> => {
  for (let i = 0; i < inATurn; i++) into.push(await millisecondsOf(work));
};

/** A report of the example as the table holds it: long words, and as many detainees as are asked for. */
const reportOf = (db: Database, detainees: number): Row => {
  const entered = "ifnull(json_array_length(data, '$.detainees'), 0)";
  const row = db
    .prepare(
      `select * from visit where date < '2026' and outcome = 'completed' and ${entered} ${detainees > 0 ? '> 0' : '= 0'}
        order by length(data) desc limit 1 offset 10`,
    )
    .get() as Row;
  const visit = JSON.parse(row.data as string) as Visit;
  if (detainees === 0 || !visit.detainees) return row;
  const [kinds, ids] = [visit.detainees, Array.from({ length: detainees }, () => newId(sources))];
  const entering = ids.map((id, i) => ({ ...kinds[i % kinds.length], id, order: id }));
  return { ...row, data: JSON.stringify({ ...visit, detainees: entering, matters: undefined }) };
};

const detaineesIn = [0, 20];

/** One save from the form to the disk, beside the bare insert of the same row. */
const besideInserts = async (store: BenchStore, desk: Desk, turns: number): Promise<Measurement[]> => {
  const db = connect(store, true);
  const rows = detaineesIn.map((detainees) => ({ detainees, row: reportOf(db, detainees) }));
  db.close();
  const measured: Measurement[] = [];
  for (const { detainees, row } of rows) {
    const peer = inserting(store, row);
    const save = await writing(desk, JSON.parse(row.data as string));
    const [ours, bare, unused]: [number[], number[], number[]] = [[], [], []];
    for (let turn = 0; turn < turns * 2; turn++) {
      await several(save, turn < turns ? unused : ours);
      await several(peer.insert, turn < turns ? unused : bare);
    }
    await peer.end();
    const name = `save, ${detainees} detainees: from form to durable`;
    measured.push(measurement(name, median(ours), median(bare)));
  }
  return measured;
};

/** Saves while a long return is computed, beside saves while nothing is. */
const besideAReturn = async (store: BenchStore, desk: Desk, turns: number): Promise<Measurement[]> => {
  const db = connect(store, true);
  const row = reportOf(db, 20);
  db.close();
  const save = await writing(desk, JSON.parse(row.data as string));
  const [alone, meanwhile]: [number[], number[]] = [[], []];
  for (let turn = 0; turn < turns; turn++) {
    await several(save, alone);
    const computed = call(desk, 'returns.compute', { return: 'icv', period: tenYears });
    await several(save, meanwhile);
    await computed;
  }
  const against = 'save during a return of ten years, against without';
  return [
    measurement(`${against}: middle`, median(meanwhile), median(alone)),
    measurement(`${against}: 95 in 100`, share(meanwhile, 0.95), share(alone, 0.95)),
  ];
};

/** What a save takes, by itself and while the same store is read at length. */
export const saves = async (store: BenchStore, turns: number): Promise<Measurement[]> => {
  const desk = await openedDesk(store);
  const measured = [
    ...(await besideInserts(store, desk, turns)),
    ...(await besideAReturn(store, desk, turns)),
  ];
  await desk.close();
  return measured;
};
