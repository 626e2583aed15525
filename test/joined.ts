import type { DeskOptions } from '#desk/desk.ts';
import type { Role } from '#shared/roles.ts';
import { newSqliteHub, type TestHub } from './hub-store.ts';
import { deskOver, newFolder, passphrase } from './office.ts';
import { type Serving, serving } from './scenario/hub/serving.ts';

/** The application on one laptop that has joined, in a folder of its own. It syncs when it is asked to. */
export type Laptop = ReturnType<typeof deskOver> & { recoveryCode: string; person: string };

/** An office with a real hub on a port of this computer, and laptops that join it. */
export type JoinedOffice = {
  hub: TestHub;
  served: Serving;
  /** Somebody invited, who joins by the code. */
  laptop(name: string, role: Role, panel?: string): Promise<Laptop>;
  /** A laptop that joins with these words; it ends with the office. */
  joining(
    wish: { hub?: string; code?: string; file?: string },
    options?: Partial<DeskOptions>,
  ): Promise<Laptop>;
  end(): Promise<void>;
};

export const joinedOffice = async (): Promise<JoinedOffice> => {
  const hub = await newSqliteHub();
  const served = await serving(hub);
  const laptops: Laptop[] = [];
  const joining: JoinedOffice['joining'] = async (wish, options = {}) => {
    const over = deskOver(newFolder(), { sync: 'asked', ...options });
    const { recoveryCode, person } = await over.ask('store.join', { name: '', passphrase, ...wish });
    const laptop = { ...over, recoveryCode, person };
    laptops.push(laptop);
    return laptop;
  };
  return {
    hub,
    served,
    joining,
    laptop: async (name, role, panel) => {
      const { code } = await served.invited(name, role, panel);
      const laptop = await joining({ hub: served.url, code });
      await laptop.ask('sync.now', {});
      return laptop;
    },
    end: async () => {
      for (const laptop of laptops) await laptop.end();
      await served.close();
      await hub.end();
    },
  };
};
