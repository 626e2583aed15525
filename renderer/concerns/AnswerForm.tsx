import { zodResolver } from '@hookform/resolvers/zod';
import { type ReactNode, useState } from 'react';
import { useForm } from 'react-hook-form';
import { z } from 'zod';
import { Failed } from '#renderer/app/Failed.tsx';
import { useWrite } from '#renderer/app/host.tsx';
import { useSession } from '#renderer/app/session.ts';
import { problemsOf } from '#renderer/editing/EditForm.tsx';
import { newRecordId } from '#renderer/editing/newRecordId.ts';
import { neededDate, neededName, typedDate } from '#renderer/editing/typed.ts';
import { useKeptForm } from '#renderer/editing/useKeptForm.ts';
import { Button, ErrorSummary, Radios, SendForm, Textarea, TextInput } from '#renderer/kit/index.ts';
import { clockNow } from '#renderer/visits/urgent/clockNow.ts';
import { words } from '#shared/records/common.ts';
import { capital } from '#shared/text.ts';
import { parseDate } from '#shared/times.ts';
import { answeringName } from './begun.ts';
import { viaWords } from './words.tsx';

const ways = ['letter', 'in person', 'telephone'] as const;

const answerForm = z.object({
  from: neededName('who answered'),
  on: neededDate('The day of the answer').refine(
    (text) => (parseDate(text) ?? '') <= clockNow(new Date()).on,
    'The day of the answer is yet to come',
  ),
  via: z.enum(ways),
  words: words.refine((text) => text.trim() !== '', 'Enter what they answered'),
});

/** What the police answered, entered by hand: they have no account. */
export function AnswerForm({ id, onAnswered }: { id: string; onAnswered: () => void }): ReactNode {
  const today = useSession().data?.today;
  const enter = useWrite('concerns.answer');
  const [answer] = useState(newRecordId);
  const form = useForm({
    resolver: zodResolver(answerForm),
    shouldFocusError: false,
    reValidateMode: 'onSubmit',
    defaultValues: { from: '', on: typedDate(today), via: 'letter' as const, words: '' },
  });
  const { register, handleSubmit, formState } = form;
  const sent = useKeptForm({ name: answeringName(id), form });
  const { errors } = formState;
  const problems = problemsOf(errors);
  const submit = handleSubmit(async (typed) => {
    const on = parseDate(typed.on) as string;
    const { from, via, words: said } = typed;
    const entered = await enter.run({ id, answer: { id: answer, on, from: from.trim(), via, words: said } });
    if (!entered.ok) return;
    await sent();
    onAnswered();
  });
  return (
    <SendForm aria-label="Answer of the police" send={submit}>
      {problems.length > 0 && <ErrorSummary key={formState.submitCount} errors={problems} />}
      <Failed failure={enter.failure} />
      <TextInput
        label="Who answered"
        hint="Their post, and name if it matters"
        autoComplete="off"
        error={errors.from?.message}
        {...register('from')}
      />
      <TextInput label="On" width={10} autoComplete="off" error={errors.on?.message} {...register('on')} />
      <Radios
        legend="How it came"
        legendSize="s"
        inline
        items={ways.map((value) => ({ value, text: capital(viaWords[value]) }))}
        {...register('via')}
      />
      <Textarea label="What they answered" rows={4} error={errors.words?.message} {...register('words')} />
      <Button>Enter the answer</Button>
    </SendForm>
  );
}
