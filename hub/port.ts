import type { Failure } from '#shared/errors.ts';
import type { RecordType } from '#shared/records/types.ts';
import type { Result } from '#shared/result.ts';
import type { Answer, Change } from '#shared/sync/accept.ts';
import type { Digest, FileRef, Message, ReceiptHead, Stream, StreamItem } from '#shared/sync/wire.ts';

/** A laptop's store that joined: one file, one key pair, one counter. */
export type Device = {
  id: string;
  person: string;
  name: string;
  /** Ed25519 public key, base64url of its raw bytes. */
  key: string;
  /** SHA-256 of the token in use, and of the one given out at the last greeting until it is used. */
  token: string;
  next: string | null;
  joined: string;
  lastSeen: string | null;
  revoked: string | null;
  product: string | null;
  /** The highest number of a change that came from it. */
  number: number;
  /** The office's way into its store, sealed to the hub. */
  unlock: string | null;
  /** The head of the audit it was shown last. */
  witnessed: string | null;
  /** The number of the last accepted change it had received when it greeted last. */
  seen: number;
  /** The first device of its line: all that one laptop has been, and whatever was copied from it. */
  line: string;
  /** The device that it was before; null for one that joined. */
  cameFrom: string | null;
  /** The device it goes on as; null while it is in use, also where it greets again because it had been copied. */
  wentOn: string | null;
  /** The epoch in which it greeted last with nothing left to give back; 0 before. */
  through: number;
};
/** A device as it begins: its place in a line is for the store to say. */
export type NewDevice = Omit<Device, 'line' | 'cameFrom' | 'wentOn' | 'through'>;

export type Invitation = {
  /** SHA-256 of the code: the code itself is kept nowhere. */
  hash: string;
  person: string;
  by: string;
  expires: string;
  used: string | null;
};

/**
 * One entry of the audit: what was done, by whom, to what. Ids only, never words of records; a reason somebody gave for
 * what they did stands with it. `hash` chains it to the one before.
 */
export type AuditEntry = {
  seq: number;
  at: string;
  kind: string;
  person: string | null;
  device: string | null;
  /** Keyed hashes of what it was done to; the key is gone when the record is purged. */
  subject: string | null;
  detail: Record<string, string | number | null>;
  hash: string;
};
export type NewAudit = Pick<AuditEntry, 'kind' | 'person' | 'device' | 'detail'> & {
  subject: { type: string; id: string } | null;
};

export type HubIdentity = {
  office: string;
  body: string;
  epoch: number;
  /** What it takes to open what was sealed for the office: X25519 and, for nonces, a secret that all processes share. */
  privateKey: string;
  publicKey: string;
  nonceSecret: string;
  /** While true it takes back from laptops what it lost, and gives no references. */
  recovering: boolean;
  /** The address laptops reach it at, for invitations; null until somebody said it. */
  url: string | null;
};

/** What a laptop left that was not taken in: sealed to the hub's key, or records that nobody could believe or read. */
export type Quarantined = {
  id: string;
  device: string;
  at: string;
  /** The record it is about, where it is one. */
  type: string | null;
  record: string | null;
  data: string;
};

/** What a laptop says was purged, and the office cannot know: nothing was destroyed on that word. */
export type SaidPurged = { type: string; id: string; at: string; device: string };

export type Page = { items: StreamItem[]; cursor: string; remaining: number; head: ReceiptHead };

/** What can be asked of the hub's store at one moment. */
export type HubRead = {
  identity(): Promise<HubIdentity>;
  head(): Promise<ReceiptHead>;
  /** Whether the chain holds this head. */
  knows(head: ReceiptHead): Promise<boolean>;
  device(id: string): Promise<Device | undefined>;
  devices(): Promise<Device[]>;
  /** All that the laptop of a device is and was, its copies included, the oldest first. */
  lineOf(device: string): Promise<Device[]>;
  invitation(hash: string): Promise<Invitation | undefined>;
  openInvitations(): Promise<Invitation[]>;
  document(type: string, id: string): Promise<{ id: string } | undefined>;
  documents(type: string): Promise<{ id: string }[]>;
  isPurged(type: string, id: string): Promise<boolean>;
  /** Whether a tombstone that a laptop brings bears this office's seal. */
  isSealed(tombstone: Message<'offer'>['purged'][number]): Promise<boolean>;
  saidPurged(): Promise<SaidPurged[]>;
  /** The numbers below a device's highest that never came, and how many of its changes are held. */
  gaps(device: string): Promise<{ missing: number[]; held: number }>;
  /** One page of what is seen under `keys`: see `Stream`. The cursor is the one a page gave, or null. */
  page(stream: Stream, keys: readonly string[], cursor: string | null): Promise<Page>;
  /**
   * The number at which something last ceased to be seen under one of these keys, or was purged; 0 for never. A page
   * made before then may hold what its reader must not have any more.
   */
  lastLoss(keys: readonly string[]): Promise<number>;
  /** The devices that may still hold what was purged: they have not come past its tombstone. */
  outstanding(type: string, id: string): Promise<Device[]>;
  digests(keys: readonly string[]): Promise<Digest[]>;
  set(key: string, type: string, after: string | null): Promise<{ items: StreamItem[]; next: string | null }>;
  /** A file that a record names, and how much of it has come; undefined for one that none names. */
  file(file: FileRef): Promise<{ total: number; held: number; whole: boolean } | undefined>;
  /** The piece of a file that begins at `start`. */
  piece(file: FileRef, start: number): Promise<Uint8Array | undefined>;
  /** Files of what is seen under these keys that have not come whole. */
  awaiting(keys: readonly string[]): Promise<FileRef[]>;
  /** Whether one of these keys leads to a record. */
  sees(keys: readonly string[], type: string, id: string): Promise<boolean>;
  quarantined(): Promise<Quarantined[]>;
  auditHead(): Promise<string>;
  auditTrail(after: number, limit: number): Promise<AuditEntry[]>;
};

/** What can be done in one transaction under the office's lock; all of it stands, or none. */
export type HubWrite = HubRead & {
  /** Decides on changes in their order, held ones that waited for them included. */
  accept(
    sender: { device: string; person: string },
    changes: readonly Change[],
  ): Promise<{ id: string; answer: Answer }[]>;
  /** What is made at the office itself: the person of an invitation, a new office's settings. `by` null: the hub. */
  make(by: string | null, type: RecordType, document: { id: string }): Promise<void>;
  void(device: string, numbers: readonly number[]): Promise<void>;
  /** @param from what goes on as it, where it is no new laptop */
  addDevice(device: NewDevice, from?: Device): Promise<void>;
  saveDevice(
    id: string,
    changed: Partial<Omit<Device, 'id' | 'person' | 'line' | 'cameFrom'>>,
  ): Promise<void>;
  addInvitation(invitation: Invitation): Promise<void>;
  spendInvitation(hash: string, at: string): Promise<void>;
  /** Takes back, after a restore, what the hub lost and a laptop still has. Gives how many records it took. */
  offer(device: string, offered: Message<'offer'>): Promise<number>;
  sayPurged(device: string, tombstones: Message<'offer'>['purged']): Promise<void>;
  /** Adds the next piece of a file. False where it is whole by now and not what its hash says: it begins again. */
  putPiece(file: FileRef, bytes: Uint8Array): Promise<boolean>;
  purge(type: string, id: string, at: string): Promise<void>;
  /** A restored hub begins a new epoch, later than `beyond`, and takes back what it lost until this is closed. */
  beginRecovery(beyond: number): Promise<void>;
  closeRecovery(): Promise<void>;
  /**
   * After an update, says of the next records who sees them by the rule it brings, and makes the marks of those that are
   * confidential cases where they are missing; else of those that were written since it last did. Gives whether there
   * are more.
   */
  lookAgain(version: string): Promise<boolean>;
  /** @param of the record it is about, where it is about one: its purge takes this too */
  quarantine(
    device: string,
    sealed: string,
    at: string,
    of?: { type: string; record: string },
  ): Promise<string>;
  /** Destroys what lay in quarantine. */
  endQuarantine(id: string): Promise<void>;
  audit(entry: NewAudit): Promise<void>;
  /** The address laptops reach the hub at. */
  saveUrl(url: string): Promise<void>;
};

/**
 * Where the office's side keeps everything: written once for an encrypted SQLite file and for PostgreSQL, where several
 * processes share one. `inOrder` is the only way to write; no reader can skip what it commits late.
 */
export type HubStore = {
  readonly kind: 'sqlite' | 'postgres';
  inOrder<T>(work: (store: HubWrite) => Promise<T>): Promise<T>;
  read<T>(work: (store: HubRead) => Promise<T>): Promise<T>;
  /** Reads everything, the chains of receipts and of the audit included: what is wrong, as sentences; none is good. */
  check(): Promise<string[]>;
  /** Writes a backup that the passphrase of today opens: `fileExists`, `cannotWrite`, `diskFull`, `storeDamaged`. */
  backUp(path: string): Promise<Result<void, Failure>>;
  close(): Promise<void>;
};
