import type { AddressInfo, Socket } from 'node:net';
import { sources, version } from '#desk/machine.ts';
import { invite } from '#hub/office/invite.ts';
import type { HubStore } from '#hub/port.ts';
import { hubHandler } from '#hub/server/handler.ts';
import { hubServer } from '#hub/server/http.ts';
import { createLog } from '#hub/server/log.ts';
import { initHub } from '#hub/store/create.ts';
import { must, passphrase } from '../store.ts';
import { answering } from './processes.ts';
import { addScheme, type SchemeWish } from './scheme.ts';

let store: HubStore;
const sockets = new Set<Socket>();
const gone = { in: 0, out: 0 };
let pushAnswered = 0;

/** Bytes that came and went over all connections so far, headers included. */
const wire = () =>
  [...sockets].reduce(
    (sum, socket) => ({ in: sum.in + socket.bytesRead, out: sum.out + socket.bytesWritten }),
    gone,
  );

/** A hub as `hub serve` runs it, in a process of its own. */
answering({
  begin: async ({ folder, database }: { folder: string; database: string | null }) => {
    ({ store } = must(await initHub({ folder, passphrase, database }, 'Invented', sources)));
    const onBug = (error: unknown) => console.error(error);
    const log = createLog(() => {}, sources.now);
    const app = hubServer(hubHandler(store, { sources, onBug }), {
      behindProxy: false,
      log,
      version,
      kind: store.kind,
    });
    app.server.on('connection', (socket) => {
      sockets.add(socket);
      socket.on('close', () => {
        gone.in += socket.bytesRead;
        gone.out += socket.bytesWritten;
        sockets.delete(socket);
      });
    });
    app.server.on('request', ({ url }, answer) => {
      if (url === '/v1/push')
        answer.on('finish', () => {
          pushAnswered = Date.now();
        });
    });
    await app.listen({ host: '127.0.0.1', port: 0 });
    return `http://127.0.0.1:${(app.server.address() as AddressInfo).port}/`;
  },
  invite: async (wanted: { name: string; role: 'visitor' | 'coordinator' }) =>
    must(await invite({ store, sources }, null, wanted)).code,
  office: () =>
    store.read(async (s) => ({
      office: (await s.identity()).office,
      form: (await s.documents('form'))[0]?.id,
    })),
  scheme: (wish: SchemeWish) => addScheme(store, wish),
  wire,
  /** When the last push so far had its answer, by the clock of this computer. */
  pushAnswered: () => pushAnswered,
  visits: () => store.read(async (s) => (await s.documents('visit')).length),
  check: () => store.check(),
  /** The most memory this process ever had, in megabytes. */
  peak: () => process.resourceUsage().maxRSS / 1024,
  close: () => store.close(),
});
