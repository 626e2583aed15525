import type { ReactNode } from 'react';
import { z } from 'zod';
import { useHost, useWrite } from '#renderer/app/host.tsx';
import { EditForm } from '#renderer/editing/EditForm.tsx';
import { type Edited, useEdited } from '#renderer/editing/useEdited.ts';
import { Button, InsetText, Radios, Textarea } from '#renderer/kit/index.ts';
import { SentForm } from '#renderer/people/SentForm.tsx';
import { useSentForm } from '#renderer/people/useSentForm.ts';
import { isolated } from '#shared/bidi.ts';
import type { Review } from '#shared/records/review.ts';
import { reviewBodies } from '#shared/records/review-parts.ts';
import { ok } from '#shared/result.ts';
import { bodyBasis, bodyQuestions } from '#shared/reviews/body.ts';
import type { ReviewShown } from '../parts.ts';
import { ReviewFrame } from '../ReviewFrame.tsx';
import { bodyWords } from '../words.tsx';
import { type BodyForm, bodyForm, fromBodyForm, toBodyForm } from './bodyForm.ts';

/** Which body decides: seven questions, what follows from them, and what sets that aside. */
export function BodyPage(): ReactNode {
  return (
    <ReviewFrame title="Which body decides">
      {(shown) => (
        <>
          <Result shown={shown} />
          <Questions key={shown.review.id} review={shown.review} hasEnded={shown.standing !== 'open'} />
          {shown.may.write && <Override shown={shown} />}
        </>
      )}
    </ReviewFrame>
  );
}

type ShownProps = { shown: ReviewShown };

function Result({ shown: { body, review, names } }: ShownProps): ReactNode {
  const override = review.body?.override;
  if (!body.body)
    return (
      <InsetText>
        {body.unanswered.length} of the seven questions are still to be answered. One yes is enough for the
        IOPC; this body decides only where all are answered no.
      </InsetText>
    );
  return (
    <InsetText>
      <p className="govuk-body">
        <strong>{bodyWords[body.body]}:</strong> {body.reasons.join('; ')}.
      </p>
      {override ? (
        <p className="govuk-body govuk-!-margin-bottom-0">
          {isolated(names[override.by] ?? 'Somebody')} set aside what follows from the answers
          {body.derived && ` (${bodyWords[body.derived].toLowerCase().replace('iopc', 'IOPC')})`}.
        </p>
      ) : (
        <p className="govuk-body-s govuk-!-margin-bottom-0">
          It follows from the answers. It rests on: {bodyBasis}.
        </p>
      )}
      {body.body === 'IOPC' && (
        <p className="govuk-body govuk-!-margin-top-3 govuk-!-margin-bottom-0">
          <a className="govuk-link" href={`#/reviews/${review.id}/end`}>
            Forward the whole complaint to the IOPC
          </a>
        </p>
      )}
    </InsetText>
  );
}

function Questions({ review, hasEnded }: { review: Review; hasEnded: boolean }): ReactNode {
  const host = useHost();
  const save = useWrite('reviews.save');
  const edited: Edited<BodyForm> = useEdited({
    name: `review body ${review.id}`,
    record: review,
    schema: bodyForm,
    toForm: toBodyForm,
    fromForm: (typed, base: Review | undefined) => fromBodyForm(typed, base ?? review),
    save: (patch) => {
      const reason = edited.form.getValues('reason').trim();
      return save.run({ id: review.id, patch, ...(reason && { reason }) });
    },
    reload: async () => {
      const now = await host.call('reviews.get', { id: review.id });
      return now.ok ? ok(now.value.review) : now;
    },
  });
  const { register, watch } = edited.form;
  return (
    <EditForm
      edited={edited}
      call="reviews.save"
      label="Seven questions"
      save="Save the answers"
      fieldNames={{ body: 'The answers' }}
    >
      <p className="govuk-hint">
        The questions are put in the words of ICV Desk. What counts are those of the law: {bodyBasis}.
      </p>
      {bodyQuestions.map(({ id, question }, place) => (
        <Radios
          key={id}
          legend={`${place + 1}. ${question}`}
          legendSize="s"
          items={[
            {
              value: 'yes',
              text: 'Yes',
              conditional: watch(`${id}.answer`) === 'yes' && (
                <Textarea label="What makes it so" rows={2} maxLength={30_000} {...register(`${id}.words`)} />
              ),
            },
            { value: 'no', text: 'No' },
          ]}
          {...register(`${id}.answer`)}
        />
      ))}
      {hasEnded && (
        <Textarea
          label="Why it is corrected"
          hint="The review has ended: what it said stays with it, with the reason."
          rows={3}
          maxLength={30_000}
          {...register('reason')}
        />
      )}
    </EditForm>
  );
}

const overrideForm = z.object({
  body: z.enum(reviewBodies, 'Choose which body decides'),
  reason: z.string().refine((text) => text.trim() !== '', 'Enter why the answers are set aside'),
});

/** What follows from the answers is set aside only with a reason, and that is taken back as easily. */
function Override({ shown: { review, body } }: ShownProps): ReactNode {
  const { id } = review;
  const override = useWrite('reviews.override');
  const sent = useSentForm({
    name: `review override ${id}`,
    schema: overrideForm as z.ZodType<{ body: string; reason: string }, { body: string; reason: string }>,
    blank: { body: '', reason: '' },
    send: (typed) => override.run({ id, ...overrideForm.parse(typed) }),
    done: 'The answers are set aside.',
  });
  const { register, formState } = sent.form;
  if (review.body?.override)
    return (
      <Button
        type="button"
        kind="secondary"
        disabled={override.busy}
        onClick={() => void override.run({ id, body: null })}
      >
        Go by the answers again
      </Button>
    );
  if (!body.derived) return null;
  return (
    <section aria-labelledby="aside" className="desk-screen-only">
      <h2 className="govuk-heading-m" id="aside">
        Set the answers aside
      </h2>
      <SentForm sent={sent} writing={override} label="Set the answers aside" button="Set them aside">
        <Radios
          legend="Instead"
          legendSize="s"
          items={reviewBodies
            .filter((one) => one !== body.derived)
            .map((value) => ({ value, text: bodyWords[value] }))}
          error={formState.errors.body?.message}
          {...register('body')}
        />
        <Textarea label="Why" rows={3} error={formState.errors.reason?.message} {...register('reason')} />
      </SentForm>
    </section>
  );
}
