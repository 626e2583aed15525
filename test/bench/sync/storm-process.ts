import { sources, version } from '#desk/machine.ts';
import { openTransport } from '#desk/sync/transport.ts';
import { instant, newId } from '#shared/ids.ts';
import { recordTypes } from '#shared/records/types.ts';
import type { Change } from '#shared/sync/accept.ts';
import { type Message, type MessageName, protocol, type Reply, streams } from '#shared/sync/wire.ts';
import { answering } from './processes.ts';
import type { StormDevice } from './scheme.ts';

type Storm = { hub: string; office: string; form: string; devices: StormDevice[]; changes: number };
/**
 * How long one laptop took, in seconds, and what it got: what it sent and the hub took, and what it received; and how
 * often it gave up a connection and came again.
 */
export type Weathered = { seconds: number; taken: number; received: number; stalls: number };

const wait = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

const reportsOf = ({ id, person }: StormDevice, { form, changes }: Storm): Change[] =>
  Array.from({ length: changes }, (_, i) => {
    const record = newId(sources);
    const at = instant(sources);
    const now = {
      ...{
        id: record,
        form: { id: form, version: 1 },
        visitor1: person,
        date: '2026-05-14',
        corrections: [],
      },
      ...{
        outcome: 'completed',
        method: 'in-person',
        arrived: '10:00',
        left: '11:20',
        counts: {},
        answers: {},
      },
      events: [{ id: newId(sources), from: 'draft', to: 'ready', by: person, at }],
      comments: `Everybody was content with their care, and the office was told of ${i} matters. `.repeat(8),
    };
    const change = {
      id: newId(sources),
      device: id,
      number: i + 1,
      record,
      after: null,
      by: person,
      saw: null,
    };
    return { ...change, type: 'visit', at, patch: [{ path: [], now: now as never }] };
  });

/** One laptop after the outage: greets, sends, receives both streams; comes again as often as it is told to wait. */
const weather = async (device: StormDevice, storm: Storm): Promise<Weathered> => {
  const changes = reportsOf(device, storm);
  const began = performance.now();
  const transport = openTransport(storm.hub);
  let token = device.token;
  let stalls = 0;
  const ask = async <N extends MessageName>(name: N, input: Message<N>) => {
    for (;;) {
      const answer = await transport.ask(name, input, { device: device.id, key: device.key, token });
      if (!answer.ok && answer.why.tag === 'stalled') {
        stalls += 1;
        await wait(1_000 + 4_000 * Math.random());
        continue;
      }
      if (answer.ok || answer.why.tag !== 'refused' || answer.why.retryAfter === undefined) return answer;
      await wait(answer.why.retryAfter * 1_000 * (1 + Math.random()));
    }
  };
  const value = async <N extends MessageName>(name: N, input: Message<N>): Promise<Reply<N>> => {
    const answer = await ask(name, input);
    if (!answer.ok) throw new Error(`${name}: ${JSON.stringify(answer.why)}`);
    return answer.value;
  };
  try {
    const greeting = {
      protocol: protocol.newest,
      product: version,
      types: [...recordTypes],
      office: storm.office,
    };
    const about = { head: null, number: changes.length, audit: null, now: instant(sources) };
    token = (await value('greet', { ...greeting, ...about })).token;
    const { answers } = await value('push', { changes });
    const firsts = answers.map(({ answer }) =>
      answer.kind === 'duplicate' ? (answer.first as typeof answer) : answer,
    );
    const taken = firsts.filter(({ kind }) => kind === 'accepted' || kind === 'merged').length;
    let received = 0;
    for (const stream of streams)
      for (let cursor: string | null = null, left = 1; left > 0; ) {
        const page: Reply<'pull'> = await value('pull', { stream, cursor });
        received += page.items.length;
        ({ cursor, remaining: left } = page);
      }
    return { seconds: (performance.now() - began) / 1000, taken, received, stalls };
  } finally {
    transport.close();
  }
};

/** All laptops of an office that come back at the same moment, in one process beside the hub's. */
answering({
  weather: (storm: Storm) => Promise.all(storm.devices.map((device) => weather(device, storm))),
});
