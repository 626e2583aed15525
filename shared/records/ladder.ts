import { z } from 'zod';
import { wholeNumber } from './common.ts';

/**
 * One column of the count ladder. A blank is unknown, not zero.
 * held = not available + available but not offered + offered + unexplained; offered = accepted + declined.
 * Observed only and record only are tags on people counted in one of those, never a further branch.
 */
export const ladder = z.looseObject({
  held: wholeNumber.optional(),
  notAvailable: wholeNumber.optional(),
  notOffered: wholeNumber.optional(),
  offered: wholeNumber.optional(),
  accepted: wholeNumber.optional(),
  declined: wholeNumber.optional(),
  observedOnly: wholeNumber.optional(),
  recordOnly: wholeNumber.optional(),
});
export type Ladder = z.infer<typeof ladder>;

export const ladderFields = [
  'held',
  'notAvailable',
  'notOffered',
  'offered',
  'accepted',
  'declined',
  'observedOnly',
  'recordOnly',
] as const;
export type LadderField = (typeof ladderFields)[number];

/** A full ladder: what was blank and cannot be worked out is null. `unexplained` is negative where people are counted twice. */
export type FullLadder = Record<LadderField | 'unexplained', number | null>;

/** Works out the one of offered, accepted and declined that is blank from the other two, and what remains unexplained. */
export const completeLadder = (counts: Ladder): FullLadder => {
  const known = (field: LadderField) => counts[field] ?? null;
  const minus = (a: number | null, b: number | null) => (a === null || b === null || a < b ? null : a - b);
  const plus = (a: number | null, b: number | null) => (a === null || b === null ? null : a + b);
  const offered = known('offered') ?? plus(known('accepted'), known('declined'));
  const accepted = known('accepted') ?? minus(offered, known('declined'));
  const declined = known('declined') ?? minus(offered, known('accepted'));
  const held = known('held');
  const away = known('notAvailable');
  const notOffered = known('notOffered');
  // A blank rung accounts for nobody: what is left over is honestly "not accounted for".
  const unexplained =
    held === null || offered === null ? null : held - (away ?? 0) - (notOffered ?? 0) - offered;
  return {
    held,
    notAvailable: away,
    notOffered,
    offered,
    accepted,
    declined,
    observedOnly: known('observedOnly'),
    recordOnly: known('recordOnly'),
    unexplained,
  };
};

/** The columns a visit's counts can be split into. */
export const sexes = ['male', 'female', 'other'] as const;
export const ageGroups = ['adult', 'under18'] as const;
export type Sex = (typeof sexes)[number];
export type AgeGroup = (typeof ageGroups)[number];
/** A cell of the split: everyone of one age group and sex. */
export const splits = {
  adultMale: { age: 'adult', sex: 'male' },
  adultFemale: { age: 'adult', sex: 'female' },
  adultOther: { age: 'adult', sex: 'other' },
  under18Male: { age: 'under18', sex: 'male' },
  under18Female: { age: 'under18', sex: 'female' },
  under18Other: { age: 'under18', sex: 'other' },
} as const satisfies Record<string, { age: AgeGroup; sex: Sex }>;
export type SplitKey = keyof typeof splits;
export const splitKeys = Object.keys(splits) as [SplitKey, ...SplitKey[]];

export const notAvailableReasons = [
  'asleep',
  'in interview',
  'with solicitor',
  'intoxicated',
  'unsafe',
  'medical',
  'court',
  'hospital',
  'transit',
  'booking in',
  'release',
  'exercise',
  'appropriate adult',
  'fingerprints',
  'access denied',
  'other',
] as const;
export const notOfferedReasons = ['visitors ran out of time', 'staff could not escort', 'other'] as const;
