import { type CallName, type Host, type HostEvent, recordTypes } from '#shared/contract.ts';
import { fail } from '#shared/result.ts';
import type { HostSignals } from './signals.ts';

/** How long to wait before asking again after the application did not answer, in milliseconds. */
const pause = 2_000;

/** Browsers keep only so many bytes alive beyond their page. */
const keptAlive = 15_000;

const wait = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/** The application behind a page served on this laptop, reached with the secret of this tab. */
export function browserHost(secret: string, signals: HostSignals): Host {
  const listeners = new Set<(event: HostEvent) => void>();
  const headers = { 'Content-Type': 'application/json', 'X-ICV-Tab': secret };
  let over = false;
  let following = false;

  /** What the application answers; undefined where nothing answers. A refused secret never becomes valid again. */
  const ask = async (path: string, init: RequestInit): Promise<Response | undefined> => {
    const answer = await fetch(path, { ...init, headers, credentials: 'same-origin' }).catch(() => undefined);
    signals.reached(answer !== undefined);
    if (answer?.status !== 401) return answer;
    over = true;
    signals.ended();
    return undefined;
  };

  const follow = async (): Promise<void> => {
    for (let first = true; !over; first = false) {
      const answer = await ask('/events', {});
      // What happened while nobody listened is not known, so everything on screen is asked for again.
      if (answer?.ok && !first) tell({ kind: 'changed', types: [...recordTypes] });
      if (answer?.ok && answer.body) await each(answer.body, (line) => tell(JSON.parse(line) as HostEvent));
      if (!over) await wait(pause);
    }
  };
  const tell = (event: HostEvent) => {
    for (const listener of listeners) listener(event);
  };

  return {
    kind: 'browser',
    call: async (name: CallName, input: unknown) => {
      const body = JSON.stringify({ name, input });
      // A save that is on its way while the window closes still arrives, as far as browsers allow.
      const answer = await ask('/call', { method: 'POST', body, keepalive: body.length < keptAlive });
      const result = await answer?.json().catch(() => undefined);
      return result && 'ok' in result ? result : fail({ tag: 'unreachable' });
    },
    listen: (listener) => {
      listeners.add(listener);
      if (!following) void follow();
      following = true;
      return () => listeners.delete(listener);
    },
  };
}

/** Hands on the lines of a stream as they arrive; empty ones only keep it alive. Ends quietly when the stream does. */
export async function each(body: ReadableStream<Uint8Array>, line: (text: string) => void): Promise<void> {
  const reader = body
    .pipeThrough(new TextDecoderStream() as never)
    .getReader() as ReadableStreamDefaultReader<string>;
  let rest = '';
  for (;;) {
    const part = await reader.read().catch(() => ({ done: true as const, value: undefined }));
    if (part.done) return;
    const lines = (rest + part.value).split('\n');
    rest = lines.pop() ?? '';
    for (const text of lines) if (text.trim()) line(text);
  }
}
