import { type AddressInfo, BlockList, isIP } from 'node:net';
import fastify, {
  type FastifyInstance,
  type FastifyReply,
  type FastifyRequest,
  type FastifyServerOptions,
} from 'fastify';
import { type MessageName, messages, type RefusalTag, refusals } from '#shared/sync/wire.ts';
import { readBody } from './body.ts';
import type { HubHandler } from './handler.ts';
import type { HubLog } from './log.ts';

export type ServeOptions = {
  host: string;
  port: number;
  /** Both as PEM; without them it speaks plain HTTP. */
  tls?: { cert: string; key: string } | undefined;
  /** Whether a proxy before it says where requests come from. */
  behindProxy: boolean;
  log: HubLog;
  /** What `/health` tells of this copy. */
  version: string;
  kind: string;
};

export type ServedHub = { url: string; close(): Promise<void> };

/** Milliseconds in which nothing moves on a connection, and in which a whole request has to have come. */
const stall = 60_000;
const wholeRequest = 600_000;
const mostConnections = 4_000;
/** Milliseconds that a stopping hub gives to what is under way. */
const patience = 20_000;

/** Serves the hub over HTTP, or HTTPS where there is a certificate. Rejects where the port cannot be had. */
export const serveHub = async (handler: HubHandler, options: ServeOptions): Promise<ServedHub> => {
  const app = hubServer(handler, options);
  await app.listen({ host: options.host, port: options.port });
  app.server.maxConnections = mostConnections;
  const { address, port } = app.server.address() as AddressInfo;
  const host = isIP(address) === 6 ? `[${address}]` : address;
  return {
    url: `${options.tls ? 'https' : 'http'}://${host}:${port}/`,
    async close() {
      handler.stop();
      const last = setTimeout(() => app.server.closeAllConnections(), patience);
      await app.close();
      clearTimeout(last);
    },
  };
};

const open = (tls: ServeOptions['tls'], options: FastifyServerOptions): FastifyInstance =>
  tls
    ? // Over TLS or not, everything that is asked of it is the same.
      (fastify({
        ...options,
        https: { ...tls, minVersion: 'TLSv1.2' },
      } as never) as unknown as FastifyInstance)
    : fastify(options);

const refuse = (reply: FastifyReply, tag: RefusalTag): FastifyReply =>
  reply.code(refusals[tag]).type('application/json; charset=utf-8').send({ refused: tag });

/** The same with no port open yet: Fastify's `inject` drives it. */
export const hubServer = (
  handler: HubHandler,
  { tls, behindProxy, log, version, kind }: Omit<ServeOptions, 'host' | 'port'>,
): FastifyInstance => {
  const app = open(tls, {
    // One proxy is believed and no other hop, so that nobody can claim to be at another address.
    trustProxy: behindProxy ? (_address: string, hop: number) => hop === 0 : false,
    connectionTimeout: stall,
    requestTimeout: wholeRequest,
    keepAliveTimeout: stall,
    forceCloseConnections: 'idle',
    return503OnClosing: false,
    exposeHeadRoutes: false,
    routerOptions: { maxParamLength: 100 },
    // An address that cannot be read meets no hook and no error handler.
    frameworkErrors: (_error, _request, reply) => refuse(reply, 'badRequest'),
  });

  // Bodies are read as they travel, since the proof covers them so.
  app.removeAllContentTypeParsers();
  app.addContentTypeParser('*', (_request, _payload, done) => done(null));
  app.setErrorHandler((error: { statusCode?: number }, _request, reply) => {
    const tag = (error.statusCode ?? 500) < 500 ? 'badRequest' : 'unexpected';
    if (tag === 'unexpected') log.bug(error);
    refuse(reply, tag);
  });
  app.setNotFoundHandler((_request, reply) => refuse(reply, 'notFound'));
  app.addHook('onRequest', async (_request, reply) => {
    reply.headers({ 'cache-control': 'no-store', 'x-content-type-options': 'nosniff' });
    if (tls) reply.header('strict-transport-security', 'max-age=31536000');
  });
  // A connection kept open would keep a hub that stops waiting for its next question.
  app.addHook('onSend', async (_request, reply) => {
    if (handler.stopping) reply.header('connection', 'close');
  });

  for (const [name, { method }] of Object.entries(messages))
    app.route({ method, url: `/v1/${name}`, handler: route(name as MessageName, handler, log) });
  app.get('/health', async (_request, reply) => {
    if (handler.stopping) return refuse(reply, 'stopping');
    return { ok: true, version, kind };
  });
  app.get('/metrics', async (request, reply) => {
    if (!isHere(request.ip)) return refuse(reply, 'notFound');
    return reply.type('text/plain; version=0.0.4; charset=utf-8').send(handler.metrics());
  });
  return app;
};

const route =
  (name: MessageName, handler: HubHandler, log: HubLog) =>
  async (request: FastifyRequest, reply: FastifyReply) => {
    const began = performance.now();
    const answered = await handler.answer({
      name,
      headers: request.headers,
      address: networkOf(request.ip),
      body: (limit) => readBody(request.raw, limit),
    });
    const { status, headers, body, refused, device } = answered;
    log.request({ message: name, status, refused, device, ms: Math.round(performance.now() - began) });
    return reply.code(status).headers(headers).send(body);
  };

/** What counts as one address: whoever has one of IPv6 has all 2⁶⁴ of its network. */
const networkOf = (address: string): string => {
  if (isIP(address) !== 6 || address.includes('.')) return address;
  const [left = '', right = ''] = address.split('::');
  const before = left.split(':').filter(Boolean);
  const after = right.split(':').filter(Boolean);
  const zeros = address.includes('::') ? Array(8 - before.length - after.length).fill('0') : [];
  return [...before, ...zeros, ...after].slice(0, 4).join(':');
};

const thisComputer = new BlockList();
thisComputer.addSubnet('127.0.0.0', 8, 'ipv4');
thisComputer.addAddress('::1', 'ipv6');
/** Whether an address is this computer's own: only such ones are listened on without TLS, or told the figures. */
export const isHere = (address: string): boolean => {
  const plain = address.replace(/^::ffff:/, '');
  const family = isIP(plain);
  return family !== 0 && thisComputer.check(plain, family === 4 ? 'ipv4' : 'ipv6');
};
