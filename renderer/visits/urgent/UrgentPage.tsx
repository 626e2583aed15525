import type { ReactNode } from 'react';
import { useParams } from 'wouter';
import { Failed } from '#renderer/app/Failed.tsx';
import { BackLink, Button, PageHeading } from '#renderer/kit/index.ts';
import { isOpenState, isWithOffice } from '#shared/records/visit.ts';
import type { Writing } from '../draft/OnReport.tsx';
import { type Opening, useCorrection, useVisitDraft } from '../draft/useVisitDraft.ts';
import { addItem } from '../items/addItem.ts';
import { CallLog } from './CallLog.tsx';
import { Numbers } from './Numbers.tsx';
import { WhatToDo } from './WhatToDo.tsx';

const title = 'Someone is at risk';

const print = (
  <Button type="button" kind="secondary" onClick={() => window.print()}>
    Print this page
  </Button>
);

/** What to do and whom to ring, for anybody who has no report open. */
export function UrgentPage(): ReactNode {
  return (
    <>
      <PageHeading>{title}</PageHeading>
      <WhatToDo />
      <Numbers everySuite />
      {print}
    </>
  );
}

/** The same in a report that is being written, with the log of calls. */
export function VisitUrgentPage(): ReactNode {
  const { id = '' } = useParams();
  const opening = useVisitDraft(id);
  const state = opening.open?.report.state;
  if (state && !isOpenState(state)) return <OnFinished {...opening} id={id} />;
  return <OnReport {...opening} base={`/visits/${id}/edit`} />;
}

/** The same in a correction: a call that was made after the report was sent. */
export function CorrectUrgentPage(): ReactNode {
  const { id = '' } = useParams();
  const opening = useCorrection(id);
  return <OnReport {...opening} base={`/visits/${id}/correct`} />;
}

/** Whatever stands in the way of the report, what to do and whom to ring is there at once. */
function OnReport({ open, failure, base }: Opening & Pick<Writing, 'base'>): ReactNode {
  return (
    <>
      <BackLink href={`#${base}`}>Back to the list of sections</BackLink>
      <PageHeading>{title}</PageHeading>
      <WhatToDo />
      <Numbers
        suite={open?.kept.draft.visit.suite}
        {...(open && {
          onRung: ({ name, telephone }) => addItem({ open, base }, 'call', { told: name, number: telephone }),
        })}
      />
      <Failed failure={failure} />
      {open && <CallLog open={open} base={base} />}
      {print}
    </>
  );
}

function OnFinished({ open, id }: Opening & { id: string }): ReactNode {
  const received = open && isWithOffice(open.report.state);
  return (
    <>
      <BackLink href={`#/visits/${id}`}>Back to the report</BackLink>
      <PageHeading>{title}</PageHeading>
      <WhatToDo />
      <Numbers suite={open?.report.visit.suite} />
      {received && (
        <p className="govuk-body">
          The office has this report. A call you make now is{' '}
          <a className="govuk-link" href={`#/visits/${id}/correct/urgent`}>
            written down as a correction
          </a>
          .
        </p>
      )}
      {print}
    </>
  );
}
