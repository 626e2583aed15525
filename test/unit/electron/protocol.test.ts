import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { contentSecurityPolicy, isStartPage, servePages } from '#electron/protocol.ts';

let outside: string;
let serve: ReturnType<typeof servePages>;

beforeAll(() => {
  outside = mkdtempSync(join(tmpdir(), 'icv-pages-'));
  const folder = join(outside, 'renderer');
  mkdirSync(join(folder, 'assets'), { recursive: true });
  mkdirSync(join(outside, 'renderer-of-somebody-else'));
  writeFileSync(join(folder, 'index.html'), '<!doctype html><title>ICV Desk</title>');
  writeFileSync(join(folder, 'assets', 'index-B_x1.js'), 'export {};');
  writeFileSync(join(folder, 'assets', 'index.css'), 'p{}');
  writeFileSync(join(folder, 'assets', 'a.woff2'), 'font');
  writeFileSync(join(folder, 'notes.txt'), 'not part of the interface');
  writeFileSync(join(folder, '.hidden.js'), 'hidden');
  writeFileSync(join(outside, 'secret.js'), 'secret');
  writeFileSync(join(outside, 'renderer-of-somebody-else', 'page.html'), 'secret');
  symlinkSync(join(outside, 'secret.js'), join(folder, 'linked.js'));
  symlinkSync(join(outside, 'renderer-of-somebody-else'), join(folder, 'linked'));
  serve = servePages(folder);
});
afterAll(() => rmSync(outside, { recursive: true }));

const get = (url: string, method = 'GET') => serve({ url, method });

describe('The scheme of the interface', () => {
  it.each([
    ['app://icv-desk/', 'text/html; charset=utf-8'],
    ['app://icv-desk/index.html', 'text/html; charset=utf-8'],
    ['app://icv-desk/index.html#/visits/1', 'text/html; charset=utf-8'],
    ['app://icv-desk/assets/index-B_x1.js', 'text/javascript; charset=utf-8'],
    ['app://icv-desk/assets/index.css', 'text/css; charset=utf-8'],
    ['app://icv-desk/assets/a.woff2', 'font/woff2'],
  ])('serves %s as %s', async (url, type) => {
    const answer = await get(url);
    expect(answer.status).toBe(200);
    expect(answer.headers.get('content-type')).toBe(type);
    expect((await answer.arrayBuffer()).byteLength).toBeGreaterThan(2);
  });

  it.each(['app://icv-desk/index.html', 'app://icv-desk/none.js', 'app://other/'])(
    'sends the policy and nosniff with every answer, also for %s',
    async (url) => {
      const { headers } = await get(url);
      expect(headers.get('content-security-policy')).toBe(contentSecurityPolicy);
      expect(headers.get('x-content-type-options')).toBe('nosniff');
    },
  );

  it('has a policy that begins with nothing and allows no inline code, no network and no frame', () => {
    expect(contentSecurityPolicy).toBe(
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; " +
        "connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
    );
  });

  it.each(['POST', 'PUT', 'DELETE', 'HEAD', 'OPTIONS', 'get'])('refuses %s', async (method) => {
    const answer = await get('app://icv-desk/index.html', method);
    expect(answer.status).toBe(405);
    expect(answer.headers.get('allow')).toBe('GET');
  });

  it.each([
    'app://icv-desk.example/index.html',
    'app://icv-desk:80/index.html',
    'app://me@icv-desk/index.html',
    'app://me:pass@icv-desk/index.html',
    'app:///index.html',
    'app://ICV-DESK/index.html',
    'http://icv-desk/index.html',
    'file:///etc/passwd',
    'not an address',
  ])('refuses any host but its own: %s', async (url) => {
    expect((await get(url)).status).toBe(403);
  });

  it.each([
    'app://icv-desk/../secret.js',
    'app://icv-desk/%2e%2e/secret.js',
    'app://icv-desk/..%2fsecret.js',
    'app://icv-desk/..%5csecret.js',
    'app://icv-desk/assets/..%2f..%2fsecret.js',
    'app://icv-desk/assets%2f..%2f..%2fsecret.js',
    'app://icv-desk//etc/passwd',
    'app://icv-desk/%00index.html',
    'app://icv-desk/index.html%00.js',
    'app://icv-desk/%E0%A4%A.js',
    'app://icv-desk/C:/secret.js',
    'app://icv-desk/assets\\..\\..\\secret.js',
    'app://icv-desk/../renderer-of-somebody-else/page.html',
    'app://icv-desk/linked.js',
    'app://icv-desk/linked/page.html',
    'app://icv-desk/.hidden.js',
    'app://icv-desk/notes.txt',
    'app://icv-desk/assets',
    'app://icv-desk/assets/',
    'app://icv-desk/none.html',
  ])('finds nothing outside its folder or beside the interface: %s', async (url) => {
    const answer = await get(url);
    expect(answer.status).toBe(404);
    expect(await answer.text()).toBe('');
  });

  it('knows the page itself from everything else', () => {
    expect(isStartPage('app://icv-desk/index.html#/visits')).toBe(true);
    expect(isStartPage('app://icv-desk/')).toBe(true);
    expect(isStartPage('app://icv-desk/assets/index.css')).toBe(false);
    expect(isStartPage('app://other/index.html')).toBe(false);
    expect(isStartPage('nonsense')).toBe(false);
  });
});
