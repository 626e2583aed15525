import { EventEmitter } from 'node:events';
import type { IpcMain, IpcRenderer, WebContents } from 'electron';

/**
 * A strict stand-in for the parts of Electron that carry messages. It is harsher than most machines are: everything
 * that crosses a border is copied as Electron copies it, a frame that is gone throws at every question, and whatever
 * Electron would refuse is refused here.
 */

let nextFrame = 1;

export class StandInFrame {
  readonly id = nextFrame++;
  readonly heard: { channel: string; args: unknown[] }[] = [];
  readonly renderer = new EventEmitter();
  gone = false;
  readonly #says: { origin: string; parent: StandInFrame | null };

  constructor(origin: string, parent: StandInFrame | null = null) {
    this.#says = { origin, parent };
  }

  #alive() {
    if (this.gone) throw new Error('Render frame was disposed before WebFrameMain could be accessed');
  }
  get origin() {
    this.#alive();
    return this.#says.origin;
  }
  get parent() {
    this.#alive();
    return this.#says.parent;
  }
  get frameTreeNodeId() {
    this.#alive();
    return this.id;
  }
  /** Another object for the same frame, as Electron hands them out. */
  again(): StandInFrame {
    return Object.create(this, {
      origin: { value: this.origin },
      parent: { value: this.parent },
      frameTreeNodeId: { value: this.frameTreeNodeId },
    });
  }
  send(channel: string, ...args: unknown[]) {
    this.#alive();
    const copies = args.map((arg) => structuredClone(arg));
    this.heard.push({ channel, args: copies });
    this.renderer.emit(channel, { sender: 'the inside of Electron' }, ...copies);
  }
}

/** Contents of a window as far as messages need them. */
export class StandInContents extends EventEmitter {
  mainFrame: StandInFrame;
  destroyed = false;
  constructor(origin: string) {
    super();
    this.mainFrame = new StandInFrame(origin);
  }
  isDestroyed() {
    return this.destroyed;
  }
}

export const asContents = (contents: StandInContents) => contents as unknown as WebContents;

type Handler = Parameters<IpcMain['handle']>[1];

/** `ipcMain`, with `from` as what a renderer process does. */
export class StandInIpc {
  readonly handlers = new Map<string, Handler>();

  handle(channel: string, handler: Handler) {
    if (this.handlers.has(channel))
      throw new Error(`Attempted to register a second handler for '${channel}'`);
    this.handlers.set(channel, handler);
  }

  /** A message from a frame of some contents; `null` is a frame that went away while it was on its way. */
  async from(
    sender: StandInContents,
    senderFrame: StandInFrame | null,
    channel: string,
    ...args: unknown[]
  ): Promise<unknown> {
    const copies = args.map((arg) => structuredClone(arg));
    const handler = this.handlers.get(channel);
    if (!handler) throw new Error(`Error invoking remote method '${channel}': Error: No handler registered`);
    const event = { type: 'frame', sender, senderFrame, frameId: 1, processId: 1 };
    return structuredClone(await handler(event as never, ...copies));
  }
}

/** `ipcRenderer` of one page. */
export const rendererIpc = (ipc: StandInIpc, contents: StandInContents) => {
  const { renderer } = contents.mainFrame;
  return {
    invoke: (channel: string, ...args: unknown[]) => ipc.from(contents, contents.mainFrame, channel, ...args),
    on: (channel: string, listener: (...args: unknown[]) => void) => renderer.on(channel, listener),
    removeListener: (channel: string, listener: (...args: unknown[]) => void) =>
      renderer.removeListener(channel, listener),
  } as unknown as Pick<IpcRenderer, 'invoke' | 'on' | 'removeListener'>;
};

/** Copies a value over the context bridge: plain data is cloned, a function becomes one that copies what it passes. */
const acrossBridge = (value: unknown): unknown => {
  if (typeof value === 'function')
    return (...args: unknown[]) => acrossBridge(value(...args.map((arg) => acrossBridge(arg))));
  if (value instanceof Promise) return value.then(acrossBridge);
  if (
    typeof value === 'object' &&
    value !== null &&
    Object.values(value).some((v) => typeof v === 'function')
  )
    return Object.freeze(Object.fromEntries(Object.entries(value).map(([k, v]) => [k, acrossBridge(v)])));
  return structuredClone(value);
};

/** `contextBridge`, with the world of the page as a plain object. */
export const standInBridge = () => {
  const world: Record<string, unknown> = {};
  return {
    world,
    exposeInMainWorld(name: string, api: unknown) {
      if (name in world)
        throw new Error('Cannot bind an API on top of an existing property on the window object');
      world[name] = acrossBridge(api);
    },
  };
};
