import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Failure, sentence } from '#shared/errors.ts';
import { type Answer, ask, type Setup, setUp } from './setup.ts';

let on: Setup;
beforeAll(async () => {
  on = await setUp();
});
afterAll(() => on.end());

const call = JSON.stringify({ name: 'session.get', input: {} });
const oneSentence = (answer: Answer) => {
  const { ok, error } = JSON.parse(answer.body) as { ok: boolean; error: Failure };
  expect(ok).toBe(false);
  expect(sentence(error)).toMatch(/^[A-Z].*\.$/);
  expect(answer.body).not.toMatch(/node_modules|\bat .*:\d+|FST_/);
};

describe('coming in', () => {
  it('opens with a link once, and says how to get another', async () => {
    const link = on.served.link();
    const first = await ask(link);
    expect(first.status).toBe(303);
    expect(first.headers.location).toBe('/');
    expect(String(first.headers['set-cookie'])).toMatch(
      /^icv_[0-9a-f]{16}=[\w-]{43}; HttpOnly; SameSite=Strict; Path=\/$/,
    );
    const second = await ask(link);
    expect(second.status).toBe(401);
    expect(second.headers['set-cookie']).toBeUndefined();
    expect(second.body).toContain('Press Enter in the terminal');
  });

  it('keeps several links good at once, and shows the interface to whoever already is in', async () => {
    const [first, second] = [on.served.link(), on.served.link()];
    expect((await ask(second)).status).toBe(303);
    const opened = await ask(first);
    const cookie = String(opened.headers['set-cookie']).split(';')[0] ?? '';
    expect((await ask(first, { headers: { cookie } })).status).toBe(303);
  });

  it('gives every tab a secret of its own', async () => {
    const { cookie, tab } = await on.enter();
    const page = await ask(on.served.url, { headers: { cookie } });
    expect(page.body).toContain('<meta name="icv-tab"');
    expect(page.body).not.toContain(tab);
    expect(page.headers['cache-control']).toBe('no-store');
  });

  it('refuses a link followed from another site, without using it up', async () => {
    const link = on.served.link();
    expect((await ask(link, { headers: { 'sec-fetch-site': 'cross-site' } })).status).toBe(403);
    expect((await ask(link, { headers: { 'sec-fetch-site': 'none' } })).status).toBe(303);
  });

  it('stops listening to guesses for a minute', async () => {
    const guess = () => ask(on.served.url, { path: '/?open=guess' });
    for (let i = 0; i < 20; i += 1) await guess();
    expect((await guess()).status).toBe(429);
    on.clock.now += 61_000;
    expect((await guess()).status).toBe(401);
    expect((await ask(on.served.link())).status).toBe(303);
  });

  it('shows nothing without a session', async () => {
    const page = await ask(on.served.url);
    expect(page.status).toBe(401);
    expect(page.body).not.toContain('icv-tab');
    expect((await ask(on.served.url, { path: '/assets/main.js' })).status).toBe(401);
  });
});

describe('calls', () => {
  it('passes a call on and gives back its result', async () => {
    const answer = await on.call(JSON.stringify({ name: 'visits.get', input: { id: 'x' } }));
    expect(answer.status).toBe(200);
    expect(JSON.parse(answer.body)).toEqual({ ok: true, value: { name: 'visits.get', input: { id: 'x' } } });
    expect(answer.headers['cache-control']).toBe('no-store');
  });

  it('answers names nobody knows with a failure, whatever they are called', async () => {
    for (const name of ['nothing.here', '__proto__', 'constructor', 'toString', '']) {
      const answer = await on.call(JSON.stringify({ name, input: {} }));
      expect(answer.status).toBe(200);
      expect(JSON.parse(answer.body)).toEqual({ ok: false, error: { tag: 'unknownCall', name } });
    }
  });

  it.each([
    ['no cookie', 401, { cookie: undefined }],
    ['a made-up cookie', 401, { cookie: 'icv_0000000000000000=x' }],
    ['no tab header', 401, { 'x-icv-tab': undefined }],
    ['a made-up tab', 401, { 'x-icv-tab': 'a.b' }],
    ['a name pointed at this computer', 403, { host: 'evil.test' }],
    ['the right name with a wrong port', 403, { host: 'localhost:1' }],
    ['another origin', 403, { origin: 'http://evil.test' }],
    ['an origin without a name', 403, { origin: 'null' }],
    ['no origin', 403, { origin: undefined }],
    ['a request another site made', 403, { 'sec-fetch-site': 'cross-site' }],
    ['plain text', 415, { 'content-type': 'text/plain' }],
    ['a form', 415, { 'content-type': 'application/x-www-form-urlencoded' }],
    ['no content type', 415, { 'content-type': undefined }],
  ])('refuses %s', async (_what, status, change) => {
    const answer = await on.call(call, change);
    expect(answer.status).toBe(status);
    oneSentence(answer);
  });

  it('refuses a tab secret that belongs to another session', async () => {
    const other = await on.enter();
    expect((await on.call(call, { 'x-icv-tab': other.tab })).status).toBe(401);
    expect((await on.call(call, { cookie: other.cookie, 'x-icv-tab': other.tab })).status).toBe(200);
  });

  it.each([
    ['nothing', ''],
    ['half of it', '{"name":'],
    ['a list', '[1]'],
    ['a name that is a number', '{"name":1}'],
    ['null', 'null'],
    ['a prototype', '{"name":"session.get","__proto__":{"isAdmin":true}}'],
    ['a prototype deeper down', '{"name":"session.get","input":{"a":{"__proto__":{"x":1}}}}'],
    ['a constructor', '{"name":"session.get","input":{"constructor":{"prototype":{"x":1}}}}'],
  ])('refuses %s as a body', async (_what, body) => {
    const answer = await on.call(body);
    expect(answer.status).toBe(400);
    oneSentence(answer);
    expect(({} as Record<string, unknown>).isAdmin).toBeUndefined();
  });

  it('refuses more than the largest file that a call takes', async () => {
    const answer = await on.call(JSON.stringify({ name: 'session.get', input: 'x'.repeat(37_000_000) }));
    expect(answer.status).toBe(413);
    oneSentence(answer);
  });

  it('accepts a rescue file of the greatest size', async () => {
    const file = 'A'.repeat(15_000_000);
    const call = { name: 'sync.rescueIn', input: { file, passphrase: 'four unrelated words' } };
    expect((await on.call(JSON.stringify(call))).status).toBe(200);
  });

  it('accepts what an import sends at most at once', async () => {
    const chunk = { name: 'imports.chunk', input: { id: 'x', text: 'é'.repeat(300_000) } };
    expect((await on.call(JSON.stringify(chunk))).status).toBe(200);
  });
});

describe('files', () => {
  const get = async (path: string) =>
    ask(on.served.url, { path, headers: { cookie: (await on.enter()).cookie } });

  it('serves the files of the interface', async () => {
    const script = await get('/assets/main.js');
    expect(script.status).toBe(200);
    expect(script.headers['content-type']).toContain('javascript');
    expect(script.headers['content-security-policy']).toContain("default-src 'none'");
    expect(script.headers['cache-control']).toBe('private, no-cache');
  });

  it.each([
    '/../secret.txt',
    '/..%2fsecret.txt',
    '/%2e%2e/secret.txt',
    '/%2e%2e%2fsecret.txt',
    '/assets/../../secret.txt',
    '/..%5csecret.txt',
    '//etc/passwd',
    '/%00',
    '/%zz',
    '/.hidden',
    '/index.html',
    '/assets',
    '/nothing',
  ])('gives nothing for %s', async (path) => {
    const answer = await get(path);
    expect(answer.status).toBeGreaterThanOrEqual(400);
    expect(answer.status).toBeLessThan(500);
    expect(answer.body).not.toMatch(/^secret|hidden|root:/);
    oneSentence(answer);
  });

  it('says the same things about every answer', async () => {
    for (const answer of [await ask(on.served.url), await on.call(call), await get('/nothing')]) {
      expect(answer.headers['x-content-type-options']).toBe('nosniff');
      expect(answer.headers['referrer-policy']).toBe('no-referrer');
      expect(answer.headers['cross-origin-opener-policy']).toBe('same-origin');
      expect(answer.headers['cross-origin-resource-policy']).toBe('same-origin');
      expect(answer.headers['content-security-policy']).toContain("frame-ancestors 'none'");
      expect(answer.headers['access-control-allow-origin']).toBeUndefined();
    }
  });
});
