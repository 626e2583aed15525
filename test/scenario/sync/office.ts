import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'vitest';
import type { HubStore } from '#hub/port.ts';
import type { Role } from '#shared/roles.ts';
import type { Answer, Change } from '#shared/sync/accept.ts';
import type { LogEntry, Message, MessageName } from '#shared/sync/wire.ts';
import { failures } from '#test/simulate/checks.ts';
import { type Clock, virtualClock } from '#test/simulate/clock.ts';
import { dice as diceOf } from '#test/simulate/dice.ts';
import { hubHolds } from '#test/simulate/holdings.ts';
import type { KillAt } from '#test/simulate/hub.ts';
import { model } from '#test/simulate/model.ts';
import type { Answered } from '#test/simulate/network.ts';
import { openOffice, type SimulatedOffice } from '#test/simulate/office.ts';
import { type Person, personOf } from './person.ts';

export type { Person } from './person.ts';

/** The office's hub, as a test looks at it and meddles with it. */
export type Hub = {
  readonly store: HubStore;
  document(type: string, id: string): Promise<{ id: string } | undefined>;
  /** Everything that was accepted for a record, in its order. */
  log(record: string): Promise<LogEntry[]>;
  head(): Promise<{ epoch: number; n: number }>;
  audit(): Promise<{ kind: string }[]>;
  devices(): ReturnType<Parameters<Parameters<HubStore['read']>[0]>[0]['devices']>;
  /** Changes as a device sends them, whenever they come. */
  push(from: Person, changes: readonly (Change | undefined)[]): Promise<Answer[]>;
  /** Kills it in the next transaction in which it accepts something. */
  killAccepting(when: KillAt): void;
  /** Asks what a laptop would ask, with its key and token. */
  ask<N extends MessageName>(from: Person, name: N, input: Message<N>): Promise<Answered<N>>;
  image(): Promise<string>;
  putBack(image: string): Promise<void>;
  purge(type: string, id: string): Promise<void>;
  revoke(person: Person): Promise<void>;
  closeRecovery(): Promise<void>;
};

export type Office = {
  readonly hub: Hub;
  readonly clock: Clock;
  readonly simulated: SimulatedOffice;
  join(name: string, role: Role, panel?: 'North' | 'South'): Promise<Person>;
  copyOf(person: Person, name: string): Person;
  suite(name: string): string;
  /** Everybody syncs, one after the other, until nothing moves any more. */
  allSync(): Promise<void>;
  hours(count: number): Promise<void>;
  /** Somebody's report that the office has, and that both laptops show. */
  shared(author: Person, other: Person): Promise<string>;
  /** Whether words stand in a record at the office: in it, in its history, or in a conflict about it. */
  says(record: string, words: string): Promise<boolean>;
  /** Whether somebody's words reached the office at all, in quarantine included. */
  hears(words: string, from: Person): Promise<boolean>;
  /** What does not hold now that everything is quiet. */
  failures(): Promise<string[]>;
  end(): Promise<void>;
};

const panelNames = ['North', 'South'] as const;
const suiteNames = ['Northgate', 'Moorside', 'Southgate'];
const hour = 3_600_000;
const mostRounds = 8;

/** A new office with a hub and nobody in it yet. */
export const newHub = async (seed = 1, database?: string): Promise<Office> => {
  const clock = virtualClock(Date.UTC(2026, 8, 7, 9));
  const folder = mkdtempSync(join(tmpdir(), 'icv-sync-'));
  const simulated = await openOffice({ clock, dice: diceOf(seed), folder, database });
  const people: Person[] = [];
  const { hub } = simulated;
  const reading = <T>(work: Parameters<HubStore['read']>[0]) => hub.store().read(work) as Promise<T>;

  const suite = (name: string): string => simulated.suites[suiteNames.indexOf(name)] as string;
  const enter = (member: Parameters<typeof personOf>[0]) => {
    const person = personOf(member, { clock, suite, hub });
    people.push(person);
    return person;
  };
  const holds = async () => [...(await hubHolds(hub.store())).values()];

  const office: Office = {
    clock,
    simulated,
    hub: {
      get store() {
        return hub.store();
      },
      document: (type, id) => reading((read) => read.document(type, id)),
      log: async (record) => (await holds()).filter((one) => one.id === record).flatMap((one) => one.log),
      head: () => reading((read) => read.head()),
      audit: () => reading((read) => read.auditTrail(0, 1_000)),
      devices: () => reading((read) => read.devices()),
      push: async (from, changes) => {
        const answers = await hub.store().inOrder((write) =>
          write.accept(
            { device: from.device(), person: from.person },
            changes.filter((one) => one !== undefined),
          ),
        );
        return answers.map(({ answer }) => answer);
      },
      killAccepting: (when) => {
        hub.killAt = when;
        hub.killAccepting = true;
      },
      ask: (from, name, input) => {
        const { device, key, token } = from.membership();
        return hub.ask(name, input, { device, key, token });
      },
      image: hub.image,
      putBack: hub.putBack,
      purge: simulated.purge,
      revoke: (person) => simulated.revoke(person.member),
      closeRecovery: simulated.closeRecovery,
    },
    join: async (name, role, panel) =>
      enter(await simulated.join(name, role, panel && panelNames.indexOf(panel))),
    copyOf: (person, name) => enter(simulated.copyOf(person.member, name)),
    suite,
    hours: (count) => clock.pass(count * hour),
    allSync: async () => {
      let before = '';
      for (let round = 0; round < mostRounds; round += 1) {
        for (const person of people) if (simulated.present().includes(person.member)) await person.sync();
        const after = JSON.stringify([await office.hub.head(), people.map((one) => one.waiting())]);
        if (after === before) return;
        before = after;
      }
      throw new Error('the laptops do not come to rest');
    },
    shared: async (author, other) => {
      const id = author.sends({ comments: 'Quiet.' });
      await author.sync();
      await other.sync();
      expect(other.visit(id)).toEqual(author.visit(id));
      return id;
    },
    says: async (record, words) =>
      (await holds()).some(
        (one) =>
          (one.id === record || (one.document as { record?: string }).record === record) &&
          JSON.stringify([one.document, one.log]).includes(words),
      ),
    hears: async (words) =>
      [...(await holds()).map((one) => JSON.stringify([one.document, one.log])), ...hub.quarantined()].some(
        (text) => text.includes(words),
      ),
    failures: async () => {
      const today = new Date(clock.now()).toISOString().slice(0, 10);
      return failures(hub.store(), simulated.present(), model(), hub.quarantined(), today);
    },
    end: async () => {
      await simulated.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
  return office;
};
