import type { ReactNode } from 'react';
import { useMay } from '#renderer/editing/useMay.ts';
import type { VisitState } from '#shared/records/visit.ts';
import { type Visit, visitorsOf } from '#shared/records/visit.ts';
import { OfficeSteps } from './OfficeSteps.tsx';
import { Timeline } from './Timeline.tsx';

/** The heading to which focus goes when the report moved on, since what was pressed may be gone. */
export const standingId = 'where-it-stands';

type ReadThroughProps = {
  visit: Visit;
  state: VisitState;
  names: Record<string, string>;
  me: string;
  onMoved: (said: string) => void;
};

/** Where a report that was sent stands, and for the office its next steps. */
export function ReadThrough({ visit, state, names, me, onMoved }: ReadThroughProps): ReactNode {
  const reads = useMay('visits.readThrough');
  return (
    <section className="desk-screen-only" aria-labelledby={standingId}>
      <h2 className="govuk-heading-m" id={standingId}>
        Where it stands
      </h2>
      <Timeline visit={visit} names={names} />
      {reads && (
        <OfficeSteps
          id={visit.id}
          state={state}
          ownVisit={visitorsOf(visit).includes(me)}
          onMoved={onMoved}
        />
      )}
    </section>
  );
}
