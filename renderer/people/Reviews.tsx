import type { ReactNode } from 'react';
import { z } from 'zod';
import { useWrite } from '#renderer/app/host.tsx';
import { Quote } from '#renderer/app/Quote.tsx';
import { useSession } from '#renderer/app/session.ts';
import { dayWords } from '#renderer/dates.ts';
import { maybeDate, neededDate, typedDate } from '#renderer/editing/typed.ts';
import { Select, Textarea, TextInput } from '#renderer/kit/index.ts';
import { type PersonFile, reviewOutcomes } from '#shared/records/person-file.ts';
import { capital } from '#shared/text.ts';
import { parseDate } from '#shared/times.ts';
import { SentForm } from './SentForm.tsx';
import { useSentForm } from './useSentForm.ts';

const reviewForm = z
  .object({
    reviewedOn: neededDate('The day of the review'),
    reviewOutcome: z.enum(reviewOutcomes),
    next: maybeDate('The day of the next review'),
    reviewWords: z.string(),
  })
  .refine(({ reviewOutcome, next }) => reviewOutcome !== 'further training' || next.trim() !== '', {
    path: ['next'],
    message: 'Say by when it is looked at again',
  });

type ReviewsProps = { person: string; file: PersonFile; names: Readonly<Record<string, string>> };

/** The reviews of every three years, and of the end of probation. */
export function Reviews({ person, file, names }: ReviewsProps): ReactNode {
  return (
    <>
      <h2 className="govuk-heading-m">Reviews</h2>
      <ol className="govuk-list desk-timeline">
        {file.reviews.map(({ id, on, by, outcome, words }) => (
          <li key={id} className="desk-timeline__item">
            <strong>{capital(outcome)}</strong>
            {names[by] && `, ${names[by]}`}
            <span className="desk-timeline__at">{dayWords(on)}</span>
            {words && <Quote>{words}</Quote>}
          </li>
        ))}
      </ol>
      <AddReview person={person} />
    </>
  );
}

function AddReview({ person }: { person: string }): ReactNode {
  const review = useWrite('volunteers.review');
  const today = useSession().data?.today;
  const sent = useSentForm({
    name: `review of ${person}`,
    schema: reviewForm,
    blank: {
      reviewedOn: typedDate(today),
      reviewOutcome: 'reaccredited',
      next: '',
      reviewWords: '',
    } as z.infer<typeof reviewForm>,
    send: ({ reviewedOn, reviewOutcome, next, reviewWords }) => {
      const day = parseDate(next);
      return review.run({
        id: person,
        on: parseDate(reviewedOn) ?? reviewedOn,
        outcome: reviewOutcome,
        ...(day && { next: day }),
        ...(reviewWords.trim() && { words: reviewWords }),
      });
    },
    done: 'The review is written down.',
  });
  const { register, formState } = sent.form;
  const { errors } = formState;
  return (
    <SentForm sent={sent} writing={review} label="Add a review" button="Add the review">
      <h3 className="govuk-heading-s">Add a review</h3>
      <div className="desk-filters">
        <TextInput
          label="Reviewed on"
          width={10}
          autoComplete="off"
          error={errors.reviewedOn?.message}
          {...register('reviewedOn')}
        />
        <Select
          label="Came to"
          options={reviewOutcomes.map((value) => ({ value, text: capital(value) }))}
          {...register('reviewOutcome')}
        />
      </div>
      <TextInput
        label="Next review"
        hint="Blank: three years on, where they are reaccredited."
        width={10}
        autoComplete="off"
        error={errors.next?.message}
        {...register('next')}
      />
      <Textarea
        label="What was said (may be left blank)"
        rows={2}
        maxLength={30_000}
        {...register('reviewWords')}
      />
    </SentForm>
  );
}
