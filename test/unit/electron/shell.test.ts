import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import { dataFolder } from '#electron/shell.ts';
import { hangingKeychain } from './keychains.ts';
import { setUp } from './shell-setup.ts';

const id = '0193f2a1-7c44-7d8e-9b21-3f5c8a6d0e11';
const t = setUp();

describe('Starting', () => {
  it('opens one sandboxed window on our page and nothing else', async () => {
    await t.start();
    const { options, webContents, shown } = t.electron.window;
    expect(webContents.loads).toEqual(['app://icv-desk/index.html']);
    expect(options.webPreferences).toMatchObject({
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webSecurity: true,
      webviewTag: false,
      devTools: false,
      spellcheck: false,
    });
    expect(options.show).toBe(false);
    expect(shown).toBe(true);
  });

  it('guards the session, which lives in memory, and serves the page over our scheme', async () => {
    await t.start();
    expect(t.electron.done).toEqual(
      expect.arrayContaining([
        'privileged app',
        'partition icv-desk',
        'PermissionRequest guarded',
        'PermissionCheck guarded',
        'DevicePermission guarded',
        'DisplayMediaRequest guarded',
        'network guarded',
      ]),
    );
    expect([...t.electron.schemes.keys()].sort()).toEqual(['app', 'file']);
    writeFileSync(join(t.folder, 'index.html'), '<!doctype html>');
    const answer = await t.electron.schemes.get('app')!(new Request('app://icv-desk/index.html'));
    expect(answer.status).toBe(200);
  });

  it('allows developer tools only where it is not packaged', async () => {
    t.electron.packaged = false;
    await t.start();
    expect(t.electron.window.options.webPreferences.devTools).toBe(true);
    expect(t.electron.done).not.toContain('links icv-desk');
  });

  it('opens the desk with its folder, version and keychain, and puts its own things beside the stores', async () => {
    await t.start();
    expect(t.desk.options).toMatchObject({ folder: t.folder, version: '1.2.3' });
    expect(await t.desk.options.keychain?.available()).toBe(true);
    expect(t.electron.paths.get('userData')).toBe(join(t.folder, '.desktop'));
  });

  it('opens the store before the page asks for it where the environment brings the passphrase', async () => {
    t.passphrase = 'only an example';
    await t.start();
    expect(t.desk.call.mock.calls).toEqual([['store.unlock', { passphrase: 'only an example' }]]);
    expect(t.electron.window.shown).toBe(true);
  });

  it('does not wait for a keychain that hangs', async () => {
    await t.start([], t.electron.parts(hangingKeychain()));
    expect(t.electron.window.shown).toBe(true);
  });

  it.each([
    [['--data', '/tmp/a'], '/tmp/a'],
    [['--data=/tmp/b'], '/tmp/b'],
    [['.', '--other', '--data', '/tmp/c', 'x'], '/tmp/c'],
    [['--data'], undefined],
    [['--data='], undefined],
    [['--database', '/tmp/d'], undefined],
    [[], undefined],
  ])('with %j uses the folder %s', (argv, expected) => {
    expect(dataFolder(argv)).toBe(expected);
  });

  it('says why and ends when its folder cannot be written', () => {
    const file = join(t.folder, 'a-file');
    writeFileSync(file, '');
    t.begin(['--data', file]);
    expect(t.electron.said[0]).toContain('cannot be written');
    expect(t.electron.ended).toBe(1);
    expect(t.desks).toEqual([]);
  });

  it('leaves at once, without touching a store, when it already runs', async () => {
    t.electron.hasLock = false;
    await t.start();
    expect(t.desks).toEqual([]);
    expect(t.electron.windows).toEqual([]);
    expect(t.electron.ended).toBe(0);
  });
});

describe('Links and second starts', () => {
  it('begins at the place a link names', async () => {
    await t.start([`icv-desk://visits/${id}`]);
    expect(t.electron.window.webContents.loads).toEqual([`app://icv-desk/index.html#/visits/${id}`]);
  });

  it('brings the window forward for a second start, and goes where its link says', async () => {
    await t.start();
    t.electron.window.minimized = true;
    t.electron.app.emit('second-instance', {}, ['icv', `icv-desk://visits/${id}`]);
    expect(t.electron.window.minimized).toBe(false);
    expect(t.heard).toEqual([{ kind: 'command', command: `go:/visits/${id}` }]);
    t.electron.app.emit('second-instance', {}, ['icv', 'icv-desk://visits/../../x', '--inspect']);
    expect(t.heard).toHaveLength(1);
  });

  it('keeps a link that comes before anything is ready', async () => {
    t.begin();
    const preventDefault = vi.fn();
    t.electron.app.emit('open-url', { preventDefault }, 'icv-desk://returns');
    t.electron.app.emit('open-url', { preventDefault }, 'https://example.org');
    t.electron.app.emit('second-instance', {}, ['icv']);
    await t.electron.start();
    expect(t.electron.window.webContents.loads).toEqual(['app://icv-desk/index.html#/returns']);
    expect(preventDefault).toHaveBeenCalledTimes(2);
  });
});
