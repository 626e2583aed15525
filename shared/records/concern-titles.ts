import type { ConcernSeverity, ConcernState } from './concern.ts';

/** Where a concern stands, as people are told everywhere. */
export const concernStateTitles: Readonly<Record<ConcernState, string>> = {
  raised: 'Raised',
  addressed: 'Already addressed',
  resolved: 'Resolved on the visit',
  coordinator: 'With the coordinator',
  escalated: 'With the police',
  answered: 'Answered',
  checked: 'Found put right',
  closed: 'Closed',
};

export const severityTitles: Readonly<Record<ConcernSeverity, string>> = {
  immediate: 'Immediate',
  high: 'High impact',
  routine: 'Routine',
};
