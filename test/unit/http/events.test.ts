import { afterAll, beforeAll, expect, it } from 'vitest';
import { ask, type Setup, setUp } from './setup.ts';

let on: Setup;
beforeAll(async () => {
  on = await setUp();
});
afterAll(() => on.end());

const open = async (who: { cookie: string; tab: string }) => {
  const stop = new AbortController();
  const answer = await fetch(new URL('/events', on.served.url), {
    headers: { cookie: who.cookie, 'x-icv-tab': who.tab },
    signal: stop.signal,
  });
  const reader = answer.body?.pipeThrough(new TextDecoderStream()).getReader();
  return { answer, read: async () => (await reader?.read())?.value, close: () => stop.abort() };
};
const until = async (true_: () => boolean) => {
  while (!true_()) await new Promise((wake) => setTimeout(wake, 5));
};

it('tells every open tab what changes, and forgets a tab that is closed', async () => {
  const who = await on.enter();
  const [first, second] = [await open(who), await open(who)];
  expect(first.answer.status).toBe(200);
  expect(first.answer.headers.get('content-type')).toContain('application/x-ndjson');
  expect([await first.read(), await second.read()]).toEqual(['\n', '\n']);
  on.tell({ kind: 'changed', types: ['visit'] });
  expect(await first.read()).toBe('{"kind":"changed","types":["visit"]}\n');
  expect(await second.read()).toBe('{"kind":"changed","types":["visit"]}\n');
  first.close();
  second.close();
  await until(() => on.listeners.size === 0);
});

it('asks for the same as a call', async () => {
  const who = await on.enter();
  const get = (headers: Record<string, string>) => ask(on.served.url, { path: '/events', headers });
  expect((await get({})).status).toBe(401);
  expect((await get({ cookie: who.cookie })).status).toBe(401);
  const both = { cookie: who.cookie, 'x-icv-tab': who.tab };
  expect((await get({ ...both, host: 'evil.test' })).status).toBe(403);
  expect((await get({ ...both, origin: 'http://evil.test' })).status).toBe(403);
  expect((await get({ ...both, 'sec-fetch-site': 'same-site' })).status).toBe(403);
});

it('leaves connections for calls: no more than four streams in one browser', async () => {
  const who = await on.enter();
  const streams = [await open(who), await open(who), await open(who), await open(who)];
  expect((await open(who)).answer.status).toBe(429);
  for (const stream of streams) stream.close();
  await until(() => on.listeners.size === 0);
  const again = await open(who);
  expect(again.answer.status).toBe(200);
  again.close();
});
