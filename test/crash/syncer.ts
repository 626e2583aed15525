import { setTimeout } from 'node:timers/promises';
import type { SyncStore, Transport } from '#desk/sync/port.ts';
import { beginRun } from '#desk/sync/run.ts';
import { sendAll } from '#desk/sync/sending.ts';
import { recordTypes } from '#shared/records/types.ts';
import type { Change } from '#shared/sync/accept.ts';
import { ofPerson } from '#shared/sync/access.ts';
import type { Message } from '#shared/sync/wire.ts';
import { openLaptop, page } from '../scenario/laptop/laptop.ts';
import { beginReport } from '../scenario/laptop/typing.ts';
import { farOffice } from './far-office.ts';
import { tellLine } from './tell.ts';

/** Writes reports, sends them and receives them again, step by step, until it is killed. */
const [folder = '', key = '', file = '', round = '0'] = process.argv.slice(2);

const laptop = openLaptop(folder, Buffer.from(key, 'hex'));
const { steps } = laptop;
const office = farOffice(file);
const keys = [ofPerson(laptop.own.id)];

/** As the engine has them: the store answers from elsewhere, so that another step may begin meanwhile. */
const store = {
  membership: async () => steps.membership(),
  remember: async (changed) => steps.remember(changed),
  counts: async () => steps.counts(),
  log: async (entry) => steps.log(entry),
  // Few at a time, so that one is on its way while the answers to another are stored.
  toPush: async (after) => {
    const changes = steps.toPush(after).slice(0, 3);
    tellLine('sealed');
    return changes;
  },
  answered: async (answers, at, head) => {
    await setTimeout(1);
    steps.answered(answers, at, head);
    tellLine('answered');
  },
} as Partial<SyncStore> as SyncStore;

const transport = {
  ask: async (_name: 'push', { changes }: Message<'push'>) => {
    await setTimeout(Number(round) % 3);
    const value = { answers: office.push(changes as Change[]), head: office.head() };
    tellLine('sent');
    await setTimeout(Number(round) % 5);
    return { ok: true, value };
  },
} as unknown as Transport;

const nobody = () => {};
const means = { store, transport, sources: laptop.sources, product: 'test', types: recordTypes };
for (let i = 0; ; i += 1) {
  for (let report = 0; report < 5; report += 1) {
    const word = `word${round}x${i}x${report}`;
    beginReport(laptop, { left: '16:00', comments: word });
    tellLine(`saved ${word}`);
  }
  const member = steps.membership();
  if (!member) throw new Error('It has not joined');
  const run = beginRun(
    { ...means, progress: nobody, reached: nobody, checked: nobody, stopping: () => false },
    member,
    { removal: false, check: false },
  );
  const sent = await sendAll(run, 0);
  if (!sent.ok) throw new Error(sent.error.kind);
  steps.apply('own', page(office.items(keys).slice(-50), keys), false);
  tellLine('received');
}
