import type { ReactNode } from 'react';
import { shortDate } from '#renderer/dates.ts';
import { Tag, type TagColour } from '#renderer/kit/index.ts';
import type { ReviewState } from '#shared/records/review.ts';
import type { ReviewBody, Route, ValidityId, validityResults } from '#shared/records/review-parts.ts';
import type { ReviewRow } from '#shared/review-views.ts';

export const stateWords: Record<ReviewState, string> = {
  received: 'Received',
  valid: 'Taken on',
  assigned: 'With the assessor',
  returned: 'To be decided',
  decided: 'Decided',
  closed: 'Closed',
  invalid: 'Not valid',
  withdrawn: 'Withdrawn',
  forwarded: 'Forwarded to the IOPC',
};

const stateColours: Partial<Record<ReviewState, TagColour>> = {
  received: 'yellow',
  assigned: 'purple',
  returned: 'orange',
  decided: 'teal',
  closed: 'green',
  invalid: 'grey',
  withdrawn: 'grey',
  forwarded: 'grey',
};

export function StateTag({ state }: { state: ReviewState }): ReactNode {
  return <Tag colour={stateColours[state]}>{stateWords[state]}</Tag>;
}

/** The two routes as people tell them apart; what each rests on stands beside it. */
export const routeWords: Record<Route, string> = {
  'not investigated': 'Handled otherwise than by investigation',
  investigated: 'Investigated',
};
export const routeParagraphs: Record<Route, string> = {
  'not investigated': 'Paragraph 6A',
  investigated: 'Paragraph 25',
};

export const bodyWords: Record<ReviewBody, string> = {
  'local policing body': 'This body decides it',
  IOPC: 'The IOPC decides it',
};

type Step = NonNullable<ReviewRow['next']>;

export const doerWords: Record<Step['who'], string> = {
  caseworker: 'the caseworker',
  assessor: 'the assessor',
  decider: 'whoever decides',
  force: 'the force',
};

/** The day by which something is owed, and whether that has gone by. */
export function Due({ by, late }: { by: string | null; late: boolean }): ReactNode {
  if (!by) return '–';
  return (
    <>
      <span className="desk-nowrap">{shortDate(by)}</span>
      {late && (
        <>
          {' '}
          <Tag colour="red">Overdue</Tag>
        </>
      )}
    </>
  );
}

export const resultWords: Record<(typeof validityResults)[number] | 'open', string> = {
  pass: 'Met',
  fail: 'Not met',
  waived: 'Waived',
  open: 'To be said',
};

export type TypedCheck = Exclude<ValidityId, 'thisBody' | 'inTime'>;
