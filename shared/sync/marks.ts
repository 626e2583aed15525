import { markId, markOf } from '#shared/cases/mark.ts';
import type { CaseFile } from '#shared/records/case-file.ts';
import type { CaseMark } from '#shared/records/case-mark.ts';
import { type Patch, read, same } from './patch.ts';
import { type OfficeState, recordKey, storedAt } from './state.ts';

export const markKey = (caseId: string): string => recordKey('caseMark', markId(caseId));

/** Whether a change may make, move or empty the mark of a case: it is kept to few, or was, or shall be. */
export const touchesMark = (current: unknown, patch: Patch): boolean =>
  read(current, ['confidential']) !== undefined ||
  patch.some(({ path, now }) =>
    path.length === 0 ? read(now, ['confidential']) !== undefined : path[0] === 'confidential',
  );

/**
 * The mark by which a confidential case is counted, as the case now says it: written with the case and never by itself.
 * One that is every caseworker's again leaves a mark that counts nothing; what was destroyed stays away.
 */
export const markAfter = (state: OfficeState, c: CaseFile): Map<string, CaseMark> => {
  const key = markKey(c.id);
  const held = storedAt(state, key)?.document;
  const isAway = state.records.get(key) === 'purged' || (!c.confidential && !held);
  const next = markOf(c);
  return isAway || same(next, held) ? new Map() : new Map([[key, next]]);
};
