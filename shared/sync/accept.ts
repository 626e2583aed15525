import type { z } from 'zod';
import { registry } from '#shared/records/registry.ts';
import type { RecordType } from '#shared/records/types.ts';
import type { VisitRules } from '#shared/records/visit-rules.ts';
import { applyPatch, type PatchConflict } from './patch.ts';
import type { change, Version } from './wire.ts';

/** One sealed change, as a device sends it. Never altered again once sealed. */
export type Change = Omit<z.infer<typeof change>, 'type'> & { type: RecordType };

export type Stored = { document: { id: string }; version: Version };

/** That a change has been accepted: its version, and a link of the chain that can be verified without the records. */
export type Given = {
  version: Version;
  /** The hash of the receipt before it, the change, the version and `content`. */
  receipt: string;
  /** The hash of the document as this change left it. */
  content: string;
  at: string;
};

/** What became of a change: one answer for each, final and stored. */
export type Answer =
  | ({ kind: 'accepted' | 'merged' } & Given)
  | ({ kind: 'conflict'; conflicts: PatchConflict[] } & Given)
  | { kind: 'held'; waitsFor: string }
  | { kind: 'refused'; reason: string }
  | { kind: 'duplicate'; first: Answer }
  /** A claim that somebody else made first. */
  | { kind: 'taken'; by: string }
  | { kind: 'purged' };

/** What the office holds of everything that a batch of changes touches, loaded before and stored after by its port. */
export type OfficeState = {
  office: string;
  epoch: number;
  /** The number of the last accepted change. */
  n: number;
  /** The receipt of the last accepted change: each receipt contains the one before it. */
  head: string;
  records: Map<string, Stored | 'purged'>;
  /** Answers given before, by change id. */
  answered: Map<string, Answer>;
  /** How far each series of references has come, by series and year. */
  counters: Map<string, number>;
};

/** What the office needs beside its state: its clock, new ids, and SHA-256 of a text as hex. */
export type OfficeMeans = { now: () => string; newId: () => string; hash: (text: string) => string };

export const recordKey = (type: RecordType, id: string): string => `${type}/${id}`;

/**
 * The one acceptance: whether a change may be made, how it merges, and which version, reference and receipt it gets.
 * Run by the hub and by a stand-alone store alike. It decides on `state` alone and writes its decision there; the
 * caller has loaded what the changes touch and stores what they did, in one transaction.
 */
export const accept = (state: OfficeState, change: Change, means: OfficeMeans): Answer => {
  const before = state.answered.get(change.id);
  if (before) return { kind: 'duplicate', first: before };
  const answer = decide(state, change, means);
  if (answer.kind !== 'held') state.answered.set(change.id, answer);
  return answer;
};

const decide = (state: OfficeState, change: Change, means: OfficeMeans): Answer => {
  const key = recordKey(change.type, change.record);
  const current = state.records.get(key);
  if (current === 'purged') return { kind: 'purged' };
  if (change.after && !state.answered.has(change.after)) return { kind: 'held', waitsFor: change.after };

  const kind = registry[change.type];
  const { document, conflicts } = applyPatch(current?.document, change.patch, kind.groups);
  const parsed = kind.schema.safeParse(document);
  if (!parsed.success || document?.id !== change.record) return { kind: 'refused', reason: 'invalid' };
  const rules = 'rules' in kind ? (kind.rules as VisitRules) : undefined;
  const objection = rules?.objection(current?.document as never, document as never, change.patch);
  if (objection) return { kind: 'refused', reason: objection };

  const at = means.now();
  const settled = rules
    ? rules.receive(document as never, { at, newId: means.newId, reference: numbering(state, rules.series) })
    : document;
  const version = { epoch: state.epoch, n: ++state.n };
  const content = means.hash(canonical(settled));
  state.head = means.hash([state.head, change.id, key, version.epoch, version.n, content].join('\n'));
  state.records.set(key, { document: settled, version });
  const given = { version, receipt: state.head, content, at };
  if (conflicts.length > 0) return { kind: 'conflict', ...given, conflicts };
  return { kind: changedMeanwhile(current, change) ? 'merged' : 'accepted', ...given };
};

/** Whether the record had moved on since its author saw it: told apart so that people can be shown a merge. */
const changedMeanwhile = (current: Stored | undefined, { saw }: Change): boolean =>
  current?.version.n !== saw?.n || current?.version.epoch !== saw?.epoch;

/** A document as text that is the same for the same content, in whatever order its fields were written. */
export const canonical = (value: unknown): string =>
  JSON.stringify(value, (_, part) =>
    part && typeof part === 'object' && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  );

/** The next number of a series in a year, such as `V2026/0031`. */
const numbering = (state: OfficeState, series: string) => (year: string) => {
  const counter = `${series}${year}`;
  const next = (state.counters.get(counter) ?? 0) + 1;
  state.counters.set(counter, next);
  return `${counter}/${String(next).padStart(4, '0')}`;
};
