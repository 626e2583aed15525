import type { Ended } from '#desk/sync/engine.ts';
import { syncOnce } from '#desk/sync/engine.ts';
import { type Invitation, joinAgain } from '#desk/sync/join-again.ts';
import type { SyncStore } from '#desk/sync/port.ts';
import type { Wish } from '#desk/sync/run.ts';
import { syncSteps } from '#desk/sync/steps.ts';
import { recordTypes } from '#shared/contract.ts';
import type { Failure } from '#shared/errors.ts';
import type { Result } from '#shared/result.ts';
import type { Clock } from './clock.ts';
import type { Dice } from './dice.ts';
import type { Laptop } from './laptop.ts';
import { calm, type FarEnd, line, type Weather } from './network.ts';

/** Somebody of the office with a laptop that has joined. */
export type Member = {
  readonly laptop: Laptop;
  readonly person: string;
  /** What is at the other end of the line: the office's hub, unless a test says otherwise. */
  far: FarEnd;
  /** What the line to the hub is like. */
  weather: Weather;
  /** The sync under way, if any. */
  syncing: Promise<HowItEnded> | undefined;
  /** Ends the laptop after so many steps of its next sync, each counted before and after it is stored. */
  killAfter: number | undefined;
  /** Begins a sync; the one under way where there is one. */
  sync(wish?: Partial<Wish>): Promise<HowItEnded>;
  /** Joins the office again by a new invitation. */
  joinAgain(invitation: Invitation): Promise<Result<null, Failure>>;
  /** Ends the laptop at once, wherever it is. */
  kill(): void;
};

export type HowItEnded = Ended | { kind: 'killed' };

export const member = (
  laptop: Laptop,
  person: string,
  far: FarEnd,
  { clock, dice }: { clock: Clock; dice: Dice },
  tell: (what: string) => void = () => undefined,
): Member => {
  let killed: (ended: HowItEnded) => void = () => undefined;
  const self: Member = {
    laptop,
    person,
    far,
    weather: calm,
    syncing: undefined,
    killAfter: undefined,
    sync: (wish = {}) => {
      self.syncing ??= run(wish).finally(() => {
        self.syncing = undefined;
      });
      return self.syncing;
    },
    joinAgain: (invitation) => {
      const { sources } = laptop;
      return joinAgain({ store: store(() => true), transport: lineHere(), sources }, invitation);
    },
    kill: () => {
      laptop.switchOff();
      self.killAfter = undefined;
      killed({ kind: 'killed' });
    },
  };

  /** What is killed never comes back from where it was. */
  const never = new Promise<never>(() => undefined);

  const half = async (isThis: () => boolean) => {
    await clock.wait(dice.below(5));
    if (!isThis()) return never;
    if (self.killAfter === 0) {
      self.kill();
      return never;
    }
    if (self.killAfter !== undefined) self.killAfter -= 1;
    return undefined;
  };

  const store = (isThis: () => boolean): SyncStore => {
    const steps = syncSteps(laptop.store(), laptop.sources);
    const wrapped = Object.entries(steps).map(([name, step]) => [
      name,
      async (...input: unknown[]) => {
        await half(isThis);
        const done = structuredClone((step as (...all: unknown[]) => unknown)(...input));
        await half(isThis);
        return done;
      },
    ]);
    return Object.fromEntries(wrapped) as SyncStore;
  };

  const lineHere = () =>
    line(
      clock,
      dice,
      self.far,
      () => self.weather,
      (what) => tell(`${laptop.name}: ${what}`),
    );

  const run = (wish: Partial<Wish>): Promise<HowItEnded> => {
    let here = true;
    const ending = new Promise<HowItEnded>((end) => {
      killed = (ended) => {
        here = false;
        end(ended);
      };
    });
    const isThis = () => here;
    const transport = lineHere();
    const means = {
      store: store(isThis),
      // What reaches a laptop that was killed meanwhile reaches nobody.
      transport: {
        ask: (async (...asked: Parameters<typeof transport.ask>) => {
          const answer = await transport.ask(...asked);
          return isThis() ? answer : never;
        }) as typeof transport.ask,
      },
      sources: laptop.sources,
      product: '0.0.0-test',
      types: recordTypes,
      progress: () => undefined,
      reached: () => undefined,
      checked: () => undefined,
      stopping: () => false,
    };
    const synced = syncOnce(means, { removal: false, check: false, ...wish });
    return Promise.race([synced, ending]);
  };
  return self;
};
