import type { ReactNode } from 'react';
import { useParams } from 'wouter';
import { Failed, Waiting } from '#renderer/app/Failed.tsx';
import { useRead } from '#renderer/app/host.tsx';
import { BackLink, PageHeading } from '#renderer/kit/index.ts';
import { ConflictsOf } from '#renderer/sync/ConflictsOf.tsx';
import { Adjustments } from './Adjustments.tsx';
import { reviewNumber } from './naming.ts';
import type { ReviewShown } from './parts.ts';

type ReviewFrameProps = {
  title: string;
  /** The page it belongs to, by what follows the review's own address; the review itself where nothing is said. */
  back?: { path: string; text: string };
  children: (shown: ReviewShown) => ReactNode;
};

/** The frame of a page about one review: the way back, its number, and what the applicant needs. */
export function ReviewFrame({ title, back, children }: ReviewFrameProps): ReactNode {
  const { id = '' } = useParams();
  const read = useRead('reviews.get', { id });
  if (read.error)
    return (
      <>
        <BackLink href="#/reviews">Reviews</BackLink>
        <PageHeading>This review cannot be shown</PageHeading>
        <Failed failure={read.error} />
      </>
    );
  if (!read.data) return <Waiting />;
  return (
    <>
      <BackLink href={`#/reviews/${id}${back ? `/${back.path}` : ''}`}>{back?.text ?? 'The review'}</BackLink>
      <ConflictsOf record={id} />
      <PageHeading caption={reviewNumber(read.data)}>{title}</PageHeading>
      <Adjustments shown={read.data} />
      {children(read.data)}
    </>
  );
}
