import type { Disposal } from '#shared/records/disposal.ts';
import { isBranch, isList, type Patch, read, same } from './patch.ts';
import type { RefusalReason } from './refusals.ts';
import { type OfficeState, recordKey } from './state.ts';

const carriesOut = (patch: Patch): boolean =>
  patch.some(({ path, now }) =>
    path.length === 0 ? isBranch(now) && now.carriedOut !== undefined : path[0] === 'carriedOut',
  );

/** The records that a disposal says were destroyed, where a change says that it was carried out. */
export const namedInDisposal = (current: unknown, patch: Patch): string[] => {
  if (!carriesOut(patch)) return [];
  const items = read(current, ['items']);
  return isList(items) ? items.map(({ type, id }) => recordKey(String(type), id)) : [];
};

/**
 * Why a disposal may not say that it was carried out: a certificate is believed for years, so the office looks whether
 * what it names is gone, but for what it says was kept. While a restored hub is given back what it lost it cannot know.
 */
export const disposalObjection = (
  state: OfficeState,
  by: string,
  before: Disposal | undefined,
  after: Disposal,
): RefusalReason | undefined => {
  const { carriedOut, items } = after;
  if (!carriedOut || same(before?.carriedOut, carriedOut)) return undefined;
  if (!before || carriedOut.by !== by) return 'notTheirChange';
  if (state.recovering) return undefined;
  const kept = new Set(carriedOut.kept.map(({ id }) => id));
  const isThere = ({ type, id }: Disposal['items'][number]) => {
    const stored = state.records.get(recordKey(type, id));
    return stored !== 'purged' && stored !== null;
  };
  return items.some((item) => !kept.has(item.id) && isThere(item)) ? 'notDestroyed' : undefined;
};
