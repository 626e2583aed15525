import type { DetaineeFact, ReasonFact, SplitFact, VisitFact } from '#shared/measures/facts.ts';
import type { RecordType } from '#shared/records/types.ts';

/** A record table: the document on screen, and the office's version of it; null where the office has none yet. */
export type RecordTable = { id: string; epoch: number | null; n: number | null; data: string };

/** The plain columns that lists of visits filter, sort and show, so that a list reads no document. */
export type VisitTable = RecordTable & {
  /** The version of the form that it was begun with. */
  form: string;
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

/** The open or sealed change of a record that the office has not answered. An open one has no number yet. */
export type OutgoingTable = {
  change_id: string;
  type: RecordType;
  record: string;
  number: number | null;
  /** What the office holds, before this change: null for a new record. The change is what differs from it. */
  base: string | null;
  saw: string | null;
  by: string;
  at: string;
};

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

export type Tables = {
  meta: { key: string; value: string };
  preference: { key: string; value: string };
  setting: RecordTable;
  suite: RecordTable & { name: string };
  panel: RecordTable & { name: string };
  person: RecordTable & { name: string; panel: string | null; joined: string | null; left: string | null };
  form: RecordTable & { of: string; version: number };
  throughput: RecordTable & { suite: string; month: string };
  visit: VisitTable;
  visit_fact: VisitFact;
  split_fact: SplitFact;
  reason_fact: ReasonFact;
  detainee_fact: DetaineeFact;
  outgoing: OutgoingTable;
  accepted: AcceptedTable;
  pin: PinTable;
  counter: { series: string; last: number };
  search: { rowid: number; text: string };
  search_entry: SearchEntryTable;
  import: ImportTable;
  staged: StagedTable;
};
