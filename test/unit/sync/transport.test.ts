import { createHash, createPublicKey, verify } from 'node:crypto';
import { createServer as createSecure } from 'node:https';
import type { AddressInfo, Socket } from 'node:net';
import { gunzipSync, zstdCompressSync, zstdDecompressSync } from 'node:zlib';
import { afterEach, describe, expect, it } from 'vitest';
import { sources } from '#desk/machine.ts';
import type { TransportFailure } from '#desk/sync/port.ts';
import { newDeviceKey } from '#desk/sync/proof.ts';
import { type HubTransport, openTransport } from '#desk/sync/transport.ts';
import { headers, proofText } from '#shared/sync/wire.ts';
import { selfSigned } from '../../self-signed.ts';
import { hello, hostileServer, json, packed, rawServer } from './hostile-server.ts';

const ends: (() => unknown)[] = [];
afterEach(async () => {
  for (const end of ends.splice(0).reverse()) await end();
});

const road = (url: string, stall = 5_000): HubTransport => {
  const transport = openTransport(url, { stall });
  ends.push(() => transport.close());
  return transport;
};
const server = async (...handle: Parameters<typeof hostileServer>) => {
  const one = await hostileServer(...handle);
  ends.push(one.close);
  return one;
};
const raw = async (...handle: Parameters<typeof rawServer>) => {
  const one = await rawServer(...handle);
  ends.push(one.close);
  return one;
};

const device = { device: '01890000-0000-7000-8000-000000000002', ...newDeviceKey(sources), token: 'token' };
const failureOf = async (transport: HubTransport): Promise<TransportFailure> => {
  const answer = await transport.ask('hello', {}, null);
  if (answer.ok) throw new Error('it was answered');
  return answer.why;
};
const html = '<!doctype html><title>Welcome to the station Wi-Fi</title>';
const big = { ...hello, padding: 'x'.repeat(50_000).replace(/x/g, () => String(Math.random())) };

describe('an answer that does not come whole', () => {
  const whole = packed(big);
  it.each([
    ['before its headers', (socket: Socket) => socket.end('HTTP/1.1 200 O')],
    [
      'inside gzip',
      (socket: Socket) => {
        socket.write(
          `HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ncontent-encoding: gzip\r\ncontent-length: ${whole.length}\r\n\r\n`,
        );
        socket.end(whole.subarray(0, whole.length / 2));
      },
    ],
    [
      'before its last byte',
      (socket: Socket) => {
        const text = Buffer.from(JSON.stringify(hello));
        socket.write(
          `HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ncontent-length: ${text.length}\r\n\r\n`,
        );
        socket.end(text.subarray(0, -1));
      },
    ],
    [
      'inside a chunk',
      (socket: Socket) =>
        socket.end(
          'HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ntransfer-encoding: chunked\r\n\r\nff\r\n{"a":',
        ),
    ],
  ])('is torn: %s', async (_, answer) => {
    const { url } = await raw((socket) => void socket.once('data', () => answer(socket)));
    expect(await failureOf(road(url))).toEqual({ tag: 'torn' });
  });

  it('is torn where it was whole and is no JSON, or no gzip or Zstandard, or not what was promised', async () => {
    const bodies = [
      [Buffer.from('{"product":"icv-desk-hub",'), {}],
      [Buffer.from('{}'), { 'content-encoding': 'gzip' }],
      [packed(hello).subarray(0, -9), { 'content-encoding': 'gzip' }],
      [Buffer.from('{}'), { 'content-encoding': 'zstd' }],
      [zstdCompressSync(JSON.stringify(hello)).subarray(0, -9), { 'content-encoding': 'zstd' }],
    ] as const;
    let turn = 0;
    const { url } = await server((_request, response) => {
      const [body, more] = bodies[turn++] as (typeof bodies)[number];
      response.writeHead(200, { 'content-type': 'application/json', ...more }).end(body);
    });
    const transport = road(url);
    for (const _ of bodies) expect(await failureOf(transport)).toEqual({ tag: 'torn' });
  });

  it('has an end, however far it unpacks', async () => {
    const endless = '0'.repeat(60_000_000);
    for (const [encoding, bomb] of [
      ['gzip', packed(endless)],
      ['zstd', zstdCompressSync(endless)],
    ] as const) {
      const { url } = await server((_request, response) =>
        response
          .writeHead(200, { 'content-type': 'application/json', 'content-encoding': encoding })
          .end(bomb),
      );
      expect(await failureOf(road(url))).toEqual({ tag: 'torn' });
    }
  });
});

describe('somebody else in the place of the hub', () => {
  it.each([
    ['a sign-in page', 200, { 'content-type': 'text/html' }],
    ['one that leads elsewhere', 302, { location: 'http://login.example/' }],
    ['one that asks to sign in', 511, { 'content-type': 'text/html' }],
    ['another program', 404, { 'content-type': 'text/plain' }],
  ])('is no hub: %s', async (_, status, more) => {
    const { url, requests } = await server((_request, response) =>
      response.writeHead(status, more as Record<string, string>).end(html),
    );
    expect(await failureOf(road(url))).toEqual({ tag: 'notAHub' });
    expect(requests).toHaveLength(1);
  });

  it('is no hub where it answers JSON of its own, or speaks no HTTP', async () => {
    const { url } = await server((_request, response) => json(response, { hello: 'world' }));
    expect(await failureOf(road(url))).toEqual({ tag: 'notAHub' });
    const mail = await raw((socket) => void socket.end('220 mail.example ESMTP\r\n'));
    expect(await failureOf(road(mail.url))).toEqual({ tag: 'notAHub' });
  });

  it.each([
    [502, {}, { tag: 'hubDown' }],
    [503, {}, { tag: 'hubDown' }],
    [503, { 'retry-after': '30' }, { tag: 'refused', refused: 'stopping', retryAfter: 30 }],
    [429, { 'retry-after': '7' }, { tag: 'refused', refused: 'tooMany', retryAfter: 7 }],
    [413, {}, { tag: 'refused', refused: 'tooLarge' }],
  ])('that is a proxy before it says what it means: %i', async (status, more, why) => {
    const { url } = await server((_request, response) =>
      response
        .writeHead(status, { 'content-type': 'text/html', ...(more as Record<string, string>) })
        .end(html),
    );
    expect(await failureOf(road(url))).toEqual(why);
  });
});

describe('nobody in the place of the hub', () => {
  it('is a hub that is down where nothing listens, and no network where there is no such name', async () => {
    const gone = await raw(() => undefined);
    await gone.close();
    expect(await failureOf(road(gone.url))).toEqual({ tag: 'hubDown' });
    expect(await failureOf(road('https://hub.invalid'))).toEqual({ tag: 'noNetwork' });
  });

  it('that takes the call and says nothing is a stall, and so is one that stops in the middle', async () => {
    const hole = await raw((socket) => void socket.resume());
    expect(await failureOf(road(hole.url, 200))).toEqual({ tag: 'stalled' });
    const half = await raw((socket) => {
      socket.once('data', () =>
        socket.write('HTTP/1.1 200 OK\r\ncontent-type: application/json\r\n\r\n{"a"'),
      );
    });
    expect(await failureOf(road(half.url, 200))).toEqual({ tag: 'stalled' });
  });

  it('is not what a slow line is: what moves at all is waited for, however long it takes', async () => {
    const text = JSON.stringify(hello);
    const { url } = await server((_request, response) => {
      response.writeHead(200, { 'content-type': 'application/json' });
      let sent = 0;
      const drip = () => {
        if (sent >= text.length) return response.end();
        response.write(text.slice(sent, sent + 4));
        sent += 4;
        return setTimeout(drip, 40);
      };
      drip();
    });
    const answer = await road(url, 1_000).ask('hello', {}, null);
    expect(answer.ok).toBe(true);
  });

  it('cuts what is under way when it is closed', async () => {
    const hole = await raw((socket) => void socket.resume());
    const transport = road(hole.url);
    const asked = failureOf(transport);
    transport.close();
    expect(await asked).toEqual({ tag: 'torn' });
  });
});

describe('a certificate', () => {
  it('that nobody vouches for ends the talk before anything is sent', async () => {
    let heard = 0;
    const secure = createSecure(selfSigned(), (_request, response) => {
      heard += 1;
      response.end();
    });
    await new Promise<void>((go) => secure.listen(0, '127.0.0.1', go));
    ends.push(() => secure.close());
    const { port } = secure.address() as AddressInfo;
    const transport = road(`https://127.0.0.1:${port}`);
    expect(await failureOf(transport)).toEqual({ tag: 'badCertificate' });
    const asked = await transport.ask('void', { numbers: [] }, device);
    expect(asked).toEqual({ ok: false, why: { tag: 'badCertificate' } });
    expect(heard).toBe(0);
  });

  it('is asked for: what speaks plainly at a secure address is no hub', async () => {
    const { url } = await server((_request, response) => json(response, hello));
    expect(await failureOf(road(url.replace('http:', 'https:')))).toEqual({ tag: 'notAHub' });
  });
});

describe('a request', () => {
  it('is packed as every hub can unpack it, until this one says that it takes better', async () => {
    const { url, requests } = await server((request, response) =>
      json(response, request.url?.endsWith('hello') ? hello : pushed, 200, takes(requests.length)),
    );
    const pushed = { answers: [], head: { epoch: 1, n: 0, receipt: '' } };
    const takes = (asked: number): Record<string, string> =>
      asked < 3 ? {} : { 'accept-encoding': 'br, zstd, gzip' };
    const transport = road(url);
    const changes = Array.from({ length: 20 }, (_, i) => change(i + 1));
    for (let i = 0; i < 3; i++) expect((await transport.ask('push', { changes }, device)).ok).toBe(true);
    expect(requests.map((one) => one.headers['content-encoding'])).toEqual([
      undefined,
      'gzip',
      'gzip',
      'zstd',
    ]);
    expect(JSON.parse(zstdDecompressSync(requests[3]?.body ?? '').toString())).toEqual({ changes });
  });

  it('is signed over the bytes that travel, with the nonce of the answer before', async () => {
    const { url, requests } = await server((request, response) =>
      json(
        response,
        request.url?.endsWith('hello') ? hello : { answers: [], head: { epoch: 1, n: 0, receipt: '' } },
      ),
    );
    const transport = road(url);
    const changes = Array.from({ length: 200 }, (_, i) => change(i + 1));
    expect((await transport.ask('push', { changes }, device)).ok).toBe(true);
    expect((await transport.ask('push', { changes: [] }, device)).ok).toBe(true);
    expect(requests.map(({ path }) => path)).toEqual(['/v1/hello', '/v1/push', '/v1/push']);
    const [, first, second] = requests;
    expect(first?.headers['content-encoding']).toBe('gzip');
    expect(JSON.parse(gunzipSync(first?.body ?? '').toString())).toEqual({ changes });
    for (const [request, nonce] of [
      [first, 'first'],
      [second, 'next'],
    ] as const) {
      const digest = createHash('sha256')
        .update(request?.body ?? '')
        .digest('hex');
      expect(request?.headers[headers.nonce]).toBe(nonce);
      const text = proofText('POST', '/v1/push', digest, nonce, 'token');
      const key = createPublicKey({
        key: { kty: 'OKP', crv: 'Ed25519', x: device.publicKey },
        format: 'jwk',
      });
      const proof = Buffer.from(String(request?.headers[headers.proof]), 'base64url');
      expect(verify(null, Buffer.from(text), key, proof)).toBe(true);
    }
  });

  it('whose nonce has run out is made once more with a new one, and not for ever', async () => {
    let asked = 0;
    const { url } = await server((request, response) => {
      if (request.url?.endsWith('hello')) return json(response, hello);
      asked += 1;
      return asked === 1 ? json(response, { refused: 'nonce' }, 401) : json(response, {});
    });
    expect((await road(url).ask('void', { numbers: [] }, device)).ok).toBe(true);
    expect(asked).toBe(2);
    const never = await server((request, response) =>
      request.url?.endsWith('hello') ? json(response, hello) : json(response, { refused: 'nonce' }, 401),
    );
    const answer = await road(never.url).ask('void', { numbers: [] }, device);
    expect(answer).toEqual({ ok: false, why: { tag: 'refused', refused: 'nonce' } });
    expect(never.requests).toHaveLength(3);
  });

  it('of who has joined is made again when a hub with too much to do says so; others are told', async () => {
    let asked = 0;
    const { url } = await server((request, response) => {
      if (request.url?.endsWith('hello')) return json(response, hello);
      asked += 1;
      return asked <= 2
        ? json(response, { refused: 'tooMany', retryAfter: 0.05 }, 429, { 'retry-after': '1' })
        : json(response, {});
    });
    const transport = road(url);
    expect((await transport.ask('void', { numbers: [] }, device)).ok).toBe(true);
    expect(asked).toBe(3);
    asked = 0;
    const stranger = await transport.ask('void', { numbers: [] }, { ...device, token: null });
    expect(stranger).toMatchObject({ ok: false, why: { refused: 'tooMany' } });
    expect(asked).toBe(1);
  });

  it('that would have to wait for long is not made again by itself', async () => {
    const { url, requests } = await server((request, response) =>
      request.url?.endsWith('hello')
        ? json(response, hello)
        : json(response, { refused: 'tooMany', retryAfter: 3_600 }, 429),
    );
    const answer = await road(url).ask('void', { numbers: [] }, device);
    expect(answer).toMatchObject({ ok: false, why: { refused: 'tooMany', retryAfter: 3_600 } });
    expect(requests).toHaveLength(2);
  });

  it('on a kept connection is waited for as long as on a new one, however short the hub keeps idle ones', async () => {
    const { url, requests } = await server((_request, response) => {
      const answer = () => json(response, hello, 200, { 'keep-alive': 'timeout=2' });
      setTimeout(answer, requests.length > 1 ? 1_500 : 0);
    });
    const transport = road(url);
    expect((await transport.ask('hello', {}, null)).ok).toBe(true);
    expect((await transport.ask('hello', {}, null)).ok).toBe(true);
  });

  it('that is refused says by which word, also by one it does not know', async () => {
    const { url } = await server((_request, response) =>
      json(response, { refused: 'somethingNewer', retryAfter: 4 }, 418),
    );
    expect(await failureOf(road(url))).toEqual({ tag: 'refused', refused: 'somethingNewer', retryAfter: 4 });
  });

  it('on a kept connection that the hub has just closed is made again on a new one', async () => {
    let connections = 0;
    const answer = `HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ncontent-length: ${JSON.stringify(hello).length}\r\n\r\n${JSON.stringify(hello)}`;
    const { url } = await raw((socket) => {
      connections += 1;
      let heard = 0;
      socket.on('data', () => {
        heard += 1;
        if (connections === 1 && heard === 2) socket.resetAndDestroy();
        else socket.write(answer);
      });
    });
    const transport = road(url);
    expect((await transport.ask('hello', {}, null)).ok).toBe(true);
    expect((await transport.ask('hello', {}, null)).ok).toBe(true);
    expect(connections).toBe(2);
  });
});

const change = (number: number) => ({
  id: `01890000-0000-7000-8000-${String(number).padStart(12, '0')}`,
  device: device.device,
  number,
  type: 'suite',
  record: '01890000-0000-7000-8000-00000000000a',
  after: null,
  by: '01890000-0000-7000-8000-00000000000b',
  saw: null,
  at: '2026-05-04T12:00:00.000Z',
  patch: [],
});
