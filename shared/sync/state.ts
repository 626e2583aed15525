import type { z } from 'zod';
import type { RecordType } from '#shared/records/types.ts';
import type { Patch, PatchConflict } from './patch.ts';
import type { RefusalReason } from './refusals.ts';
import type { change, Version } from './wire.ts';

/** One sealed change, as a device sends it. Never altered again once sealed. */
export type Change = Omit<z.infer<typeof change>, 'type'> & { type: RecordType };

/**
 * Who hands changes in: their author, or a coordinator or administrator who brings in what was rescued from somebody
 * else's laptop. `alone` is a stand-alone store, whose one person holds all roles.
 */
export type Sender = { device: string; person: string; alone?: true };
export type Arrival = { sender: Sender; change: Change };

/** A record as the office holds it: its document, its version, and the keys under which it is seen, in order. */
export type Stored = { document: { id: string }; version: Version; keys: readonly string[] };

/** That a change has been accepted: its version, and a link of the chain that can be verified without the records. */
export type Given = {
  version: Version;
  /**
   * SHA-256 over these lines: the receipt before it, the change's id, `type/id` of its record, epoch, n, `content`, and
   * one line `type/id hash` for each entry of `also`.
   */
  receipt: string;
  /** SHA-256 of the canonical text of the record as this change left it. */
  content: string;
  /** The same of every other record it wrote, such as a conflict or a pen, in their order. */
  also?: { key: string; content: string }[];
  at: string;
};

/**
 * What became of a change: one answer for each, final and stored. Only `held`, and a refusal for a reason that is
 * `passing`, are not final: they are not in `answered` afterwards and are not to be stored as answers.
 */
export type Answer =
  | ({ kind: 'accepted' | 'merged' } & Given)
  /**
   * Everything that could not be applied is in `conflicts`, word for word; `contested` are the ids of the conflict
   * records by which people settle it. The rest of the change stands.
   */
  | ({ kind: 'conflict'; conflicts: PatchConflict[]; contested: string[] } & Given)
  | { kind: 'held'; waitsFor: string }
  | { kind: 'refused'; reason: RefusalReason }
  | { kind: 'duplicate'; first: Answer }
  /** A claim that somebody else made first. */
  | { kind: 'taken'; by: string }
  | { kind: 'purged' };

/**
 * What one accepted change did to one record, as its log keeps it: `patch` is what really changed in the record, the
 * office's own marks included, so that undoing the log from the newest document gives every version; null where the
 * change made the record.
 */
export type LogRow = {
  change: Pick<Change, 'id' | 'device' | 'number' | 'by' | 'at'>;
  key: string;
  version: Version;
  got: string;
  patch: Patch | null;
};

/** How far a device's numbers have come, and which below the highest neither came nor were declared void. */
export type Numbers = { highest: number; missing: Set<number> };

/**
 * What the office holds of everything that a batch of changes touches, loaded before and stored after by its port. In
 * every map an absent key was not loaded yet; null, or an empty list, was looked for and is not there.
 *
 * To be stored afterwards: every record of `records` whose version is beyond the `n` there was before, the new entries
 * of `answered`, the rows of `log`, `counters`, `numbers`, and `epoch`, `n` and `head`. A held change is kept whole with
 * its sender.
 */
export type OfficeState = {
  office: string;
  epoch: number;
  /** The number of the last accepted change. */
  n: number;
  /** The receipt of the last accepted change: each receipt contains the one before it. */
  head: string;
  /** While a restored hub takes back what it lost, no reference is given. */
  recovering: boolean;
  /** By `recordKey`. */
  records: Map<string, Stored | 'purged' | null>;
  /** Final answers given before, by change id. */
  answered: Map<string, Answer | null>;
  /** How far each series of references has come, by series and year; all of them. */
  counters: Map<string, number>;
  /** By the key of a record: the keys of all conflict records there are of it, which are in `records`. */
  conflictsOf: Map<string, string[]>;
  /** By the id of a suite: the keys of all concerns at it. Asked for only where the suite moves to another panel. */
  concernsOf: Map<string, string[]>;
  /** The weeks, and the people, all of whose places of the rota and declared interests are in `records`. */
  placesIn: Set<string>;
  interestsOf: Set<string>;
  /** By change id: the held changes whose `after` it is. */
  waiting: Map<string, Arrival[]>;
  numbers: Map<string, Numbers>;
  /** The changes that came together, in their order. */
  coming: readonly Change[];
  /** By the key of a record: its log, oldest first. Asked for only where somebody wrote in what was taken out. */
  logs: Map<string, LogRow[]>;
  /** The keys of the pens asked for, by report: each is a hash, and is asked for again and again. */
  penKeys: Map<string, string>;
  /** Whether the records of all people are in `records`. */
  allPeople: boolean;
  /** What was written since the state was made, for the port to store. */
  log: LogRow[];
};

/** A state of which nothing is loaded yet. */
export const officeState = (
  at: Pick<OfficeState, 'office' | 'epoch' | 'n' | 'head'> & { recovering?: boolean },
): OfficeState => ({
  recovering: false,
  ...at,
  records: new Map(),
  answered: new Map(),
  counters: new Map(),
  conflictsOf: new Map(),
  concernsOf: new Map(),
  placesIn: new Set(),
  interestsOf: new Set(),
  waiting: new Map(),
  numbers: new Map(),
  coming: [],
  logs: new Map(),
  penKeys: new Map(),
  allPeople: false,
  log: [],
});

/** What the office needs beside its state: its clock, new ids, and SHA-256 of a text as hex. */
export type OfficeMeans = { now: () => string; newId: () => string; hash: (text: string) => string };

export const recordKey = (type: string, id: string): string => `${type}/${id}`;
export const typeOf = (key: string): RecordType => key.slice(0, key.indexOf('/')) as RecordType;
export const idOf = (key: string): string => key.slice(key.indexOf('/') + 1);

/** The record, where there is one that was not purged. */
export const storedAt = (state: OfficeState, key: string): Stored | undefined => {
  const found = state.records.get(key);
  return found === 'purged' || found === null ? undefined : found;
};
