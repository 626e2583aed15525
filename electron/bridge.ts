import type { IpcRenderer } from 'electron';
import { callChannel, eventChannel } from './names.ts';

/** What the page sees as `window.icvHost`: two functions over plain data, and nothing of Electron. */
export type Bridge = {
  call(name: string, input: unknown): Promise<unknown>;
  listen(listener: (event: unknown) => void): () => void;
};

/** The channels are fixed here, on the trusted side: the page cannot name one. */
export const makeBridge = (ipc: Pick<IpcRenderer, 'invoke' | 'on' | 'removeListener'>): Bridge => ({
  call: (name, input) => ipc.invoke(callChannel, { name, input }),
  listen: (listener) => {
    // Electron's own event object carries the sender and stays on this side.
    const heard = (_event: unknown, data: unknown) => listener(data);
    ipc.on(eventChannel, heard);
    return () => {
      ipc.removeListener(eventChannel, heard);
    };
  },
});
