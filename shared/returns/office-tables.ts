/**
 * The tables of a return on correspondence that tell what was written down of the office's own doings, rather than what
 * was counted. They are of no return of any period that is only looked at.
 */
export const officeTables = {
  engagements: { id: 'engagements.list', title: 'Engagements' },
  questions: { id: 'assuranceRequests.list', title: 'Questions to the Chief Constable' },
  typed: { id: 'figures.typed', title: 'Figures from elsewhere' },
} as const;
