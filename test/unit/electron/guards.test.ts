import { EventEmitter } from 'node:events';
import type { Session, WebContents } from 'electron';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import {
  guardAllContents,
  guardSession,
  isTelephone,
  mayOpenOutside,
  outsideOrigins,
} from '#electron/guards.ts';

/** A session that remembers its handlers, as Electron keeps one of each. */
class StandInSession extends EventEmitter {
  readonly handlers = new Map<string, (...args: never[]) => unknown>();
  readonly schemes = new Map<string, (request: Request) => Response | Promise<Response>>();
  #keep = (name: string) => (handler: (...args: never[]) => unknown) => this.handlers.set(name, handler);
  setPermissionRequestHandler = this.#keep('request');
  setPermissionCheckHandler = this.#keep('check');
  setDevicePermissionHandler = this.#keep('device');
  setDisplayMediaRequestHandler = this.#keep('display');
  webRequest = { onBeforeRequest: this.#keep('network') };
  protocol = {
    handle: (scheme: string, handler: (request: Request) => Response) => this.schemes.set(scheme, handler),
  };
  ask<T>(name: string, ...args: unknown[]): T {
    return this.handlers.get(name)!(...(args as never[])) as T;
  }
}

describe('A session', () => {
  let session: StandInSession;
  beforeEach(() => {
    session = new StandInSession();
    guardSession(session as unknown as Session, false);
  });

  it.each(['media', 'geolocation', 'notifications', 'clipboard-read', 'openExternal', 'fileSystem', 'usb'])(
    'grants no %s, neither asked nor checked',
    (permission) => {
      const answer = vi.fn();
      session.ask('request', {}, permission, answer, {});
      expect(answer).toHaveBeenCalledExactlyOnceWith(false);
      expect(session.ask('check', null, permission, 'app://icv-desk', {})).toBe(false);
    },
  );

  it('gives no device and no screen', () => {
    expect(session.ask('device', { deviceType: 'hid' })).toBe(false);
    const answer = vi.fn();
    session.ask('display', {}, answer);
    expect(answer).toHaveBeenCalledExactlyOnceWith(null);
  });

  it.each([
    ['app://icv-desk/assets/index.js', false],
    ['data:image/png;base64,AAAA', false],
    ['blob:app://icv-desk/6b1c', false],
    ['https://example.org/', true],
    ['http://127.0.0.1:9/', true],
    ['wss://example.org/', true],
    ['file:///etc/passwd', true],
    ['app://icv-desk.example/x.js', true],
    ['devtools://devtools/bundled/inspector.html', true],
    ['chrome-extension://abc/x.js', true],
  ])('asked for %s, cancels: %s', (url, cancel) => {
    const answer = vi.fn();
    session.ask('network', { url }, answer);
    expect(answer).toHaveBeenCalledExactlyOnceWith({ cancel });
  });

  it('refuses files of the disk', async () => {
    const answer = await session.schemes.get('file')!(new Request('http://x'));
    expect(answer.status).toBe(403);
  });

  const ours = { origin: 'app://icv-desk' };
  it.each([
    ['blob:app://icv-desk/6b1c', ours, true],
    ['blob:app://icv-desk/6b1c', { origin: 'https://example.org' }, false],
    ['blob:app://icv-desk/6b1c', null, false],
    ['data:text/html,hello', ours, false],
    ['https://example.org/setup.exe', ours, false],
    ['app://icv-desk/index.html', ours, false],
  ])('lets %s of %o be downloaded: %s', (url, frame, allowed) => {
    const event = { preventDefault: vi.fn() };
    session.emit('will-download', event, { getURL: () => url }, {}, frame);
    expect(event.preventDefault).toHaveBeenCalledTimes(allowed ? 0 : 1);
  });
});

describe('Whatever contents there are', () => {
  type OpenHandler = Parameters<WebContents['setWindowOpenHandler']>[0];
  const make = (origins: readonly string[]) => {
    const app = new EventEmitter();
    const openOutside = vi.fn(async () => undefined);
    guardAllContents(app as never, openOutside, origins);
    let openHandler: OpenHandler | undefined;
    const contents = Object.assign(new EventEmitter(), {
      setWindowOpenHandler: (handler: OpenHandler) => {
        openHandler = handler;
      },
    });
    app.emit('web-contents-created', {}, contents);
    const prevented = (event: string, details: object) => {
      const preventDefault = vi.fn();
      contents.emit(event, { ...details, preventDefault }, {}, {});
      return preventDefault.mock.calls.length === 1;
    };
    const open = async (url: string) => {
      const answer = openHandler!({ url } as never);
      await new Promise(setImmediate);
      return answer;
    };
    return { openOutside, prevented, open };
  };

  it.each([
    'https://example.org/',
    'file:///C:/Users/jo/report.html',
    'app://icv-desk/assets/other.html',
    'app://icv-desk.example/index.html',
    'javascript:alert(1)',
    'data:text/html,hello',
  ])('stay where they are when asked to go to %s', (url) => {
    expect(make([]).prevented('will-frame-navigate', { url, isMainFrame: true })).toBe(true);
  });

  it('may load the page itself again, but not inside a frame', () => {
    const { prevented } = make([]);
    const url = 'app://icv-desk/index.html#/visits';
    expect(prevented('will-frame-navigate', { url, isMainFrame: true })).toBe(false);
    expect(prevented('will-frame-navigate', { url, isMainFrame: false })).toBe(true);
  });

  it('follow no redirect and attach no webview', () => {
    const { prevented } = make([]);
    expect(prevented('will-redirect', { url: 'app://icv-desk/index.html' })).toBe(true);
    expect(prevented('will-attach-webview', {})).toBe(true);
  });

  it('open no window and, while the list is empty, nothing outside', async () => {
    expect(outsideOrigins).toEqual([]);
    const { open, openOutside } = make(outsideOrigins);
    expect(await open('https://www.gov.uk/')).toEqual({ action: 'deny' });
    expect(openOutside).not.toHaveBeenCalled();
  });

  it('open a listed https origin in the browser of the person, and still no window', async () => {
    const { open, openOutside } = make(['https://www.legislation.gov.uk']);
    expect(await open('https://www.legislation.gov.uk/ukpga/2002/30')).toEqual({ action: 'deny' });
    expect(openOutside).toHaveBeenCalledExactlyOnceWith('https://www.legislation.gov.uk/ukpga/2002/30');
  });

  it.each([
    'http://www.legislation.gov.uk/',
    'https://www.legislation.gov.uk.example/',
    'https://www.legislation.gov.uk:8443/',
    'https://me@www.legislation.gov.uk/',
    'https://example.org/?https://www.legislation.gov.uk/',
    'file:///etc/passwd',
    'ms-settings:about',
    'nonsense',
  ])('do not open %s, which only looks listed', (url) => {
    expect(mayOpenOutside(url, ['https://www.legislation.gov.uk'])).toBe(false);
  });

  it.each(['tel:01905123456', 'tel:+441905123456', 'tel:+44 1905 123-456', 'tel:999'])(
    'hand %s to the telephone program, and stay where they are',
    async (url) => {
      const { prevented, openOutside } = make([]);
      expect(prevented('will-frame-navigate', { url, isMainFrame: true })).toBe(true);
      await new Promise(setImmediate);
      expect(openOutside).toHaveBeenCalledExactlyOnceWith(url);
    },
  );

  it('hand on no number that a frame asks for', async () => {
    const { prevented, openOutside } = make([]);
    expect(prevented('will-frame-navigate', { url: 'tel:999', isMainFrame: false })).toBe(true);
    await new Promise(setImmediate);
    expect(openOutside).not.toHaveBeenCalled();
  });

  it.each([
    'tel:',
    'tel:+',
    'tel: - ',
    'tel:*31#01905123456',
    'tel:01905123456;ext=7',
    'tel:01905%20123456',
    'tel:01905123456?body=x',
    'tel:01905123456 /x',
    'tel:01905123456\n--version',
    'tel:0044+1905',
    'tel:-- 1 --switch',
    `tel:${'1'.repeat(31)}`,
    'TEL:999',
    'telnet:999',
    'callto:999',
    'sms:999',
    'https://tel:999@example.org/',
  ])('hand nothing on to %j, which is no plain number', async (url) => {
    expect(isTelephone(url)).toBe(false);
    const { prevented, openOutside } = make([]);
    expect(prevented('will-frame-navigate', { url, isMainFrame: true })).toBe(true);
    await new Promise(setImmediate);
    expect(openOutside).not.toHaveBeenCalled();
  });
});
