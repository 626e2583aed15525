import { type ReactNode, useState } from 'react';
import { z } from 'zod';
import { Failed } from '#renderer/app/Failed.tsx';
import { useWrite } from '#renderer/app/host.tsx';
import { onward } from '#renderer/app/place.ts';
import { say } from '#renderer/app/state.ts';
import { AskFirst } from '#renderer/editing/AskFirst.tsx';
import { newRecordId } from '#renderer/editing/newRecordId.ts';
import { Radios, Textarea } from '#renderer/kit/index.ts';
import { SentForm } from '#renderer/people/SentForm.tsx';
import { useSentForm } from '#renderer/people/useSentForm.ts';
import { words } from '#shared/records/common.ts';
import { missingFor } from '#shared/reviews/missing.ts';
import type { ReviewShown } from '../parts.ts';
import { ReviewFrame } from '../ReviewFrame.tsx';
import { Versions } from './Versions.tsx';
import { findingChoices, mayWriteExamination } from './words.ts';

/** The assessor's draft: a new version leaves those before it as they were, and returning it ends the examination. */
export function DraftPage(): ReactNode {
  return (
    <ReviewFrame title="Draft" back={{ path: 'examination', text: 'The examination' }}>
      {(shown) => <Draft key={shown.review.id} shown={shown} />}
    </ReviewFrame>
  );
}

function Draft({ shown }: { shown: ReviewShown }): ReactNode {
  const { review, state, names, may } = shown;
  const mayDraft = mayWriteExamination(shown) && may.draft && state === 'assigned';
  const last = review.drafts.at(-1);
  return (
    <>
      {mayDraft && !may.examine && state === 'assigned' && (
        <p className="govuk-body">
          Whoever writes a version of the draft has assessed the review, and cannot decide it.
        </p>
      )}
      {mayDraft && <NewVersion key={last?.id ?? 'first'} review={review} />}
      {state === 'assigned' && (may.examine || may.write) && review.drafts.length > 0 && (
        <ReturnIt shown={shown} />
      )}
      <Versions drafts={review.drafts} names={names} />
    </>
  );
}

const draftForm = z.object({
  words: words.refine((text) => text.trim() !== '', 'Write the draft'),
  recommends: z.enum(['', 'upheld', 'not upheld']),
});
type DraftForm = z.infer<typeof draftForm>;

/** The next version begins with the words of the last one. */
function NewVersion({ review }: { review: ReviewShown['review'] }): ReactNode {
  const add = useWrite('reviews.draft');
  const last = review.drafts.at(-1);
  const [draft] = useState(newRecordId);
  const blank: DraftForm = {
    words: last?.words ?? '',
    recommends: last?.recommends ?? review.examination?.finding ?? '',
  };
  const number = review.drafts.length + 1;
  const sent = useSentForm<DraftForm>({
    name: `review draft ${review.id}`,
    schema: draftForm,
    blank,
    send: ({ words: written, recommends }) =>
      add.run({ id: review.id, draft: { id: draft, words: written, ...(recommends && { recommends }) } }),
    done: `Version ${number} is kept.`,
  });
  const { register, formState } = sent.form;
  const { errors } = formState;
  return (
    <SentForm sent={sent} writing={add} label="Draft" button={`Keep it as version ${number}`} main>
      <Textarea
        label={
          number === 1 ? 'The draft' : `Version ${number}, beginning with the words of version ${number - 1}`
        }
        hint="What you type is kept as you type. Each version you keep stays as it was."
        rows={18}
        error={errors.words?.message}
        {...register('words')}
      />
      <Radios
        legend="What the draft recommends"
        legendSize="s"
        items={findingChoices.map((one) => (one.value === '' ? { value: '', text: 'Nothing yet' } : one))}
        {...register('recommends')}
      />
    </SentForm>
  );
}

/** Ends the examination: what an assessor returns goes from their laptop. */
function ReturnIt({ shown: { review, may } }: { shown: ReviewShown }): ReactNode {
  const move = useWrite('reviews.move');
  const missing = missingFor(review, 'returned');
  const run = async () => {
    const on = onward();
    const answer = await move.run({ id: review.id, to: 'returned' });
    if (!answer.ok) return;
    say('The review is returned.');
    on(may.write ? `/reviews/${review.id}` : '/reviews');
  };
  return (
    <>
      <h2 className="govuk-heading-m">Return it</h2>
      <Failed failure={move.failure} />
      {missing.length > 0 ? (
        <p className="govuk-body">It cannot be returned yet. {missing.join(' ')}</p>
      ) : (
        <AskFirst
          text="Return the review"
          title="Return the review to the office?"
          confirm="Return it"
          disabled={move.busy}
          onConfirm={run}
        >
          <p className="govuk-body">
            The last version goes to be checked and decided.
            {!may.write && ' You see the review again only if it is given back to you.'}
          </p>
        </AskFirst>
      )}
    </>
  );
}
