import type { Matter } from '#shared/records/detainee.ts';

const words: Record<NonNullable<Matter['outcome']>, string> = {
  'already addressed': 'already addressed',
  resolved: 'resolved during the visit',
  outstanding: 'outstanding',
};

/** What became of a matter on the day, in words. */
export const outcomeText = ({ outcome }: Pick<Matter, 'outcome'>): string =>
  outcome ? words[outcome] : 'what became of it is not filled in';
