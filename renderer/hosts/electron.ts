import type { Host, HostEvent } from '#shared/contract.ts';

/** What the preload script puts on the window as `icvHost`. */
export type ElectronBridge = {
  call(name: string, input: unknown): Promise<unknown>;
  listen(listener: (event: unknown) => void): () => void;
};

const answer = (value: unknown) =>
  typeof value === 'object' && value !== null && 'ok' in value
    ? value
    : { ok: false, error: { tag: 'unreachable' } };

/**
 * The application behind the desktop's context bridge. A broken bridge (the process behind it ended, something cannot
 * be copied over it) is a failure like any other: whatever else was being done stays on the screen.
 */
export const electronHost = (bridge: ElectronBridge): Host => ({
  kind: 'electron',
  call: (async (name: string, input: unknown) => {
    try {
      return answer(await bridge.call(name, input));
    } catch {
      return answer(undefined);
    }
  }) as Host['call'],
  listen: (listener) => bridge.listen((event) => listener(event as HostEvent)),
});

declare global {
  interface Window {
    /** There in the desktop application only. */
    icvHost?: ElectronBridge;
  }
}
