import type { ReactNode } from 'react';
import { useParams } from 'wouter';
import { Failed, Waiting } from '#renderer/app/Failed.tsx';
import { useRead } from '#renderer/app/host.tsx';
import { WarningText } from '#renderer/kit/index.ts';
import { kindNames } from '#shared/letters/fields.ts';
import { type ReviewLetterKind, reviewLetterKinds } from '#shared/records/letter.ts';
import { ReviewFrame } from '../ReviewFrame.tsx';
import { PlanForm } from './PlanForm.tsx';
import { useReviewLetter } from './useReviewLetter.ts';
import { WordsForm } from './WordsForm.tsx';

/** A letter about a review: whom it is to and what it says first, then its words, then it is issued. */
export function WriteLetterPage(): ReactNode {
  const { id = '', kind: named } = useParams();
  const kind = reviewLetterKinds.find((one) => one === named);
  if (!kind) return <Failed failure={{ tag: 'notFound', what: 'kind of letter' }} />;
  return (
    <ReviewFrame title={kindNames[kind]} back={{ path: 'letters', text: 'Letters' }}>
      {({ review }) => (
        <>
          {!(review.reference ?? review.imported?.reference) && (
            <WarningText>
              The office has not numbered this review yet. It does so when it is next reached, and a letter
              that gives the number can be written then.
            </WarningText>
          )}
          <Letter key={`${id} ${kind}`} id={id} kind={kind} />
        </>
      )}
    </ReviewFrame>
  );
}

function Letter({ id, kind }: { id: string; kind: ReviewLetterKind }): ReactNode {
  const begin = useRead('reviewLetters.begin', { id });
  const templates = useRead('templates.list', {});
  const open = useReviewLetter(id, kind);
  const failure = begin.error ?? templates.error;
  if (failure) return <Failed failure={failure} />;
  const of = begin.data?.kinds.find((one) => one.kind === kind);
  if (!begin.data || !of || !templates.data || !open) return <Waiting />;
  if (of.barred !== null) return <WarningText>{of.barred}</WarningText>;
  const offered = templates.data
    .map(({ template }) => template)
    .filter((one) => one.of === kind && !one.retired);
  return open.draft.words ? (
    <WordsForm review={id} open={open} words={open.draft.words} />
  ) : (
    <PlanForm review={id} open={open} of={of} addressees={begin.data.addressees} offered={offered} />
  );
}
