import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, expect, it } from 'vitest';
import { desk, start } from './desk-process.ts';

const folder = mkdtempSync(join(tmpdir(), 'icv serve '));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Opens a link as a browser does: the cookie it sets, then the page. */
const open = async (link: string) => {
  const first = await fetch(link, { redirect: 'manual' });
  const cookie = first.headers.get('set-cookie')?.split(';')[0] ?? '';
  const page = await fetch(new URL('/', link), { headers: { cookie } });
  const tab = /name="icv-tab" content="([^"]+)"/.exec(await page.text())?.[1] ?? '';
  const call = async (name: string, input: unknown = {}) => {
    const { origin } = new URL(link);
    const answer = await fetch(`${origin}/call`, {
      method: 'POST',
      headers: { cookie, origin, 'x-icv-tab': tab, 'content-type': 'application/json' },
      body: JSON.stringify({ name, input }),
    });
    return (await answer.json()) as { ok: boolean; value: Record<string, unknown>; error: unknown };
  };
  return { status: first.status, call };
};

it('serves an unlocked store where the passphrase is at hand, gives a link for every Enter, and ends when told', async () => {
  const data = join(folder, 'unlocked');
  expect((await desk(['init', '--data', data])).code).toBe(0);
  const serving = start(['serve', '--data', data]);
  const first = await open(await serving.line());
  expect(await first.call('store.status')).toMatchObject({ ok: true, value: { state: 'open' } });
  expect(await first.call('__proto__')).toEqual({
    ok: false,
    error: { tag: 'unknownCall', name: '__proto__' },
  });
  expect(await first.call('visits.get', { id: 'no id' })).toMatchObject({
    ok: false,
    error: { tag: 'invalid' },
  });
  serving.child.stdin.write('\n');
  const second = await serving.line();
  expect((await open(second)).status).toBe(303);
  expect((await open(second)).status).toBe(401);
  serving.child.kill('SIGTERM');
  expect((await serving.ended).code).toBe(0);
});

it('serves without any store, for the screen that sets one up', async () => {
  const serving = start(['serve', '--data', join(folder, 'none'), '--json'], { ICV_PASSPHRASE: '' });
  const { link } = JSON.parse(await serving.line()) as { link: string };
  expect(await (await open(link)).call('store.status')).toMatchObject({ value: { state: 'none' } });
  serving.child.kill('SIGINT');
  expect((await serving.ended).code).toBe(0);
});

it('says in one line that a port is taken', async () => {
  const other = createServer().listen(0, '127.0.0.1');
  await once(other, 'listening');
  const { port } = other.address() as AddressInfo;
  const ended = await desk(['serve', '--data', join(folder, 'none'), '--port', String(port)]);
  expect(ended).toMatchObject({ code: 1, out: '' });
  expect(ended.err.trim()).toMatch(/^Port \d+ is used by another program/);
  other.close();
});

it('starts on an example that is open at once and gone afterwards', async () => {
  const env = { TMPDIR: folder, ICV_PASSPHRASE: '' };
  const starting = start(['--example'], env, 'desk/start.ts');
  const opened = await open(await starting.line());
  expect(await opened.call('store.status')).toMatchObject({ value: { state: 'open' } });
  const count = await opened.call('visits.count', { filter: {} });
  expect(count.value.count).toBeGreaterThan(10);
  starting.child.kill('SIGINT');
  const ended = await starting.ended;
  expect(ended.code).toBe(0);
  expect(ended.err).toContain('because this computer has no display');
  expect(readdirSync(folder).filter((name) => name.startsWith('icv-desk-example'))).toEqual([]);
});

it('ends with the npm that started it', async () => {
  const npm = spawn('npm', ['run', '-s', 'desk', '--', 'serve', '--data', join(folder, 'npm'), '--no-open'], {
    cwd: fileURLToPath(new URL('../..', import.meta.url)),
    // Where others take the bundle, this is the program as its sources are.
    env: { ...process.env, NODE_OPTIONS: '', ICV_PASSPHRASE: '' },
  });
  const [link] = (await once(npm.stdout.setEncoding('utf8'), 'data')) as [string];
  npm.kill('SIGTERM');
  // The pipe stays open for as long as the desk itself has it.
  await once(npm, 'close');
  await expect(fetch(link.trim())).rejects.toThrow();
});
