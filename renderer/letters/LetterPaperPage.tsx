import type { ReactNode } from 'react';
import { useParams } from 'wouter';
import { Failed, Waiting } from '#renderer/app/Failed.tsx';
import { useHost, useRead } from '#renderer/app/host.tsx';
import { dayWords, momentOf } from '#renderer/dates.ts';
import { SaveMade } from '#renderer/files/SaveMade.tsx';
import { PageHeading, SummaryList } from '#renderer/kit/index.ts';
import { PaperPage } from '#renderer/visits/paper/PaperPage.tsx';
import { letterDocument } from '#shared/letters/document.ts';
import { Paper } from './Paper.tsx';

/** A letter as it was issued: read, printed, taken as a document or a mail. */
export function LetterPaperPage(): ReactNode {
  const { id = '' } = useParams();
  const host = useHost();
  const { data, error } = useRead('letters.get', { id });
  if (error) return <Failed failure={error} />;
  if (!data) return <Waiting />;
  const { letter, office, notice, by, concerns, review } = data;
  const [first] = concerns;
  return (
    <PaperPage
      back={
        review
          ? { href: `#/reviews/${review.id}/letters`, text: 'Letters of the review' }
          : first
            ? { href: `#/concerns/${first.id}`, text: 'The concern' }
            : { href: '#/concerns', text: 'Concerns' }
      }
      actions={
        <>
          <SaveMade make={() => host.call('letters.file', { id, as: 'docx' })}>
            Save as Word document
          </SaveMade>
          <SaveMade make={() => host.call('letters.file', { id, as: 'mail' })}>Save as mail</SaveMade>
        </>
      }
    >
      <div className="desk-screen-only">
        <PageHeading caption="Letter">{letter.subject}</PageHeading>
        <SummaryList
          rows={[
            { key: 'To', value: letter.to },
            { key: 'Issued', value: `${momentOf(letter.at)}${by ? ` by ${by}` : ''}` },
            letter.due !== undefined && {
              key: review ? 'Quoted' : 'Answer by',
              value: dayWords(letter.due),
            },
            {
              key: 'About',
              value: review ? (
                <a className="govuk-link" href={`#/reviews/${review.id}`}>
                  {review.reference ?? 'a review'}
                </a>
              ) : (
                concerns.map((one, i) => (
                  <span key={one.id}>
                    {i > 0 && ', '}
                    <a className="govuk-link" href={`#/concerns/${one.id}`}>
                      {one.reference ?? 'a concern'}
                    </a>
                  </span>
                ))
              ),
            },
          ]}
        />
      </div>
      <Paper document={letterDocument({ ...letter, office, notice, date: dayWords(letter.on) })} />
    </PaperPage>
  );
}
