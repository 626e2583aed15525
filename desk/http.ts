import { readFile } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import fastifyStatic from '@fastify/static';
import fastify, { type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify';
import { largestCall } from '#shared/calls/call.ts';
import type { Sources } from '#shared/ids.ts';
import type { Desk } from './desk.ts';
import { explain, pages, refuse, securityHeaders, show } from './http-answers.ts';
import { createDoor, type Door } from './http-door.ts';
import { createEvents } from './http-events.ts';

export type ServeOptions = {
  /** The port to listen on; any free one where it is left out. */
  port?: number;
  /** The built interface. */
  rendererFolder: string;
  sources: Sources;
};

export type Served = {
  /** The address without any key to it. */
  url: string;
  /** A fresh link that opens the interface once. */
  link(): string;
  close(): Promise<void>;
};

const bodyLimit = 1_048_576;

/**
 * Serves the interface to a browser on this computer, and to nobody else: every page of every site the person visits
 * can send requests to 127.0.0.1, so each one is checked for where it was meant to go (Host), where it came from
 * (Origin), whose it is (cookie) and which tab sent it (header).
 */
export const serveDesk = async (desk: Desk, options: ServeOptions): Promise<Served> => {
  const door = createDoor(options.sources);
  const app = fastify({
    bodyLimit,
    forceCloseConnections: true,
    exposeHeadRoutes: false,
    // An address that cannot be read meets no hook and no error handler.
    frameworkErrors: (_error, _request, reply) => refuse(reply.headers(securityHeaders), 'badRequest'),
  });
  // Without this, text/plain would be read too: the one type another site can post without asking first.
  app.removeContentTypeParser('text/plain');
  app.setErrorHandler(explain);
  app.setNotFoundHandler((_request, reply) => refuse(reply, 'notFound'));

  let hosts: string[] = [];
  app.addHook('onRequest', async (request, reply) => {
    reply.headers(securityHeaders);
    if (!cameStraight(request, hosts)) return refuse(reply, 'wrongPlace');
  });

  addFrontPage(app, door, options.rendererFolder);
  addCalls(app, door, desk);
  addFiles(app, door, options.rendererFolder);

  await app.listen({ host: '127.0.0.1', port: options.port ?? 0 });
  const { port } = app.server.address() as AddressInfo;
  hosts = [`127.0.0.1:${port}`, `localhost:${port}`];
  const url = `http://127.0.0.1:${port}/`;
  return { url, link: () => `${url}?open=${door.token()}`, close: () => app.close() };
};

/** False for a name that was pointed at this computer (DNS rebinding) and for requests made by another site. */
const cameStraight = ({ headers }: FastifyRequest, hosts: string[]): boolean => {
  const { host, origin } = headers;
  return host !== undefined && hosts.includes(host) && (origin === undefined || origin === `http://${host}`);
};

/** Browsers say who made them send a request; other clients say nothing. */
const fromElsewhere = (request: FastifyRequest): boolean =>
  !['none', 'same-origin', undefined].includes(request.headers['sec-fetch-site'] as string | undefined);

const addFrontPage = (app: FastifyInstance, door: Door, rendererFolder: string) => {
  app.get<{ Querystring: Record<string, unknown> }>('/', async (request, reply) => {
    const session = door.session(request.headers.cookie);
    const { open } = request.query;
    if (open === undefined) {
      return session
        ? showInterface(reply, rendererFolder, door.tab(session))
        : show(reply, 401, pages.noSession);
    }
    if (session) return reply.redirect('/', 303);
    if (fromElsewhere(request)) return show(reply, 403, pages.wrongPlace);
    const opened = door.open(String(open));
    if (opened === 'tooMany') return show(reply, 429, pages.tooMany);
    if (opened === 'used') return show(reply, 401, pages.linkUsed);
    reply.header('set-cookie', `${door.cookieName}=${opened.session}; HttpOnly; SameSite=Strict; Path=/`);
    return reply.redirect('/', 303);
  });
};

/** The page itself, with the secret of this tab where the interface's own script finds it. */
const showInterface = async (reply: FastifyReply, rendererFolder: string, tab: string) => {
  const html = await readFile(join(rendererFolder, 'index.html'), 'utf8').catch(() => undefined);
  if (html === undefined) return show(reply, 503, pages.notBuilt);
  return show(reply, 200, html.replace('<head>', `<head>\n    <meta name="icv-tab" content="${tab}">`));
};

const addCalls = (app: FastifyInstance, door: Door, desk: Desk) => {
  const events = createEvents(desk);
  app.register(async (scope) => {
    scope.addHook('onRequest', async (request, reply) => {
      const session = door.session(request.headers.cookie);
      const tab = request.headers['x-icv-tab'];
      if (!session || typeof tab !== 'string' || !door.isTab(session, tab)) return refuse(reply, 'noSession');
      // A browser always names the origin of a POST; a request without one did not come from our page.
      if (fromElsewhere(request) || (request.method === 'POST' && !request.headers.origin)) {
        return refuse(reply, 'wrongPlace');
      }
    });
    scope.post('/call', { bodyLimit: largestCall }, async (request, reply) => {
      const { name, input } = (request.body ?? {}) as { name?: unknown; input?: unknown };
      return typeof name === 'string' ? desk.call(name, input ?? {}) : refuse(reply, 'badRequest');
    });
    scope.get('/events', (request, reply) => {
      const session = door.session(request.headers.cookie);
      if (!session || !events.stream(session, reply)) refuse(reply, 'tooMany');
    });
  });
};

const addFiles = (app: FastifyInstance, door: Door, root: string) => {
  app.register(async (scope) => {
    scope.addHook('onRequest', async (request, reply) => {
      if (!door.session(request.headers.cookie)) return refuse(reply, 'noSession');
    });
    scope.register(fastifyStatic, {
      root,
      index: false,
      dotfiles: 'ignore',
      cacheControl: false,
      // The page with its tab's secret is at "/" only.
      allowedPath: (path) => !path.endsWith('.html'),
      setHeaders: (reply) => reply.header('cache-control', 'private, no-cache'),
    });
  });
};
