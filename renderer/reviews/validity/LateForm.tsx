import type { ReactNode } from 'react';
import { z } from 'zod';
import { useWrite } from '#renderer/app/host.tsx';
import { Quote } from '#renderer/app/Quote.tsx';
import { dayWords } from '#renderer/dates.ts';
import { useMay } from '#renderer/editing/useMay.ts';
import { InsetText, Radios, Textarea } from '#renderer/kit/index.ts';
import { SentForm } from '#renderer/people/SentForm.tsx';
import { useSentForm } from '#renderer/people/useSentForm.ts';
import { isolated } from '#shared/bidi.ts';
import type { ReviewShown } from '../parts.ts';

const lateForm = z.object({
  accepted: z.string().min(1, 'Choose whether it is taken'),
  reasons: z.string().refine((text) => text.trim() !== '', 'Enter the reasons'),
});

/** An application that was made late is taken only in special circumstances: whoever decides says so, and why. */
export function LateForm({ shown: { review, state, inTime, names } }: { shown: ReviewShown }): ReactNode {
  const { id, late } = review;
  const mayTake = useMay('reviews.takeLate');
  const take = useWrite('reviews.takeLate');
  const sent = useSentForm({
    name: `review late ${id}`,
    schema: lateForm,
    blank: { accepted: '', reasons: '' },
    send: ({ accepted, reasons }) => take.run({ id, accepted: accepted === 'yes', reasons }),
    done: 'It is written down.',
  });
  const { register, formState } = sent.form;
  if (inTime.timing === 'in time' || inTime.timing === 'not known') return null;
  return (
    <section aria-labelledby="late">
      <h2 className="govuk-heading-m" id="late">
        It was made late
      </h2>
      {late && (
        <InsetText>
          <strong>{late.accepted ? 'Taken all the same' : 'Not taken'}</strong>, by{' '}
          {isolated(names[late.by] ?? 'whoever decides')} on {dayWords(late.on)}
          <Quote>{late.reasons}</Quote>
        </InsetText>
      )}
      {mayTake && state === 'received' ? (
        <SentForm sent={sent} writing={take} label="Late application" button="Write it down">
          <Radios
            legend="Is it taken in special circumstances?"
            legendSize="s"
            inline
            items={[
              { value: 'yes', text: 'Yes' },
              { value: 'no', text: 'No' },
            ]}
            error={formState.errors.accepted?.message}
            {...register('accepted')}
          />
          <Textarea
            label="Reasons"
            rows={3}
            error={formState.errors.reasons?.message}
            {...register('reasons')}
          />
        </SentForm>
      ) : (
        !late && <p className="govuk-body">Whoever decides reviews says whether it is taken.</p>
      )}
    </section>
  );
}
