import { type Patch, same } from '#shared/sync/patch.ts';
import type { Review } from './review.ts';

const parts: readonly string[] = ['finding', 'reasons', 'said'];

const saysOf = (one: unknown): unknown[] => parts.map((part) => (one as Record<string, unknown>)?.[part]);
const says = (one: unknown): boolean => saysOf(one).some((said) => said !== undefined);

/** What was found: of the whole, and of each allegation of which anything is said. */
const found = (r: Review | undefined): unknown[] => [
  r?.examination,
  (r?.allegations ?? []).filter(says).map((one) => [one.id, ...saysOf(one)]),
];

/** Whether a change writes, alters or takes away anything of what was found. */
export const findsOtherwise = (before: Review | undefined, after: Review): boolean =>
  !same(found(before), found(after));

/** Whether a change wants that, even where it is contested and does not come into the review by itself. */
const wantsFound = (changes: Patch): boolean =>
  changes.some(({ path: [field, item, part], was, now }) => {
    if (same(was, now) || (field !== 'examination' && field !== 'allegations')) return false;
    if (field === 'examination') return true;
    if (part !== undefined) return parts.includes(part);
    return item === undefined ? [was, now].flat().some(says) : says(was) || says(now);
  });

/**
 * The review with whoever changes it among those who wrote of what was found, if they did. Nobody's own word counts
 * for it: what a change says of that list is left out.
 */
export const withExaminer = (
  by: string,
  before: Review | undefined,
  { examiners: _, ...after }: Review,
  changes: Patch,
): Review => {
  const known = before?.examiners;
  const isNew = known?.every(({ id }) => id !== by) ?? true;
  const examines = findsOtherwise(before, after) || wantsFound(changes);
  const examiners = examines && isNew ? [...(known ?? []), { id: by }] : known;
  return examiners ? { ...after, examiners } : after;
};
