import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type BrowserContext, test as base, expect, type Page } from '@playwright/test';
import { serveDesk } from '#desk/http.ts';
import { rendererFolder, sources } from '#desk/machine.ts';
import { deskOver, newFolder, newOffice } from '#test/office.ts';
import { slowly } from '#test/slow-answers.ts';

export { expect, type Page };

/** What is in the folder before anybody opens a window: no store at all, or one that is open. */
export type Start = 'none' | 'empty' | 'west-mercia' | 'example';

type Over = ReturnType<typeof deskOver>;

/** A real office: its encrypted folder, its workers and its server, with the links that open a window on it. */
export type Office = Pick<Over, 'ask' | 'folder'> & {
  link(): string;
  /** What opens the store when the passphrase is lost; only where the test itself did not make the store. */
  recoveryCode: string | undefined;
};

type Worker = { interfaceFolder: string };
type Test = { start: Start; office: Office; wrongs: string[] };

/** Hears what goes wrong unseen in any window: a broken script, a forbidden load. */
const hearWrongs = (context: BrowserContext): string[] => {
  const wrongs: string[] = [];
  context.on('weberror', (error) => wrongs.push(String(error.error())));
  context.on('console', (message) => {
    // What a browser writes when the server is away is not a fault of the page.
    const unreachable = message.text().startsWith('Failed to load resource');
    if (message.type() === 'error' && !unreachable) wrongs.push(message.text());
  });
  return wrongs;
};

export const test = base.extend<Test, Worker>({
  start: ['west-mercia', { option: true }],

  interfaceFolder: [
    // A copy, so that a build meanwhile does not take the pages from under a test.
    // biome-ignore lint/correctness/noEmptyPattern: the runner reads what a fixture needs from its pattern
    async ({}, use) => {
      const folder = mkdtempSync(join(tmpdir(), 'icv-interface-'));
      cpSync(rendererFolder, folder, { recursive: true });
      await use(folder);
      rmSync(folder, { recursive: true, force: true });
    },
    { scope: 'worker' },
  ],

  office: async ({ start, interfaceFolder }, use) => {
    const bugs: unknown[] = [];
    const onBug = (_reference: string, error: unknown) => bugs.push(error);
    const made = start === 'none' ? undefined : await newOffice(start, { onBug });
    const over: Over = made ?? deskOver(newFolder(), { onBug });
    const desk = { ...over.desk, call: slowly(over.desk.call) };
    const served = await serveDesk(desk, { rendererFolder: interfaceFolder, sources });
    await use({ ask: over.ask, folder: over.folder, link: served.link, recoveryCode: made?.recoveryCode });
    await served.close();
    await over.end();
    expect(bugs).toEqual([]);
  },

  wrongs: [
    async ({ context }, use) => {
      const wrongs = hearWrongs(context);
      await use(wrongs);
      expect(wrongs).toEqual([]);
    },
    { auto: true },
  ],

  /** A window opened by its one-time link. */
  page: async ({ page, office }, use) => {
    await page.goto(office.link());
    await use(page);
    // Before the server goes: what a window was still loading is no fault of the page.
    await page.close();
  },
});
