import type { ReactNode } from 'react';
import { useParams } from 'wouter';
import { Failed, Waiting } from '#renderer/app/Failed.tsx';
import { useHost, useRead } from '#renderer/app/host.tsx';
import { go } from '#renderer/app/place.ts';
import { documentForms, TakeAway } from '#renderer/files/TakeAway.tsx';
import { InsetText, PageHeading } from '#renderer/kit/index.ts';
import { Paper } from '#renderer/letters/Paper.tsx';
import { Checks } from '#renderer/returns/Checks.tsx';
import { PeriodSelect } from '#renderer/returns/PeriodSelect.tsx';
import { reviewSections } from '#shared/returns/sections.ts';
import { type Publication, publicationDocument } from '#shared/reviews/publication.ts';
import { AcrossReviews } from '../AcrossReviews.tsx';
import { Doubts } from './Doubts.tsx';

/** What is published of a year or a quarter: figures with what they mean, and the office's own words. */
export function PublicationPage(): ReactNode {
  const host = useHost();
  const periods = useRead('returns.periods', { return: 'reviews' });
  const period = useParams<{ period?: string }>().period ?? periods.data?.years[0];
  const found = useRead(
    'packs.publication',
    { period: period ?? '' },
    { wanted: period !== undefined, keep: true },
  );
  return (
    <>
      <PageHeading>Publication</PageHeading>
      <AcrossReviews />
      <Failed failure={periods.error ?? found.error} />
      {periods.data && period && (
        <PeriodSelect
          id="publication-period"
          label="Year or quarter"
          periods={periods.data}
          period={period}
          onChange={(to) => go(`/reviews/publication/${to}`)}
        />
      )}
      {found.data && period ? (
        <>
          <TakeAway forms={documentForms} make={(as) => host.call('packs.publicationFile', { period, as })} />
          <Unwritten period={period} words={found.data.words} />
          <Doubts doubts={found.data.doubts} />
          <div className="desk-screen-only">
            <Checks result={found.data.result} />
          </div>
          <Paper document={publicationDocument(found.data)} />
        </>
      ) : (
        !(periods.error ?? found.error) && <Waiting />
      )}
    </>
  );
}

/** Which parts the office has still to write, and the way there. */
function Unwritten({
  period,
  words: { sections, links },
}: { period: string } & Pick<Publication, 'words'>): ReactNode {
  const missing = [
    ...(links.length === 0 ? ['the link to the IOPC’s data'] : []),
    ...reviewSections.filter(({ id }) => !sections[id]?.trim()).map(({ title }) => `“${title}”`),
  ];
  return (
    <div className="desk-screen-only">
      {missing.length > 0 && <InsetText>Not written yet, and left out: {missing.join(', ')}.</InsetText>}
      <p className="govuk-body">
        <a className="govuk-link" href={`#/reviews/publication/${encodeURIComponent(period)}/words`}>
          Write the words and links of this period
        </a>
      </p>
    </div>
  );
}
