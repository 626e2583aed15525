import { type ReactNode, useState } from 'react';
import { z } from 'zod';
import { useWrite } from '#renderer/app/host.tsx';
import { Quote } from '#renderer/app/Quote.tsx';
import { dayWords } from '#renderer/dates.ts';
import { newRecordId } from '#renderer/editing/newRecordId.ts';
import { Radios, Textarea, WarningText } from '#renderer/kit/index.ts';
import { SentForm } from '#renderer/people/SentForm.tsx';
import { useSentForm } from '#renderer/people/useSentForm.ts';
import { isolated } from '#shared/bidi.ts';
import { words } from '#shared/records/common.ts';
import { declarationOf } from '#shared/records/review.ts';
import type { ReviewShown } from '../parts.ts';

const declareForm = z.object({ conflict: z.enum(['', 'no', 'yes']), words }).superRefine((typed, context) => {
  if (typed.conflict === '')
    context.addIssue({
      code: 'custom',
      path: ['conflict'],
      message: 'Choose whether you have a conflict of interest',
    });
  if (typed.conflict === 'yes' && !typed.words.trim())
    context.addIssue({ code: 'custom', path: ['words'], message: 'Enter what the conflict is' });
});

/** What whoever has the review declared; asked of them before they examine anything. */
export function Declare({ shown }: { shown: ReviewShown }): ReactNode {
  const { review, names, may } = shown;
  const declared = declarationOf(review);
  if (!declared)
    return may.examine ? (
      <DeclareForm id={review.id} />
    ) : (
      <p className="govuk-body">
        {review.assignments.length === 0
          ? 'Nobody has been given this review yet.'
          : 'The assessor has not declared yet whether there is a conflict of interest.'}
      </p>
    );
  return (
    <>
      {declared.conflict ? (
        <WarningText>
          {isolated(names[declared.by] ?? 'The assessor')} declared a conflict of interest on{' '}
          {dayWords(declared.on)}. Somebody else has to be given this review.
        </WarningText>
      ) : (
        <p className="govuk-body">
          {isolated(names[declared.by] ?? 'The assessor')} declared on {dayWords(declared.on)} that there is
          no conflict of interest.
        </p>
      )}
      {declared.words && <Quote>{declared.words}</Quote>}
    </>
  );
}

function DeclareForm({ id }: { id: string }): ReactNode {
  const declare = useWrite('reviews.declare');
  const [declaration, setDeclaration] = useState(newRecordId);
  const sent = useSentForm<z.infer<typeof declareForm>>({
    name: `review declare ${id}`,
    schema: declareForm,
    blank: { conflict: '', words: '' },
    send: ({ conflict, words: said }) =>
      declare.run({
        id,
        declaration: {
          id: declaration,
          conflict: conflict === 'yes',
          ...(said.trim() && { words: said.trim() }),
        },
      }),
    done: 'Your declaration is entered.',
    onSent: () => setDeclaration(newRecordId()),
  });
  const { register, formState } = sent.form;
  const { errors } = formState;
  return (
    <SentForm sent={sent} writing={declare} label="Declaration" button="Declare" main>
      <Radios
        legend="Do you have a conflict of interest in this review?"
        legendSize="s"
        hint="For example because you know somebody in it, or dealt with the complaint before"
        items={[
          { value: 'no', text: 'No, I have none' },
          { value: 'yes', text: 'Yes', hint: 'The review is then given to somebody else' },
        ]}
        error={errors.conflict?.message}
        {...register('conflict')}
      />
      <Textarea
        label="What there is to say about it"
        hint="May be left blank where there is no conflict"
        rows={3}
        error={errors.words?.message}
        {...register('words')}
      />
    </SentForm>
  );
}
