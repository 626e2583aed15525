import type { ReactNode } from 'react';
import { BackLink, Button, ButtonGroup, ButtonLink, PageHeading } from '#renderer/kit/index.ts';
import { contactText } from '#shared/forms/items.ts';
import { within } from '#shared/forms/scope.ts';
import type { Detainee } from '#shared/records/detainee.ts';
import { detaineesOf } from '#shared/records/visit.ts';
import { Contested } from '../draft/Contested.tsx';
import { OnCorrection, OnDraft, type Writing } from '../draft/OnReport.tsx';
import { addItem } from '../items/addItem.ts';
import { ItemCards } from '../items/ItemCards.tsx';
import { taskAfter, tasksOf } from '../tasks.ts';
import { useDraftName } from '../useDraftName.ts';

export const DetaineesPage = (): ReactNode => <OnDraft>{(writing) => <DetaineeList {...writing} />}</OnDraft>;
export const CorrectDetaineesPage = (): ReactNode => (
  <OnCorrection>{(writing) => <DetaineeList {...writing} />}</OnCorrection>
);

/** The detainees of a visit as cards: entered as stubs first, finished in any order. */
function DetaineeList({ open, base }: Writing): ReactNode {
  const { kept, report, settings } = open;
  const name = useDraftName(open);
  const some = detaineesOf(kept.draft.visit).length > 0;
  return (
    <>
      <BackLink href={`#${base}`}>Back to the list of sections</BackLink>
      <PageHeading caption={name}>Detainees</PageHeading>
      <p className="govuk-body">
        Add everyone you dealt with by custody record number, and finish each when you have the time. Never a
        name, a date of birth or an offence.
      </p>
      <Contested open={open} />
      {!some && <p className="govuk-body">No detainee is entered yet.</p>}
      <ItemCards open={open} base={base} of="detainee">
        {(scope) => <p className="govuk-body">{contactText(within(scope, []) as Detainee)}</p>}
      </ItemCards>
      <Button type="button" kind="secondary" onClick={() => addItem({ open, base }, 'detainee')}>
        {some ? 'Add another detainee' : 'Add a detainee'}
      </Button>
      <ButtonGroup>
        <ButtonLink
          href={`#${taskAfter(tasksOf(report.form, kept.draft.visit, settings), 'detainees', base)}`}
        >
          Continue
        </ButtonLink>
      </ButtonGroup>
    </>
  );
}
