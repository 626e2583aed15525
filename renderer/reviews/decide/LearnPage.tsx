import type { ReactNode } from 'react';
import { useState } from 'react';
import { z } from 'zod';
import { Waiting } from '#renderer/app/Failed.tsx';
import { useRead, useWrite } from '#renderer/app/host.tsx';
import { Quote } from '#renderer/app/Quote.tsx';
import { dayWords } from '#renderer/dates.ts';
import { newRecordId } from '#renderer/editing/newRecordId.ts';
import { Radios, Textarea } from '#renderer/kit/index.ts';
import { SentForm } from '#renderer/people/SentForm.tsx';
import { useSentForm } from '#renderer/people/useSentForm.ts';
import { words } from '#shared/records/common.ts';
import type { ReviewShown } from '../parts.ts';
import { ReviewFrame } from '../ReviewFrame.tsx';
import { Themes } from './Themes.tsx';

/** What a review teaches, apart from what is recommended and also where it is not upheld; and its themes. */
export function LearnPage(): ReactNode {
  const settings = useRead('reviews.settings', {});
  return (
    <ReviewFrame title="Observations, learning and themes">
      {(shown) => (
        <>
          <h2 className="govuk-heading-m">Themes</h2>
          {settings.data ? (
            <Themes key={`themes ${shown.review.id}`} review={shown.review} listed={settings.data.themes} />
          ) : (
            <Waiting />
          )}
          <h2 className="govuk-heading-m">Observations and learning</h2>
          <p className="govuk-body">
            These are not recommendations: the force owes no answer to them, and they may follow a review that
            is not upheld.
          </p>
          <Learnt shown={shown} />
          <LearnForm key={`learn ${shown.review.id}`} id={shown.review.id} />
        </>
      )}
    </ReviewFrame>
  );
}

const kindWords = { observation: 'Observation', learning: 'Learning' } as const;

function Learnt({ shown: { review, names } }: { shown: ReviewShown }): ReactNode {
  if (review.learning.length === 0) return <p className="govuk-body">Nothing has been entered yet.</p>;
  return (
    <ol className="govuk-list desk-timeline">
      {review.learning.map(({ id, kind, words: said, on, by }) => (
        <li key={id} className="desk-timeline__item">
          <strong>{kindWords[kind]}</strong>
          {names[by] && `, ${names[by]}`}
          <span className="desk-timeline__at">{dayWords(on)}</span>
          <Quote>{said}</Quote>
        </li>
      ))}
    </ol>
  );
}

const learnForm = z.object({
  kind: z.enum(['observation', 'learning']),
  words: words.refine((text) => text.trim() !== '', 'Enter what was observed or learnt'),
});

function LearnForm({ id }: { id: string }): ReactNode {
  const learn = useWrite('reviews.learn');
  const [own, setOwn] = useState(newRecordId);
  const sent = useSentForm<z.infer<typeof learnForm>>({
    name: `review learning ${id}`,
    schema: learnForm,
    blank: { kind: 'observation', words: '' },
    send: ({ kind, words: said }) => learn.run({ id, learning: { id: own, kind, words: said.trim() } }),
    done: 'It is added.',
    onSent: () => setOwn(newRecordId()),
  });
  const { register, formState } = sent.form;
  return (
    <SentForm sent={sent} writing={learn} label="Add an observation or learning" button="Add it">
      <Radios
        legend="Which is it?"
        legendSize="s"
        inline
        items={[
          { value: 'observation', text: 'An observation to the force' },
          { value: 'learning', text: 'Learning' },
        ]}
        {...register('kind')}
      />
      <Textarea
        label="What was observed or learnt"
        rows={4}
        error={formState.errors.words?.message}
        {...register('words')}
      />
    </SentForm>
  );
}
