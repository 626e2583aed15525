/** Bytes that the hub has encrypted before they reach the database: see `vault.ts`. */
export type Sealed = Uint8Array;

/** Where the office stands: one row, read and written under the office's lock. */
export type PlaceTable = {
  id: number;
  epoch: number;
  /** The number of the last accepted change, and the end of the chain of receipts. */
  n: number;
  receipt: string;
  /** 1 while the hub takes back what it lost. */
  recovering: number;
  audit_seq: number;
  audit: string;
};

/** From which number on each epoch counts: positions of an older epoch beyond its end are none. */
export type EpochTable = { epoch: number; after: number };

/** A record as the office holds it. Purged, it is a tombstone for ever: its id and when. */
export type RecordTable = {
  type: string;
  id: string;
  epoch: number;
  n: number;
  /** What this one belongs to: of a conflict the record it is about, as `type/id`; of a concern the place of its suite; see `parentOf`. */
  parent: string | null;
  data: Sealed | null;
  purged: string | null;
};

/** Why a record is seen, or not any more: one row for each key that leads or led to it. */
export type AudienceTable = {
  key: string;
  type: string;
  id: string;
  kind: 'put' | 'gone' | 'purged';
  epoch: number;
  /** The place of this in the order of what is told under the key; several records may share one. */
  n: number;
  /** Since which place the key leads to the record without a break. */
  since: number;
};

/**
 * What the office accepted, in its order: history and chain of receipts in one. A change has a row for each record it
 * touched; that of its own record carries the receipt.
 */
export type LogTable = {
  n: number;
  type: string;
  record: string;
  epoch: number;
  change: string;
  device: string;
  number: number;
  by: string;
  at: string;
  got: string;
  /** Null where the change made the record, and after a purge. */
  patch: Sealed | null;
  kind: string | null;
  receipt: string | null;
  content: string | null;
  /** The other records it wrote, as the receipt has them: JSON. */
  also: string | null;
};

/** What every number of a device was answered, for good. What the log says is not said again. */
export type AnswerTable = {
  device: string;
  number: number;
  change: string;
  kind: string;
  data: Sealed | null;
};

export type HeldTable = {
  change: string;
  device: string;
  number: number;
  type: string;
  record: string;
  waits_for: string;
  at: string;
  data: Sealed;
};

export type DeviceTable = {
  id: string;
  person: string;
  name: Sealed;
  key: string;
  token: string;
  next: string | null;
  joined: string;
  last_seen: string | null;
  revoked: string | null;
  product: string | null;
  number: number;
  unlock: Sealed | null;
  witnessed: string | null;
  /** The number of the head that it presented last. */
  seen: number;
  line: string;
  came_from: string | null;
  went_on: string | null;
  through: number;
};

export type InvitationTable = {
  hash: string;
  person: string;
  by: string;
  expires: string;
  used: string | null;
};

export type AuditTable = {
  seq: number;
  at: string;
  kind: string;
  person: string | null;
  device: string | null;
  subject: string | null;
  detail: string;
  hash: string;
};

export type QuarantineTable = {
  id: string;
  device: string;
  at: string;
  /** The record it is about, where it is known. */
  type: string | null;
  record: string | null;
  data: Sealed | null;
};

/** A file that a record names: how much of it has come, and whether it is whole and is what its hash says. */
export type FileTable = {
  type: string;
  id: string;
  hash: string;
  total: number;
  held: number;
  whole: number;
};

export type Tables = {
  meta: { key: string; data: Sealed };
  migration: { number: number; name: string };
  place: PlaceTable;
  epoch: EpochTable;
  record: RecordTable;
  audience: AudienceTable;
  log: LogTable;
  answer: AnswerTable;
  held: HeldTable;
  void: { device: string; number: number };
  counter: { series: string; last: number };
  device: DeviceTable;
  invitation: InvitationTable;
  audit: AuditTable;
  /** The key that makes a record's mark in the audit; gone with the record. */
  subject: { type: string; id: string; key: Sealed };
  quarantine: QuarantineTable;
  /** What was last taken back of a record after a restore, as it was offered: what is offered later is held to it. */
  taken: { type: string; id: string; epoch: number; n: number; data: Sealed };
  /** What laptops said was purged, without the hub's seal on it: see `tombstones.ts`. */
  said_purged: { type: string; id: string; at: string; device: string };
  digest: { key: string; type: string; count: number; xor: string };
  file: FileTable;
  file_piece: { type: string; id: string; hash: string; start: number; data: Sealed };
};
