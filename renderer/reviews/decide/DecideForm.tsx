import { type ReactNode, useState } from 'react';
import { z } from 'zod';
import { useWrite } from '#renderer/app/host.tsx';
import { newRecordId } from '#renderer/editing/newRecordId.ts';
import { maybeName, neededDate, typedDate } from '#renderer/editing/typed.ts';
import { Radios, Textarea, TextInput } from '#renderer/kit/index.ts';
import { SentForm } from '#renderer/people/SentForm.tsx';
import { useSentForm } from '#renderer/people/useSentForm.ts';
import { words } from '#shared/records/common.ts';
import { examinationFindings } from '#shared/records/review-parts.ts';
import { parseDate } from '#shared/times.ts';
import { findingChoices } from '../assess/words.ts';
import type { ReviewShown } from '../parts.ts';

const decideForm = (today: string) =>
  z.object({
    decision: z.enum(examinationFindings, 'Choose the decision'),
    reasons: words.refine((text) => text.trim() !== '', 'Enter the reasons for the decision'),
    on: neededDate('The day of the decision').refine(
      (text) => (parseDate(text) ?? '') <= today,
      'The day of the decision is yet to come',
    ),
    delegation: maybeName('The part of the scheme of delegation'),
  });
type DecideForm = z.infer<ReturnType<typeof decideForm>>;

/** The decision with its reasons, and the delegation it rests on where the Commissioner does not decide. */
export function DecideForm({ review, today }: { review: ReviewShown['review']; today: string }): ReactNode {
  const decide = useWrite('reviews.decide');
  const [own, setOwn] = useState(newRecordId);
  const sent = useSentForm<DecideForm>({
    name: `review decide ${review.id}`,
    schema: decideForm(today),
    blank: { decision: '' as never, reasons: '', on: typedDate(today), delegation: '' },
    send: ({ decision, reasons, on, delegation }) =>
      decide.run({
        id: review.id,
        decision: {
          ...{ id: own, decision, reasons, on: parseDate(on) ?? today },
          ...(delegation.trim() && { delegation: delegation.trim() }),
        },
      }),
    done: 'The review is decided.',
    onSent: () => setOwn(newRecordId()),
  });
  const { register, formState } = sent.form;
  const { errors } = formState;
  return (
    <SentForm sent={sent} writing={decide} label="Decision" button="Decide the review" main>
      <Radios
        legend="Was the outcome of the complaint reasonable and proportionate?"
        legendSize="m"
        items={findingChoices.filter(({ value }) => value !== '')}
        error={errors.decision?.message}
        {...register('decision')}
      />
      <Textarea
        label="Reasons"
        hint="They stand in the letter to the applicant"
        rows={8}
        error={errors.reasons?.message}
        {...register('reasons')}
      />
      <TextInput
        label="Decided on"
        width={10}
        autoComplete="off"
        error={errors.on?.message}
        {...register('on')}
      />
      <TextInput
        label="Part of the scheme of delegation"
        hint="Blank where the Commissioner decides"
        width={30}
        autoComplete="off"
        error={errors.delegation?.message}
        {...register('delegation')}
      />
    </SentForm>
  );
}
