import { gzipSync } from 'node:zlib';
import { expect } from 'vitest';
import { sources as machine } from '#desk/machine.ts';
import { newDeviceKey, proofOf } from '#desk/sync/proof.ts';
import { instant, newId, type Sources } from '#shared/ids.ts';
import {
  headers,
  type Message,
  type MessageName,
  messages,
  protocol,
  type Reply,
  refusal,
  refusals,
} from '#shared/sync/wire.ts';

/** What came back, whatever it is. */
export type Heard = {
  status: number;
  json: Record<string, unknown>;
  text: string;
  nonce: string | null;
  retryAfter: string | null;
  /** How it was packed, and how it may be asked. */
  packed: string | null;
  takes: string | null;
};

/** A request as somebody means it, or as an attacker does: every part of it can be another. */
export type Sent = {
  device?: string;
  token?: string;
  nonce?: string;
  proof?: string;
  key?: string;
  body?: Uint8Array | string;
  gzip?: boolean;
  signedBody?: Uint8Array | string;
  more?: Record<string, string>;
};

/** A laptop as the hub sees it: an id, a key, a token, and requests that it signs. */
export const newLaptop = (url: string, sources: Sources = machine) => {
  const key = newDeviceKey(sources);
  const laptop = { device: newId(sources), key: key.key, publicKey: key.publicKey, token: '', person: '' };

  const send = async (name: string, method: string, sent: Sent): Promise<Heard> => {
    const plain = Buffer.from(sent.body ?? '');
    const body = sent.gzip ? gzipSync(plain) : plain;
    const nonce = sent.nonce ?? (await hello()).nonce;
    const token = sent.token ?? laptop.token;
    const path = `/v1/${name}`;
    const signed = sent.signedBody === undefined ? body : Buffer.from(sent.signedBody);
    const proof =
      sent.proof ?? proofOf({ key: sent.key ?? laptop.key, token }, { method, path, body: signed, nonce });
    const answer = await fetch(new URL(path.slice(1), url), {
      method,
      headers: {
        ...(method === 'POST' && { 'content-type': 'application/json' }),
        ...(sent.gzip && { 'content-encoding': 'gzip' }),
        [headers.device]: sent.device ?? laptop.device,
        [headers.token]: token,
        [headers.nonce]: nonce,
        [headers.proof]: proof,
        ...sent.more,
      },
      ...(method === 'POST' && { body }),
    });
    return heard(answer);
  };

  const hello = async (): Promise<Reply<'hello'>> => {
    const answer = await fetch(new URL('v1/hello', url));
    return messages.hello.output.parse(await answer.json()) as Reply<'hello'>;
  };

  const post = <N extends MessageName>(name: N, input: Message<N>, sent: Sent = {}): Promise<Heard> =>
    send(name, 'POST', { body: JSON.stringify(input), ...sent });

  /** A message whose answer must be good, and of the shape that the table gives. */
  const ask = async <N extends MessageName>(name: N, input: Message<N>): Promise<Reply<N>> => {
    const { status, json } = await post(name, input);
    if (status !== 200) throw new Error(`${name}: ${status} ${JSON.stringify(json)}`);
    return messages[name].output.parse(json) as Reply<N>;
  };

  const join = async (code: string, name = 'Laptop', more: Partial<Message<'join'>> = {}) => {
    const { device, publicKey } = laptop;
    const joined = await ask('join', { code, device, name, key: publicKey, ...more });
    Object.assign(laptop, { token: joined.token, person: joined.person });
    return joined;
  };

  const greet = async (more: Partial<Message<'greet'>> = {}) => {
    const input = await greeting(more);
    const greeted = await ask('greet', input);
    laptop.token = greeted.token;
    return greeted;
  };

  const greeting = async (more: Partial<Message<'greet'>> = {}): Promise<Message<'greet'>> => ({
    protocol: protocol.newest,
    product: '0.0.0-test',
    types: [],
    office: (await hello()).office,
    head: null,
    number: 0,
    audit: null,
    now: instant(sources),
    ...more,
  });

  return Object.assign(laptop, { send, hello, post, ask, join, greet, greeting });
};
export type TestLaptop = ReturnType<typeof newLaptop>;

export const heard = async (answer: Response): Promise<Heard> => {
  const text = await answer.text();
  let json: Record<string, unknown> = {};
  try {
    json = JSON.parse(text);
  } catch {
    // What is no JSON is judged by its text.
  }
  return {
    status: answer.status,
    json,
    text,
    nonce: answer.headers.get(headers.nonce),
    retryAfter: answer.headers.get('retry-after'),
    packed: answer.headers.get('content-encoding'),
    takes: answer.headers.get('accept-encoding'),
  };
};

/** The status that belongs to the word, the word alone, and nothing of the machinery. */
export const isRefused = (answer: Heard, tag: keyof typeof refusals) => {
  expect([answer.status, refusal.strict().parse(answer.json).refused]).toEqual([refusals[tag], tag]);
  expect(answer.text).not.toMatch(/\bat |node|sqlite|zod|Error|Ann|Carla|invalid_/i);
};
