import { once } from 'node:events';
import { type IncomingMessage, request } from 'node:http';
import { expect, it } from 'vitest';
import { sources } from '#desk/machine.ts';
import { proofOf } from '#desk/sync/proof.ts';
import { hubHandler } from '#hub/server/handler.ts';
import { hubServer } from '#hub/server/http.ts';
import { createLog } from '#hub/server/log.ts';
import { headers } from '#shared/sync/wire.ts';
import { newSqliteHub } from '../../hub-store.ts';
import { serving } from './serving.ts';

const textOf = async (response: IncomingMessage): Promise<string> => {
  let text = '';
  for await (const piece of response.setEncoding('utf8')) text += piece;
  return text;
};

it('finishes what is under way, and then ends', async () => {
  const hub = await serving(await newSqliteHub());
  const laptop = await hub.joined('Ann Lee', 'visitor', 'North');
  const { nonce } = await laptop.hello();
  const body = Buffer.from('{}');
  const asked = (path: string, name: string) =>
    request(new URL(path, hub.url), {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        'content-length': String(body.length),
        [headers.device]: laptop.device,
        [headers.token]: laptop.token,
        [headers.nonce]: nonce,
        [headers.proof]: proofOf(laptop, { method: 'POST', path: `/v1/${name}`, body, nonce }),
      },
    });

  const underWay = asked('v1/digests', 'digests');
  underWay.setHeader('expect', '100-continue');
  underWay.flushHeaders();
  await once(underWay, 'continue');
  const closing = hub.close();
  underWay.end(body);
  const [finished] = (await once(underWay, 'response')) as [IncomingMessage];
  expect([finished.statusCode, finished.headers.connection]).toEqual([200, 'close']);
  expect(Object.keys(JSON.parse(await textOf(finished)))).toEqual(['head', 'shared', 'own', 'awaiting']);
  await closing;
  await expect(fetch(new URL('v1/hello', hub.url))).rejects.toThrow();
  await hub.hub.end();
});

it('says that it is stopping, and when to come again, to whoever still reaches it', async () => {
  const hub = await newSqliteHub();
  const handler = hubHandler(hub.store, { sources });
  const about = {
    tls: undefined,
    behindProxy: false,
    log: createLog(() => {}, Date.now),
    version: '0',
    kind: 'sqlite',
  };
  const app = hubServer(handler, about);
  expect((await app.inject('/v1/hello')).statusCode).toBe(200);
  handler.stop();
  const refused = await app.inject('/v1/hello');
  expect([refused.statusCode, refused.headers['retry-after'], refused.json()]).toEqual([
    503,
    '10',
    { refused: 'stopping', retryAfter: 10 },
  ]);
  expect((await app.inject('/health')).statusCode).toBe(503);
  await app.close();
  await hub.end();
});
