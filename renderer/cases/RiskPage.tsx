import type { ReactNode } from 'react';
import { Failed, Waiting } from '#renderer/app/Failed.tsx';
import { useRead } from '#renderer/app/host.tsx';
import { dayWords } from '#renderer/dates.ts';
import { BackLink, Card, PageHeading } from '#renderer/kit/index.ts';
import { isolated } from '#shared/bidi.ts';
import type { CaseRow } from '#shared/case-views.ts';
import { capital } from '#shared/text.ts';
import { TellOfRisk } from './page/RiskBanner.tsx';
import { CaseTags } from './words.tsx';

/** Open cases in which life or safety may be at stake: first those of which nobody is known to have been told. */
export function RiskPage(): ReactNode {
  const read = useRead('cases.list', { filter: { show: 'risk' }, sort: 'received', limit: 200 });
  const rows = read.data?.rows ?? [];
  const untold = rows.filter(({ risk }) => risk?.told === 0);
  const told = rows.filter(({ risk }) => risk && risk.told > 0);
  return (
    <>
      <BackLink href="#/cases">Correspondence</BackLink>
      <PageHeading>Life or safety at stake</PageHeading>
      <p className="govuk-body">
        Open cases in which somebody’s life or safety may be at stake. Tell the police or whoever can act at
        once, then write down here who was told and when.
      </p>
      <Failed failure={read.error} />
      {read.isLoading && <Waiting />}
      {read.data && (
        <>
          <h2 className="govuk-heading-m">Nobody is written down as told</h2>
          {untold.length === 0 && <p className="govuk-body">None.</p>}
          {untold.map((row) => (
            <AtRisk key={row.id} row={row}>
              <TellOfRisk id={row.id} />
            </AtRisk>
          ))}
          <h2 className="govuk-heading-m">Somebody was told</h2>
          {told.length === 0 && <p className="govuk-body">None.</p>}
          {told.map((row) => (
            <AtRisk key={row.id} row={row}>
              <Told row={row} />
            </AtRisk>
          ))}
        </>
      )}
    </>
  );
}

function Told({ row: { risk } }: { row: CaseRow }): ReactNode {
  if (!risk?.last) return null;
  const { who, on, at } = risk.last;
  return (
    <p className="govuk-body govuk-!-margin-bottom-0">
      {isolated(who)}, {dayWords(on)} at {at}
      {risk.told > 1 && `, and ${risk.told - 1} more before`}
    </p>
  );
}

function AtRisk({ row, children }: { row: CaseRow; children: ReactNode }): ReactNode {
  const title = [row.reference ?? 'No number yet', row.from].filter(Boolean).join(', ');
  return (
    <Card
      title={title}
      headingLevel={3}
      actions={[{ text: 'Open', hiddenText: `case ${title}`, href: `#/cases/${row.id}` }]}
    >
      <p className="govuk-body desk-tags">
        <CaseTags {...row} /> {capital(row.kind)}, received on {dayWords(row.received)}
      </p>
      {row.summary && <p className="govuk-body desk-words">{row.summary}</p>}
      {children}
    </Card>
  );
}
