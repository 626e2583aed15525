import { sources as machine } from '#desk/machine.ts';
import { inviteByName } from '#hub/office/by-name.ts';
import { hubHandler } from '#hub/server/handler.ts';
import { type ServedHub, serveHub } from '#hub/server/http.ts';
import { createLog } from '#hub/server/log.ts';
import type { Sources } from '#shared/ids.ts';
import type { Role } from '#shared/roles.ts';
import type { TestHub } from '../../hub-store.ts';
import { newLaptop, type TestLaptop } from './client.ts';

/** The hub of a test on a random port, with all that it logged. */
export type Serving = ServedHub & {
  hub: TestHub;
  logged: string[];
  office: { store: TestHub['store']; sources: Sources };
  /** Somebody invited, with a laptop that has joined. */
  joined(name: string, role: Role, panel?: string): Promise<TestLaptop>;
  invited(name: string, role: Role, panel?: string): Promise<{ code: string; person: string; file: string }>;
};

export const serving = async (
  hub: TestHub,
  options: { sources?: Sources; tls?: { cert: string; key: string }; behindProxy?: boolean } = {},
): Promise<Serving> => {
  const { sources = machine, tls, behindProxy = false } = options;
  const logged: string[] = [];
  const log = createLog((line) => void logged.push(line), sources.now);
  const handler = hubHandler(hub.store, { sources, onBug: log.bug });
  const kind = hub.store.kind;
  const served = await serveHub(handler, {
    host: '127.0.0.1',
    port: 0,
    tls,
    behindProxy,
    log,
    version: '0.0.0-test',
    kind,
  });
  const office = { store: hub.store, sources };
  const invited = async (name: string, role: Role, panel?: string) => {
    const done = await inviteByName(office, { name, role, panel });
    if (!done.ok) throw new Error(`${name} was not invited: ${JSON.stringify(done.error)}`);
    return done.value;
  };
  return {
    ...served,
    hub,
    logged,
    office,
    invited,
    joined: async (name, role, panel) => {
      const laptop = newLaptop(served.url, sources);
      await laptop.join((await invited(name, role, panel)).code, `Laptop of ${name}`);
      return laptop;
    },
  };
};
