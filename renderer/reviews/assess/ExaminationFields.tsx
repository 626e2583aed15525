import type { ReactNode } from 'react';
import type { Path, UseFormReturn } from 'react-hook-form';
import { Radios, Textarea } from '#renderer/kit/index.ts';
import type { Asked } from '#shared/records/review-settings.ts';
import type { ExaminationForm } from './allegationForm.ts';
import { findingChoices } from './words.ts';

type ExaminationFieldsProps<F extends ExaminationForm> = {
  form: UseFormReturn<F>;
  prompts: readonly Asked[];
  /** What is examined, in the question. */
  question: string;
};

/** The office's prompts, which inform the one statutory question, and that question with its reasons. */
export function ExaminationFields<F extends ExaminationForm>(props: ExaminationFieldsProps<F>): ReactNode {
  const { form, prompts, question } = props;
  const { register, formState } = form;
  const errors = formState.errors as Partial<Record<'finding' | 'reasons', { message?: string }>>;
  return (
    <>
      {prompts.length > 0 && (
        <>
          <h2 className="govuk-heading-m">What informs the finding</h2>
          <p className="govuk-body">
            The office’s own prompts. They inform the question below and do not take its place.
          </p>
        </>
      )}
      {prompts.map(({ id, words }) => (
        <Textarea key={id} label={words} rows={4} {...register(`said.${id}` as Path<F>)} />
      ))}
      <Radios
        legend={question}
        legendSize="m"
        hint="The question that the law asks (Police Reform Act 2002, Schedule 3, paragraphs 6A and 25)"
        items={findingChoices}
        error={errors.finding?.message}
        {...register('finding' as Path<F>)}
      />
      <Textarea
        label="Reasons"
        rows={6}
        error={errors.reasons?.message}
        {...register('reasons' as Path<F>)}
      />
    </>
  );
}
