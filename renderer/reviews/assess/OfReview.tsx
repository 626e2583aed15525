import type { ReactNode } from 'react';
import { useParams } from 'wouter';
import { Failed, Waiting } from '#renderer/app/Failed.tsx';
import { useRead } from '#renderer/app/host.tsx';
import { BackLink, InsetText, PageHeading } from '#renderer/kit/index.ts';
import { ConflictsOf } from '#renderer/sync/ConflictsOf.tsx';
import type { ReviewShown } from '../parts.ts';

type OfReviewProps = {
  title: string;
  /** Where the page belongs, behind the review's own address; the review itself where nothing is said. */
  back?: { path: string; text: string };
  children: (shown: ReviewShown) => ReactNode;
};

/**
 * The frame of a page about one part of a review: which review it is, and the reasonable adjustments that were asked
 * for, which stand wherever somebody writes (Equality Act 2010, section 20).
 */
export function OfReview({ title, back, children }: OfReviewProps): ReactNode {
  const { id = '' } = useParams<{ id: string }>();
  const read = useRead('reviews.get', { id });
  const shown = read.data;
  const review = shown?.review;
  return (
    <>
      <BackLink href={`#/reviews/${id}${back?.path ?? ''}`}>{back?.text ?? 'The review'}</BackLink>
      <ConflictsOf record={id} />
      <PageHeading key={`${title} ${id}`} caption={review && referenceOf(review)}>
        {title}
      </PageHeading>
      <Failed failure={read.error} />
      {read.isLoading && <Waiting />}
      {review?.adjustments && (
        <InsetText>
          Reasonable adjustments: <span className="desk-words">{review.adjustments}</span>
        </InsetText>
      )}
      {shown && children(shown)}
    </>
  );
}

/** What a review is called. */
export const referenceOf = (review: ReviewShown['review']): string =>
  review.reference ?? review.imported?.reference ?? 'No number yet';
