import { registry } from '#shared/records/registry.ts';
import type { VisitRules } from '#shared/records/visit-rules.ts';
import { audienceOf } from './access.ts';
import { canonical } from './canonical.ts';
import { isKnownType } from './needed.ts';
import { applyPatch } from './patch.ts';
import { passing, type RefusalReason } from './refusals.ts';
import {
  type Answer,
  type Arrival,
  type Change,
  type OfficeMeans,
  type OfficeState,
  recordKey,
  type Stored,
  storedAt,
} from './state.ts';

export { canonical } from './canonical.ts';
export { type Needed, neededBy } from './needed.ts';
export {
  type Answer,
  type Arrival,
  type Change,
  type Given,
  type LogRow,
  type OfficeMeans,
  type OfficeState,
  officeState,
  recordKey,
  type Sender,
  type Stored,
} from './state.ts';

/**
 * The one acceptance: whether a change may be made, how it merges, and which version, reference and receipt it gets.
 * Run by the hub and by a stand-alone store alike. It decides on `state` alone and writes its decision there; the
 * caller has loaded what the changes touch and stores what they did, in one transaction.
 */
export const accept = (state: OfficeState, { change }: Arrival, means: OfficeMeans): Answer => {
  const before = state.answered.get(change.id);
  if (before) return { kind: 'duplicate', first: before };
  const answer = decide(state, change, means);
  if (isFinal(answer)) state.answered.set(change.id, answer);
  return answer;
};

/** Whether an answer ends the matter, and is stored. */
export const isFinal = (answer: Answer): boolean =>
  answer.kind !== 'held' && !(answer.kind === 'refused' && passing.includes(answer.reason));

const decide = (state: OfficeState, change: Change, means: OfficeMeans): Answer => {
  if (!isKnownType(change.type)) return { kind: 'refused', reason: 'unknownType' };
  const key = recordKey(change.type, change.record);
  const current = storedAt(state, key);
  if (state.records.get(key) === 'purged') return { kind: 'purged' };
  if (change.after && !state.answered.get(change.after)) return { kind: 'held', waitsFor: change.after };

  const kind = registry[change.type];
  const { document, conflicts } = applyPatch(current?.document, change.patch, kind.groups);
  const parsed = kind.schema.safeParse(document);
  if (!parsed.success || document?.id !== change.record) return { kind: 'refused', reason: 'invalid' };
  const rules = 'rules' in kind ? (kind.rules as VisitRules) : undefined;
  const objection = rules?.objection(current?.document as never, document as never, change.patch);
  if (objection) return { kind: 'refused', reason: objection as RefusalReason };

  const at = means.now();
  const settled = rules
    ? rules.receive(document as never, { at, newId: means.newId, reference: numbering(state, rules.series) })
    : document;
  const version = { epoch: state.epoch, n: ++state.n };
  const content = means.hash(canonical(settled));
  state.head = means.hash([state.head, change.id, key, version.epoch, version.n, content].join('\n'));
  state.records.set(key, { document: settled, version, keys: audienceOf(change.type, settled) });
  const { id, device, number, by } = change;
  state.log.push({
    change: { id, device, number, by, at: change.at },
    key,
    version,
    got: at,
    patch: current ? change.patch : null,
  });
  const given = { version, receipt: state.head, content, at };
  if (conflicts.length > 0) return { kind: 'conflict', ...given, conflicts, contested: [] };
  return { kind: changedMeanwhile(current, change) ? 'merged' : 'accepted', ...given };
};

/** Whether the record had moved on since its author saw it: told apart so that people can be shown a merge. */
const changedMeanwhile = (current: Stored | undefined, { saw }: Change): boolean =>
  current?.version.n !== saw?.n || current?.version.epoch !== saw?.epoch;

/** The next number of a series in a year, such as `V2026/0031`. */
const numbering = (state: OfficeState, series: string) => (year: string) => {
  const counter = `${series}${year}`;
  const next = (state.counters.get(counter) ?? 0) + 1;
  state.counters.set(counter, next);
  return `${counter}/${String(next).padStart(4, '0')}`;
};
