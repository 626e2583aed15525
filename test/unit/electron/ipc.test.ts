import { beforeEach, describe, expect, it, vi } from 'vitest';
import { type Bridge, makeBridge } from '#electron/bridge.ts';
import { sendEvent, serveCalls } from '#electron/ipc.ts';
import { callChannel, eventChannel, pageOrigin } from '#electron/names.ts';
import { electronHost } from '#renderer/hosts/electron.ts';
import type { Host } from '#shared/contract.ts';
import {
  asContents,
  rendererIpc,
  StandInContents,
  StandInFrame,
  StandInIpc,
  standInBridge,
} from './stand-in.ts';

const answered = { ok: true, value: { heard: true } };
const notAllowed = { ok: false, error: { tag: 'notAllowed' } };

let ipc: StandInIpc;
let contents: StandInContents;
let call: ReturnType<typeof vi.fn<(name: string, input: unknown) => Promise<never>>>;
let bridge: Bridge;
let host: Host;

beforeEach(() => {
  ipc = new StandInIpc();
  contents = new StandInContents(pageOrigin);
  call = vi.fn(async () => answered as never);
  serveCalls(ipc, () => asContents(contents), { call });
  const { world, exposeInMainWorld } = standInBridge();
  exposeInMainWorld('icvHost', makeBridge(rendererIpc(ipc, contents)));
  bridge = world.icvHost as Bridge;
  host = electronHost(bridge);
});

const message = { name: 'visits.list', input: {} };

describe('A call from the page', () => {
  it('reaches the desk with its name and input, and its answer comes back', async () => {
    expect(await host.call('search.find', { text: 'Hereford' })).toEqual(answered);
    expect(call).toHaveBeenCalledExactlyOnceWith('search.find', { text: 'Hereford' });
  });

  it('may be as large as a chunk of an import', async () => {
    const text = '"£",'.repeat(75_000);
    expect(await host.call('imports.chunk', { id: 'x', text })).toEqual(answered);
  });

  it('brings failures back as values', async () => {
    call.mockResolvedValue({ ok: false, error: { tag: 'wrongPassphrase' } } as never);
    expect(await host.call('store.unlock', { passphrase: 'x' })).toEqual({
      ok: false,
      error: { tag: 'wrongPassphrase' },
    });
  });

  it('brings a bug behind it back as a failure without a word of it', async () => {
    call.mockRejectedValue(new Error('SQLITE_CORRUPT at /home/jo/store.db'));
    expect(await host.call('store.status', {})).toEqual({
      ok: false,
      error: { tag: 'unexpected', reference: 'desktop' },
    });
  });

  it('says that the application cannot be reached when an answer cannot be copied', async () => {
    call.mockResolvedValue({ ok: true, value: () => 'a function' } as never);
    expect(await host.call('store.status', {})).toEqual({ ok: false, error: { tag: 'unreachable' } });
  });

  it('says the same when a question cannot be copied', async () => {
    const text = (() => 'a function') as unknown as string;
    expect(await host.call('search.find', { text })).toEqual({ ok: false, error: { tag: 'unreachable' } });
  });

  it('says the same when it is no answer at all', async () => {
    call.mockResolvedValue(undefined as never);
    expect(await host.call('store.status', {})).toEqual({ ok: false, error: { tag: 'unreachable' } });
  });
});

describe('The door lets nobody else in', () => {
  const tried: [string, () => Promise<unknown>][] = [
    [
      'a frame inside our page',
      () => ipc.from(contents, new StandInFrame(pageOrigin, contents.mainFrame), callChannel, message),
    ],
    [
      'the main frame of another window',
      () => {
        const other = new StandInContents(pageOrigin);
        return ipc.from(other, other.mainFrame, callChannel, message);
      },
    ],
    [
      'another main frame that claims our window as its sender',
      () => ipc.from(contents, new StandInFrame(pageOrigin), callChannel, message),
    ],
    ['a frame that is gone', () => ipc.from(contents, null, callChannel, message)],
  ];
  it.each(tried)('%s', async (_who, attempt) => {
    expect(await attempt()).toEqual(notAllowed);
    expect(call).not.toHaveBeenCalled();
  });

  it.each([
    'https://icv-desk',
    'app://icv-desk.example',
    'app://other',
    'file://',
    'null',
    'http://127.0.0.1:5173',
  ])('our own window when it shows %s', async (origin) => {
    contents.mainFrame = new StandInFrame(origin);
    expect(await ipc.from(contents, contents.mainFrame, callChannel, message)).toEqual(notAllowed);
    expect(call).not.toHaveBeenCalled();
  });

  it('a frame that was disposed of while its message was on the way', async () => {
    contents.mainFrame.gone = true;
    expect(await ipc.from(contents, contents.mainFrame, callChannel, message)).toEqual(notAllowed);
  });

  it('a window that was destroyed', async () => {
    contents.destroyed = true;
    expect(await ipc.from(contents, contents.mainFrame, callChannel, message)).toEqual(notAllowed);
  });

  it('but the same frame under another object is still our page', async () => {
    expect(await ipc.from(contents, contents.mainFrame.again(), callChannel, message)).toEqual(answered);
  });

  it('and there is one channel only', async () => {
    expect([...ipc.handlers.keys()]).toEqual([callChannel]);
    await expect(ipc.from(contents, contents.mainFrame, 'icv:other', message)).rejects.toThrow('No handler');
    await expect(ipc.from(contents, contents.mainFrame, eventChannel, message)).rejects.toThrow('No handler');
  });
});

describe('A message that is not a call is refused as invalid', () => {
  const cyclic: Record<string, unknown> = { name: 'visits.list' };
  cyclic.input = cyclic;
  const deep = () => {
    let value: unknown = 'end';
    for (let i = 0; i < 1_000; i++) value = [value];
    return { name: 'visits.list', input: value };
  };
  const holes: unknown[] = [];
  holes.length = 4_000_000_000;
  const messages: [string, unknown[]][] = [
    ['nothing', []],
    ['null', [null]],
    ['a text', ['visits.list']],
    ['a list', [['visits.list', {}]]],
    ['a name that is not a text', [{ name: { toString: 'x' }, input: {} }]],
    ['no name', [{ input: {} }]],
    ['a name as long as a book', [{ name: 'x'.repeat(101), input: {} }]],
    ['something besides name and input', [{ ...message, sender: 'me' }]],
    ['a second argument', [message, 'more']],
    ['more than a megabyte of text', [{ name: 'visits.list', input: 'x'.repeat(1_000_001) }]],
    ['more than a megabyte of small things', [{ name: 'visits.list', input: Array(200_000).fill(1) }]],
    ['keys that weigh too much', [{ name: 'visits.list', input: { ['k'.repeat(1_000_001)]: 1 } }]],
    ['more than any file', [{ name: 'files.add', input: { bytes: 'x'.repeat(40_000_000) } }]],
    ['an endless cycle', [cyclic]],
    ['a list of four thousand million holes', [{ name: 'visits.list', input: holes }]],
    ['a map', [{ name: 'visits.list', input: new Map([['a', 1]]) }]],
    ['bytes', [{ name: 'visits.list', input: new Uint8Array(10) }]],
    ['a date', [{ name: 'visits.list', input: new Date(0) }]],
    ['a number without end', [{ name: 'visits.list', input: 10n }]],
    ['an error', [{ name: 'visits.list', input: new Error('x') }]],
  ];
  it.each(messages)('%s', async (_what, args) => {
    expect(await ipc.from(contents, contents.mainFrame, callChannel, ...args)).toMatchObject({
      ok: false,
      error: { tag: 'invalid' },
    });
    expect(call).not.toHaveBeenCalled();
  });

  it('though depth alone is no fault: the desk judges that', async () => {
    expect(await ipc.from(contents, contents.mainFrame, callChannel, deep())).toEqual(answered);
  });
});

describe('Events', () => {
  const changed = { kind: 'changed', types: ['visit'] } as const;

  it('reach every listener of the page as plain data, and nothing of Electron comes with them', () => {
    const heard: unknown[][] = [];
    bridge.listen((...args: unknown[]) => heard.push(args));
    const event = { ...changed, types: ['visit' as const] };
    sendEvent(asContents(contents), event);
    expect(heard).toEqual([[changed]]);
    expect(heard[0]?.[0]).not.toBe(event);
  });

  it('stop when the listener says so', () => {
    const heard: unknown[] = [];
    const stop = host.listen((event) => heard.push(event));
    sendEvent(asContents(contents), { kind: 'locked' });
    stop();
    sendEvent(asContents(contents), { kind: 'locked' });
    expect(heard).toEqual([{ kind: 'locked' }]);
  });

  it('are not sent to a page that is not ours, a page that is gone, or no page', () => {
    const foreign = new StandInContents('https://example.org');
    sendEvent(asContents(foreign), { kind: 'locked' });
    expect(foreign.mainFrame.heard).toEqual([]);
    contents.mainFrame.gone = true;
    sendEvent(asContents(contents), { kind: 'locked' });
    contents.destroyed = true;
    sendEvent(asContents(contents), { kind: 'locked' });
    sendEvent(undefined, { kind: 'locked' });
    expect(contents.mainFrame.heard).toEqual([]);
  });
});

describe('What the page can hold', () => {
  it('is two functions, which cannot be replaced', () => {
    expect(Object.keys(bridge)).toEqual(['call', 'listen']);
    expect(Object.isFrozen(bridge)).toBe(true);
  });
});
