import type { ReactNode } from 'react';
import { Button, ButtonGroup, PageHeading } from '#renderer/kit/index.ts';
import type { Output } from '#shared/contract.ts';
import { Discard } from '../Discard.tsx';
import { Declarations } from '../declare/Declarations.tsx';
import { declaredBy, owing } from '../declare/declared.ts';
import { useStartVisit } from '../start.ts';
import { visitName } from '../words.ts';

type OutcomeProps = { report: Output<'visits.get'>; me: string };

/** Stands where a receipt would: what would have happened to an exercise, had it been a report. */
export function Outcome({ report, me }: OutcomeProps): ReactNode {
  const { visit, declarations, names } = report;
  const name = visitName(visit.suite && names[visit.suite], visit.date);
  const declared = declaredBy(visit, declarations, names);
  const left = owing(declared).map((d) => d.name);
  const start = useStartVisit();
  return (
    <>
      <PageHeading caption={name}>Practice: nothing was sent</PageHeading>
      <p className="govuk-body">
        Nobody has received this, and nothing of it is counted. Had it been a report:
      </p>
      <ul className="govuk-list govuk-list--bullet">
        <li>the office would have it now, with a number of its own and a receipt for you to print</li>
        <li>
          {left.length > 0
            ? `it would be marked as awaiting the declaration of ${left.join(' and of ')}`
            : 'it would be declared by everybody it names as a visitor'}
        </li>
        <li>you could only correct it, with a reason</li>
        <li>Home would show you what became of it: read, a query to you, accepted</li>
      </ul>
      <Declarations id={visit.id} declared={declared} me={me} canDeclare={() => true} />
      <ButtonGroup>
        <Button type="button" onClick={() => void start()}>
          Start a real report
        </Button>
        <Discard id={visit.id} name={name} practice />
        <a className="govuk-link" href={`#/visits/${visit.id}/edit`}>
          Go on practising
        </a>
        <a className="govuk-link" href="#/">
          Go to Home
        </a>
      </ButtonGroup>
    </>
  );
}
