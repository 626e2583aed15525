import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import { callChannel } from '#electron/names.ts';
import { setUp, soon } from './shell-setup.ts';

const t = setUp();

describe('Calls and events', () => {
  it('go between the page and the desk', async () => {
    await t.start();
    const { webContents } = t.electron.window;
    const call = { name: 'store.status', input: {} };
    expect(await t.electron.ipcMain.from(webContents, webContents.mainFrame, callChannel, call)).toEqual({
      ok: true,
      value: {},
    });
    expect(t.desk.call).toHaveBeenCalledExactlyOnceWith('store.status', {});
    t.desk.tell({ kind: 'changed', types: ['visit'] });
    expect(t.heard).toEqual([{ kind: 'changed', types: ['visit'] }]);
  });

  it('carry commands of the menu to the page', async () => {
    await t.start();
    t.electron.choose('Visits');
    t.electron.choose('Back up…');
    expect(t.heard).toEqual([
      { kind: 'command', command: 'go:/visits' },
      { kind: 'command', command: 'backUp' },
    ]);
  });
});

describe('Locking', () => {
  it.each(['lock-screen', 'suspend'])('happens on %s', async (signal) => {
    await t.start();
    t.electron.powerMonitor.emit(signal);
    expect(t.desk.call).toHaveBeenCalledExactlyOnceWith('store.lock', {});
  });

  it('asked for in the menu, lets the page save first and then waits no longer', async () => {
    await t.start();
    t.electron.choose('Lock');
    expect(t.heard).toEqual([{ kind: 'command', command: 'lock' }]);
    expect(t.desk.call).not.toHaveBeenCalled();
    await soon(30);
    expect(t.desk.call).toHaveBeenCalledExactlyOnceWith('store.lock', {});
  });

  it('is not repeated once the page has done it, so that who unlocks at once stays in', async () => {
    await t.start();
    t.electron.choose('Lock');
    t.desk.tell({ kind: 'locked' });
    await soon(30);
    expect(t.desk.call).not.toHaveBeenCalled();
  });

  it('needs no page', async () => {
    await t.start();
    t.electron.window.webContents.mainFrame.gone = true;
    t.electron.choose('Lock');
    await soon(30);
    expect(t.desk.call).toHaveBeenCalledExactlyOnceWith('store.lock', {});
  });
});

describe('The window', () => {
  it('comes back where it was, with its zoom, and zooms by menu and wheel', async () => {
    await t.start();
    const { window } = t.electron;
    t.electron.choose('Zoom in');
    window.webContents.emit('zoom-changed', {}, 'in');
    expect(window.webContents.zooms).toEqual([1, 1.1, 1.25]);
    window.bounds = { x: 30, y: 40, width: 900, height: 700 };
    window.maximized = true;
    window.close();
    expect(JSON.parse(readFileSync(join(t.folder, '.desktop', 'window.json'), 'utf8'))).toEqual({
      bounds: { x: 30, y: 40, width: 900, height: 700 },
      maximized: true,
      zoom: 1.25,
    });

    t.anew();
    await t.start();
    expect(t.electron.window.options).toMatchObject({ x: 30, y: 40, width: 900, height: 700 });
    expect(t.electron.window.maximized).toBe(true);
    expect(t.electron.window.webContents.zooms).toEqual([1.25]);
  });

  it('begins its page anew once when it died, but not over and over while it is loading', async () => {
    await t.start();
    const { webContents } = t.electron.window;
    webContents.emit('render-process-gone', {}, { reason: 'crashed' });
    webContents.emit('render-process-gone', {}, { reason: 'crashed' });
    expect(webContents.reloads).toBe(1);
  });

  it('prints, and saves as PDF where the person says', async () => {
    await t.start();
    t.electron.choose('Print…');
    expect(t.electron.window.webContents.printed).toBe(1);
    t.electron.choose('Save page as PDF…');
    await soon(5);
    t.electron.saveTo = join(t.folder, 'visit.pdf');
    t.electron.choose('Save page as PDF…');
    await vi.waitFor(() => expect(existsSync(t.electron.saveTo!)).toBe(true), { timeout: 30_000 });
    t.electron.saveTo = join(t.folder, 'no-such-folder', 'visit.pdf');
    t.electron.choose('Save page as PDF…');
    await vi.waitFor(() => expect(t.electron.said[0]).toContain('could not be saved'), { timeout: 30_000 });
  });
});

describe('Quitting', () => {
  it('closes the window first, then waits for the desk, and says why when it takes long', async () => {
    await t.start();
    t.electron.choose('Quit');
    expect(t.electron.window.isDestroyed()).toBe(true);
    expect(t.desk.closed).toBe(true);
    await soon(30);
    expect(t.electron.ended).toBeUndefined();
    expect(t.electron.said).toEqual(['ICV Desk is still saving. It closes by itself when that is done.']);
    t.desk.tell({ kind: 'locked' });
    t.desk.finish();
    await soon();
    expect(t.electron.ended).toBe(0);
  });

  it('follows from closing the window, so that no unlocked store stays behind', async () => {
    await t.start();
    t.electron.window.close();
    expect(t.desk.closed).toBe(true);
    t.desk.finish();
    await soon();
    expect(t.electron.ended).toBe(0);
  });

  it.each(['the computer is shut down', 'the session ends'])('begins when %s', async (what) => {
    await t.start();
    if (what === 'the session ends') t.electron.window.emit('session-end', {});
    else t.electron.powerMonitor.emit('shutdown');
    expect(t.desk.closed).toBe(true);
  });
});
