import type { ReactNode } from 'react';
import { BackLink, Button, ButtonGroup, ButtonLink, PageHeading } from '#renderer/kit/index.ts';
import { itemTitle } from '#shared/forms/items.ts';
import { within } from '#shared/forms/scope.ts';
import type { Matter } from '#shared/records/detainee.ts';
import { mattersOf, type Visit } from '#shared/records/visit.ts';
import { capital } from '#shared/text.ts';
import { Contested } from '../draft/Contested.tsx';
import { OnCorrection, OnDraft, type Writing } from '../draft/OnReport.tsx';
import { addItem } from '../items/addItem.ts';
import { ItemCards } from '../items/ItemCards.tsx';
import { taskAfter, tasksOf } from '../tasks.ts';
import { useDraftName } from '../useDraftName.ts';
import { outcomeText } from './outcomeText.ts';

export const MattersPage = (): ReactNode => <OnDraft>{(writing) => <MatterList {...writing} />}</OnDraft>;
export const CorrectMattersPage = (): ReactNode => (
  <OnCorrection>{(writing) => <MatterList {...writing} />}</OnCorrection>
);

/** Whom a matter is about, in words. */
const about = ({ detainee }: Matter, visit: Visit) =>
  detainee ? itemTitle('detainee', visit, detainee) : 'The suite';

/** What was asked for or raised on the day: the lines of the station action sheet. */
function MatterList({ open, base }: Writing): ReactNode {
  const { kept, report, settings } = open;
  const { visit } = kept.draft;
  const name = useDraftName(open);
  const some = mattersOf(visit).length > 0;
  return (
    <>
      <BackLink href={`#${base}`}>Back to the list of sections</BackLink>
      <PageHeading caption={name}>Raised on the day</PageHeading>
      <p className="govuk-body">
        What somebody asked for or you raised: whom you told, what they answered, and what became of it.
      </p>
      <Contested open={open} />
      {!some && <p className="govuk-body">Nothing is entered yet. Continue if nothing was raised.</p>}
      <ItemCards open={open} base={base} of="matter">
        {(scope) => {
          const matter = within(scope, []) as Matter;
          return (
            <>
              <p className="govuk-body desk-words">{matter.what ?? 'Nothing written yet'}</p>
              <p className="govuk-body">
                {about(matter, visit)}. {capital(outcomeText(matter))}.
              </p>
            </>
          );
        }}
      </ItemCards>
      <Button type="button" kind="secondary" onClick={() => addItem({ open, base }, 'matter')}>
        {some ? 'Add another matter' : 'Add a matter'}
      </Button>
      <ButtonGroup>
        <ButtonLink href={`#${taskAfter(tasksOf(report.form, visit, settings), 'matters', base)}`}>
          Continue
        </ButtonLink>
      </ButtonGroup>
    </>
  );
}
