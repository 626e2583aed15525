import type { ReactNode } from 'react';
import { useParams } from 'wouter';
import { Failed, Waiting } from '#renderer/app/Failed.tsx';
import { useRead } from '#renderer/app/host.tsx';
import { useSession } from '#renderer/app/session.ts';
import { momentOf } from '#renderer/dates.ts';
import { Button, ButtonGroup, PageHeading, SummaryList } from '#renderer/kit/index.ts';
import { WhereItIs } from '#renderer/sync/WhereItIs.tsx';
import { isWithOffice } from '#shared/records/visit.ts';
import { Declarations } from './declare/Declarations.tsx';
import { awaitedWords, declaredBy } from './declare/declared.ts';
import { Outcome } from './practice/Outcome.tsx';
import { Papers } from './report/Papers.tsx';
import { stateWords, visitName } from './words.ts';

/** What the office gives for a report: its number, when, a short receipt to print, and who has declared it. */
export function ReceiptPage(): ReactNode {
  const { id = '' } = useParams();
  const report = useRead('visits.get', { id });
  const session = useSession();
  const failure = report.error ?? session.error;
  if (failure) return <Failed failure={failure} />;
  if (!report.data || !session.data) return <Waiting />;
  const { visit, received, state, names, declarations } = report.data;
  const me = session.data.person.id;
  if (state === 'practice') return <Outcome report={report.data} me={me} />;
  const awaited = awaitedWords(report.data);
  const name = visitName(visit.suite && names[visit.suite], visit.date);
  return (
    <>
      <PageHeading caption={name}>
        {received ? 'The office has received your report' : stateWords[state].text}
      </PageHeading>
      <SummaryList
        rows={[
          { key: 'Report', value: visit.reference ?? 'No number yet' },
          { key: 'Visit', value: name },
          received && { key: 'Received', value: momentOf(received.at) },
          received && { key: 'Receipt', value: <span className="desk-code">{received.receipt}</span> },
        ]}
      />
      <WhereItIs record={id} state={state} />
      {!visit.imported && (
        <>
          <h2 className="govuk-heading-m">Declarations</h2>
          {received && awaited && (
            <p className="govuk-body">
              The report is with the office, marked: <strong>{awaited}</strong>.
            </p>
          )}
          <Declarations
            id={id}
            declared={declaredBy(visit, declarations, names)}
            me={me}
            canDeclare={() => isWithOffice(state)}
          />
        </>
      )}
      <p className="govuk-body">
        {received
          ? 'Anything you remember later can be added as a correction, with a reason.'
          : 'It goes by itself when this laptop next reaches the office. Until sending begins you can take it back.'}
      </p>
      <ButtonGroup>
        <Button type="button" onClick={() => window.print()}>
          {received ? 'Print this receipt' : 'Print this page'}
        </Button>
        <a className="govuk-link" href="#/">
          Go to Home
        </a>
      </ButtonGroup>
      <Papers id={id} state={state} />
    </>
  );
}
