import type { ReactNode } from 'react';
import { Failed } from '#renderer/app/Failed.tsx';
import { useWrite } from '#renderer/app/host.tsx';
import { Button, ButtonLink, PageHeading } from '#renderer/kit/index.ts';
import { isWithOffice, type VisitState } from '#shared/records/visit.ts';

/** Stands where a report can no longer be filled in. */
export function NotADraft({ id, state }: { id: string; state: VisitState }): ReactNode {
  const restore = useWrite('visits.restore');
  if (state === 'discarded')
    return (
      <>
        <PageHeading>This draft was put aside</PageHeading>
        <p className="govuk-body">
          It is in no figure, and the list shows it under Discarded drafts only. You can bring it back and go
          on with it.
        </p>
        <Failed failure={restore.failure} />
        <Button type="button" disabled={restore.busy} onClick={() => void restore.run({ id })}>
          Bring it back
        </Button>
      </>
    );
  if (!isWithOffice(state))
    return (
      <>
        <PageHeading>This report is ready to send</PageHeading>
        <p className="govuk-body">
          It goes to the office by itself as soon as the office can be reached, so it is not filled in any
          more. Until sending begins you can{' '}
          <a className="govuk-link" href="#/sync">
            take it back
          </a>
          .
        </p>
        <ButtonLink href={`#/visits/${id}`}>Read the report</ButtonLink>
      </>
    );
  return (
    <>
      <PageHeading>This report is finished</PageHeading>
      <p className="govuk-body">
        The office has it, so it is not filled in any more. You can read it and correct it.
      </p>
      <ButtonLink href={`#/visits/${id}`}>Read the report</ButtonLink>
    </>
  );
}
