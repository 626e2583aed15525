import { mkdirSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import type Electron from 'electron';
import type { Desk, DeskOptions } from '#desk/desk.ts';
import { sentence } from '#shared/errors.ts';
import type { Sources } from '#shared/ids.ts';
import { makeClosing } from './closing.ts';
import { guardAllContents, guardSession, outsideOrigins } from './guards.ts';
import { sendEvent, serveCalls } from './ipc.ts';
import { systemKeychain } from './keychain.ts';
import { placeOfArguments, placeOfLink } from './links.ts';
import { makeLocking } from './locking.ts';
import { menuTemplate, type PageCommand } from './menu.ts';
import { linkScheme, pageScheme } from './names.ts';
import { printPage, savePdf } from './print.ts';
import { servePages } from './protocol.ts';
import { openWindow } from './window.ts';

/** What of Electron the main process uses. */
export type ElectronMain = Pick<
  typeof Electron,
  | 'app'
  | 'BrowserWindow'
  | 'dialog'
  | 'ipcMain'
  | 'Menu'
  | 'powerMonitor'
  | 'protocol'
  | 'safeStorage'
  | 'screen'
  | 'session'
  | 'shell'
>;

export type ShellParts = {
  electron: ElectronMain;
  openDesk(options: DeskOptions): Desk;
  sources: Sources;
  version: string;
  /** The folder of the stores, unless `--data` names another. */
  folder: string;
  /** The folder of the built interface, and the script that runs in its window before it. */
  pages: string;
  preload: string;
  argv: readonly string[];
  /** A passphrase to open the store with at the start, from the environment, as on the command line. */
  passphrase: string | undefined;
  platform: NodeJS.Platform;
  /**
   * In milliseconds: how long closing may take before the person is told why, and how long the page may take to save
   * what was typed before the store is locked without it.
   */
  grace: number;
};

/** The folder named by `--data DIR` or `--data=DIR`, as on the command line. */
export const dataFolder = (argv: readonly string[]): string | undefined => {
  const at = argv.findIndex((argument) => argument === '--data' || argument.startsWith('--data='));
  const named = argv[at]?.slice('--data='.length) || (at >= 0 ? argv[at + 1] : undefined);
  return named ? resolve(named) : undefined;
};

/** Everything from the start of the process to the first window. Must be called before Electron is ready. */
export const startShell = (parts: ShellParts): void => {
  const { app, dialog, protocol, shell } = parts.electron;
  const folder = dataFolder(parts.argv) ?? parts.folder;

  // What Electron keeps lies beside the stores, so that another folder is another instance with its own window. No
  // store has a name with a dot.
  const own = join(folder, '.desktop');
  try {
    mkdirSync(own, { recursive: true, mode: 0o700 });
  } catch {
    dialog.showErrorBox('ICV Desk', sentence({ tag: 'cannotWrite', path: folder }));
    app.exit(1);
    return;
  }
  app.setPath('userData', own);

  if (!app.requestSingleInstanceLock()) {
    app.quit();
    return;
  }
  app.enableSandbox();
  protocol.registerSchemesAsPrivileged([
    { scheme: pageScheme, privileges: { standard: true, secure: true, supportFetchAPI: true } },
  ]);
  guardAllContents(app, (address) => shell.openExternal(address), outsideOrigins);
  if (app.isPackaged) app.setAsDefaultProtocolClient(linkScheme);

  // On a Mac a link arrives as an event that may come before the application is ready.
  let waiting = placeOfArguments(parts.argv);
  let goTo = (place: string): void => {
    waiting = place;
  };
  let showWindow = (): void => undefined;
  app.on('open-url', (event, link) => {
    event.preventDefault();
    const place = placeOfLink(link);
    if (place) goTo(place);
  });
  app.on('second-instance', (_event, argv) => {
    const place = placeOfArguments(argv);
    if (place) goTo(place);
    showWindow();
  });

  void app.whenReady().then(async () => {
    const desk = parts.openDesk({
      folder,
      version: parts.version,
      sources: parts.sources,
      keychain: systemKeychain(parts.electron.safeStorage, parts.platform),
    });
    if (parts.passphrase) await desk.call('store.unlock', { passphrase: parts.passphrase });
    const open = run(parts, desk, waiting);
    goTo = open.goTo;
    showWindow = open.show;
  });
};

/** The application itself, once Electron is ready: window, menu, and what the system tells. */
const run = (parts: ShellParts, desk: Desk, place: string | undefined) => {
  const { app, BrowserWindow, dialog, ipcMain, Menu, powerMonitor, screen, session } = parts.electron;
  const development = !app.isPackaged;

  // Without "persist:" the session lives in memory: nothing the page shows is ever written to a cache on disk.
  const pages = session.fromPartition('icv-desk');
  guardSession(pages, development);
  pages.protocol.handle(pageScheme, servePages(parts.pages));

  const open = openWindow({
    BrowserWindow,
    session: pages,
    preload: parts.preload,
    development,
    workAreas: screen.getAllDisplays().map((display) => display.workArea),
    stateFile: join(app.getPath('userData'), 'window.json'),
    place,
  });
  const { window, contents } = open;
  serveCalls(ipcMain, contents, desk);
  const toPage = (command: PageCommand) => sendEvent(contents(), { kind: 'command', command });
  const locking = makeLocking({
    askPage: () => toPage('lock'),
    lock: () => void desk.call('store.lock', {}),
    patience: parts.grace,
  });
  powerMonitor.on('lock-screen', locking.atOnce);
  powerMonitor.on('suspend', locking.atOnce);
  desk.listen((event) => {
    if (event.kind === 'locked') locking.done();
    sendEvent(contents(), event);
  });

  const tell = (message: string) =>
    void (window.isDestroyed()
      ? dialog.showMessageBox({ type: 'info', message })
      : dialog.showMessageBox(window, { type: 'info', message }));
  const tellTrouble = (trouble: string | undefined) => {
    if (trouble) tell(trouble);
  };
  const askPlace = async (name: string) => {
    const filters = [{ name: 'PDF', extensions: ['pdf'] }];
    const answer = await dialog.showSaveDialog(window, { defaultPath: name, filters });
    return answer.canceled ? undefined : answer.filePath;
  };

  Menu.setApplicationMenu(
    Menu.buildFromTemplate(
      menuTemplate(
        {
          toPage,
          lock: locking.asked,
          print: () => void printPage(window.webContents).then(tellTrouble),
          savePdf: () => void savePdf(window.webContents, askPlace, writeFile).then(tellTrouble),
          quit: () => app.quit(),
          zoom: open.zoom,
        },
        { mac: parts.platform === 'darwin', development },
      ),
    ),
  );

  // On a Mac the menu outlives the window, and its commands would find nothing to work on.
  window.on('closed', () => Menu.setApplicationMenu(null));

  const closing = makeClosing({
    close: () => desk.close(),
    grace: parts.grace,
    tell: () => tell('ICV Desk is still saving. It closes by itself when that is done.'),
    end: () => app.quit(),
  });
  // Also on a Mac: a closed window must not leave an unlocked store behind it.
  app.on('window-all-closed', () => app.quit());
  // Not before-quit: the window closes first, and with its last words the page saves what was just typed.
  app.on('will-quit', closing.holdBack);
  powerMonitor.on('shutdown', () => app.quit());
  window.on('session-end', () => void closing.begin());

  return open;
};
