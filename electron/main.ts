import { fileURLToPath } from 'node:url';
import {
  app,
  BrowserWindow,
  dialog,
  ipcMain,
  Menu,
  powerMonitor,
  protocol,
  safeStorage,
  screen,
  session,
  shell,
} from 'electron';
import { openDesk } from '#desk/app.ts';
import { defaultFolder, sources, version } from '#desk/machine.ts';
import { startShell } from './shell.ts';

/** Where things lie beside the bundle of this file, `out/electron/main.js`. */
const beside = (path: string) => fileURLToPath(new URL(path, import.meta.url));

// Read once and taken away, so that nothing this process starts inherits it.
const passphrase = process.env.ICV_PASSPHRASE;
delete process.env.ICV_PASSPHRASE;

startShell({
  electron: {
    app,
    BrowserWindow,
    dialog,
    ipcMain,
    Menu,
    powerMonitor,
    protocol,
    safeStorage,
    screen,
    session,
    shell,
  },
  openDesk,
  sources,
  version,
  folder: defaultFolder(),
  pages: beside('../renderer'),
  preload: beside('./preload.cjs'),
  argv: process.argv,
  passphrase,
  platform: process.platform,
  grace: 5_000,
});
