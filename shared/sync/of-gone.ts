import { type RecordType, recordTypes } from '#shared/records/types.ts';
import { isBranch, type Patch } from './patch.ts';
import { type OfficeState, recordKey } from './state.ts';

type Parts = Readonly<Record<string, unknown>>;

/** The records whose words something says again, by its type: with them it is destroyed. */
const wholes: { [T in RecordType]?: (part: Parts) => [type: string, id: unknown][] } = {
  concernNote: ({ concern }) => [['concern', concern]],
  reviewNote: ({ review }) => [['review', review]],
  recommendation: ({ review }) => [['review', review]],
  caseOpening: (part) => [['caseFile', part.case]],
  letter: ({ about }) =>
    Array.isArray(about) ? about.filter(isBranch).map(({ type, id }) => [String(type), id]) : [],
};

const isKnown = (type: string): boolean => (recordTypes as readonly string[]).includes(type);

/** The keys of what a new record is a part of. */
export const wholesOf = ({ type, patch }: { type: string; patch: Patch }): string[] => {
  const made = patch.find(({ path }) => path.length === 0)?.now;
  const of = Object.hasOwn(wholes, type) ? wholes[type as RecordType] : undefined;
  if (!of || !isBranch(made)) return [];
  return of(made).flatMap(([whole, id]) =>
    isKnown(whole) && typeof id === 'string' ? [recordKey(whole, id)] : [],
  );
};

/** Whether all that a new record is a part of was destroyed, by whoever did not know of it: its words go the same way. */
export const isOfWhatIsGone = (state: OfficeState, change: { type: string; patch: Patch }): boolean => {
  const keys = wholesOf(change);
  return keys.length > 0 && keys.every((key) => state.records.get(key) === 'purged');
};
