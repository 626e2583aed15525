import { expect, test, vi } from 'vitest';
import { browserHost, each } from '#renderer/hosts/browser.ts';

const stream = (...parts: string[]) =>
  new ReadableStream<Uint8Array>({
    start(controller) {
      for (const part of parts) controller.enqueue(new TextEncoder().encode(part));
      controller.close();
    },
  });

test('events are read line by line, wherever the pieces end; empty lines only keep the way open', async () => {
  const lines: string[] = [];
  await each(stream('{"kind":"lo', 'cked"}\n\n\n{"a":1}\n{"b"', ':2}\n'), (line) => lines.push(line));
  expect(lines).toEqual(['{"kind":"locked"}', '{"a":1}', '{"b":2}']);
});

test('a secret that is refused ends the page; no answer at all is a failure to try again', async () => {
  const signals = { ended: vi.fn(), reached: vi.fn() };
  const host = browserHost('secret', signals);
  const answers = [
    () => Promise.reject(new Error('refused')),
    () => Promise.resolve(new Response('{}', { status: 401 })),
  ];
  vi.stubGlobal('fetch', () => answers.shift()?.());
  expect(await host.call('store.status', {})).toEqual({ ok: false, error: { tag: 'unreachable' } });
  expect(signals.reached).toHaveBeenLastCalledWith(false);
  expect(signals.ended).not.toHaveBeenCalled();
  expect((await host.call('store.status', {})).ok).toBe(false);
  expect(signals.ended).toHaveBeenCalledOnce();
  vi.unstubAllGlobals();
});

test('a call carries its name, its input and the secret of the tab', async () => {
  const fetched = vi.fn(() => Promise.resolve(Response.json({ ok: true, value: {} })));
  vi.stubGlobal('fetch', fetched);
  await browserHost('secret', { ended() {}, reached() {} }).call('store.unlock', {
    passphrase: 'four unrelated words',
  });
  const [path, init] = fetched.mock.calls[0] as unknown as [string, RequestInit];
  expect(path).toBe('/call');
  expect(init.headers).toMatchObject({ 'X-ICV-Tab': 'secret' });
  expect(JSON.parse(String(init.body))).toEqual({
    name: 'store.unlock',
    input: { passphrase: 'four unrelated words' },
  });
  vi.unstubAllGlobals();
});
