import { z } from 'zod';
import { isoDate, recordId, shortText, words } from './common.ts';

export const suiteStatuses = ['open', 'reserve', 'closed'] as const;

/** From which day a suite was open, in reserve or closed; until the next one's day. Ordered by `from`. */
export const suiteStatus = z.looseObject({ id: recordId, from: isoDate, status: z.enum(suiteStatuses) });

/** From which day the scheme aims at how many visits, per week or per quarter. */
export const suiteTarget = z.looseObject({
  id: recordId,
  from: isoDate,
  visits: z.number().min(0).max(100),
  per: z.enum(['week', 'quarter']),
});

export const posts = ['custody inspector', 'Head of Custody'] as const;

/** Who holds a post of the force at a suite, from which day to which: to them letters go. */
export const postholder = z.looseObject({
  id: recordId,
  post: z.enum(posts),
  name: shortText,
  mail: z.email().max(200).optional(),
  from: isoDate,
  to: isoDate.optional(),
});

export type Postholder = z.infer<typeof postholder>;

/** A custody suite. */
export const suite = z.looseObject({
  id: recordId,
  name: shortText,
  panel: recordId.optional(),
  area: shortText.optional(),
  /** Telephone of the custody sergeant's desk, kept offline for the urgent route. */
  telephone: z.string().max(50).optional(),
  /** Where the station action sheet is mailed. */
  mail: z.email().max(200).optional(),
  statuses: z.array(suiteStatus),
  targets: z.array(suiteTarget),
  postholders: z.array(postholder).max(100).optional(),
  notes: words.optional(),
});
export type Suite = z.infer<typeof suite>;
export type SuiteStatus = (typeof suiteStatuses)[number];

const inForce = <T extends { from: string }>(list: readonly T[], day: string): T | undefined =>
  list
    .filter((item) => item.from <= day)
    .reduce<T | undefined>((latest, item) => (latest && latest.from > item.from ? latest : item), undefined);

/** Open, in reserve or closed on `day`; a suite with no dates yet is open. */
export const suiteStatusOn = (s: Pick<Suite, 'statuses'>, day: string): SuiteStatus =>
  inForce(s.statuses, day)?.status ?? 'open';

/** The target in force on `day`, if any. */
export const suiteTargetOn = (s: Suite, day: string) => inForce(s.targets, day);

/** Who holds a post at a suite on `day`, if anybody is known to: the last to have come, up to their own last day. */
export const postholderOn = (
  s: Pick<Suite, 'postholders'>,
  post: Postholder['post'],
  day: string,
): Postholder | undefined =>
  inForce(
    (s.postholders ?? []).filter((one) => one.post === post && (one.to === undefined || one.to >= day)),
    day,
  );

/** A panel: the group of volunteers that visits some of the suites. */
export const panel = z.looseObject({ id: recordId, name: shortText, notes: words.optional() });
export type Panel = z.infer<typeof panel>;
