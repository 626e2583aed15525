import { copyFileSync, existsSync, mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Database } from 'better-sqlite3';
import { openFile } from '#db/file.ts';
import { storeFile } from '#db/folder.ts';
import { readIdentity } from '#db/identity.ts';
import { migrate } from '#db/migrate.ts';
import { migrations } from '#db/migrations/index.ts';
import { readRecord } from '#db/records.ts';
import { type Writer, writer } from '#db/sql.ts';
import { type Context, localDay } from '#desk/context.ts';
import { actorOf } from '#desk/session.ts';
import { contract, type Input, type Output } from '#shared/contract.ts';
import type { Failure } from '#shared/errors.ts';
import type { Sources } from '#shared/ids.ts';
import type { Documents } from '#shared/records/registry.ts';
import type { RecordType } from '#shared/records/types.ts';
import { fail, ok, type Result } from '#shared/result.ts';
import { handlers, type StoreCall } from '#test/handlers.ts';
import type { Clock } from './clock.ts';
import type { Dice } from './dice.ts';

/** One person's laptop: a real encrypted file, the real handlers over it, and a clock that may be wrong. */
export type Laptop = {
  readonly name: string;
  readonly folder: string;
  readonly key: Uint8Array;
  readonly sources: Sources;
  /** By how many milliseconds its clock is off. */
  skew: number;
  isOn(): boolean;
  /** Opens the store as a start of the application does. */
  switchOn(): void;
  /** Ends as a kill ends it: whatever was not committed never was. */
  switchOff(): void;
  /** The open store; a laptop that is off has none. */
  store(): Writer;
  context(): Context;
  call<N extends StoreCall>(name: N, input: Input<N>): Result<Output<N>, Failure>;
  read<T extends RecordType>(type: T, id: string): Documents[T] | undefined;
  /** Keeps the disk as it is now, under a name, and gives where. */
  image(name: string): string;
  /** Puts a disk back as it once was. */
  putBack(image: string): void;
  /** Destroys the laptop and all that is on it. */
  destroy(): void;
};

/** Opens a laptop's file over a folder that already has a store, or will be given one before it is switched on. */
export const laptop = (
  name: string,
  folder: string,
  key: Uint8Array,
  world: { clock: Clock; dice: Dice },
): Laptop => {
  let db: Database | undefined;
  let w: Writer | undefined;
  mkdirSync(folder, { recursive: true });
  const file = storeFile(folder);

  const self: Laptop = {
    name,
    folder,
    key,
    skew: 0,
    sources: { now: () => world.clock.now() + self.skew, random: (count) => world.dice.bytes(count) },
    isOn: () => db !== undefined,
    switchOn: () => {
      if (db) return;
      const opened = openFile(file, key as never, { readonly: false });
      if (!opened.ok) throw new Error(`${name} does not open: ${opened.error.tag}`);
      const migrated = migrate(opened.value, migrations, () => ok(undefined));
      if (!migrated.ok) throw new Error(`${name} is not brought up to date: ${migrated.error.tag}`);
      db = opened.value;
      w = writer(db);
    },
    switchOff: () => {
      db?.close();
      db = undefined;
      w = undefined;
    },
    store: () => {
      if (!w) throw new Error(`${name} is off`);
      return w;
    },
    context: () => ({
      identity: readIdentity(self.store()),
      sources: self.sources,
      today: localDay(self.sources.now()),
      folder,
    }),
    call: (called, input) => {
      const entry = contract[called];
      const ctx = self.context();
      const { roles } = actorOf(self.store(), ctx);
      const may: string | readonly string[] = entry.may;
      if (typeof may !== 'string' && !roles.some((role) => may.includes(role)))
        return fail({ tag: 'notAllowed' });
      const handler = handlers[called] as (w: Writer, input: unknown, ctx: Context) => Result<never, Failure>;
      const answer = handler(self.store(), entry.input.parse(input), ctx);
      self.store().touched.clear();
      return answer;
    },
    read: (type, id) => readRecord(self.store(), type, id)?.document,
    image: (as) => {
      const wasOn = self.isOn();
      self.switchOff();
      const kept = join(folder, `${as}.image`);
      copyFileSync(file, kept);
      if (wasOn) self.switchOn();
      return kept;
    },
    putBack: (image) => {
      const wasOn = self.isOn();
      self.switchOff();
      for (const end of ['', '-wal', '-shm']) rmSync(file + end, { force: true });
      copyFileSync(image, file);
      if (wasOn) self.switchOn();
    },
    destroy: () => {
      self.switchOff();
      if (existsSync(folder)) rmSync(folder, { recursive: true, force: true });
    },
  };
  return self;
};
