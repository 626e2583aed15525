import { createInterface } from 'node:readline';
import { untilStopped } from '#commands/until-stopped.ts';
import type { Failure } from '#shared/errors.ts';
import { fail, ok, type Result } from '#shared/result.ts';
import { hasDisplay, openBrowser } from './browser.ts';
import type { Desk } from './desk.ts';
import { type Served, serveDesk } from './http.ts';
import { rendererFolder, sources } from './machine.ts';

export type Serving = {
  port: number | undefined;
  /** Whether to open a browser, where there is a display. */
  open: boolean;
  /** Shows a link: it is what the person waits for. */
  show(link: string, url: string): void;
  note(text: string): void;
};

const said = (text: string) => fail<Failure>({ tag: 'invalid', problems: [{ path: '', text }] });

/** The sentence for what a person can do something about. */
const whyNot = (error: NodeJS.ErrnoException, port: number | undefined): string => {
  if (error.code === 'EADDRINUSE') {
    return `Port ${port} is used by another program. Choose another with --port, or leave it out.`;
  }
  if (error.code === 'EACCES') return `Port ${port} needs special rights. Choose one above 1023.`;
  throw error;
};

/** A port as it was typed; undefined where none was. */
export const portOf = (text: string | undefined): Result<number | undefined, Failure> => {
  if (text === undefined) return ok(undefined);
  const port = Number(text);
  const possible = /^\d+$/.test(text) && port <= 65_535;
  return possible ? ok(port) : said(`"${text}" is not a port. Give a number from 1 to 65535.`);
};

/** Every time somebody presses Enter, another link: each opens one window. */
const linkOnEnter = (served: Served, serving: Serving): (() => void) => {
  const lines = createInterface({ input: process.stdin });
  lines.on('line', () => serving.show(served.link(), served.url));
  return () => {
    lines.close();
    process.stdin.unref?.();
  };
};

/** Serves the interface to a browser on this computer until Ctrl+C, or gives the reason why that cannot be. */
export const serveUntilStopped = async (desk: Desk, serving: Serving): Promise<string | undefined> => {
  const { port } = serving;
  const served = await serveDesk(desk, {
    rendererFolder,
    sources,
    ...(port !== undefined && { port }),
  }).catch((error: NodeJS.ErrnoException) => whyNot(error, port));
  if (typeof served === 'string') return served;
  const stopped = untilStopped(process.env);
  serving.show(served.link(), served.url);
  // The browser takes a link of its own, so that the one on the terminal stays good.
  if (serving.open && hasDisplay()) openBrowser(served.link());
  serving.note('Each link opens one window. Press Enter for another link, Ctrl+C to end.');
  const quiet = linkOnEnter(served, serving);
  await stopped;
  quiet();
  await served.close();
  return undefined;
};
