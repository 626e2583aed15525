import { copyFileSync, existsSync, mkdirSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { HubStore } from '#hub/port.ts';
import type { Answer } from '#shared/sync/accept.ts';
import type { Message, MessageName, Reply } from '#shared/sync/wire.ts';
import type { Answered, Caller, FarEnd } from './network.ts';

/** When in its next transaction the hub is killed. */
export type KillAt = 'before commit' | 'after commit';

/** An office's hub that can be ended at any moment, put back from a copy of its disk, and asked without sockets. */
export type SimulatedHub = FarEnd & {
  killAt: KillAt | undefined;
  /** Whether only a transaction that accepts changes is to be killed. */
  killAccepting: boolean;
  isUp(): boolean;
  up(): Promise<void>;
  down(): Promise<void>;
  /** The store as it is open now. */
  store(): HubStore;
  /** Copies the disk, and gives where. */
  image(): Promise<string>;
  putBack(image: string): Promise<void>;
  /** How many changes were answered with a conflict. */
  readonly conflicts: number;
  /** What the hub was sent that no laptop of ours may send. */
  readonly objections: readonly string[];
  /** What revoked laptops left, as the office reads it. */
  quarantined(): readonly string[];
};

/** How a hub over a folder is begun again: a new store and a new server, as a new process has them. */
export type Process = {
  store: HubStore;
  ask<N extends MessageName>(name: N, input: Message<N>, caller: Caller): Promise<Answered<N>>;
  close(): Promise<void>;
};

class Killed extends Error {
  constructor() {
    super('killed');
  }
}

/** The store with a kill in its next transaction, or in the next one that accepts, where one is due. */
const killable = (
  store: HubStore,
  due: (accepts: boolean) => KillAt | undefined,
  kill: () => void,
): HubStore => ({
  ...store,
  inOrder: async (work) => {
    let accepts = false;
    const done = await store.inOrder(async (write) => {
      const watched: typeof write = {
        ...write,
        accept: (...asked) => {
          accepts = true;
          return write.accept(...asked);
        },
      };
      const result = await work(watched);
      if (due(accepts) === 'before commit') {
        kill();
        throw new Killed();
      }
      return result;
    });
    if (due(accepts) === undefined) return done;
    kill();
    throw new Killed();
  },
});

/**
 * @param folder where the hub's files lie
 * @param begin opens the store of the folder, and serves it once `guard` has been put around it
 */
export const simulatedHub = async (
  folder: string,
  begin: (guard: (store: HubStore) => HubStore) => Promise<Process>,
  open: (sealed: string, privateKey: string) => string | undefined,
): Promise<SimulatedHub> => {
  let process: Process | undefined;
  let killed = false;
  let asked = false;
  let images = 0;
  let privateKey = '';
  let conflicts = 0;
  const numbers = new Map<string, string>();
  const objections: string[] = [];
  const sealed: string[] = [];

  const guard = (store: HubStore) =>
    killable(
      store,
      (accepts) => (asked && (accepts || !self.killAccepting) ? self.killAt : undefined),
      () => {
        killed = true;
        self.killAt = undefined;
        self.killAccepting = false;
      },
    );
  const end = async () => {
    const ending = process;
    process = undefined;
    await ending?.close();
  };

  /** What is true of every push whatever comes of it: one number of one device is one change. */
  const watchPush = (caller: Caller, { changes }: Message<'push'>) => {
    for (const { device, number, id } of changes) {
      const known = numbers.get(`${device} ${number}`);
      if (known !== undefined && known !== id) objections.push(`number ${number} of a device came twice`);
      if (device !== caller?.device) objections.push('a change came under another device’s number');
      numbers.set(`${device} ${number}`, id);
    }
  };
  const countConflicts = ({ answers }: Reply<'push'>) => {
    conflicts += answers.filter(({ answer }) => (answer as Answer).kind === 'conflict').length;
  };

  const self: SimulatedHub = {
    killAt: undefined,
    killAccepting: false,
    isUp: () => process !== undefined,
    up: async () => {
      if (process) return;
      process = await begin(guard);
      privateKey = await process.store.read(async (read) => (await read.identity()).privateKey);
    },
    down: end,
    store: () => {
      if (!process) throw new Error('the hub is down');
      return process.store;
    },
    image: async () => {
      const wasUp = self.isUp();
      await end();
      images += 1;
      const image = join(`${folder}.images`, String(images));
      copyFolder(folder, image);
      if (wasUp) await self.up();
      return image;
    },
    putBack: async (image) => {
      await end();
      rmSync(folder, { recursive: true, force: true });
      copyFolder(image, folder);
      numbers.clear();
      await self.up();
    },
    get conflicts() {
      return conflicts;
    },
    objections,
    quarantined: () => sealed.map((one) => open(one, privateKey) ?? ''),
    ask: async <N extends MessageName>(name: N, input: Message<N>, caller: Caller): Promise<Answered<N>> => {
      if (!process) return { ok: false, why: { tag: 'hubDown' } };
      asked = true;
      const answer = await process.ask(name, input, caller);
      asked = false;
      if (name === 'push' && (answer.ok || killed)) watchPush(caller, input as Message<'push'>);
      if (killed) {
        killed = false;
        await end();
        await self.up();
        return { ok: false, why: { tag: 'torn' } };
      }
      if (!answer.ok) return answer;
      if (name === 'push') countConflicts(answer.value as Reply<'push'>);
      if (name === 'quarantine') sealed.push((input as Message<'quarantine'>).sealed);
      return answer;
    },
  };
  await self.up();
  return self;
};

/** The files of a folder that nothing has open, in a new place. */
const copyFolder = (from: string, to: string): void => {
  mkdirSync(to, { recursive: true });
  for (const entry of readdirSync(from, { withFileTypes: true }))
    if (entry.isDirectory()) copyFolder(join(from, entry.name), join(to, entry.name));
    else if (existsSync(join(from, entry.name))) copyFileSync(join(from, entry.name), join(to, entry.name));
};
