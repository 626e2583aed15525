import type { FactTables } from '#shared/measures/fact-rows.ts';
import type { ReturnState } from '#shared/records/period-return.ts';
import type { RecordType } from '#shared/records/types.ts';
import type { ReturnKind } from '#shared/views.ts';

/*
 * Every table of the store as the types of its queries, in one place: migrations make them one by one, and only here is
 * it seen what there is.
 */

/** A record table: the document on screen, and the office's version of it; null where the office has none yet. */
export type RecordTable = { id: string; epoch: number | null; n: number | null; data: string };

/** The plain columns that lists of visits filter, sort and show, so that a list reads no document. */
export type VisitTable = RecordTable & {
  /** The version of the form that it was begun with. */
  form: string;
  shift: string | null;
  state: string;
  /** The date, or the last day there is for a report without one: what is unfinished stands on top. */
  listed_on: string;
  date: string | null;
  arrived: string | null;
  suite: string | null;
  panel: string | null;
  outcome: string | null;
  method: string | null;
  purpose: string | null;
  visitor1: string | null;
  visitor2: string | null;
  held: number | null;
  offered: number | null;
  accepted: number | null;
  delay: number | null;
  unexplained: number | null;
  reference: string | null;
  corrections: number;
  saved_at: string;
  /** When it came to where it stands; null for a new draft, an exercise, and what an import brought. */
  moved_at: string | null;
  /** The visitors who still owe a report that the office has their declaration; the first one first. */
  owes1: string | null;
  owes2: string | null;
};

/**
 * A change of a record that the office has not answered for good. An open one has no number yet and is all that was
 * typed since; a sealed one is never altered again. `type, record, place` orders the changes of one record.
 */
export type OutgoingTable = {
  change_id: string;
  type: RecordType;
  record: string;
  number: number | null;
  /** The document below this change: null for a new record. An open change is what differs from it. */
  base: string | null;
  saw: string | null;
  by: string;
  at: string;
  /** The sealed change exactly as it is sent; null while it is open. */
  sealed: string | null;
  /** The last answer where it is none that ends the matter (held), or ends it badly (refused, taken). */
  answer: string | null;
  /** When sending was last tried. */
  tried_at: string | null;
  /** Whether an open change goes with the next sync: 1; a draft waits until the visitors have left. */
  ready: number;
};

/** An own change as it was sent: a hub that was restored from an older backup is given it again. */
export type SentTable = {
  change_id: string;
  epoch: number;
  n: number;
  type: RecordType;
  record: string;
  number: number;
  sealed: string;
};

/** A change that was taken back: its words are kept with the record. */
export type WithdrawnTable = {
  change_id: string;
  type: RecordType;
  record: string;
  at: string;
  change: string;
};

/** What the office holds of a record that has unanswered changes on top; the record table holds what is on screen. */
export type BelowTable = {
  type: RecordType;
  record: string;
  epoch: number | null;
  n: number | null;
  data: string;
};

/** Why this store may hold a record: a key that it shares with this person, and through which stream it came. */
export type AudienceTable = {
  type: RecordType;
  record: string;
  key: string;
  stream: 'shared' | 'own';
  epoch: number;
  n: number;
};

/** What came from the hub and cannot be read by this version: kept whole, and applied after an update. */
export type AsideTable = { type: string; record: string; epoch: number; n: number; item: string };

/** A record that was purged: only its id is left, for ever, with the seal of the hub that did it. */
export type PurgedTable = { type: string; record: string; at: string; seal: string | null };

/** What the office accepted, in its order: the log, the history of versions and the chain of receipts in one. */
export type AcceptedTable = {
  epoch: number;
  n: number;
  change_id: string;
  device: string;
  number: number;
  type: RecordType;
  record: string;
  by: string;
  at: string;
  /** The patch; null where the change made the record, which is the document with all later changes undone. */
  patch: string | null;
  answer: string;
};

/** A PIN of somebody's own on this laptop, as a slow hash. It is in no record and is never sent. */
export type PinTable = { person: string; salt: Uint8Array; hash: Uint8Array; wrong: number };

export type SearchEntryTable = { place: number; type: RecordType; id: string };
export type StagedTable = {
  import: string;
  line: number;
  document: string | null;
  row: string | null;
  problems: string | null;
};
export type ImportTable = {
  id: string;
  kind: string;
  file: string;
  state: 'reading' | 'read' | 'accepted';
  note: string;
};

/** A piece of an attached file, in the encrypted store like everything else; files follow their record. */
export type FilePieceTable = {
  type: RecordType;
  record: string;
  hash: string;
  offset: number;
  bytes: Uint8Array;
};

/**
 * A file that stands in a record. `here`: all of its pieces are. `sent`: the office has it whole. Both 0 or 1; written
 * with the record.
 */
export type AttachedTable = {
  type: RecordType;
  record: string;
  hash: string;
  bytes: number;
  here: number;
  sent: number;
};

/** The plain columns of lists of concerns. */
export type ConcernTable = RecordTable & {
  state: string;
  open: number;
  reference: string | null;
  raised_on: string;
  suite: string | null;
  panel: string | null;
  area: string;
  topic: string | null;
  severity: string;
  /** When the police owe an answer; null where none is awaited. */
  due: string | null;
  moved_at: string | null;
  /** How many were told at once. */
  told: number;
  /** The visit, check or plan item that it comes from. */
  source: string | null;
  /** The ids of those who raised it, one after the other. */
  raised_by: string;
};

/** The plain columns of lists of record checks; one without a date stands on top, on the last day there is. */
export type RecordCheckTable = RecordTable & {
  form: string;
  custody_number: string | null;
  visit: string | null;
  state: string;
  reference: string | null;
  checked_on: string;
  suite: string | null;
  panel: string | null;
  cohort: string | null;
  checker: string | null;
  sample: string | null;
};

export type ShiftTable = RecordTable & {
  state: string;
  week: string;
  suite: string;
  panel: string | null;
  /** The ids of everybody who goes, with blanks between. */
  goers: string;
  /** Whether somebody is looked for. */
  seeks: number;
};

/** The plain columns of lists of reviews. */
export type ReviewTable = RecordTable & {
  state: string;
  received: string;
  reference: string | null;
  route: string | null;
  decision: string | null;
  applicant: string | null;
  representative: string | null;
  /** Whoever it was given to last. */
  assessor: string | null;
  /** Whether nothing more is owed to it: 1, and lists of open work pass it by. */
  over: number;
  moved_at: string | null;
};

/** The plain columns of lists of cases. */
export type CaseTable = RecordTable & {
  state: string;
  kind: string;
  received: string;
  reference: string | null;
  from: string | null;
  on_behalf_of: string | null;
  owner: string | null;
  closed_on: string | null;
  /** Whether it is kept whatever the schedule says: 1. */
  frozen: number;
  /** The case without its words (`inBrief`): what a queue is worked out from. It is never the truth. */
  brief: string;
  /** By what its e-mails are found again (`mailKeys`). */
  mails: string | null;
  /** Whether a reply of it waits to be approved: 1. */
  awaits: number;
  /** The mark by which it is counted, where it is confidential. */
  mark: string | null;
};

export type Tables = FactTables & {
  meta: { key: string; value: string };
  preference: { key: string; value: string };
  setting: RecordTable;
  suite: RecordTable & { name: string };
  panel: RecordTable & { name: string };
  person: RecordTable & { name: string; panel: string | null; joined: string | null; left: string | null };
  form: RecordTable & { of: string; version: number };
  throughput: RecordTable & { suite: string; month: string };
  visit: VisitTable;
  concern: ConcernTable;
  concernNote: RecordTable & { concern: string; at: string };
  template: RecordTable & { of: string; name: string };
  letter: RecordTable & { date: string; about: string | null };
  suiteSheet: RecordTable & { suite: string; month: string };
  recordCheck: RecordCheckTable;
  sample: RecordTable & { at: string };
  plan: RecordTable & { title: string; kind: string };
  planItem: RecordTable & { plan: string; status: string; due: string | null };
  personContact: RecordTable & { person: string };
  personFile: RecordTable & { person: string };
  interest: RecordTable & { person: string };
  monitoring: RecordTable & { year: string };
  shift: ShiftTable;
  availability: RecordTable & { person: string; quarter: string };
  swap: RecordTable & { state: string; gives: string; takes: string; by: string; with: string };
  session: RecordTable & { on: string; kind: string; panel: string | null; topic: string | null };
  claim: RecordTable & {
    state: string;
    person: string;
    month: string;
    reference: string | null;
    paid_with: string | null;
  };
  criterion: RecordTable & { level: string; number: string; status: string };
  handover: RecordTable;
  review: ReviewTable;
  recommendation: RecordTable & { review: string; made_on: string; kind: string; answer: string | null };
  contact: RecordTable & {
    name: string;
    organisation: string | null;
    merged_into: string | null;
    /** By when the first of their restrictions is looked at again. */
    restriction_review: string | null;
  };
  contact_key: { key: string; contact: string };
  reviewNote: RecordTable & { review: string; at: string };
  complaintSample: RecordTable & { on: string; reference: string; category: string | null };
  scheduleTotals: RecordTable & { from: string; to: string };
  returnWords: RecordTable & { of: string; from: string; to: string };
  namedReturn: RecordTable & { key: string; kind: ReturnKind };
  periodReturn: RecordTable & { of: string; kind: ReturnKind; from: string; to: string; state: ReturnState };
  caseFile: CaseTable;
  caseOpening: RecordTable & { of: string; on: string };
  caseMark: RecordTable;
  engagement: RecordTable & { on: string; kind: string };
  assuranceRequest: RecordTable & { on: string; answered: string | null };
  monthlyFigure: RecordTable & { month: string; name: string };
  disposal: RecordTable & { on: string; carried_out: string | null };
  pen: RecordTable & { visit: string; done: number };
  conflict: RecordTable & { of: string; open: number };
  outgoing: OutgoingTable;
  below: BelowTable;
  audience: AudienceTable;
  aside: AsideTable;
  purged: PurgedTable;
  sent: SentTable;
  withdrawn: WithdrawnTable;
  leaving: { type: RecordType; record: string };
  sync_log: { seq: number; at: string; entry: string };
  file_piece: FilePieceTable;
  attached: AttachedTable;
  accepted: AcceptedTable;
  pin: PinTable;
  counter: { series: string; last: number };
  search: { rowid: number; text: string };
  search_entry: SearchEntryTable;
  import: ImportTable;
  staged: StagedTable;
};
