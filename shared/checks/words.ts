import type { Moment, TimelineStep } from '#shared/records/record-check.ts';
import { dayWords } from '#shared/times.ts';

/** The steps of the time line as they are called on screen and on paper. */
export const stepTitles = {
  detained: 'Arrived in custody',
  authorised: 'Detention authorised',
  'rights given': 'Rights and entitlements given',
  'someone informed': 'Someone informed',
  'solicitor asked for': 'Solicitor asked for',
  'solicitor contacted': 'Solicitor contacted',
  'solicitor arrived': 'Solicitor arrived',
  'appropriate adult needed': 'Appropriate adult found to be needed',
  'appropriate adult called': 'Appropriate adult called',
  'appropriate adult arrived': 'Appropriate adult arrived',
  'healthcare asked for': 'Healthcare asked for',
  'healthcare seen': 'Seen by healthcare',
  'review due': 'Review due',
  'review done': 'Review done',
  'review told': 'Told of the review',
  'observation level': 'Observation level set',
  check: 'Check of the person',
  meal: 'Meal',
  exercise: 'Exercise',
  shower: 'Shower or wash',
  force: 'Force used',
  search: 'Search',
  charge: 'Charged',
  'bed asked for': 'Local authority bed asked for',
  'bed answered': 'Answer about the bed',
  released: 'Released or transferred',
} as const satisfies Record<TimelineStep, string>;

/** A length of time as people say it: 1 hour 5 minutes. */
export const lengthWords = (minutes: number): string => {
  const [hours, rest] = [Math.floor(minutes / 60), minutes % 60];
  const part = (n: number, unit: string) => (n === 0 ? [] : [`${n} ${unit}${n === 1 ? '' : 's'}`]);
  return [...part(hours, 'hour'), ...part(rest, 'minute')].join(' ') || 'no time';
};

/** A moment as it stands in a custody record, with the day. */
export const momentWords = ({ on, at, again }: Moment = {}): string => {
  const which =
    again === undefined ? '' : again ? ' (after the clocks went back)' : ' (before the clocks went back)';
  if (on && at) return `${at}${which} on ${dayWords(on)}`;
  if (at) return `${at} on a day that is not given`;
  return on ? `${dayWords(on)} at a time that is not given` : 'a time that is not given';
};
