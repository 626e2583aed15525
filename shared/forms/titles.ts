import type { LadderField } from '#shared/records/ladder.ts';

/** The rungs of the count ladder, as people read them on screen and on paper. */
export const rungTitles: Record<LadderField, string> = {
  held: 'In custody',
  notAvailable: 'Not available to be seen',
  notOffered: 'Available, but not offered a conversation',
  offered: 'Offered a conversation',
  accepted: 'Accepted',
  declined: 'Declined',
  observedOnly: 'Observed only (counted above too)',
  recordOnly: 'Record checked only (counted above too)',
};

export const outcomeWords = {
  completed: 'Completed',
  abandoned: 'Abandoned',
  refused: 'Access refused',
  closed: 'Suite closed',
} as const;
