import type { ReactNode } from 'react';
import { Failed, Waiting } from '#renderer/app/Failed.tsx';
import { useRead } from '#renderer/app/host.tsx';
import { Table } from '#renderer/kit/index.ts';
import { kindNames } from '#shared/letters/fields.ts';
import type { ReviewShown } from '../parts.ts';
import { ReviewFrame } from '../ReviewFrame.tsx';
import { Issued } from './Issued.tsx';

/** What was written about a review, and what can be written as it stands. */
export function LettersPage(): ReactNode {
  return (
    <ReviewFrame title="Letters">
      {(shown) => (
        <>
          <h2 className="govuk-heading-m">Issued</h2>
          <Issued letters={shown.letters ?? []} />
          <h2 className="govuk-heading-m">Write a letter</h2>
          <p className="govuk-body">
            Issuing a letter also writes down what it means: that the application was acknowledged, who was
            given notice, what was told, and the day that was quoted. What was sent in another way is entered
            under{' '}
            <a className="govuk-link" href={`#/reviews/${shown.review.id}/notices`}>
              Notices and what was told
            </a>
            .
          </p>
          <Kinds shown={shown} />
        </>
      )}
    </ReviewFrame>
  );
}

/** Each kind of letter: what can be written as the review stands, and why the others cannot. */
function Kinds({ shown: { review } }: { shown: ReviewShown }): ReactNode {
  const { data, error } = useRead('reviewLetters.begin', { id: review.id });
  if (error) return <Failed failure={error} />;
  if (!data) return <Waiting />;
  return (
    <Table
      dense
      caption="Letters that can be written"
      captionHidden
      head={['Letter', 'Whether it can be written now']}
      rows={data.kinds.map(({ kind, barred }) => ({
        key: kind,
        cells: [
          barred === null ? (
            <a key="name" className="govuk-link" href={`#/reviews/${review.id}/letters/new/${kind}`}>
              {kindNames[kind]}
            </a>
          ) : (
            kindNames[kind]
          ),
          barred ?? (data.next === kind ? 'It is the next step' : 'Yes'),
        ],
      }))}
    />
  );
}
