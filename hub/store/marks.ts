import type { CaseFile } from '#shared/records/case-file.ts';
import type { OfficeState } from '#shared/sync/accept.ts';
import { markAfter, markKey } from '#shared/sync/marks.ts';
import type { Context } from './context.ts';
import { loadInto, putFollowing } from './following.ts';

/** Makes the marks of confidential cases that are missing, or say something else than these now do. */
export const markCases = async (
  ctx: Context,
  state: OfficeState,
  cases: readonly CaseFile[],
): Promise<void> => {
  const keys = cases.map(({ id }) => markKey(id));
  await loadInto(ctx, state, keys);
  for (const one of cases) await putFollowing(ctx, state, markAfter(state, one));
  for (const key of keys) state.records.delete(key);
};
