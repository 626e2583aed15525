import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, vi } from 'vitest';
import type { Desk, DeskOptions } from '#desk/desk.ts';
import { eventChannel } from '#electron/names.ts';
import { type ElectronMain, startShell } from '#electron/shell.ts';
import type { HostEvent } from '#shared/contract.ts';
import { StandInElectron } from './stand-in-shell.ts';

/** A desk that answers everything and closes when the test lets it. */
class StandInDesk implements Desk {
  readonly call = vi.fn(async (_name: string, _input: unknown) => ({ ok: true as const, value: {} }));
  closed = false;
  readonly options: DeskOptions;
  finish: () => void = () => undefined;
  tell: (event: HostEvent) => void = () => undefined;
  readonly #finished = new Promise<void>((resolve) => {
    this.finish = resolve;
  });
  constructor(options: DeskOptions) {
    this.options = options;
  }
  listen(listener: (event: HostEvent) => void) {
    this.tell = listener;
    return () => undefined;
  }
  close() {
    this.closed = true;
    return this.#finished;
  }
}

/** A shell and what is around it. */
class StandInStart {
  folder = '';
  passphrase: string | undefined;
  electron = new StandInElectron();
  desks: StandInDesk[] = [];

  /** The desk that was opened. */
  get desk(): StandInDesk {
    const [desk] = this.desks;
    if (!desk || this.desks.length > 1) throw new Error(`${this.desks.length} desks were opened.`);
    return desk;
  }
  /** What the page heard. */
  get heard(): unknown[] {
    return this.electron.window.webContents.mainFrame.heard.map(({ channel, args }) => {
      expect(channel).toBe(eventChannel);
      return args[0];
    });
  }
  begin(argv: string[] = [], parts = this.electron.parts()): void {
    startShell({
      electron: parts,
      openDesk: (options) => {
        this.desks.push(new StandInDesk(options));
        return this.desk;
      },
      sources: { now: () => 0, random: (count) => new Uint8Array(count) },
      version: '1.2.3',
      folder: this.folder,
      pages: this.folder,
      preload: '/preload.cjs',
      argv: ['electron', ...argv],
      passphrase: this.passphrase,
      platform: 'linux',
      grace: 10,
    });
  }
  async start(argv?: string[], parts?: ElectronMain): Promise<void> {
    this.begin(argv, parts);
    await this.electron.start();
  }
  /** The same person starting it another day. */
  anew(): void {
    this.electron = new StandInElectron();
    this.desks = [];
  }
}

/** Gives each test a shell in a folder of its own. */
export const setUp = (): StandInStart => {
  const t = new StandInStart();
  beforeEach(() => {
    t.folder = mkdtempSync(join(tmpdir(), 'icv-shell-'));
    t.passphrase = undefined;
    t.anew();
  });
  afterEach(() => rmSync(t.folder, { recursive: true, force: true }));
  return t;
};

export const soon = (ms = 0): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));
