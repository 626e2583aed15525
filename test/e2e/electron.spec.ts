import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type ElectronApplication, _electron as electron, expect, type Page, test } from '@playwright/test';
import type { ElectronBridge } from '#renderer/hosts/electron.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const electronPackage = join(root, 'node_modules', 'electron');

/** Electron's own program. Its package is not loaded to ask: that would start a download. */
const program = (): string | undefined => {
  const pathFile = join(electronPackage, 'path.txt');
  if (!existsSync(pathFile)) return undefined;
  const path = join(electronPackage, 'dist', readFileSync(pathFile, 'utf8'));
  return existsSync(path) ? path : undefined;
};

const whyNot = (): string | undefined => {
  if (!program()) return "Electron's own program is not on this machine (node_modules/electron/path.txt)";
  const { DISPLAY, WAYLAND_DISPLAY } = process.env;
  if (process.platform === 'linux' && !DISPLAY && !WAYLAND_DISPLAY) return 'this machine has no display';
  return undefined;
};

const reason = whyNot();
if (reason) {
  console.warn(
    `\nNOT TESTED: the desktop application itself was not started, because ${reason}.\n` +
      'Its parts were tested against the stand-in only (test/unit/electron).\n',
  );
}

test.describe('The desktop application in the real Electron', () => {
  test.skip(reason !== undefined, `Not started: ${reason}`);
  test.describe.configure({ mode: 'serial' });

  let folder: string;
  let app: ElectronApplication;
  let page: Page;

  test.beforeAll(async () => {
    const tools = [
      ['build/ready.mjs', '--build'],
      ['node_modules/vite/bin/vite.js', 'build', '--config', 'build/vite.electron.ts', '--logLevel', 'warn'],
    ];
    for (const args of tools)
      expect(spawnSync(process.execPath, args, { cwd: root, stdio: 'inherit' }).status).toBe(0);
    folder = mkdtempSync(join(tmpdir(), 'icv-electron-'));
    // Chromium refuses its own sandbox to root, as build machines often are.
    const asRoot = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
    app = await electron.launch({ executablePath: program()!, args: [...asRoot, root, `--data=${folder}`] });
    page = await app.firstWindow();
    await page.waitForLoadState('load');
  });
  test.afterAll(async () => {
    await app?.close();
    if (folder) rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  });

  /** A call as the interface makes it. */
  const call = (name: string, input: unknown) =>
    page.evaluate(([n, i]) => (window as unknown as { icvHost: ElectronBridge }).icvHost.call(n, i), [
      name,
      input,
    ] as const);

  test('opens one window with the interface over its own scheme', async () => {
    expect(page.url()).toMatch(/^app:\/\/icv-desk\/index\.html/);
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    expect(app.windows()).toHaveLength(1);
  });

  test('gives the page two functions and nothing of Node or Electron', async () => {
    const seen = await page.evaluate(() => ({
      host: Object.keys((window as unknown as { icvHost: object }).icvHost).sort(),
      node: ['require', 'process', 'Buffer', 'module', 'global'].filter((name) => name in window),
    }));
    expect(seen).toEqual({ host: ['call', 'listen'], node: [] });
  });

  test('lets the page reach no file, no network, no second window and no evaluated code', async () => {
    const tried = await page.evaluate(async () => {
      const reach = (url: string) =>
        fetch(url).then(
          () => 'reached',
          () => 'refused',
        );
      let evaluated = 'ran';
      try {
        new Function('return 1')();
      } catch {
        evaluated = 'refused';
      }
      return {
        file: await reach('file:///etc/hosts'),
        network: await reach('https://example.org/'),
        window: window.open('https://example.org/') === null ? 'refused' : 'opened',
        evaluated,
      };
    });
    expect(tried).toEqual({ file: 'refused', network: 'refused', window: 'refused', evaluated: 'refused' });
  });

  test('stays on its page when told to go elsewhere', async () => {
    await page.evaluate(() => {
      location.href = 'https://example.org/';
    });
    await page.waitForTimeout(500);
    expect(page.url()).toMatch(/^app:\/\/icv-desk\//);
  });

  test('keeps a store through worker and database, and locks it from the menu', async () => {
    const made = await call('store.create', {
      name: 'jo',
      person: 'Jo Example',
      body: 'Example body',
      passphrase: 'four unrelated small words',
      start: 'west-mercia',
    });
    expect(made).toMatchObject({ ok: true });
    expect(await call('session.get', {})).toMatchObject({ ok: true });
    await app.evaluate(({ Menu }) => {
      const file = Menu.getApplicationMenu()?.items.find((item) => item.label === '&File');
      file?.submenu?.items.find((item) => item.label === '&Lock')?.click();
    });
    await expect
      .poll(() => call('session.get', {}), { timeout: 15_000 })
      .toEqual({ ok: false, error: { tag: 'locked' } });
  });

  test('runs its page sandboxed and isolated', async () => {
    const preferences = await app.evaluate(({ BrowserWindow }) => {
      const [window] = BrowserWindow.getAllWindows();
      return (window!.webContents as unknown as { getLastWebPreferences(): object }).getLastWebPreferences();
    });
    expect(preferences).toMatchObject({ sandbox: true, contextIsolation: true, nodeIntegration: false });
  });

  test('makes a PDF of the page', async () => {
    const start = await app.evaluate(async ({ BrowserWindow }) => {
      const [window] = BrowserWindow.getAllWindows();
      const pdf = await window!.webContents.printToPDF({ generateTaggedPDF: true, preferCSSPageSize: true });
      return pdf.subarray(0, 5).toString();
    });
    expect(start).toBe('%PDF-');
  });
});
