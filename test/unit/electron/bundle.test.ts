import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { isBuiltin } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { createBuilder } from 'vite';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const at = (path: string) => fileURLToPath(new URL(`../../../${path}`, import.meta.url));
let place: string;
const out = (name: string) => join(place, 'out', 'electron', name);

/** Stands where the `electron` package would: the same stand-in, as a module of its own. */
const electronModule = `
import { StandInElectron } from ${JSON.stringify(pathToFileURL(at('test/unit/electron/stand-in-shell.ts')).href)};
export const standIn = new StandInElectron();
export const {
  app, BrowserWindow, dialog, ipcMain, Menu, powerMonitor, protocol, safeStorage, screen, session, shell,
} = standIn.parts();
`;

/** Starts the bundle, sets up a store, asks something of it, quits, and says what happened. */
const driver = `
import { standIn } from 'electron';
import './out/electron/main.js';
await standIn.start();
while (standIn.windows.length === 0) await new Promise((resolve) => setTimeout(resolve, 5));
const { webContents } = standIn.window;
const call = (name, input) =>
  standIn.ipcMain.from(webContents, webContents.mainFrame, 'icv:call', { name, input });
const said = [];
said.push(await call('store.create', {
  name: 'jo', person: 'Jo Example', body: 'Example body', passphrase: 'four unrelated small words', start: 'west-mercia',
}));
said.push(await call('session.get', {}));
const made = await call('returns.file', { return: 'icv', period: '2022-23', as: 'docx' });
said.push({ ...made, value: undefined });
said.push(await call('store.lock', {}));
said.push(await call('session.get', {}));
standIn.quit();
while (standIn.ended === undefined) await new Promise((resolve) => setTimeout(resolve, 5));
console.log(JSON.stringify(said));
process.exit(standIn.ended);
`;

beforeAll(async () => {
  place = mkdtempSync(join(tmpdir(), 'icv-bundle-'));
  const outDir = join(place, 'out', 'electron');
  const build = { build: { outDir } };
  const builder = await createBuilder({
    configFile: at('build/vite.electron.ts'),
    logLevel: 'error',
    environments: { main: build, preload: build, worker: build },
  });
  await builder.buildApp();
  mkdirSync(join(place, 'node_modules', 'electron'), { recursive: true });
  for (const shipped of ['better-sqlite3', '@resvg', '@expo-google-fonts'])
    symlinkSync(at(`node_modules/${shipped}`), join(place, 'node_modules', shipped), 'junction');
  writeFileSync(join(place, 'package.json'), '{"type":"module"}');
  writeFileSync(
    join(place, 'node_modules', 'electron', 'package.json'),
    '{"type":"module","main":"index.js"}',
  );
  writeFileSync(join(place, 'node_modules', 'electron', 'index.js'), electronModule);
  writeFileSync(join(place, 'driver.js'), driver);
});
afterAll(() => rmSync(place, { recursive: true, force: true }));

describe('The bundle of the desktop application', () => {
  it('starts its workers beside itself, keeps a store, draws the charts of a return for Word, locks it and closes it before it ends', () => {
    const run = spawnSync(process.execPath, ['driver.js', '--data=data'], { cwd: place, encoding: 'utf8' });
    expect(run.stderr).toBe('');
    const [made, session, charted, locked, refused] = JSON.parse(run.stdout);
    expect(made).toMatchObject({ ok: true, value: { recoveryCode: expect.any(String) } });
    expect(session).toMatchObject({ ok: true });
    // Charts of a Word file need what lies beside the bundle.
    expect(charted).toEqual({ ok: true });
    expect(locked).toMatchObject({ ok: true });
    expect(refused).toEqual({ ok: false, error: { tag: 'locked' } });
    expect(run.status).toBe(0);
  });

  it('has a preload script that a sandbox can load: CommonJS, and nothing required but electron', () => {
    const text = readFileSync(out('preload.cjs'), 'utf8');
    expect([...text.matchAll(/require\(["'](.+?)["']\)/g)].map(([, name]) => name)).toEqual(['electron']);
    expect(text).not.toMatch(/^import |^export /m);
  });

  it('contains everything but Electron, the database and what Node brings', () => {
    for (const name of ['main.js', 'worker.js']) {
      const imports = [...readFileSync(out(name), 'utf8').matchAll(/^import .*?["'](.+?)["'];$/gm)];
      const outside = imports.map(([, from = '']) => from).filter((from) => !isBuiltin(from));
      expect(outside.filter((from) => from !== 'electron' && from !== 'better-sqlite3')).toEqual([]);
    }
  });
});
