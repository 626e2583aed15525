import type {
  BrowserWindow,
  BrowserWindowConstructorOptions,
  Rectangle,
  Session,
  WebContents,
} from 'electron';
import { sendEvent } from './ipc.ts';
import { startPage } from './names.ts';
import { fitToScreens, readWindowState, writeWindowState, type ZoomStep, zoomed } from './window-state.ts';

type WindowParts = {
  BrowserWindow: new (options: BrowserWindowConstructorOptions) => BrowserWindow;
  session: Session;
  preload: string;
  development: boolean;
  workAreas: readonly Rectangle[];
  stateFile: string;
  /** The place in the interface to begin at, where a link named one. */
  place: string | undefined;
};

type OpenWindow = {
  window: BrowserWindow;
  /** The page in it, or undefined once it is closed. */
  contents(): WebContents | undefined;
  /** Brings it before all others. */
  show(): void;
  zoom(step: ZoomStep): void;
  /** Goes to a place in the interface, also while the page is still loading. */
  goTo(place: string): void;
};

/** The one window, where and as large as it was left. */
export const openWindow = (parts: WindowParts): OpenWindow => {
  const left = readWindowState(parts.stateFile);
  let zoomFactor = left.zoom;

  const window = new parts.BrowserWindow({
    title: 'ICV Desk',
    width: 1200,
    height: 800,
    ...fitToScreens(left.bounds, parts.workAreas),
    minWidth: 480,
    minHeight: 360,
    show: false,
    backgroundColor: '#ffffff',
    webPreferences: {
      session: parts.session,
      preload: parts.preload,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInSubFrames: false,
      nodeIntegrationInWorker: false,
      webSecurity: true,
      allowRunningInsecureContent: false,
      experimentalFeatures: false,
      webviewTag: false,
      plugins: false,
      navigateOnDragDrop: false,
      // On Windows and Linux the dictionaries would be fetched from the network.
      spellcheck: false,
      devTools: parts.development,
    },
  });
  const page = window.webContents;
  let loaded = false;

  const zoom = (step: ZoomStep) => {
    zoomFactor = zoomed(zoomFactor, step);
    page.setZoomFactor(zoomFactor);
  };

  if (left.maximized) window.maximize();
  window.once('ready-to-show', () => window.show());
  window.on('close', () =>
    writeWindowState(parts.stateFile, {
      bounds: window.getNormalBounds(),
      maximized: window.isMaximized(),
      zoom: zoomFactor,
    }),
  );
  page.on('did-finish-load', () => {
    loaded = true;
    // Chromium forgets the zoom of a session in memory, so every load of the page is told again.
    page.setZoomFactor(zoomFactor);
  });
  page.on('zoom-changed', (_event, direction) => zoom(direction));
  // A page that died takes nothing with it that was not saved. It begins anew once, not over and over while loading.
  page.on('render-process-gone', (_event, { reason }) => {
    if (loaded && reason !== 'clean-exit') page.reload();
    loaded = false;
  });

  const load = (place: string | undefined) =>
    void window.loadURL(place ? `${startPage}#${place}` : startPage).catch(() => undefined);
  load(parts.place);

  const contents = () => (window.isDestroyed() ? undefined : page);
  return {
    window,
    contents,
    zoom,
    show: () => {
      if (window.isMinimized()) window.restore();
      window.show();
      window.focus();
    },
    goTo: (place) => {
      if (loaded) sendEvent(contents(), { kind: 'command', command: `go:${place}` });
      else load(place);
    },
  };
};
