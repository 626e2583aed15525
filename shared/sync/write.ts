import type { CaseFile } from '#shared/records/case-file.ts';
import type { Conflict } from '#shared/records/conflict.ts';
import type { Pen } from '#shared/records/pen.ts';
import { registry } from '#shared/records/registry.ts';
import type { Suite } from '#shared/records/suite.ts';
import type { Visit } from '#shared/records/visit.ts';
import { audienceOf } from './access.ts';
import { canonical } from './canonical.ts';
import { effectOf } from './effect.ts';
import { concernsAfter, concernsMoved } from './follow.ts';
import { markAfter } from './marks.ts';
import { penKey } from './needed.ts';
import { same } from './patch.ts';
import { penWith } from './pens.ts';
import { receiptText } from './receipt.ts';
import {
  type Given,
  type LogRow,
  type OfficeMeans,
  type OfficeState,
  recordKey,
  storedAt,
  typeOf,
} from './state.ts';

/** What a change makes of the records it touches, the changed one first. */
export type Writes = Map<string, { id: string }>;

/**
 * Writes what an accepted change did, in one version and one link of the chain: its record, the conflicts it made, and
 * whatever follows from its record: a report's pen, the concerns it raises, and who sees the conflicts of a record.
 */
export const write = (
  state: OfficeState,
  change: LogRow['change'],
  key: string,
  writes: Writes,
  means: OfficeMeans,
): Given => {
  const at = means.now();
  const version = { epoch: state.epoch, n: ++state.n };
  const all = withDependants(state, writes, means);
  const contents = new Map<string, string>();
  for (const [one, document] of all) {
    const before = storedAt(state, one);
    const type = typeOf(one);
    contents.set(one, means.hash(canonical(document)));
    state.records.set(one, { document, version, keys: keysOf(state, one, document) });
    state.log.push({
      change: isNameless(type) ? nameless(state, change, at) : change,
      key: one,
      version,
      got: at,
      patch: before ? effectOf(before.document, document, registry[type].groups) : null,
    });
    if (type === 'conflict' && !before) {
      const { type: of, record } = document as Conflict;
      const parent = recordKey(of, record);
      state.conflictsOf.set(parent, [...(state.conflictsOf.get(parent) ?? []), one]);
    }
  }
  const content = contents.get(key) as string;
  contents.delete(key);
  const also = [...contents].map(([one, hash]) => ({ key: one, content: hash }));
  state.head = means.hash(receiptText(state.head, { change: change.id, key, version, content, also }));
  return { version, receipt: state.head, content, ...(also.length > 0 && { also }), at };
};

/**
 * Of an answer to equality monitoring the history says that the office has it, and neither from whom nor from where; of
 * the mark of a confidential case not who works on it.
 */
const isNameless = (type: string): boolean => type === 'monitoring' || type === 'caseMark';
const nameless = ({ office }: OfficeState, { id }: LogRow['change'], at: string): LogRow['change'] => ({
  id,
  device: office,
  number: 0,
  by: office,
  at,
});

const keysOf = (state: OfficeState, key: string, document: { id: string }): string[] => {
  if (typeOf(key) !== 'conflict') return audienceOf(typeOf(key), document);
  const { type, record } = document as Conflict;
  return audienceOf('conflict', document, storedAt(state, recordKey(type, record))?.keys);
};

/**
 * What is written besides, because a record changed: a report's pen as the report now says it, the concerns that follow
 * from it, the mark of a confidential case, and the conflicts of whatever others see now.
 */
const withDependants = (state: OfficeState, writes: Writes, means: OfficeMeans): Writes => {
  const all: Writes = new Map();
  const isConflict = (key: string) => typeOf(key) === 'conflict';
  for (const [key, document] of writes) {
    if (isConflict(key)) continue;
    all.set(key, document);
    for (const [other, next] of following(state, writes, key, document, means)) all.set(other, next);
  }
  for (const [key, document] of [...all]) {
    const before = storedAt(state, key)?.keys;
    if (before && !same(before, audienceOf(typeOf(key), document)))
      for (const one of state.conflictsOf.get(key) ?? [])
        if (!writes.has(one)) all.set(one, (storedAt(state, one) as { document: { id: string } }).document);
  }
  for (const [key, document] of writes) if (isConflict(key)) all.set(key, document);
  return all;
};

const following = (
  state: OfficeState,
  writes: Writes,
  key: string,
  document: { id: string },
  means: OfficeMeans,
): Writes => {
  const before = storedAt(state, key)?.document;
  if (typeOf(key) === 'suite') return concernsMoved(state, before as Suite | undefined, document as Suite);
  if (typeOf(key) === 'caseFile') return markAfter(state, document as CaseFile);
  if (typeOf(key) !== 'visit') return new Map();
  const visit = document as Visit;
  const pen = penKey(state, visit.id);
  const held = writes.get(pen) ?? storedAt(state, pen)?.document;
  const next = held && penWith(held as Pen, visit);
  return new Map<string, { id: string }>([
    ...(next && !same(next, held) ? [[pen, next] as const] : []),
    ...concernsAfter(state, before as Visit | undefined, visit, means),
  ]);
};
