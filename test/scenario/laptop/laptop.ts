import { randomBytes } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import type { Database } from 'better-sqlite3';
import { createFile, openFile } from '#db/file.ts';
import { storeFile } from '#db/folder.ts';
import { migrate } from '#db/migrate.ts';
import { migrations } from '#db/migrations/index.ts';
import { readIdentity } from '#db/office.ts';
import { readRecord } from '#db/records.ts';
import { newSealingKeys } from '#db/sealed.ts';
import { writer } from '#db/sql.ts';
import { beginJoined } from '#db/sync/begin.ts';
import { unmet } from '#db/sync/membership.ts';
import { type Context, localDay } from '#desk/context.ts';
import { syncSteps } from '#desk/sync/steps.ts';
import { contract, type Input, type Output } from '#shared/contract.ts';
import { type Failure, sentence } from '#shared/errors.ts';
import { visitForm } from '#shared/forms/default/index.ts';
import { derivedId, newId, type Sources } from '#shared/ids.ts';
import type { Person } from '#shared/records/person.ts';
import type { Documents } from '#shared/records/registry.ts';
import { defaultSettings, settingId } from '#shared/records/setting.ts';
import type { RecordType } from '#shared/records/types.ts';
import { ok, type Result } from '#shared/result.ts';
import type { Role } from '#shared/roles.ts';
import type { Change } from '#shared/sync/accept.ts';
import { everyone, ofPerson } from '#shared/sync/access.ts';
import type { LogEntry, Reply, Stream, StreamItem, Version } from '#shared/sync/wire.ts';
import { handlers, type StoreCall } from '#test/handlers.ts';
import { newFolder, removeFolder } from '../../office.ts';

export const hub = newSealingKeys();
export const freshId = (): string => newId(machine);
const machine: Sources = { now: Date.now, random: (count) => randomBytes(count) };

export const office = '0198c0de-0000-7000-8000-00000000000f';
export const form = visitForm(derivedId(office, 'form', 'visit 1'));

type Put = Extract<StreamItem, { kind: 'put' }>;

/** What a stream brings of a record, as a hub would write it. */
export const put = <T extends { id: string }>(
  type: string,
  document: T,
  n: number,
  keys: string[],
  log: LogEntry[] = [],
  epoch = 1,
): Put => ({ kind: 'put', type, id: document.id, version: { epoch, n }, keys, document, log });

export const gone = (type: string, id: string, n: number): StreamItem => ({
  kind: 'gone',
  type,
  id,
  version: { epoch: 1, n },
});

/** One page of a stream, by default the last one. */
export const page = (
  items: StreamItem[],
  keys: string[],
  more: Partial<Reply<'pull'>> = {},
): Reply<'pull'> => ({
  items,
  keys,
  cursor: `after ${items.at(-1)?.version.n ?? 0}`,
  remaining: 0,
  head: { epoch: 1, n: items.at(-1)?.version.n ?? 0, receipt: 'r' },
  ...more,
});

/** The answer of an office that takes a change as it is. */
export const taken = (change: Change, n: number, kind = 'accepted') => ({
  id: change.id,
  answer: {
    kind,
    version: { epoch: 1, n },
    receipt: `receipt-${n}`,
    content: 'c',
    at: '2026-05-05T10:00:00.000Z',
  },
});

/** What the office's log says of a change that somebody else made. */
export const logged = (n: number, by: string, patch: LogEntry['patch'], epoch = 1): LogEntry => ({
  change: freshId(),
  epoch,
  n,
  device: freshId(),
  number: n,
  by,
  at: '2026-05-05T09:00:00.000Z',
  got: '2026-05-05T09:30:00.000Z',
  patch,
});

export const person = (name: string, roles: Role[], id = freshId()) => ({ id, name, roles });

/** A laptop that has joined an office: a real encrypted store, the application's own handlers, and no worker. */
export const joinedLaptop = (roles: Role[] = ['visitor'], folder = newFolder(), key = randomBytes(32)) => {
  mkdirSync(folder, { recursive: true });
  const file = storeFile(folder);
  const made = createFile(file, key as never);
  if (!made.ok) throw new Error(made.error.tag);
  const opened = openFile(file, key as never, { readonly: false });
  if (!opened.ok) throw new Error(opened.error.tag);
  const db = opened.value;
  const migrated = migrate(db, migrations, () => ok(undefined));
  if (!migrated.ok) throw new Error(migrated.error.tag);
  const w = writer(db);
  const own = person('Vera Visitor', roles);
  const setting = { ...defaultSettings, id: settingId(office), body: 'Office of a policing body' };
  beginJoined(w, machine, {
    member: {
      ...unmet,
      hub: 'https://hub.example',
      office,
      person: own.id,
      device: freshId(),
      code: null,
      key: 'k',
      hubKey: hub.publicKey,
      name: 'laptop',
    },
    begin: [
      put('setting', setting, 1, [everyone]),
      put('form', form, 2, [everyone]),
      put('person', own, 3, [ofPerson(own.id), ...(roles[0] === 'visitor' ? [] : [everyone])]),
    ],
  });
  return overStore(db, folder, key);
};

/** Opens a laptop's store that is there already, as after a kill. */
export const openLaptop = (folder: string, key: Uint8Array) => {
  const opened = openFile(storeFile(folder), key as never, { readonly: false });
  if (!opened.ok) throw new Error(opened.error.tag);
  return overStore(opened.value, folder, key);
};

const overStore = (db: Database, folder: string, key: Uint8Array) => {
  const w = writer(db);
  const sources = { ...machine };
  const own = readRecord(w, 'person', readIdentity(w).person)?.document as Person;
  const steps = syncSteps(w, sources);
  const context = (): Context => ({
    identity: readIdentity(w),
    sources,
    today: localDay(sources.now()),
    folder,
  });
  const call = <N extends StoreCall>(name: N, input: Input<N>): Result<Output<N>, Failure> =>
    (handlers[name] as (store: typeof w, input: unknown, ctx: Context) => Result<Output<N>, Failure>)(
      w,
      contract[name].input.parse(input),
      context(),
    );
  return {
    db,
    w,
    own,
    steps,
    sources,
    folder,
    key,
    context,
    call,
    ask: <N extends StoreCall>(name: N, input: Input<N>): Output<N> => {
      const answer = call(name, input);
      if (answer.ok) return answer.value;
      throw new Error(`${name}: ${sentence(answer.error)}`);
    },
    refusal: <N extends StoreCall>(name: N, input: Input<N>): Failure => {
      const answer = call(name, input);
      if (!answer.ok) return answer.error;
      throw new Error(`${name} was answered although it should have been refused`);
    },
    read: <T extends RecordType>(type: T, id: string): Documents[T] | undefined =>
      readRecord(w, type, id)?.document,
    version: (type: RecordType, id: string): Version | null => readRecord(w, type, id)?.version ?? null,
    /** Takes in one page as the last one of its stream. */
    receive: (stream: Stream, items: StreamItem[], keys: string[]) =>
      steps.apply(stream, page(items, keys), false),
    /** Lets an office take all that is ready, one version after the other. */
    deliver: (from: number): Change[] => {
      const all: Change[] = [];
      for (let changes = steps.toPush(0); changes.length > 0; changes = steps.toPush(0)) {
        steps.answered(
          changes.map((change, i) => taken(change, from + all.length + i)),
          '2026-05-05T10:00:00.000Z',
        );
        all.push(...changes);
      }
      return all;
    },
    end: () => {
      db.close();
      removeFolder(folder);
    },
  };
};
export type JoinedLaptop = ReturnType<typeof joinedLaptop>;
