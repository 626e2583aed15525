import type { RefusalTag } from '#shared/sync/wire.ts';

export type LoggedRequest = {
  message: string;
  status: number;
  refused: RefusalTag | null;
  /** The id of a device that proved to be one; nothing that a stranger made up. */
  device: string | null;
  ms: number;
};

/** One JSON line for each thing that happened. No names, no addresses, no bodies, no tokens: there is nowhere to put them. */
export type HubLog = {
  started(about: { kind: string; version: string; tls: boolean }): void;
  stopping(): void;
  request(about: LoggedRequest): void;
  bug(error: unknown): void;
};

export const createLog = (write: (line: string) => void, now: () => number): HubLog => {
  const line = (what: string, about: object) =>
    write(`${JSON.stringify({ at: new Date(now()).toISOString(), what, ...about })}\n`);
  return {
    started: (about) => line('started', about),
    stopping: () => line('stopping', {}),
    request: (about) => line('request', about),
    bug: (error) => line('bug', placeOf(error)),
  };
};

/** Where a bug is, without its message: a database puts the values it choked on into it. */
const placeOf = (error: unknown): object => {
  if (!(error instanceof Error)) return { kind: typeof error };
  const frames = error.stack?.split('\n').filter((frame) => /^ {4}at /.test(frame)) ?? [];
  const { code } = error as { code?: unknown };
  return {
    kind: error.name,
    code: typeof code === 'string' ? code : null,
    at: frames.slice(0, 8).map((frame) => frame.trim()),
  };
};
