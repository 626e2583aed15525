import type { ReactNode } from 'react';
import { dayWords } from '#renderer/dates.ts';
import { Tag, type TagColour } from '#renderer/kit/index.ts';
import type { LineView } from '#shared/claim-views.ts';
import { pounds } from '#shared/claims/amounts.ts';
import type { ClaimLine, ClaimState } from '#shared/records/claim.ts';

const states: Record<ClaimState, { text: string; colour: TagColour }> = {
  draft: { text: 'Not submitted', colour: 'grey' },
  submitted: { text: 'Submitted', colour: 'teal' },
  returned: { text: 'Given back', colour: 'orange' },
  approved: { text: 'Approved', colour: 'green' },
  paid: { text: 'Paid', colour: 'green' },
};

export const stateText = (state: ClaimState): string => states[state].text;

export const StateTag = ({ state }: { state: ClaimState }): ReactNode => (
  <Tag colour={states[state].colour} className="desk-nowrap">
    {states[state].text}
  </Tag>
);

export const kindTitles: Record<ClaimLine['kind'], string> = {
  mileage: 'Mileage',
  subsistence: 'Meal or subsistence',
  fare: 'Fare or parking',
  other: 'Something else',
};

export const money = (pence: number): string => `£${pounds(pence)}`;

/** What has become of what a line is for, and what to do about it. */
export const newsWords = ({ line, news, now }: Pick<LineView, 'line' | 'news' | 'now'>): string | null => {
  switch (news) {
    case 'moved':
      return `Claimed for ${dayWords(line.on)}; its day is now ${now ? dayWords(now) : 'not known'}. Submitting the claim takes that over, unless it is after its month.`;
    case 'notTheirs':
      return 'By now the claimant is not said to have been there.';
    case 'takenBack':
      return 'The report was taken back. The claim waits on this laptop until it has gone.';
    case 'destroyed':
      return 'The report was destroyed when its time was over. The line stands as it was written.';
    case 'notHere':
      return 'What it is for is not on this laptop. The line stands as it was written.';
    default:
      return null;
  }
};
