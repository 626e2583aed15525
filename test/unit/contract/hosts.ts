import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Desk } from '#desk/desk.ts';
import { serveDesk } from '#desk/http.ts';
import { sources } from '#desk/machine.ts';
import { makeBridge } from '#electron/bridge.ts';
import { sendEvent, serveCalls } from '#electron/ipc.ts';
import { pageOrigin } from '#electron/names.ts';
import { browserHost } from '#renderer/hosts/browser.ts';
import { type ElectronBridge, electronHost } from '#renderer/hosts/electron.ts';
import type { Host } from '#shared/contract.ts';
import { memoryHost } from '#test/memory-host.ts';
import { asContents, rendererIpc, StandInContents, StandInIpc, standInBridge } from '../electron/stand-in.ts';

/** An application reached one way, and how to take that way down again. */
export type Way = { host: Host; end(): Promise<void> };

const inMemory = async (desk: Desk): Promise<Way> => ({ host: memoryHost(desk), end: async () => undefined });

/** A page of the desktop, with everything Electron does to a message on its way. */
const throughElectron = async (desk: Desk): Promise<Way> => {
  const ipc = new StandInIpc();
  const contents = new StandInContents(pageOrigin);
  const ours = () => asContents(contents);
  serveCalls(ipc, ours, desk);
  const stop = desk.listen((event) => sendEvent(ours(), event));
  const bridge = standInBridge();
  bridge.exposeInMainWorld('icvHost', makeBridge(rendererIpc(ipc, contents)));
  return { host: electronHost(bridge.world.icvHost as ElectronBridge), end: async () => stop() };
};

/** A browser's page: what a browser adds to every request of a page, its cookie and its origin, is added here. */
const overHttp = async (desk: Desk): Promise<Way> => {
  const rendererFolder = mkdtempSync(join(tmpdir(), 'icv page '));
  writeFileSync(join(rendererFolder, 'index.html'), '<!doctype html><html><head></head></html>');
  const served = await serveDesk(desk, { rendererFolder, sources });
  const opened = await fetch(served.link(), { redirect: 'manual' });
  const cookie = opened.headers.get('set-cookie')?.split(';')[0] ?? '';
  const page = await (await fetch(served.url, { headers: { cookie } })).text();
  const secret = /name="icv-tab" content="([^"]+)"/.exec(page)?.[1] ?? '';
  const outside = globalThis.fetch;
  const { origin } = new URL(served.url);
  globalThis.fetch = (path, init) =>
    outside(new URL(String(path), served.url), {
      ...init,
      headers: { ...(init?.headers as Record<string, string>), cookie, origin },
    });
  const host = browserHost(secret, { ended: () => undefined, reached: () => undefined });
  return {
    host,
    end: async () => {
      await served.close();
      globalThis.fetch = outside;
      rmSync(rendererFolder, { recursive: true });
    },
  };
};

/** The ways an interface reaches the application. */
export const ways: Readonly<Record<Host['kind'], (desk: Desk) => Promise<Way>>> = {
  memory: inMemory,
  browser: overHttp,
  electron: throughElectron,
};
