import { type IncomingMessage, Agent as PlainAgent, request as plainRequest } from 'node:http';
import { request as secureRequest, Agent as TlsAgent } from 'node:https';
import { setTimeout as pause } from 'node:timers/promises';
import { getCACertificates } from 'node:tls';
import { bestFor, type Packing, pack, packings } from '#db/packing.ts';
import { headers, type Message, type MessageName, messages, type Reply, refusal } from '#shared/sync/wire.ts';
import { failureOf, isUnanswered, Stalled, statusMeans } from './network-failure.ts';
import type { Transport, TransportFailure } from './port.ts';
import { proofOf } from './proof.ts';
import { wholeBody } from './whole-body.ts';

/** Bodies below this are smaller as they are. */
const worthPacking = 1_000;
/** A slow line may take as long as it likes; one on which nothing moves for this long is given up. */
const usualStall = 30_000;
/** So often the same is asked again of a hub with too much to do, where that asks for no more seconds than these. */
const mostReturns = 20;
const longestReturn = 60;

/** The road to one hub. `close` cuts what is under way, which is answered as torn. */
export type HubTransport = Transport & { close(): void };

type Raw = {
  status: number;
  type: string;
  nonce: string | undefined;
  takes: string | undefined;
  retryAfter: number;
  body: Buffer;
};
type Caller = Parameters<Transport['ask']>[2];
type Answered<N extends MessageName> = { ok: true; value: Reply<N> } | { ok: false; why: TransportFailure };

/**
 * Talks to the hub at an address over HTTP. Each request is signed over the bytes as they travel, with a nonce that
 * came with the answer before; redirects are never followed, and what is no hub is told from one that is down.
 * @param stall milliseconds without a byte after which a connection is given up
 */
export const openTransport = (hub: string, { stall = usualStall } = {}): HubTransport => {
  const base = new URL(hub.endsWith('/') ? hub : `${hub}/`);
  const secure = base.protocol === 'https:';
  const keep = { keepAlive: true, maxSockets: 4, timeout: stall };
  const agent = secure ? new TlsAgent({ ...keep, ca: authorities() }) : new PlainAgent(keep);
  const request = secure ? secureRequest : plainRequest;
  const closing = new AbortController();
  let nonce: string | undefined;
  /** What every hub takes, until this one has said more. */
  let packing: Packing = 'gzip';

  const once = (method: string, path: string, sent: Record<string, string>, body: Buffer): Promise<Raw> =>
    new Promise((resolve, reject) => {
      const asked = request(new URL(path.slice(1), base), {
        method,
        agent,
        timeout: stall,
        signal: closing.signal,
        headers: { ...sent, ...(method === 'GET' ? {} : { 'content-length': String(body.length) }) },
      });
      // A kept socket has the time-out that the hub gives to one on which nothing is asked.
      asked.on('socket', (socket) => socket.setTimeout(stall));
      asked.on('timeout', () => asked.destroy(new Stalled(asked.socket?.connecting ?? true)));
      asked.on('error', (error) => reject(asked.reusedSocket ? new OnOldSocket(error) : error));
      asked.on('response', (response) => {
        wholeBody(response).then(
          (whole) => resolve({ ...factsOf(response), body: whole }),
          (error) => {
            asked.destroy();
            reject(error);
          },
        );
      });
      asked.end(body);
    });

  /** A kept connection that the hub closed at that very moment says nothing of the hub: a new one is tried once. */
  const onceOrAgain: typeof once = (...what) =>
    once(...what).catch((error) => {
      if (error instanceof OnOldSocket && isUnanswered(error.cause)) return once(...what);
      throw error;
    });

  const post = async (
    name: MessageName,
    body: Buffer,
    packed: Packing | null,
    caller: Caller,
  ): Promise<Raw> => {
    const { method } = messages[name];
    const path = `/v1/${name}`;
    const usual = {
      accept: 'application/json',
      'accept-encoding': packings.join(', '),
      ...(method === 'POST' && { 'content-type': 'application/json' }),
      ...(packed && { 'content-encoding': packed }),
    };
    const signed = (): Record<string, string> =>
      caller
        ? {
            [headers.device]: caller.device,
            ...(caller.token !== null && { [headers.token]: caller.token }),
            [headers.nonce]: nonce ?? '',
            [headers.proof]: proofOf(caller, { method, path, body, nonce: nonce ?? '' }),
          }
        : {};
    const answer = await onceOrAgain(method, path, { ...usual, ...signed() }, body);
    nonce = answer.nonce ?? nonce;
    packing = bestFor(answer.takes) ?? packing;
    return answer;
  };

  const ask = async <N extends MessageName>(
    name: N,
    input: Message<N>,
    caller: Caller,
    again = true,
    returns = 0,
  ): Promise<Answered<N>> => {
    const text = messages[name].method === 'POST' ? JSON.stringify(input) : '';
    const packed = text.length >= worthPacking ? packing : null;
    const body = packed ? await pack(packed, text) : Buffer.from(text);
    try {
      if (caller && nonce === undefined) {
        const hello = read(await post('hello', Buffer.alloc(0), null, null), 'hello');
        if (!hello.ok) return hello;
        nonce = hello.value.nonce;
      }
      const answer = read(await post(name, body, packed, caller), name);
      if (answer.ok && name === 'hello') nonce = (answer.value as Reply<'hello'>).nonce;
      const stale = !answer.ok && answer.why.tag === 'refused' && answer.why.refused === 'nonce';
      if (stale && again) return ask(name, input, caller, false, returns);
      // Who has joined keeps their place in the hub's line; a stranger's wrong guesses are theirs to wait for.
      const wait = caller?.token != null && returns < mostReturns ? waitIn(answer) : undefined;
      if (wait === undefined) return answer;
      await pause(wait * 1_000, undefined, { signal: closing.signal });
      return ask(name, input, caller, true, returns + 1);
    } catch (error) {
      return { ok: false as const, why: failureOf(error) };
    }
  };

  return {
    ask,
    close: () => {
      closing.abort();
      agent.destroy();
    },
  };
};

/** The seconds after which a hub with too much to do wants to be asked the same again, where they are few. */
const waitIn = (answer: Answered<MessageName>): number | undefined => {
  if (answer.ok || answer.why.tag !== 'refused' || answer.why.refused !== 'tooMany') return undefined;
  const { retryAfter } = answer.why;
  return retryAfter !== undefined && retryAfter <= longestReturn ? retryAfter : undefined;
};

class OnOldSocket extends Error {
  constructor(cause: unknown) {
    super('on a kept connection', { cause });
  }
}

const factsOf = ({ statusCode, headers: said }: IncomingMessage) => ({
  status: statusCode ?? 0,
  type: String(said['content-type'] ?? ''),
  nonce: said[headers.nonce] === undefined ? undefined : String(said[headers.nonce]),
  takes: said['accept-encoding'],
  retryAfter: Number(said['retry-after']) || 0,
});

/** What this computer trusts besides what Node brings: a managed laptop knows its office's own authority. */
const authorities = (): string[] => [
  ...new Set([...getCACertificates('default'), ...getCACertificates('system')]),
];

const read = <N extends MessageName>(raw: Raw, name: N): Answered<N> => {
  const failed = (why: TransportFailure) => ({ ok: false as const, why });
  const { status, retryAfter } = raw;
  if (!/^application\/json\b/i.test(raw.type)) return failed(statusMeans(status, retryAfter));
  const json = parsed(raw.body);
  if (json === undefined) return failed({ tag: 'torn' });
  if (status !== 200) {
    const refused = refusal.safeParse(json);
    if (!refused.success) return failed(statusMeans(status, retryAfter));
    const wait = refused.data.retryAfter ?? retryAfter;
    return failed({ tag: 'refused', refused: refused.data.refused, ...(wait > 0 && { retryAfter: wait }) });
  }
  const output = messages[name].output.safeParse(json);
  if (output.success) return { ok: true as const, value: output.data as Reply<N> };
  return failed({ tag: name === 'hello' ? 'notAHub' : 'torn' });
};

const parsed = (body: Buffer): unknown => {
  try {
    return JSON.parse(body.toString('utf8'));
  } catch {
    return undefined;
  }
};
