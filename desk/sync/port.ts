import type { Applied, Membership, UnusualRemoval } from '#db/sync/membership.ts';
import type { FileType } from '#shared/records/with-files.ts';
import type { Change } from '#shared/sync/accept.ts';
import type { Digest, FileRef, Message, MessageName, ReceiptHead, Reply, Stream } from '#shared/sync/wire.ts';

export { type Applied, type Membership, type UnusualRemoval, unmet } from '#db/sync/membership.ts';

/**
 * What the sync engine asks of the store, each in one transaction of the worker that writes. The engine itself holds
 * nothing that matters: it may be killed at any step and begins again with `membership`.
 */
export type SyncStore = {
  membership(): Promise<Membership | null>;
  remember(changed: Partial<Membership>): Promise<void>;
  /** The number of this device's last sealed change. */
  number(): Promise<number>;
  /** Seals what is ready, and gives the next unanswered changes in their order, at most one push of them. */
  toPush(after: number): Promise<Change[]>;
  /** Stores the answers of the hub, and the head that came with them, where that is one to be remembered. */
  answered(answers: Reply<'push'>['answers'], at: string, head?: ReceiptHead): Promise<void>;
  /** One page with its cursor and keys. `agreed` where a person allowed an unusual removal. */
  apply(stream: Stream, page: Reply<'pull'>, agreed: boolean): Promise<Applied | UnusualRemoval>;
  /** Counts and digests of what came through a stream. */
  digests(stream: Stream): Promise<Digest[]>;
  /** A set again: applies its pages, then drops what the hub does not have. */
  repair(stream: Stream, key: string, type: string, page: Reply<'set'>, first: boolean): Promise<number>;
  /** After a restore of the hub: what this store has beyond `head`, page by page. */
  toOffer(head: ReceiptHead, after: string | null): Promise<{ offer: Message<'offer'>; next: string | null }>;
  /** A new incarnation: a new device id, key and token, numbers from one; unanswered changes keep their ids. */
  reincarnate(device: string, key: string, token: string): Promise<void>;
  /** Everything unsent, with its files or without, sealed to the office, for a laptop that was revoked. */
  sealedRest(withFiles: boolean): Promise<string>;
  /** What a person can read of what sync did; the oldest go. */
  log(entry: SyncLogEntry): Promise<void>;
  counts(): Promise<{
    waiting: number;
    attention: number;
    aside: number;
    contested: number;
    files?: number;
  }>;
  /** Files that are here and that the office has not, of records as it has them. */
  filesToSend(): Promise<FileToMove[]>;
  /** Files that are damaged here, and those that are not here, up to a size, the smallest first. */
  filesToFetch(most: number): Promise<FileToMove[]>;
  /** A file of a record by its id in it; null where there is none. */
  fileOf(type: FileType, record: string, file: string): Promise<FileToMove | null>;
  /** The piece that begins at an offset, as base64. */
  pieceOf(file: FileRef, offset: number): Promise<string>;
  /** Keeps the next piece of a file; `broken` where it is whole and not what its hash says. */
  keepPiece(file: FileToMove, offset: number, bytes: string): Promise<'more' | 'whole' | 'broken'>;
  /** Puts a file in the place of its damaged one; gives whether it is what its hash says. */
  replaceDamaged(file: FileRef, bytes: string): Promise<boolean>;
  /** Remembers which of these files are damaged here; gives whether that is known of one only now. */
  noteDamaged(files: readonly FileRef[]): Promise<boolean>;
  /** Whether the office has a file; of no file, that it may have lost them all. */
  fileSent(file: FileRef | null, sent: boolean): Promise<void>;
};

/** The job of the writing worker that carries out a step: its input is the list of the step's arguments. */
export const syncJob = (step: keyof SyncStore): string => `*sync.${step}`;

/** A file that is on its way, and how much of it is here; a damaged one is fetched whole before it is replaced. */
export type FileToMove = FileRef & { bytes: number; held: number; damaged?: true };

export type SyncLogEntry = {
  at: string;
  /** What happened, as a tag with its numbers; the interface has the sentences. */
  kind: string;
  detail: Record<string, string | number>;
};

/** How a message travels. Rejects never: what goes wrong comes back as why, so that each has its own sentence. */
export type Transport = {
  ask<N extends MessageName>(
    name: N,
    input: Message<N>,
    caller: { device: string; key: string; token: string | null } | null,
  ): Promise<{ ok: true; value: Reply<N> } | { ok: false; why: TransportFailure }>;
};

/** The seven answers of the connection test, and what a request can meet besides. */
export type TransportFailure =
  | { tag: 'noNetwork' }
  /** Something answers that is no hub: a Wi-Fi sign-in page, most often. */
  | { tag: 'notAHub' }
  | { tag: 'hubDown' }
  /** It began and came no further. */
  | { tag: 'stalled' }
  /** `untimely`: it is not valid yet, or not any more, as far as this machine's clock can tell. */
  | { tag: 'badCertificate'; untimely?: true }
  | { tag: 'refused'; refused: string; retryAfter?: number }
  | { tag: 'torn' };
