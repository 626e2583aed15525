import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { type AddressInfo, createServer as createPlain, type Socket } from 'node:net';
import { gzipSync } from 'node:zlib';
import { headers } from '#shared/sync/wire.ts';

type Handle = (request: IncomingMessage, response: ServerResponse, body: Buffer) => void;
export type Hostile = {
  url: string;
  requests: { path: string; headers: IncomingMessage['headers']; body: Buffer }[];
  close(): Promise<void>;
};

const listening = async (server: ReturnType<typeof createPlain>, sockets: Set<Socket>) => {
  server.on('connection', (socket: Socket) => {
    sockets.add(socket);
    socket.on('error', () => undefined);
    socket.on('close', () => sockets.delete(socket));
  });
  await new Promise<void>((go) => server.listen(0, '127.0.0.1', go));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () =>
      new Promise<void>((done) => {
        for (const socket of sockets) socket.destroy();
        server.close(() => done());
      }),
  };
};

/** A server that answers each request as a test says; all that it was asked is kept. */
export const hostileServer = async (handle: Handle): Promise<Hostile> => {
  const requests: Hostile['requests'] = [];
  const server = createServer((request, response) => {
    const pieces: Buffer[] = [];
    request.on('data', (piece: Buffer) => pieces.push(piece));
    request.on('error', () => undefined);
    request.on('end', () => {
      const body = Buffer.concat(pieces);
      requests.push({ path: request.url ?? '', headers: request.headers, body });
      handle(request, response, body);
    });
  });
  return { ...(await listening(server, new Set())), requests };
};

/** One that speaks no HTTP at all: it gets the socket. */
export const rawServer = async (handle: (socket: Socket) => void): Promise<Omit<Hostile, 'requests'>> =>
  listening(createPlain(handle), new Set());

export const json = (
  response: ServerResponse,
  value: unknown,
  status = 200,
  more: Record<string, string> = {},
) =>
  response
    .writeHead(status, {
      'content-type': 'application/json; charset=utf-8',
      [headers.nonce]: 'next',
      ...more,
    })
    .end(JSON.stringify(value));

/** An answer as it travels packed, to be cut anywhere. */
export const packed = (value: unknown): Buffer => gzipSync(JSON.stringify(value));

export const hello = {
  product: 'icv-desk-hub',
  office: '01890000-0000-7000-8000-000000000001',
  body: 'Office',
  oldest: 1,
  newest: 1,
  now: '2026-05-04T12:00:00.000Z',
  nonce: 'first',
  key: 'AAAA',
};
