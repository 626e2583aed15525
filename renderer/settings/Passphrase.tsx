import { zodResolver } from '@hookform/resolvers/zod';
import { type ReactNode, useState } from 'react';
import { Controller, useForm } from 'react-hook-form';
import { z } from 'zod';
import { Failed } from '#renderer/app/Failed.tsx';
import { useWrite } from '#renderer/app/host.tsx';
import { PassphraseInput } from '#renderer/app/PassphraseInput.tsx';
import { problemsOf } from '#renderer/editing/EditForm.tsx';
import { Button, ErrorSummary, NotificationBanner, SendForm } from '#renderer/kit/index.ts';

const schema = z
  .object({
    current: z.string().min(1, 'Enter your passphrase as it is now'),
    next: z.string().min(1, 'Enter a new passphrase'),
    again: z.string(),
  })
  .refine(({ next, again }) => next === again, {
    path: ['again'],
    message: 'The new passphrase must be the same both times',
  });
const blank = { current: '', next: '', again: '' };

const boxes = [
  { name: 'current', label: 'Passphrase now' },
  { name: 'next', label: 'New passphrase', isNew: true, hint: 'Four or five unrelated words are good.' },
  { name: 'again', label: 'New passphrase once more', isNew: true },
] as const;

/** Changes what opens this person's store. The records are not touched by it. */
export function Passphrase(): ReactNode {
  const change = useWrite('store.changePassphrase');
  const [changed, setChanged] = useState(false);
  const { control, handleSubmit, formState, reset } = useForm({
    resolver: zodResolver(schema),
    shouldFocusError: false,
    reValidateMode: 'onSubmit',
    defaultValues: blank,
  });
  const problems = problemsOf(formState.errors);
  const submit = handleSubmit(async ({ current, next }) => {
    setChanged(false);
    const answer = await change.run({ current, next });
    if (!answer.ok) return;
    reset(blank);
    setChanged(true);
  });
  return (
    <SendForm aria-label="Change your passphrase" send={submit}>
      {problems.length > 0 && <ErrorSummary key={formState.submitCount} errors={problems} />}
      <Failed failure={change.failure} />
      {changed && (
        <NotificationBanner type="success">
          Your passphrase is changed. Use the new one from now on.
        </NotificationBanner>
      )}
      {boxes.map((box) => (
        <Controller
          key={box.name}
          control={control}
          name={box.name}
          render={({ field, fieldState }) => (
            <PassphraseInput
              {...box}
              id={box.name}
              error={fieldState.error?.message}
              value={field.value}
              onValue={field.onChange}
            />
          )}
        />
      ))}
      <Button kind="secondary">Change the passphrase</Button>
    </SendForm>
  );
}
