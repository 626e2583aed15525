import { zodResolver } from '@hookform/resolvers/zod';
import type { BaseSyntheticEvent } from 'react';
import { type DefaultValues, type FieldValues, type UseFormReturn, useForm } from 'react-hook-form';
import type { z } from 'zod';
import { type go, onward } from '#renderer/app/place.ts';
import { say } from '#renderer/app/state.ts';
import { problemsOf } from '#renderer/editing/EditForm.tsx';
import { useKeptForm } from '#renderer/editing/useKeptForm.ts';
import type { Failure } from '#shared/errors.ts';
import type { Result } from '#shared/result.ts';

type Sending<F extends FieldValues> = {
  /** What the form is for, and the id of its record: what is typed and not sent is kept under it. */
  name: string;
  schema: z.ZodType<F, F>;
  /** What stands in its boxes before anything is typed. */
  blank: F;
  send: (typed: F) => Promise<Result<unknown, Failure>>;
  /** What is said once it was sent. */
  done: string;
  /** With the way on from here, for what leads to another page. */
  onSent?: (on: typeof go) => void;
};

export type SentForm<F extends FieldValues> = {
  form: UseFormReturn<F>;
  submit: (event: BaseSyntheticEvent) => Promise<void>;
  problems: { id: string; text: string }[];
  attempt: number;
};

/** A form that adds something to a record: what is typed is kept until its button is pressed, and then it is blank again. */
export function useSentForm<F extends FieldValues>(sending: Sending<F>): SentForm<F> {
  const { name, schema, blank, send, done, onSent } = sending;
  const form = useForm<F>({
    resolver: zodResolver(schema),
    defaultValues: blank as DefaultValues<F>,
    shouldFocusError: false,
    reValidateMode: 'onSubmit',
  });
  const sent = useKeptForm({ name, form });
  const { errors, submitCount } = form.formState;
  const submit = form.handleSubmit(async (typed) => {
    const on = onward();
    const answer = await send(typed as F);
    if (!answer.ok) return;
    await sent(blank);
    say(done);
    onSent?.(on);
  });
  return { form, submit, problems: problemsOf(errors), attempt: submitCount };
}
