import type { CaseKind, Channel } from '#shared/records/case-parts.ts';
import type { Contact, ContactRestriction } from '#shared/records/contact.ts';

export const restrictionStates = ['to come', 'in force', 'due', 'ended'] as const;
export type RestrictionState = (typeof restrictionStates)[number];

/** Where a restriction stands on a day; one that is due goes on until somebody has looked at it. */
export const restrictionState = (
  { starts, review, ended }: Pick<ContactRestriction, 'starts' | 'review' | 'ended'>,
  today: string,
): RestrictionState => {
  if (ended !== undefined && ended <= today) return 'ended';
  if (starts > today) return 'to come';
  return review <= today ? 'due' : 'in force';
};

/** Whether anything that was decided of somebody stands, or is to come. */
export const isRestricted = ({ restrictions = [] }: Pick<Contact, 'restrictions'>, today: string): boolean =>
  restrictions.some((one) => restrictionState(one, today) !== 'ended');

/** By when the first of somebody's restrictions is looked at again; undefined where none stands. */
export const nextReview = ({ restrictions = [] }: Pick<Contact, 'restrictions'>): string | undefined =>
  restrictions
    .filter(({ ended }) => ended === undefined)
    .map(({ review }) => review)
    .toSorted()[0];

/**
 * Kinds of case that no restriction keeps out: a right by statute to ask or to complain is nobody's to take away. The
 * Freedom of Information Act 2000, section 1; the Environmental Information Regulations 2004; the UK GDPR, Article 15,
 * and complaints under the Data Protection Act 2018; the Police Reform Act 2002 and the Elected Local Policing Bodies
 * (Complaints and Misconduct) Regulations 2012; a disclosure under the Employment Rights Act 1996, Part IVA.
 */
const byRight: readonly CaseKind[] = [
  'FOI request',
  'EIR request',
  'subject access request',
  'data-protection complaint',
  'complaint about the force',
  'complaint about the chief constable',
  'complaint about the commissioner',
  'complaint about office staff',
  'complaint about a volunteer',
  'review-related',
  'whistle-blowing',
];

/** Whether somebody may bring this whatever the office decided about contact with them. */
const isByRight = (kind: CaseKind): boolean => byRight.includes(kind);

/** What a restriction says to whoever enters something of this kind that came this way. */
export const restrictionSays = (
  { channels }: Pick<ContactRestriction, 'channels'>,
  kind: CaseKind | undefined,
  channel: Channel | undefined,
): 'by right' | 'closed way' | 'restricted' => {
  if (kind && isByRight(kind)) return 'by right';
  return channel && channels.includes(channel) ? 'closed way' : 'restricted';
};
