import type { ReactNode } from 'react';
import { useParams } from 'wouter';
import { Failed, Waiting } from '#renderer/app/Failed.tsx';
import { useRead } from '#renderer/app/host.tsx';
import { dayWords } from '#renderer/dates.ts';
import { useMay } from '#renderer/editing/useMay.ts';
import { BackLink, ButtonGroup, ButtonLink, PageHeading, SummaryList } from '#renderer/kit/index.ts';
import { ConflictsOf } from '#renderer/sync/ConflictsOf.tsx';
import { pounds } from '#shared/claims/amounts.ts';
import type { Engagement } from '#shared/records/engagement.ts';
import { capital } from '#shared/text.ts';
import { CaseList } from './CaseList.tsx';

/** One engagement: what it was, the cases that led to it, and what followed. */
export function EngagementPage(): ReactNode {
  const { id = '' } = useParams<{ id: string }>();
  const read = useRead('engagements.get', { id });
  const may = useMay('engagements.save');
  const found = read.data;
  return (
    <>
      <BackLink href="#/engagements">Engagements</BackLink>
      <ConflictsOf record={id} />
      <PageHeading key={`heading ${id}`}>{found?.engagement.title ?? 'Engagement'}</PageHeading>
      <Failed failure={read.error} />
      {read.isLoading && <Waiting />}
      {found && (
        <>
          <SummaryList rows={factsOf(found.engagement)} />
          {may && (
            <ButtonGroup>
              <ButtonLink href={`#/engagements/${id}/edit`} kind="secondary">
                Change the engagement
              </ButtonLink>
            </ButtonGroup>
          )}
          <h2 className="govuk-heading-m">Cases that led to it</h2>
          {found.cases.length === 0 ? (
            <p className="govuk-body">No case is linked to it.</p>
          ) : (
            <CaseList cases={found.cases} />
          )}
        </>
      )}
    </>
  );
}

const words = (text: string | undefined): ReactNode =>
  text ? <span className="desk-words">{text}</span> : 'Not said';

const factsOf = (one: Engagement) => [
  { key: 'Day', value: dayWords(one.on) },
  { key: 'Kind', value: capital(one.kind) },
  {
    key: 'Where',
    value: [one.place, one.area, one.constituency].filter(Boolean).join(', ') || 'Not said',
  },
  { key: 'For the office', value: one.attended.join(', ') || 'Not said' },
  { key: 'Themes', value: one.themes.join(', ') || 'None named' },
  { key: 'What was said', value: words(one.words) },
  { key: 'What was decided', value: words(one.decision) },
  { key: 'Money that followed', value: one.pence === undefined ? 'Not said' : `£${pounds(one.pence)}` },
];
