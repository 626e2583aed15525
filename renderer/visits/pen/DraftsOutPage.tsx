import type { ReactNode } from 'react';
import { Failed, Waiting } from '#renderer/app/Failed.tsx';
import { useRead } from '#renderer/app/host.tsx';
import { dayWords, momentOf } from '#renderer/dates.ts';
import { useMay } from '#renderer/editing/useMay.ts';
import { BackLink, Card, PageHeading, SummaryList } from '#renderer/kit/index.ts';
import { isolated } from '#shared/bidi.ts';
import { HandOver } from './HandOver.tsx';
import type { Pen } from './usePen.ts';

/** The drafts that the pairs still write: all that the office knows of them, and moving one off a lost laptop. */
export function DraftsOutPage(): ReactNode {
  const pens = useRead('pens.list', {});
  const lost = useMay('visits.readThrough');
  return (
    <>
      <BackLink href="#/visits">All visits</BackLink>
      <PageHeading>Drafts out there</PageHeading>
      <p className="govuk-body">
        Reports that visitors have begun and not sent yet. The office sees where, in which week and by whom,
        and nothing of what is in them.
      </p>
      <Failed failure={pens.error} />
      {!pens.data && !pens.error && <Waiting />}
      {pens.data?.length === 0 && <p className="govuk-body">There are none.</p>}
      {pens.data?.map((pen) => (
        <DraftOut key={pen.id} pen={pen} lost={lost} />
      ))}
    </>
  );
}

function DraftOut({ pen, lost }: { pen: Pen; lost: boolean }): ReactNode {
  const { suite, week, visitors, holder } = pen;
  return (
    <Card title={suite ?? 'Suite not chosen yet'} className="desk-narrow">
      <SummaryList
        rows={[
          { key: 'Week of the visit', value: week ? `from ${dayWords(week)}` : 'Not known' },
          { key: 'Pair', value: visitors.map(({ name }) => isolated(name)).join(' and ') || 'Not known' },
          { key: 'Who writes', value: `${isolated(holder.name)}, since ${momentOf(holder.since)}` },
        ]}
      />
      {lost && <HandOver pen={pen} lost />}
    </Card>
  );
}
