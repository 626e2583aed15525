import type { ReactNode } from 'react';
import { useParams } from 'wouter';
import { Failed, Waiting } from '#renderer/app/Failed.tsx';
import { useRead } from '#renderer/app/host.tsx';
import { momentOf } from '#renderer/dates.ts';
import { Button, ButtonGroup, PageHeading, SummaryList } from '#renderer/kit/index.ts';
import { stateWords, visitName } from './words.ts';

/** What the office gives for a report: its number, when, and a short receipt to print. */
export function ReceiptPage(): ReactNode {
  const { id = '' } = useParams();
  const report = useRead('visits.get', { id });
  if (report.error) return <Failed failure={report.error} />;
  if (!report.data) return <Waiting />;
  const { visit, received, state, names } = report.data;
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
      <p className="govuk-body">Anything you remember later can be added as a correction, with a reason.</p>
      <ButtonGroup>
        <Button type="button" onClick={() => window.print()}>
          Print this receipt
        </Button>
        <a className="govuk-link" href={`#/visits/${id}`}>
          Read the report
        </a>
        <a className="govuk-link" href="#/">
          Go to Home
        </a>
      </ButtonGroup>
    </>
  );
}
