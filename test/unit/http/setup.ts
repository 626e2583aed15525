import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Desk } from '#desk/desk.ts';
import { type Served, serveDesk } from '#desk/http.ts';
import { contract, type HostEvent } from '#shared/contract.ts';
import { fail, ok } from '#shared/result.ts';

export type Answer = { status: number; headers: Record<string, unknown>; body: string };

/** One request exactly as written: fetch would not let a test lie about Host. */
export const ask = (
  url: string,
  options: { method?: string; path?: string; headers?: Record<string, string>; body?: string } = {},
): Promise<Answer> =>
  new Promise((resolve, reject) => {
    const { hostname, port, pathname, search } = new URL(url);
    const sent = request(
      {
        hostname,
        port,
        path: options.path ?? pathname + search,
        method: options.method ?? 'GET',
        headers: options.headers ?? {},
      },
      (got) => {
        let body = '';
        got.setEncoding('utf8');
        got.on('data', (piece: string) => {
          body += piece;
        });
        got.on('end', () => resolve({ status: got.statusCode ?? 0, headers: got.headers, body }));
      },
    );
    sent.on('error', reject);
    sent.end(options.body);
  });

/** A desk that answers with what it was asked, knows the names of the contract, and can be made to tell something. */
export const echoDesk = () => {
  const listeners = new Set<(event: HostEvent) => void>();
  const desk: Desk = {
    call: async (name, input) =>
      Object.hasOwn(contract, name) ? ok({ name, input }) : fail({ tag: 'unknownCall', name }),
    listen(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    close: async () => undefined,
  };
  return {
    desk,
    listeners,
    tell: (event: HostEvent) => listeners.forEach((listener) => void listener(event)),
  };
};

export type Setup = ReturnType<typeof echoDesk> & {
  served: Served;
  /** A session as a browser would hold it. */
  enter(): Promise<{ cookie: string; tab: string }>;
  /** A call with everything right, unless told otherwise. */
  call(body: string, change?: Record<string, string | undefined>): Promise<Answer>;
  clock: { now: number };
  end(): Promise<void>;
};

export const setUp = async (): Promise<Setup> => {
  const folder = mkdtempSync(join(tmpdir(), 'icv http '));
  const rendererFolder = join(folder, 'renderer');
  mkdirSync(join(rendererFolder, 'assets'), { recursive: true });
  writeFileSync(join(rendererFolder, 'index.html'), '<!doctype html><html><head></head><body></body></html>');
  writeFileSync(join(rendererFolder, 'assets', 'main.js'), 'export {};');
  writeFileSync(join(rendererFolder, '.hidden'), 'hidden');
  writeFileSync(join(folder, 'secret.txt'), 'secret');
  const clock = { now: 0 };
  const sources = {
    now: () => clock.now,
    random: (count: number) => crypto.getRandomValues(new Uint8Array(count)),
  };
  const echo = echoDesk();
  const served = await serveDesk(echo.desk, { rendererFolder, sources });
  const enter = async () => {
    const opened = await ask(served.link());
    const cookie = String(opened.headers['set-cookie']).split(';')[0] ?? '';
    const page = await ask(served.url, { headers: { cookie } });
    return { cookie, tab: /name="icv-tab" content="([^"]+)"/.exec(page.body)?.[1] ?? '' };
  };
  const { cookie, tab } = await enter();
  return {
    ...echo,
    served,
    enter,
    clock,
    call(body, change = {}) {
      const headers = {
        cookie,
        'x-icv-tab': tab,
        origin: new URL(served.url).origin,
        'content-type': 'application/json',
        ...change,
      };
      const given = Object.fromEntries(Object.entries(headers).filter(([, value]) => value !== undefined));
      return ask(served.url, {
        method: 'POST',
        path: '/call',
        headers: given as Record<string, string>,
        body,
      });
    },
    async end() {
      await served.close();
      rmSync(folder, { recursive: true });
    },
  };
};
