import { bestFor, type Packing, pack, packings, unpack } from '#db/packing.ts';
import type { Sources } from '#shared/ids.ts';
import { fail, ok, type Result } from '#shared/result.ts';
import {
  type MessageName,
  messages,
  headers as names,
  proofText,
  type RefusalTag,
  refusals,
} from '#shared/sync/wire.ts';
import type { HubStore } from '../port.ts';
import { hashOf, isSignedBy } from '../secrets.ts';
import { answers } from './answers.ts';
import { bodyLimit, readJson } from './body.ts';
import { identify, mayAsk } from './caller.ts';
import { createLimits } from './limits.ts';
import { createLine } from './line.ts';
import { createMetrics } from './metrics.ts';
import { isFresh, newNonce } from './nonces.ts';
import { createPageCache, isPacked, type Packed } from './pages.ts';
import type { Caller, Proof, Work } from './work.ts';

/**
 * So many questions are read and answered at once. One store answers them one after the other anyway, and what a
 * thousand laptops ask and are told need not all lie in memory meanwhile, but as it travelled.
 */
const atOnce = 16;

/**
 * Milliseconds that a question waits for its turn before its laptop is asked to come again, and the seconds until then.
 * It may wait twice, before its body is read and after; a laptop gives up a connection on which nothing moves for 30
 * seconds.
 */
const patience = 6_000;
const comeAgain = 4;

/** Texts below this are smaller as they are. */
const worthPacking = 1_000;

/** What the hub is given from outside; where `onBug` is left out, nobody hears of failures but the caller. */
export type HubMeans = { sources: Sources; onBug?: (error: unknown) => void };

export type HubRequest = {
  name: MessageName;
  /** Header names in small letters. */
  headers: Readonly<Record<string, string | string[] | undefined>>;
  /** Where it came from, to hold one attacker's attempts against nobody else. */
  address: string;
  /** Read only after what came before it was looked at. */
  body(limit: number): Promise<Result<Uint8Array, RefusalTag>>;
};
export type HubReply = {
  status: number;
  headers: Record<string, string>;
  body: Buffer;
  /** For the log: what was refused, and whose device it was if it proved to be one. */
  refused: RefusalTag | null;
  device: string | null;
};

/**
 * The hub without a socket: takes requests and gives answers. Any number of them may run over one store, also in other
 * processes; what one remembers (pages, attempts, counts) only spares work.
 */
export type HubHandler = {
  answer(request: HubRequest): Promise<HubReply>;
  /** From now on everything is refused, with the word that the hub is stopping. */
  stop(): void;
  readonly stopping: boolean;
  metrics(): string;
};

type Refused = { tag: RefusalTag; retryAfter?: number; device?: string | null };
type Outcome = { reply: object | Packed; device: string | null };

export const hubHandler = (store: HubStore, { sources, onBug }: HubMeans): HubHandler => {
  const metrics = createMetrics();
  const work: Work = { store, sources, metrics, pages: createPageCache(metrics) };
  const limits = createLimits(sources.now);
  const inLine = createLine(atOnce, patience);
  let stopping = false;
  let secret: Promise<string> | undefined;
  const nonceSecret = () => {
    secret ??= store.read(async (s) => (await s.identity()).nonceSecret);
    secret.catch(() => {
      secret = undefined;
    });
    return secret;
  };

  /** Whether it is worth reading what somebody sends: a stranger's megabytes never lie in memory. */
  const isExpected = async (
    who: string,
    name: MessageName,
    { device }: Given,
  ): Promise<Result<boolean, 'wait'>> => {
    if (mayAsk[name] === 'anyone' || mayAsk[name] === 'invited' || limits.isGood(device)) return ok(true);
    return inLine(who, async () => (await store.read((s) => s.device(device))) !== undefined);
  };

  const decide = async (request: HubRequest): Promise<Result<Outcome, Refused>> => {
    const { name, headers, address } = request;
    const given = givenBy(headers);
    const wait = limits.before(address, given.device, mayAsk[name]);
    if (wait > 0) return fail({ tag: 'tooMany', retryAfter: wait });
    const signs = mayAsk[name] !== 'anyone';
    if (signs && !isFresh(await nonceSecret(), given.nonce, sources.now())) return fail({ tag: 'nonce' });
    const who = `${address} ${given.device}`;
    const expected = await isExpected(who, name, given);
    if (!expected.ok) return fail({ tag: 'tooMany', retryAfter: comeAgain });
    if (!expected.value) {
      limits.wrong(address);
      return fail({ tag: 'notJoined' });
    }
    const body = await request.body(bodyLimit(name));
    if (!body.ok) return fail({ tag: body.error });
    // Who only asks which hub this is takes hardly any time, and has no name to keep a place under.
    if (!signs) return decideOn(request, given, body.value);
    const decided = await inLine(who, () => decideOn(request, given, body.value));
    return decided.ok ? decided.value : fail({ tag: 'tooMany', retryAfter: comeAgain });
  };

  const decideOn = async (
    { name, headers, address }: HubRequest,
    given: Given,
    body: Uint8Array,
  ): Promise<Result<Outcome, Refused>> => {
    const signs = mayAsk[name] !== 'anyone';
    const proof = proofOf(name, given, body);
    const caller =
      signs && mayAsk[name] !== 'invited' ? await identify(work, name, { ...given, proof }) : ok(null);
    if (!caller.ok) {
      if (caller.error.tag === 'notJoined') limits.wrong(address);
      return caller;
    }
    const device = caller.value?.device.id ?? null;
    const spent = device === null ? 0 : limits.spend(device, name);
    if (spent > 0) return fail({ tag: 'tooMany', retryAfter: spent, device });
    if (device !== null) metrics.device(device);
    const input = await readInput(name, headers, body, bodyLimit(name));
    if (!input.ok) return fail({ tag: input.error, device });
    const asking = caller.value ?? (signs ? proof : null);
    const answered = await (answers[name] as Answer)(work, input.value, asking);
    if (answered.ok) return ok({ reply: answered.value, device });
    if (answered.error === 'badInvitation' || answered.error === 'notJoined') limits.wrong(address);
    return fail({ tag: answered.error, device });
  };

  const decideInTurn = async (request: HubRequest): Promise<Result<Outcome, Refused>> => {
    if (stopping) return fail({ tag: 'stopping', retryAfter: 10 });
    const leave = limits.enter(request.address, givenBy(request.headers).device);
    if (!leave) return fail({ tag: 'tooMany', retryAfter: 1 });
    try {
      return await decide(request);
    } catch (error) {
      onBug?.(error);
      return fail({ tag: 'unexpected' });
    } finally {
      leave();
    }
  };

  const answer = async (request: HubRequest): Promise<HubReply> => {
    const began = performance.now();
    const outcome = await decideInTurn(request);
    const nonce = await nonceSecret().then(
      (own) => newNonce(own, sources),
      () => undefined,
    );
    const reply = await written(outcome, nonce, bestFor(request.headers['accept-encoding']));
    metrics.request(request.name, reply.status, (performance.now() - began) / 1000);
    return reply;
  };

  return {
    answer,
    stop: () => {
      stopping = true;
    },
    get stopping() {
      return stopping;
    },
    metrics: metrics.text,
  };
};

type Answer = (
  work: Work,
  input: unknown,
  asking: Caller | Proof | null,
) => Promise<Result<object | Packed, RefusalTag>>;

type Given = { device: string; token: string; nonce: string; proof: string };

const givenBy = (headers: HubRequest['headers']): Given => {
  const one = (name: string) => {
    const value = headers[name];
    return typeof value === 'string' && value.length <= 200 ? value : '';
  };
  return {
    device: one(names.device),
    token: one(names.token),
    nonce: one(names.nonce),
    proof: one(names.proof),
  };
};

const proofOf = (name: MessageName, { nonce, token, proof }: Given, body: Uint8Array): Proof => {
  const text = proofText(messages[name].method, `/v1/${name}`, hashOf(body), nonce, token);
  return { isBy: (key) => isSignedBy(key, text, proof) };
};

const readInput = async (
  name: MessageName,
  headers: HubRequest['headers'],
  body: Uint8Array,
  limit: number,
): Promise<Result<unknown, RefusalTag>> => {
  if (messages[name].method === 'GET') return body.length === 0 ? ok({}) : fail('badRequest');
  if (!/^application\/json\s*(;|$)/i.test(String(headers['content-type'] ?? ''))) return fail('badRequest');
  const json = await readJson(body, headers['content-encoding'] as string | undefined, limit);
  if (!json.ok) return json;
  try {
    const input = messages[name].input.safeParse(json.value);
    return input.success ? ok(input.data) : fail('badRequest');
  } catch {
    // Nested deeper than anything that people write: there is no stack to walk it.
    return fail('badRequest');
  }
};

const written = async (
  outcome: Result<Outcome, Refused>,
  nonce: string | undefined,
  packing: Packing | undefined,
): Promise<HubReply> => {
  const headers: Record<string, string> = {
    'content-type': 'application/json; charset=utf-8',
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
    vary: 'accept-encoding',
    // What the next question may be packed with.
    'accept-encoding': packings.join(', '),
    ...(nonce !== undefined && { [names.nonce]: nonce }),
  };
  if (!outcome.ok) {
    const { tag, retryAfter, device = null } = outcome.error;
    if (retryAfter !== undefined) headers['retry-after'] = String(retryAfter);
    const body = Buffer.from(
      JSON.stringify({ refused: tag, ...(retryAfter !== undefined && { retryAfter }) }),
    );
    return { status: refusals[tag], headers, body, refused: tag, device };
  }
  const { reply, device } = outcome.value;
  const done = { status: 200, headers, refused: null, device };
  const packed = (body: Buffer) => ({
    ...done,
    headers: { ...headers, 'content-encoding': packing as Packing },
    body,
  });
  if (isPacked(reply) && packing === packings[0]) return packed(reply.packed);
  const text = isPacked(reply)
    ? (await unpack(packings[0], reply.packed)).toString('utf8')
    : JSON.stringify(reply);
  if (!packing || text.length < worthPacking) return { ...done, body: Buffer.from(text) };
  return packed(await pack(packing, text));
};
