import { EventEmitter } from 'node:events';
import type { MenuItemConstructorOptions, Rectangle } from 'electron';
import type { ElectronMain } from '#electron/shell.ts';
import { workingKeychain } from './keychains.ts';
import { StandInContents, StandInIpc } from './stand-in.ts';

type Menu = { items: MenuItemConstructorOptions[] };

/**
 * A stand-in for Electron's main process: what may only be done before it is ready, or only after, throws at the wrong
 * time; quitting closes windows first and can be held back, as in the real one.
 */
export class StandInElectron {
  ready = false;
  ended: number | undefined;
  hasLock = true;
  packaged = true;
  saveTo: string | undefined;
  menu: Menu | undefined;
  readonly paths = new Map([['userData', '/nowhere']]);
  readonly said: string[] = [];
  readonly done: string[] = [];
  readonly windows: StandInWindow[] = [];
  readonly schemes = new Map<string, (request: Request) => Promise<Response>>();
  readonly app = new EventEmitter();
  readonly powerMonitor = new EventEmitter();
  readonly ipcMain = new StandInIpc();
  readonly #partition = new EventEmitter();
  readonly whenReady: Promise<void>;
  #makeReady: () => void = () => undefined;

  constructor() {
    this.whenReady = new Promise((resolve) => {
      this.#makeReady = resolve;
    });
  }

  get window(): StandInWindow {
    const [window] = this.windows;
    if (!window || this.windows.length > 1) throw new Error(`There are ${this.windows.length} windows.`);
    return window;
  }

  /** Lets Electron become ready, and the page of the window load. */
  async start(): Promise<void> {
    this.ready = true;
    this.#makeReady();
    await new Promise(setImmediate);
    for (const window of this.windows) window.load();
  }

  quit = (): void => {
    if (this.ended !== undefined) return;
    const open = this.windows.filter((window) => !window.isDestroyed());
    if (open.length > 0) {
      for (const window of open) window.close();
      return;
    }
    let held = false;
    this.app.emit('will-quit', {
      preventDefault: () => {
        held = true;
      },
    });
    if (!held) this.ended = 0;
  };

  #only(when: 'before' | 'after', what: string) {
    if ((when === 'after') !== this.ready) throw new Error(`${what} can only be used ${when} app is ready`);
  }

  /** The parts as the shell takes them. */
  parts(keychain = workingKeychain()): ElectronMain {
    const self = this;
    const handlers = ['PermissionRequest', 'PermissionCheck', 'DevicePermission', 'DisplayMediaRequest'];
    const session = Object.assign(this.#partition, {
      ...Object.fromEntries(handlers.map((h) => [`set${h}Handler`, () => this.done.push(`${h} guarded`)])),
      webRequest: { onBeforeRequest: () => this.done.push('network guarded') },
      protocol: { handle: (scheme: string, handler: never) => this.schemes.set(scheme, handler) },
    });
    const app = Object.assign(this.app, {
      isPackaged: this.packaged,
      getPath: (name: string) => this.paths.get(name),
      setPath: (name: string, path: string) => this.paths.set(name, path),
      requestSingleInstanceLock: () => this.hasLock,
      enableSandbox: () => this.#only('before', 'enableSandbox'),
      setAsDefaultProtocolClient: (scheme: string) => this.done.push(`links ${scheme}`),
      whenReady: () => this.whenReady,
      quit: this.quit,
      exit: (code: number) => {
        this.ended = code;
      },
    });
    const say = (...args: unknown[]) => {
      this.said.push((args.at(-1) as { message: string }).message);
      return Promise.resolve({ response: 0 });
    };
    return {
      app,
      ipcMain: this.ipcMain,
      powerMonitor: this.powerMonitor,
      safeStorage: keychain,
      BrowserWindow: class extends StandInWindow {
        constructor(options: WindowOptions) {
          super(self, options);
          self.#only('after', 'BrowserWindow');
          self.windows.push(this);
          self.app.emit('web-contents-created', {}, this.webContents);
        }
      },
      dialog: {
        showErrorBox: (_title: string, text: string) => this.said.push(text),
        showMessageBox: say,
        showSaveDialog: async () => ({ canceled: this.saveTo === undefined, filePath: this.saveTo ?? '' }),
      },
      Menu: {
        buildFromTemplate: (items: MenuItemConstructorOptions[]) => ({ items }),
        setApplicationMenu: (menu: Menu) => {
          this.menu = menu;
        },
      },
      protocol: {
        registerSchemesAsPrivileged: (schemes: { scheme: string }[]) => {
          this.#only('before', 'registerSchemesAsPrivileged');
          this.done.push(...schemes.map(({ scheme }) => `privileged ${scheme}`));
        },
      },
      screen: {
        getAllDisplays: () => {
          this.#only('after', 'screen');
          return [{ workArea: { x: 0, y: 0, width: 1600, height: 900 } }];
        },
      },
      session: {
        fromPartition: (name: string) => {
          this.#only('after', 'session');
          this.done.push(`partition ${name}`);
          return session;
        },
      },
      shell: { openExternal: async () => undefined },
    } as unknown as ElectronMain;
  }

  /** Chooses a command of the menu by its words. */
  choose(label: string): void {
    const all = (items: MenuItemConstructorOptions[]): MenuItemConstructorOptions[] =>
      items.flatMap((item) => [item, ...(Array.isArray(item.submenu) ? all(item.submenu) : [])]);
    const item = all(this.menu?.items ?? []).find((i) => i.label?.replace('&', '') === label);
    if (!item?.click) throw new Error(`The menu has no command "${label}".`);
    item.click({} as never, undefined, {} as never);
  }
}

type WindowOptions = Partial<Rectangle> & { show: boolean; webPreferences: Record<string, unknown> };

class StandInWindow extends EventEmitter {
  readonly webContents: StandInPage;
  bounds: Rectangle;
  shown = false;
  minimized = false;
  maximized = false;
  readonly #electron: StandInElectron;
  readonly options: WindowOptions;

  constructor(electron: StandInElectron, options: WindowOptions) {
    super();
    this.#electron = electron;
    this.options = options;
    this.bounds = { x: 200, y: 50, width: 1200, height: 800, ...options };
    this.webContents = new StandInPage('app://icv-desk');
  }
  load() {
    this.webContents.emit('did-finish-load');
    this.emit('ready-to-show');
  }
  async loadURL(url: string) {
    this.webContents.loads.push(url);
  }
  close() {
    this.emit('close', {});
    this.webContents.destroyed = true;
    this.emit('closed');
    this.#electron.app.emit('window-all-closed');
  }
  isDestroyed = () => this.webContents.destroyed;
  isMinimized = () => this.minimized;
  isMaximized = () => this.maximized;
  getNormalBounds = () => {
    if (this.isDestroyed()) throw new Error('Object has been destroyed');
    const { x, y, width, height } = this.bounds;
    return { x, y, width, height };
  };
  maximize() {
    this.maximized = true;
  }
  restore() {
    this.minimized = false;
  }
  show() {
    this.shown = true;
  }
  focus() {
    this.emit('focus');
  }
}

class StandInPage extends StandInContents {
  readonly loads: string[] = [];
  readonly zooms: number[] = [];
  reloads = 0;
  printed = 0;
  reload() {
    this.reloads += 1;
  }
  setZoomFactor(factor: number) {
    this.zooms.push(factor);
  }
  setWindowOpenHandler() {}
  getTitle = () => 'Visit report';
  print(_options: unknown, done: (success: boolean, reason: string) => void) {
    this.printed += 1;
    done(true, '');
  }
  printToPDF = async () => Buffer.from('%PDF-1.7');
}
