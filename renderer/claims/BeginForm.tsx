import { zodResolver } from '@hookform/resolvers/zod';
import type { ReactNode } from 'react';
import { useForm } from 'react-hook-form';
import { z } from 'zod';
import { Failed } from '#renderer/app/Failed.tsx';
import { useWrite } from '#renderer/app/host.tsx';
import { onward } from '#renderer/app/place.ts';
import { problemsOf } from '#renderer/editing/EditForm.tsx';
import { useKeptForm } from '#renderer/editing/useKeptForm.ts';
import { Button, Details, ErrorSummary, Select, SendForm, TextInput } from '#renderer/kit/index.ts';

/** A month as typed: 5/2024 or 2024-05. */
const parseMonth = (text: string): string | undefined => {
  const match = /^(\d{1,2})\s*[/.]\s*(\d{4})$/.exec(text.trim());
  const iso = match ? `${match[2]}-${match[1]?.padStart(2, '0')}` : text.trim();
  return /^\d{4}-(0[1-9]|1[0-2])$/.test(iso) ? iso : undefined;
};

const beginForm = z.object({
  person: z.string().min(1, 'Choose whose claim it is'),
  month: z.string().refine((text) => parseMonth(text) !== undefined, 'Enter the month, such as 5/2024'),
});

type BeginFormProps = { people: readonly { id: string; name: string }[]; today: string };

/** An office without a hub writes down what its volunteers hand in on paper. */
export function BeginForm({ people, today }: BeginFormProps): ReactNode {
  const begin = useWrite('claims.begin');
  const form = useForm({
    resolver: zodResolver(beginForm),
    shouldFocusError: false,
    reValidateMode: 'onSubmit',
    defaultValues: { person: '', month: `${Number(today.slice(5, 7))}/${today.slice(0, 4)}` },
  });
  const { register, handleSubmit, formState } = form;
  const sent = useKeptForm({ name: 'claim to begin', form });
  const { errors } = formState;
  const problems = problemsOf(errors);
  const submit = handleSubmit(async ({ person, month }) => {
    const on = onward();
    const answer = await begin.run({ person, month: parseMonth(month) as string });
    if (!answer.ok) return;
    await sent();
    on(`/claims/${answer.value.id}`);
  });
  return (
    <Details summary="Write down the claim of a volunteer">
      <SendForm aria-label="Claim of a volunteer" send={submit}>
        {problems.length > 0 && <ErrorSummary key={formState.submitCount} errors={problems} />}
        <Failed failure={begin.failure} />
        <Select
          label="Whose claim it is"
          options={[
            { value: '', text: 'Choose one' },
            ...people.map(({ id, name }) => ({ value: id, text: name })),
          ]}
          error={errors.person?.message}
          {...register('person')}
        />
        <TextInput
          label="Month"
          hint="For example 5/2024"
          width={10}
          autoComplete="off"
          error={errors.month?.message}
          {...register('month')}
        />
        <Button kind="secondary">Open the claim</Button>
      </SendForm>
    </Details>
  );
}
