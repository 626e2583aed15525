import { objectionToLines } from '#shared/claims/lines.ts';
import type { Claim } from '#shared/records/claim.ts';
import { isWithOffice, visitState } from '#shared/records/visit.ts';
import { type Patch, read, patch as schema } from './patch.ts';
import type { RefusalReason } from './refusals.ts';
import { type OfficeState, recordKey } from './state.ts';

/** Why the lines of a claim may not stand, by what the office has received at this point of its order. */
export const lineObjection = (
  state: OfficeState,
  before: Claim | undefined,
  after: Claim,
): RefusalReason | undefined =>
  objectionToLines(before, after, {
    find: (type, id) => {
      const stored = state.records.get(recordKey(type, id));
      return stored === 'purged' ? 'gone' : (stored ?? undefined);
    },
    isReported: (visit) => isWithOffice(visitState(visit)),
  });

/** The visits and sessions that a change names in lines of a claim, as far as what it says can be read. */
export const namedInLines = (current: unknown, patch: Patch): string[] => {
  const lines = patch.flatMap(({ path, now }): unknown[] => {
    if (path.length === 0) return listed(read(now, ['lines']));
    if (path[0] !== 'lines') return [];
    if (path.length === 1) return listed(now);
    if (path.length === 2) return [now];
    // Something within a line: what it is for, as it is or as it shall be.
    const [type, id] = (['type', 'id'] as const).map((field) => {
      if (path[2] !== 'for') return undefined;
      return path.length === 3 ? read(now, [field]) : path[3] === field ? now : undefined;
    });
    const was = read(current, [...path.slice(0, 2), 'for']);
    const named = { type: type ?? read(was, ['type']), id: id ?? read(was, ['id']) };
    return [{ for: was }, { for: named }];
  });
  return lines.flatMap((line) => {
    const [type, id] = [read(line, ['for', 'type']), read(line, ['for', 'id'])];
    return (type === 'visit' || type === 'session') && typeof id === 'string' ? [recordKey(type, id)] : [];
  });
};

/** The places that a change says shall stand in a record, by settling what was contested in it. */
export const placesSettled = (patch: Patch): Patch =>
  patch.flatMap(({ now }) => {
    const places = schema.safeParse(read(now, ['places']));
    return places.success ? places.data : [];
  });

const listed = (value: unknown): unknown[] => (Array.isArray(value) ? value : []);
