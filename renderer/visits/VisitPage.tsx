import type { ReactNode } from 'react';
import { useParams } from 'wouter';
import { Failed, Waiting } from '#renderer/app/Failed.tsx';
import { useRead } from '#renderer/app/host.tsx';
import { momentOf } from '#renderer/dates.ts';
import { BackLink, Button, ButtonGroup, ButtonLink, PageHeading, Tag } from '#renderer/kit/index.ts';
import type { Output } from '#shared/contract.ts';
import { Corrections } from './report/Corrections.tsx';
import { History } from './report/History.tsx';
import { Report } from './report/Report.tsx';
import { stateWords, visitName } from './words.ts';

/** A report as it is read, on screen and on paper. */
export function VisitPage(): ReactNode {
  const { id = '' } = useParams();
  const report = useRead('visits.get', { id });
  const settings = useRead('settings.get', {});
  const failure = report.error ?? settings.error;
  if (failure) return <Failed failure={failure} />;
  if (!report.data || !settings.data) return <Waiting />;
  const { visit, form, names, state } = report.data;
  return (
    <>
      <BackLink href="#/visits">All visits</BackLink>
      <PageHeading caption={visit.reference ?? visit.imported?.reference ?? 'No number yet'}>
        {visitName(visit.suite && names[visit.suite], visit.date)}
      </PageHeading>
      <Standing report={report.data} />
      <ButtonGroup>
        {state === 'draft' && <ButtonLink href={`#/visits/${id}/edit`}>Go on with this report</ButtonLink>}
        {state === 'received' && (
          <ButtonLink kind="secondary" href={`#/visits/${id}/correct`}>
            Correct this report
          </ButtonLink>
        )}
        <Button type="button" kind="secondary" onClick={() => window.print()}>
          Print
        </Button>
        {state === 'received' && (
          <a className="govuk-link" href={`#/visits/${id}/receipt`}>
            Receipt
          </a>
        )}
      </ButtonGroup>
      <Corrections form={form} visit={visit} names={names} />
      <Report form={form} visit={visit} settings={settings.data} names={names} />
      <History form={form} visit={visit} names={names} />
    </>
  );
}

/** Where the report stands and since when. */
function Standing({ report }: { report: Output<'visits.get'> }): ReactNode {
  const { visit, state, savedAt, received } = report;
  const words = stateWords[state];
  const when = received ? `received ${momentOf(received.at)}` : `last saved ${momentOf(savedAt)}`;
  return (
    <p className="govuk-body">
      <Tag colour={words.colour}>{words.text}</Tag> {when}
      {visit.imported && `, imported from ${visit.imported.file}`}
    </p>
  );
}
