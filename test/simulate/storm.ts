import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from '#db/sql.ts';
import { failures } from './checks.ts';
import { virtualClock } from './clock.ts';
import { doSomething, type Hand, officeDoes, visitorsDo } from './deeds.ts';
import { dice as diceOf } from './dice.ts';
import { everyText, hubHolds } from './holdings.ts';
import type { Member } from './member.ts';
import { model as newModel, wordsIn } from './model.ts';
import { calm, stormy } from './network.ts';
import { openOffice, type SimulatedOffice } from './office.ts';
import { comeToRest, mostRounds } from './rest.ts';

/** What one run came to. */
export type Outcome = {
  seed: number;
  failures: string[];
  /** Whether it became quiet within the bound. */
  stuck: boolean;
  acknowledged: number;
  lost: number;
  duplicated: number;
  conflicts: { occurred: number; shown: number };
  /** From the end of every disturbance until nothing moved any more. */
  convergence: { rounds: number; milliseconds: number };
  /** What happened, for the one who looks for the cause. */
  steps: string[];
};

const minute = 60_000;
const hour = 60 * minute;
const year = 365 * 24 * hour;

const happenings = {
  deed: 60,
  sync: 22,
  pause: 8,
  weather: 5,
  killLaptop: 3,
  killMidSync: 4,
  killHub: 2,
  hubDown: 1,
  keepImage: 2,
  putLaptopBack: 1,
  copyLaptop: 1,
  keepHubImage: 1,
  putHubBack: 1,
  clock: 1,
  revoke: 1,
  purge: 1,
  leave: 1,
} as const;
type Happening = keyof typeof happenings;
/** What is disturbing enough that at most one of each is in a run, so that most runs have a few and not all. */
const rare: readonly Happening[] = ['putLaptopBack', 'copyLaptop', 'putHubBack', 'revoke', 'leave'];

/** One office with its laptops through a storm that the seed decides, and what must hold when it is over. */
export const storm = async (seed: number): Promise<Outcome> => {
  const dice = diceOf(seed);
  const clock = virtualClock(Date.UTC(2026, 8, 7, 9));
  const model = newModel();
  const steps: string[] = [];
  const say = (text: string) => steps.push(`${new Date(clock.now()).toISOString()} ${text}`);
  const folder = mkdtempSync(join(tmpdir(), `icv-storm-${seed}-`));
  const office = await openOffice({ clock, dice, folder, say });
  const outcome = (came: Partial<Outcome>): Outcome => ({
    seed,
    failures: [],
    stuck: false,
    lost: 0,
    duplicated: 0,
    conflicts: { occurred: office.hub.conflicts, shown: 0 },
    convergence: { rounds: 0, milliseconds: 0 },
    steps,
    ...came,
    acknowledged: model.counts().acknowledged,
  });
  try {
    await gather(office, dice.below(3));
    const wanted = 60 + dice.below(80);
    const spent = new Set<Happening>();
    const images = new Map<Member, string>();
    let hubImage: string | undefined;

    const heldAnywhere = async () => {
      const hub = [...(await hubHolds(office.hub.store())).values()].map((one) => JSON.stringify(one));
      const laptops = office.members.filter((m) => m.laptop.isOn()).map((m) => everyText(m.laptop));
      return wordsIn([...hub, ...laptops, ...office.hub.quarantined()].join('\n'));
    };
    /** Takes something away with its disk: what was there only is nobody's debt any more. */
    const loseDisk = async (lose: () => Promise<void> | void) => {
      for (const m of office.members) m.laptop.switchOn();
      await office.hub.up();
      const before = await heldAnywhere();
      await lose();
      const after = await heldAnywhere();
      model.wentWithDisk([...before].filter((word) => !after.has(word)));
    };
    const on = () => office.members.filter(({ laptop }) => laptop.isOn());

    const happen: Record<Happening, () => Promise<void> | void> = {
      deed: () => {
        if (on().length === 0) return;
        const one = dice.one(on());
        const roles = one.laptop.read('person', one.person)?.roles ?? [];
        const hand: Hand = {
          laptop: one.laptop,
          person: one.person,
          dice,
          model,
          office: { visitors: office.visitors, panels: office.panels, suites: office.suites },
        };
        for (let more = 1 + dice.below(4); more > 0; more -= 1) {
          const told = doSomething(hand, roles.includes('visitor') ? visitorsDo : officeDoes);
          if (told.did || told.what.includes(':')) say(`${one.laptop.name} ${told.what}`);
        }
      },
      sync: () => {
        if (on().length === 0) return;
        const one = dice.one(on());
        say(`${one.laptop.name} begins to sync`);
        void one
          .sync({ check: dice.onceIn(6), removal: dice.onceIn(2) })
          .then((ended) => say(`${one.laptop.name} synced: ${JSON.stringify(ended).slice(0, 120)}`));
      },
      pause: () => clock.pass(dice.onceIn(4) ? dice.below(72 * hour) : dice.below(10 * minute)),
      weather: () => {
        const one = dice.one(office.members);
        one.weather = dice.one([
          calm,
          stormy,
          { ...stormy, torn: 3, answerLost: 3 },
          { ...calm, black: true },
        ]);
        say(`the line of ${one.laptop.name}: ${JSON.stringify(one.weather)}`);
      },
      killLaptop: () => {
        if (on().length === 0) return;
        const one = dice.one(on());
        one.kill();
        say(`${one.laptop.name} is killed`);
        void clock.wait(dice.below(2 * hour)).then(() => one.laptop.switchOn());
      },
      killMidSync: () => {
        if (on().length === 0) return;
        const one = dice.one(on());
        one.killAfter = dice.below(24);
        say(`${one.laptop.name} will be killed after ${one.killAfter} half steps`);
        void one.sync().then((ended) => {
          one.killAfter = undefined;
          say(`${one.laptop.name}: ${ended.kind}`);
          one.laptop.switchOn();
        });
      },
      killHub: () => {
        office.hub.killAt = dice.one(['before commit', 'after commit'] as const);
        say(`the hub will be killed ${office.hub.killAt}`);
      },
      hubDown: async () => {
        await office.hub.down();
        say('the hub is down');
        void clock.wait(dice.below(3 * hour)).then(() => clock.during(() => office.hub.up()));
      },
      keepImage: () => {
        if (on().length === 0) return;
        const one = dice.one(on());
        if (one.syncing) return;
        images.set(one, one.laptop.image(`kept-${images.size}`));
        say(`an image of ${one.laptop.name} is kept`);
      },
      putLaptopBack: async () => {
        const [one] = [...images.keys()].filter((m) => office.members.includes(m));
        if (!one) return;
        one.kill();
        await loseDisk(() => one.laptop.putBack(images.get(one) as string));
        say(`${one.laptop.name} is put back from its image`);
      },
      copyLaptop: async () => {
        if (on().length === 0) return;
        const one = dice.one(on());
        if (one.syncing) return;
        office.copyOf(one);
        say(`${one.laptop.name} is copied to another machine`);
      },
      keepHubImage: async () => {
        hubImage = await office.hub.image();
        say('the hub is backed up');
      },
      putHubBack: async () => {
        const image = hubImage;
        if (!image) return;
        await loseDisk(() => office.hub.putBack(image));
        for (const { type, record } of model.purges()) {
          const has = (m: Member) =>
            m.laptop.store().first(sql.selectFrom('purged').select('at').where('record', '=', record));
          const knownThere = await office.hub.store().read((read) => read.isPurged(type, record));
          if (!knownThere && !office.members.some(has)) model.purgeForgotten(type, record);
        }
        say('the hub is put back from its backup');
      },
      clock: () => {
        const one = dice.one(office.members);
        one.laptop.skew = dice.one([-56 * year, -year, -hour, 0, hour, year, 30 * year]);
        say(`the clock of ${one.laptop.name} is off by ${one.laptop.skew / hour} hours`);
      },
      revoke: async () => {
        const one = dice.one(office.members.slice(2));
        say(`${one.laptop.name} is revoked`);
        await office.revoke(one);
      },
      purge: async () => {
        if (!office.hub.isUp()) return;
        const visits = [...(await hubHolds(office.hub.store())).values()].filter((r) => r.type === 'visit');
        if (visits.length === 0) return;
        const { id } = dice.one(visits);
        await office.purge('visit', id);
        model.purged('visit', id);
        say(`report ${id.slice(-6)} is purged`);
      },
      leave: () => {
        const [coordinator] = office.members;
        const person = dice.one(office.visitors);
        const held = coordinator?.laptop.isOn() ? coordinator.laptop.read('person', person) : undefined;
        if (!held || !coordinator) return;
        const volunteer = { ...held.volunteer, status: 'left' };
        const patch = [{ path: ['volunteer'], was: held.volunteer as never, now: volunteer as never }];
        coordinator.laptop.call('people.save', { id: person, patch });
        say(`${person.slice(-6)} leaves`);
      },
    };

    for (let i = 0; i < wanted; i += 1) {
      const what = dice.weighed(happenings);
      if (rare.includes(what)) {
        if (spent.has(what) || !dice.onceIn(2)) continue;
        spent.add(what);
      }
      await happen[what]();
      await clock.pass(dice.below(4_000));
    }

    say('everything heals');
    const healedAt = clock.now();
    office.hub.killAt = undefined;
    await clock.pass(6 * hour);
    await office.hub.up();
    await office.closeRecovery();
    for (const one of office.members) {
      one.weather = calm;
      one.killAfter = undefined;
      one.laptop.switchOn();
      if (one.syncing) await clock.until(one.syncing, 12 * hour);
    }
    const began = clock.now();
    const rounds = await comeToRest(office, clock, say);
    const stuck = rounds > mostRounds;
    const today = new Date(clock.now()).toISOString().slice(0, 10);
    const wrong = stuck
      ? [`stuck: still moving after ${mostRounds} rounds`]
      : await failures(office.hub.store(), office.present(), model, office.hub.quarantined(), today);
    const held = await hubHolds(office.hub.store());
    say(`healed at ${new Date(healedAt).toISOString()}`);
    return outcome({
      failures: [...wrong, ...office.hub.objections],
      stuck,
      lost: wrong.filter((text) => text.startsWith('lost:')).length,
      duplicated: wrong.filter((text) => text.includes('two changes') || text.includes('twice')).length,
      conflicts: {
        occurred: office.hub.conflicts,
        shown: [...held.values()].filter((r) => r.type === 'conflict').length,
      },
      convergence: { rounds, milliseconds: clock.now() - began },
    });
  } catch (error) {
    // Whatever is thrown in a storm is a bug, of the product or of the storm, and is told with its seed.
    return outcome({ failures: [`thrown: ${(error as Error).stack ?? error}`] });
  } finally {
    await office.close();
    rmSync(folder, { recursive: true, force: true });
  }
};

/** People join: a coordinator and a co-ordinator of a panel always, and three to five visitors. */
const gather = async (office: SimulatedOffice, more: number) => {
  await office.join('Clara', 'coordinator');
  await office.join('Piet', 'panel-coordinator', 0);
  await office.join('Ann', 'visitor', 0);
  await office.join('Bob', 'visitor', 0);
  await office.join('Dora', 'visitor', 1);
  if (more > 0) await office.join('Emil', 'visitor', 0);
  if (more > 1) await office.join('Fay', 'visitor', 1);
};
