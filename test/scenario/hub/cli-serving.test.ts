import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { request } from 'node:https';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { endPostgres, startPostgres } from '../../postgres.ts';
import { selfSigned } from '../../self-signed.ts';
import { failedWith } from '../desk-process.ts';
import { newLaptop } from './client.ts';
import { hub, startHub } from './hub-process.ts';

const folder = mkdtempSync(join(tmpdir(), 'icv hub '));
const data = join(folder, 'data');
const at = (name: string) => join(folder, name);
const serve = (...args: string[]) => startHub(['serve', '--data', data, '--port', '0', ...args]);

beforeAll(async () => {
  const made = await hub(['init', '--body', 'Commissioner for Testshire', '--data', data]);
  expect(made).toMatchObject({ code: 0 });
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));
afterAll(endPostgres);

describe('a certificate', () => {
  it('makes it speak HTTPS, and nothing else', async () => {
    const { cert, key } = selfSigned();
    writeFileSync(at('cert.pem'), cert);
    writeFileSync(at('key.pem'), key);
    const serving = serve(
      '--host',
      '127.0.0.1',
      '--tls-cert',
      at('cert.pem'),
      '--tls-key',
      at('key.pem'),
      '--json',
    );
    const { url } = JSON.parse(await serving.line()) as { url: string };
    expect(url).toMatch(/^https:/);
    const answer = await new Promise<{ status: number | undefined; hsts: unknown; text: string }>(
      (resolve, reject) => {
        request(new URL('v1/hello', url), { ca: cert }, (response) => {
          let text = '';
          response.setEncoding('utf8').on('data', (piece: string) => {
            text += piece;
          });
          response.on('end', () =>
            resolve({
              status: response.statusCode,
              hsts: response.headers['strict-transport-security'],
              text,
            }),
          );
        })
          .on('error', reject)
          .end();
      },
    );
    expect(answer).toMatchObject({ status: 200, hsts: expect.stringContaining('max-age') });
    expect(JSON.parse(answer.text)).toMatchObject({
      product: 'icv-desk-hub',
      body: 'Commissioner for Testshire',
    });
    await expect(fetch(url.replace('https:', 'http:'))).rejects.toThrow();
    serving.child.kill('SIGINT');
    expect((await serving.ended).code).toBe(0);
    writeFileSync(at('wrong.pem'), selfSigned().key);
    const mismatched = serve('--tls-cert', at('cert.pem'), '--tls-key', at('wrong.pem'));
    failedWith(await mismatched.ended, 1, /do not belong together/);
  });
});

describe('PostgreSQL', () => {
  it('holds the office where DATABASE_URL says so, for several processes at once', async () => {
    const env = { DATABASE_URL: await startPostgres() };
    const place = at('in postgres');
    expect((await hub(['init', '--body', 'Large office', '--data', place], env)).code).toBe(0);
    const start = () => startHub(['serve', '--data', place, '--port', '0'], env);
    const [one, two] = [start(), start()];
    const [first, second] = [await one.line(), await two.line()];
    const invited = await hub(['invite', '--name', 'Ann Lee', '--role', 'coordinator', '--data', place], env);
    const laptop = newLaptop(first);
    await laptop.join(invited.out.trim());
    const { nonce } = await laptop.hello();
    const elsewhere = newLaptop(second);
    Object.assign(elsewhere, { device: laptop.device, key: laptop.key, token: laptop.token });
    expect((await elsewhere.post('digests', {}, { nonce })).status).toBe(200);
    for (const { child } of [one, two]) child.kill('SIGTERM');
    expect([(await one.ended).code, (await two.ended).code]).toEqual([0, 0]);
    failedWith(
      await hub(['people', '--data', place], { DATABASE_URL: 'postgres://icv@127.0.0.1:1/none' }),
      1,
      /database/i,
    );
  });
});
