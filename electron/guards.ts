import type { App, Session, Shell, WebContents } from 'electron';
import { pageOrigin } from './names.ts';
import { isOurAddress, isStartPage } from './protocol.ts';

/**
 * Addresses that a link may open in the person's own browser, as exact https origins. None yet: every text the
 * application needs is inside it, and an address typed into a report is not ours to open.
 */
export const outsideOrigins: readonly string[] = [];

/** Whether an address may be handed to the system's browser. Only https, and only origins on the list. */
export const mayOpenOutside = (address: string, origins: readonly string[]): boolean => {
  const url = URL.parse(address);
  return (
    url !== null &&
    url.protocol === 'https:' &&
    url.username === '' &&
    url.password === '' &&
    origins.includes(url.origin)
  );
};

/**
 * Whether an address is a telephone number and nothing else, which the system's own telephone program may be handed:
 * digits, spaces and hyphens after at most one plus. Nothing that a program could take for a parameter.
 */
export const isTelephone = (address: string): boolean => /^tel:\+?(?=[ -]*\d)[\d -]{1,30}$/.test(address);

/** Whether the page may ask for an address at all: its own files, and what it holds in memory itself. */
const mayRequest = (address: string, development: boolean): boolean =>
  isOurAddress(address) ||
  address.startsWith('data:') ||
  address.startsWith('blob:') ||
  (development && address.startsWith('devtools:'));

type GuardedSession = Pick<
  Session,
  | 'setPermissionRequestHandler'
  | 'setPermissionCheckHandler'
  | 'setDevicePermissionHandler'
  | 'setDisplayMediaRequestHandler'
  | 'on'
> & {
  webRequest: Pick<Session['webRequest'], 'onBeforeRequest'>;
  protocol: Pick<Session['protocol'], 'handle'>;
};

/**
 * Takes every power from a session that a page could ask for: permissions, devices, screens, the network and files
 * of the disk. A download may come only from the page's own memory (an export); Electron then asks where to put it.
 */
export const guardSession = (session: GuardedSession, development: boolean): void => {
  session.setPermissionRequestHandler((_contents, _permission, answer) => answer(false));
  session.setPermissionCheckHandler(() => false);
  session.setDevicePermissionHandler(() => false);
  session.setDisplayMediaRequestHandler((_request, answer) => answer(null));
  session.webRequest.onBeforeRequest((details, answer) =>
    answer({ cancel: !mayRequest(details.url, development) }),
  );
  session.protocol.handle('file', () => new Response(null, { status: 403 }));
  session.on('will-download', (event, item, _contents, frame) => {
    if (!item.getURL().startsWith('blob:') || frame?.origin !== pageOrigin) event.preventDefault();
  });
};

type GuardedContents = Pick<WebContents, 'on' | 'setWindowOpenHandler'>;

/**
 * Keeps a page where it is: no navigation but to itself, no redirect, no frame, no second window, no webview. A link
 * to a telephone number leaves the page where it is too, and is handed on.
 */
const guardContents = (
  contents: GuardedContents,
  openOutside: Shell['openExternal'],
  origins: readonly string[],
): void => {
  // Later, because opening another program from inside a handler can stop the page.
  const handOn = (address: string) => setImmediate(() => void openOutside(address).catch(() => undefined));
  contents.on('will-frame-navigate', (details) => {
    if (details.isMainFrame && isStartPage(details.url)) return;
    details.preventDefault();
    if (details.isMainFrame && isTelephone(details.url)) handOn(details.url);
  });
  contents.on('will-redirect', (details) => details.preventDefault());
  contents.on('will-attach-webview', (event) => event.preventDefault());
  contents.setWindowOpenHandler(({ url }) => {
    if (mayOpenOutside(url, origins)) handOn(url);
    return { action: 'deny' };
  });
};

/** Guards whatever contents there ever are, not only the window that is made on purpose. */
export const guardAllContents = (
  app: Pick<App, 'on'>,
  openOutside: Shell['openExternal'],
  origins: readonly string[],
): void => {
  app.on('web-contents-created', (_event, contents) => guardContents(contents, openOutside, origins));
};
