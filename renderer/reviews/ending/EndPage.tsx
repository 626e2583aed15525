import { type ReactNode, useState } from 'react';
import { z } from 'zod';
import { useWrite } from '#renderer/app/host.tsx';
import { useSession } from '#renderer/app/session.ts';
import { newRecordId } from '#renderer/editing/newRecordId.ts';
import { neededDate, typedDate } from '#renderer/editing/typed.ts';
import { Radios, Textarea, TextInput } from '#renderer/kit/index.ts';
import { SentForm } from '#renderer/people/SentForm.tsx';
import { useSentForm } from '#renderer/people/useSentForm.ts';
import { type ReviewState, reviewMoves } from '#shared/records/review.ts';
import { endingKinds } from '#shared/records/review-parts.ts';
import { forwardingBasis } from '#shared/reviews/body.ts';
import { missingFor } from '#shared/reviews/missing.ts';
import { parseDate } from '#shared/times.ts';
import type { ReviewShown } from '../parts.ts';
import { ReviewFrame } from '../ReviewFrame.tsx';
import { stateWords } from '../words.tsx';

/** What ends a review without a decision, and what opens one again: each with its reasons. */
export function EndPage(): ReactNode {
  return (
    <ReviewFrame title="End or reopen">
      {(shown) => {
        if (!shown.may.write) return <p className="govuk-body">A caseworker ends or reopens a review.</p>;
        const to = reopenedTo(shown.state);
        return (
          <>
            {isEndable(shown.state) && <End shown={shown} />}
            {to && <Reopen key={shown.state} shown={shown} to={to} />}
          </>
        );
      }}
    </ReviewFrame>
  );
}

type ShownProps = { shown: ReviewShown };

const isEndable = (state: ReviewState): boolean =>
  (reviewMoves[state] as readonly ReviewState[]).includes('invalid');

/** Where a review comes back to: what ended, to its beginning; a closed one, to what is still owed after its decision. */
const reopenedTo = (state: ReviewState): ReviewState | undefined => {
  if (state === 'closed') return 'decided';
  return ['invalid', 'withdrawn', 'forwarded', 'valid'].includes(state) ? 'received' : undefined;
};

const endForm = z
  .object({
    to: z.string().min(1, 'Choose how it ends'),
    withdrawn: z.string(),
    on: neededDate('The day it ended'),
    reasons: z.string().refine((text) => text.trim() !== '', 'Enter the reasons'),
  })
  .refine(({ to, withdrawn }) => to !== 'withdrawn' || withdrawn !== '', {
    path: ['withdrawn'],
    message: 'Choose what is withdrawn',
  });

const withdrawnItems = [
  {
    value: 'application',
    text: 'The application alone',
    hint: 'The complaint stands as the force dealt with it.',
  },
  {
    value: 'complaint',
    text: 'The complaint itself',
    hint: 'The appropriate authority is told of it (SI 2020/2, regulation 38): it is the next step then.',
  },
];

function End({ shown: { review } }: ShownProps): ReactNode {
  const { id } = review;
  const today = useSession().data?.today;
  const end = useWrite('reviews.end');
  const [ending] = useState(newRecordId);
  const toIopc = missingFor(review, 'forwarded').length === 0;
  const sent = useSentForm({
    name: `review end ${id}`,
    schema: endForm,
    blank: { to: '', withdrawn: '', on: typedDate(today), reasons: '' },
    send: ({ to, withdrawn, on, reasons }) =>
      end.run({
        id,
        ending: {
          id: ending,
          to: endingKinds.find((kind) => kind === to) ?? 'invalid',
          on: parseDate(on),
          reasons,
          ...(to === 'withdrawn' && { withdrawn: withdrawn as 'application' | 'complaint' }),
        },
      }),
    done: 'The review has ended.',
    onSent: (on) => on(`/reviews/${id}`),
  });
  const { register, watch, formState } = sent.form;
  const { errors } = formState;
  return (
    <SentForm main sent={sent} writing={end} label="End the review" button="End the review">
      <Radios
        legend="How it ends"
        legendSize="m"
        hint={toIopc ? undefined : 'It goes to the IOPC only where the seven questions say so.'}
        error={errors.to?.message}
        items={[
          { value: 'invalid', text: 'It is not valid' },
          {
            value: 'withdrawn',
            text: 'It is withdrawn',
            conditional: watch('to') === 'withdrawn' && (
              <Radios
                legend="What is withdrawn"
                legendSize="s"
                items={withdrawnItems}
                error={errors.withdrawn?.message}
                {...register('withdrawn')}
              />
            ),
          },
          toIopc && {
            value: 'forwarded',
            text: 'The whole complaint is forwarded to the IOPC',
            hint: `The applicant is told, and it counts as made on the day it is forwarded (${forwardingBasis}).`,
          },
        ]}
        {...register('to')}
      />
      <TextInput
        label="Ended on"
        width={10}
        autoComplete="off"
        error={errors.on?.message}
        {...register('on')}
      />
      <Textarea
        label="Reasons"
        hint="They go into the letter to the applicant."
        rows={4}
        error={errors.reasons?.message}
        {...register('reasons')}
      />
    </SentForm>
  );
}

const reopenForm = z.object({
  why: z.string().refine((text) => text.trim() !== '', 'Enter the reason'),
});

function Reopen({ shown: { review, state }, to }: ShownProps & { to: ReviewState }): ReactNode {
  const { id } = review;
  const move = useWrite('reviews.move');
  const sent = useSentForm({
    name: `review reopen ${id}`,
    schema: reopenForm,
    blank: { why: '' },
    send: ({ why }) => move.run({ id, to, why }),
    done: `It stands as: ${stateWords[to].toLowerCase()}.`,
    onSent: (on) => on(`/reviews/${id}`),
  });
  const isTakenOn = state === 'valid';
  return (
    <section aria-labelledby="back" className="govuk-!-margin-top-6">
      <h2 className="govuk-heading-m" id="back">
        {isTakenOn ? 'Take back that it is valid' : 'Reopen it'}
      </h2>
      <SentForm
        main={!isTakenOn}
        sent={sent}
        writing={move}
        label="Reopen the review"
        button={isTakenOn ? 'Take it back' : 'Reopen the review'}
      >
        <Textarea
          label="Why"
          rows={3}
          error={sent.form.formState.errors.why?.message}
          {...sent.form.register('why')}
        />
      </SentForm>
    </section>
  );
}
