import { copyFileSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { storeFile } from '#db/folder.ts';
import { revoke } from '#hub/office/devices.ts';
import { instant, newId, type Sources } from '#shared/ids.ts';
import { suite as suiteSchema } from '#shared/records/suite.ts';
import type { Role } from '#shared/roles.ts';
import type { Clock } from './clock.ts';
import type { Dice } from './dice.ts';
import { type SimulatedHub, simulatedHub } from './hub.ts';
import { laptop as openLaptop } from './laptop.ts';
import { type Member, member } from './member.ts';
import { beginStore, newHubIn, openQuarantine } from './pieces.ts';

export type World = {
  clock: Clock;
  dice: Dice;
  folder: string;
  /** The address of a PostgreSQL; otherwise the hub is an encrypted file. */
  database?: string | undefined;
  say?: (what: string) => void;
};

/** An office with two panels and three suites, its hub, and the laptops of those who joined. */
export type SimulatedOffice = {
  readonly clock: Clock;
  readonly hub: SimulatedHub;
  readonly members: readonly Member[];
  /** Those whose laptops still belong to the office. */
  present(): readonly Member[];
  readonly visitors: readonly string[];
  readonly panels: readonly string[];
  readonly suites: readonly string[];
  /** Invites somebody, gives them a laptop and lets it reach the hub for the first time. */
  join(name: string, role: Role, panel?: number): Promise<Member>;
  /** A second machine with a copy of the disk of the first. */
  copyOf(one: Member, name?: string): Member;
  revoke(one: Member): Promise<void>;
  /** The laptop found out that its access has ended: a copy of one that was revoked, say. */
  isGone(one: Member): void;
  /** The hub takes it in: one put back from its backup may not know that it had ended somebody's access. */
  isThere(one: Member): void;
  purge(type: string, id: string): Promise<void>;
  closeRecovery(): Promise<void>;
  close(): Promise<void>;
};

const placeNames = { panels: ['North', 'South'], suites: ['Northgate', 'Moorside', 'Southgate'] } as const;

export const openOffice = async (world: World): Promise<SimulatedOffice> => {
  const { clock, dice, folder, database = null, say = () => undefined } = world;
  const sources: Sources = { now: clock.now, random: (count) => dice.bytes(count) };
  const hubFolder = join(folder, 'hub');
  mkdirSync(hubFolder, { recursive: true });
  const begin = await newHubIn(hubFolder, database, sources);
  const hub = await simulatedHub(hubFolder, begin, openQuarantine);

  const panels = placeNames.panels.map((name) => ({ id: newId(sources), name }));
  const suites = placeNames.suites.map((name, i) =>
    suiteSchema.parse({
      id: newId(sources),
      name,
      panel: panels[i < 2 ? 0 : 1]?.id,
      statuses: [],
      targets: [],
    }),
  );
  await hub.store().inOrder(async (write) => {
    for (const panel of panels) await write.make(null, 'panel', panel);
    for (const suite of suites) await write.make(null, 'suite', suite);
  });

  const members: Member[] = [];
  const visitors: string[] = [];
  const gone = new Set<Member>();
  const at = () => instant(sources);
  const key = new Uint8Array(32).fill(7);

  const enter = (name: string, person: string): Member => {
    const laptop = openLaptop(name, join(folder, `laptop-${members.length}`), key, { clock, dice });
    const one = member(laptop, person, hub, world, say);
    members.push(one);
    return one;
  };

  return {
    clock,
    hub,
    members,
    present: () => members.filter((one) => !gone.has(one)),
    visitors,
    panels: panels.map(({ id }) => id),
    suites: suites.map(({ id }) => id),
    join: async (name, role, panel) => {
      const person = newId(sources);
      const document = {
        id: person,
        name,
        roles: [role],
        ...(panel === undefined ? {} : { panel: panels[panel]?.id }),
        ...(role === 'visitor' ? { volunteer: { status: 'accredited' } } : {}),
      };
      await hub.store().inOrder((write) => write.make(null, 'person', document));
      if (role === 'visitor') visitors.push(person);
      const one = enter(name, person);
      await beginStore(one, person, hub.store(), sources);
      const joined = one.sync();
      if (!(await clock.until(joined, 3_600_000))) throw new Error(`${name} did not reach the hub`);
      const ended = await joined;
      if (ended.kind !== 'done') throw new Error(`${name} did not join: ${JSON.stringify(ended)}`);
      return one;
    },
    copyOf: (one, name = `${one.laptop.name} (copy)`) => {
      const image = one.laptop.image('copied');
      const folderOfCopy = join(folder, `laptop-${members.length}`);
      mkdirSync(folderOfCopy, { recursive: true });
      copyFileSync(image, storeFile(folderOfCopy));
      const copy = enter(name, one.person);
      copy.laptop.switchOn();
      return copy;
    },
    revoke: async (one) => {
      await hub.up();
      one.laptop.switchOn();
      const { device } = one.laptop.context().identity;
      await revoke({ store: hub.store(), sources }, null, { device, reason: 'lost' });
      gone.add(one);
    },
    isGone: (one) => {
      gone.add(one);
    },
    isThere: (one) => {
      gone.delete(one);
    },
    purge: async (type, id) => {
      await hub.up();
      await hub.store().inOrder((write) => write.purge(type, id, at()));
    },
    closeRecovery: () => hub.store().inOrder((write) => write.closeRecovery()),
    close: async () => {
      for (const one of members) one.laptop.destroy();
      await hub.down();
    },
  };
};
