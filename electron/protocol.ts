import { readFile, realpath } from 'node:fs/promises';
import { extname, join, sep } from 'node:path';
import { pageHost, pageScheme, startPage } from './names.ts';

/** Nothing but the files of the interface itself: no inline script or style, no network, no frame, no form target. */
export const contentSecurityPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "font-src 'self'",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

/** What the built interface consists of. Any other kind of file is not served, even if it lies in the folder. */
const contentTypes: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
};

const safetyHeaders = {
  'Content-Security-Policy': contentSecurityPolicy,
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cache-Control': 'no-cache',
};

const refusal = (status: number, more: Record<string, string> = {}): Response =>
  new Response(null, { status, headers: { ...safetyHeaders, ...more } });

/** Whether an address is the interface's own scheme and exactly its host, without user, password or port. */
export const isOurAddress = (address: string): boolean => {
  const url = URL.parse(address);
  return (
    url !== null &&
    url.protocol === `${pageScheme}:` &&
    url.host === pageHost &&
    url.username === '' &&
    url.password === ''
  );
};

/** Whether an address is the page itself, whatever place inside it the fragment names. */
export const isStartPage = (address: string): boolean => {
  const url = URL.parse(address);
  return (
    url !== null &&
    isOurAddress(address) &&
    (url.pathname === '/' || url.pathname === new URL(startPage).pathname)
  );
};

/** The names on the way to a file, or undefined where one of them could lead out of the folder. */
const segments = (address: string): string[] | undefined => {
  let path: string;
  try {
    path = decodeURIComponent(new URL(address).pathname);
  } catch {
    return undefined;
  }
  const names = path === '/' ? ['index.html'] : path.slice(1).split('/');
  const plain = (name: string) => /^[\w@~-][\w.@~-]*$/.test(name);
  return names.every(plain) ? names : undefined;
};

/**
 * Answers `app://icv-desk/…` from one folder. Names are checked before the disk is asked, and the real place of the
 * file once more after, so that neither encoded dots nor a symbolic link lead outside.
 */
export const servePages =
  (folder: string) =>
  async (request: Pick<Request, 'method' | 'url'>): Promise<Response> => {
    if (!isOurAddress(request.url)) return refusal(403);
    if (request.method !== 'GET') return refusal(405, { Allow: 'GET' });
    const names = segments(request.url);
    const type = names && contentTypes[extname(names.at(-1) ?? '')];
    if (!names || !type) return refusal(404);
    try {
      const file = await realpath(join(folder, ...names));
      if (!file.startsWith((await realpath(folder)) + sep)) return refusal(404);
      return new Response(await readFile(file), {
        status: 200,
        headers: { ...safetyHeaders, 'Content-Type': type },
      });
    } catch {
      return refusal(404);
    }
  };
