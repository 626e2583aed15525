import { type ReactNode, useState } from 'react';
import { z } from 'zod';
import { useWrite } from '#renderer/app/host.tsx';
import { newRecordId } from '#renderer/editing/newRecordId.ts';
import { neededDate, typedDate } from '#renderer/editing/typed.ts';
import { Details, Radios, Textarea, TextInput } from '#renderer/kit/index.ts';
import { SentForm } from '#renderer/people/SentForm.tsx';
import { useSentForm } from '#renderer/people/useSentForm.ts';
import { words } from '#shared/records/common.ts';
import { recommendationAnswers } from '#shared/records/recommendation.ts';
import { parseDate } from '#shared/times.ts';
import { answerWords } from './words.tsx';

/** What is refused, wholly or in part, has reasons (SI 2020/2, regulation 30). */
const answerForm = (madeOn: string, today: string) =>
  z
    .object({
      answer: z.enum(recommendationAnswers, 'Choose what the force answered'),
      on: neededDate('The day of the answer')
        .refine((text) => (parseDate(text) ?? '') <= today, 'The day of the answer is yet to come')
        .refine(
          (text) => (parseDate(text) ?? '') >= madeOn,
          'The force cannot answer before the recommendation was made',
        ),
      from: words,
      reasons: words,
    })
    .superRefine(({ answer, reasons }, context) => {
      if (answer !== 'accepted' && !reasons.trim())
        context.addIssue({ code: 'custom', path: ['reasons'], message: 'Enter the reasons the force gives' });
    });
type AnswerForm = z.infer<ReturnType<typeof answerForm>>;

type AnswerFormProps = { id: string; madeOn: string; today: string; first: boolean };

/** What the force answered, entered by hand: it has no account. It may answer again, and the last answer stands. */
export function AnswerForm({ id, madeOn, today, first }: AnswerFormProps): ReactNode {
  const answer = useWrite('recommendations.answer');
  const [own, setOwn] = useState(newRecordId);
  const sent = useSentForm<AnswerForm>({
    name: `recommendation answer ${id}`,
    schema: answerForm(madeOn, today),
    blank: { answer: '' as never, on: typedDate(today), from: '', reasons: '' },
    send: ({ answer: said, on, from, reasons }) =>
      answer.run({
        id,
        answer: {
          ...{ id: own, answer: said, on: parseDate(on) ?? today },
          ...(from.trim() && { from: from.trim() }),
          ...(reasons.trim() && { reasons: reasons.trim() }),
        },
      }),
    done: 'The answer is entered.',
    onSent: () => setOwn(newRecordId()),
  });
  const { register, formState } = sent.form;
  const { errors } = formState;
  const form = (
    <SentForm sent={sent} writing={answer} label="Answer of the force" button="Enter the answer" main={first}>
      <Radios
        legend="What the force answered"
        legendSize="s"
        items={recommendationAnswers.map((value) => ({ value, text: answerWords[value] }))}
        error={errors.answer?.message}
        {...register('answer')}
      />
      <TextInput
        label="Answered on"
        width={10}
        autoComplete="off"
        error={errors.on?.message}
        {...register('on')}
      />
      <TextInput
        label="Who answered"
        hint="Their post, and name if it matters; may be left blank"
        autoComplete="off"
        error={errors.from?.message}
        {...register('from')}
      />
      <Textarea
        label="The force’s reasons"
        hint="Needed where it refuses, wholly or in part"
        rows={4}
        error={errors.reasons?.message}
        {...register('reasons')}
      />
    </SentForm>
  );
  return first ? (
    <>
      <h2 className="govuk-heading-m">The force’s answer</h2>
      {form}
    </>
  ) : (
    <Details summary="Enter another answer of the force" open={formState.isDirty || undefined}>
      {form}
    </Details>
  );
}
