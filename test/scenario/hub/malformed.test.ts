import { once } from 'node:events';
import { connect } from 'node:net';
import { constants, gzipSync, zstdCompressSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { messages, refusal } from '#shared/sync/wire.ts';
import { freshId, newSqliteHub } from '../../hub-store.ts';
import { heard, isRefused, type TestLaptop } from './client.ts';
import { type Serving, serving } from './serving.ts';

let hub: Serving;
let coordinator: TestLaptop;
let visitor: TestLaptop;

beforeAll(async () => {
  hub = await serving(await newSqliteHub());
  coordinator = await hub.joined('Carla Coordinator', 'coordinator');
  visitor = await hub.joined('Ann Lee', 'visitor', 'North');
});
afterAll(async () => {
  await hub.close();
  await hub.hub.end();
});

describe('what cannot be read', () => {
  const bomb = gzipSync(Buffer.alloc(60_000_000, ' '));
  const tighter = zstdCompressSync(Buffer.alloc(60_000_000, ' '));
  const farBack = zstdCompressSync(Buffer.alloc(60_000_000, ' '), {
    params: { [constants.ZSTD_c_windowLog]: 26 },
  });
  it.each([
    ['a body that is not gzip', { body: 'plain text', more: { 'content-encoding': 'gzip' } }, 'badRequest'],
    [
      'a torn gzip',
      { body: gzipSync('{}').subarray(0, 12), more: { 'content-encoding': 'gzip' } },
      'badRequest',
    ],
    [
      'a torn Zstandard',
      { body: zstdCompressSync('{}').subarray(0, 6), more: { 'content-encoding': 'zstd' } },
      'badRequest',
    ],
    [
      'a Zstandard that looks back further than anything sent here',
      { body: farBack, more: { 'content-encoding': 'zstd' } },
      'badRequest',
    ],
    ['an encoding nobody agreed on', { body: '{}', more: { 'content-encoding': 'br' } }, 'badRequest'],
    ['a gzip bomb', { body: bomb, more: { 'content-encoding': 'gzip' } }, 'tooLarge'],
    ['a Zstandard bomb', { body: tighter, more: { 'content-encoding': 'zstd' } }, 'tooLarge'],
    ['a body that is too large', { body: ' '.repeat(200_001) }, 'tooLarge'],
    ['no JSON', { body: '{"stream":' }, 'badRequest'],
    ['no UTF-8', { body: Buffer.from([0x22, 0xff, 0xfe, 0x22]) }, 'badRequest'],
    ['JSON of another shape', { body: '{"stream":"all","cursor":7}' }, 'badRequest'],
    ['a prototype', { body: '{"__proto__":{"stream":"own"},"cursor":null}' }, 'badRequest'],
    ['another type', { body: '{}', more: { 'content-type': 'text/plain' } }, 'badRequest'],
  ] as const)('%s', async (_what, sent, tag) => {
    isRefused(await visitor.send('pull', 'POST', sent), tag);
  });

  it('what is nested without end is none', async () => {
    const deep = `${'['.repeat(200_000)}${']'.repeat(200_000)}`;
    isRefused(await visitor.send('offer', 'POST', { body: `{"purged":[],"records":${deep}}` }), 'badRequest');
    const id = freshId();
    const change = {
      id,
      device: visitor.device,
      number: 1,
      type: 'visit',
      record: id,
      after: null,
      saw: null,
    };
    const more = { ...change, by: visitor.person, at: new Date().toISOString() };
    const body = JSON.stringify({ changes: [{ ...more, patch: [{ path: [], now: 'deep' }] }] });
    isRefused(await visitor.send('push', 'POST', { body: body.replace('"deep"', deep) }), 'badRequest');
  });

  it('numbers and epochs that nobody counted to are none, and leave nothing behind', async () => {
    const id = freshId();
    const change = { id, device: visitor.device, number: 2 ** 52, type: 'visit', record: id, after: null };
    const more = { ...change, saw: null, by: visitor.person, at: new Date().toISOString(), patch: [] };
    isRefused(await visitor.post('push', { changes: [more] }), 'badRequest');
    isRefused(await visitor.post('void', { numbers: [2 ** 52] }), 'badRequest');
    const head = { epoch: 2 ** 52, n: 1, receipt: 'f'.repeat(64) };
    isRefused(await visitor.post('greet', await visitor.greeting({ head })), 'badRequest');
    const { devices, recovering } = await coordinator.ask('people', {});
    expect(recovering).toBe(false);
    expect(devices.map(({ missing }) => missing)).toEqual(devices.map(() => 0));
  });

  it.each(['x', 'e30', Buffer.from('[1,[["everyone",{}]],null]').toString('base64url'), 'null'])(
    'a cursor of somebody else, "%s", reads from the beginning or nothing at all',
    async (cursor) => {
      const answer = await visitor.post('pull', { stream: 'shared', cursor });
      expect(answer.status).toBe(200);
    },
  );

  it('a push that is too large is refused while it is read', async () => {
    isRefused(await visitor.send('push', 'POST', { body: ' '.repeat(4_000_001) }), 'tooLarge');
  });

  it('a push of too many changes is none', async () => {
    isRefused(
      await visitor.send('push', 'POST', { body: `{"changes":[${'0,'.repeat(200)}0]}` }),
      'badRequest',
    );
  });

  it.each([
    '',
    'v1',
    'v1/',
    'v1/nothing',
    'v1/hello/../push',
    'v1/%2e%2e/push',
    '%00',
    'v1/__proto__',
    'admin',
    'v1/constructor',
  ])('a path that is none: "%s"', async (path) => {
    for (const method of ['GET', 'POST', 'PUT', 'DELETE', 'OPTIONS', 'TRACE'].filter(
      (one) => one !== 'TRACE',
    )) {
      const answer = await heard(await fetch(new URL(path, hub.url), { method }));
      expect(answer.status).toBeGreaterThanOrEqual(400);
      expect(answer.status).toBeLessThan(500);
      expect(refusal.strict().safeParse(answer.json).success).toBe(true);
    }
  });

  it.each(Object.keys(messages))('/v1/%s by another method', async (name) => {
    const other = messages[name as keyof typeof messages].method === 'GET' ? 'POST' : 'GET';
    isRefused(await heard(await fetch(new URL(`v1/${name}`, hub.url), { method: other })), 'notFound');
  });

  it('a line that speaks no HTTP is closed, and the hub goes on', async () => {
    const { port, hostname } = new URL(hub.url);
    for (const garbage of ['\x16\x03\x01\x02\x00\x01\x00', 'GET\r\n\r\n', 'POST /v1/push HTTP/9.9\r\n\r\n']) {
      const socket = connect(Number(port), hostname);
      let said = '';
      socket.setEncoding('latin1').on('data', (piece: string) => {
        said += piece;
      });
      socket.end(garbage);
      await once(socket, 'close');
      expect(said).not.toMatch(/ at |Error:|node:/);
    }
    expect((await visitor.hello()).product).toBe('icv-desk-hub');
  });
});
