import { zodResolver } from '@hookform/resolvers/zod';
import { type ReactNode, useState } from 'react';
import { useForm } from 'react-hook-form';
import { z } from 'zod';
import { Failed } from '#renderer/app/Failed.tsx';
import { useWrite } from '#renderer/app/host.tsx';
import { useSession } from '#renderer/app/session.ts';
import { say } from '#renderer/app/state.ts';
import { problemsOf } from '#renderer/editing/EditForm.tsx';
import { newRecordId } from '#renderer/editing/newRecordId.ts';
import { given, neededDate, neededName, typedDate } from '#renderer/editing/typed.ts';
import { useKeptForm } from '#renderer/editing/useKeptForm.ts';
import { Button, ErrorSummary, SendForm, Textarea, TextInput, TimeInput } from '#renderer/kit/index.ts';
import { clockNow } from '#renderer/visits/urgent/clockNow.ts';
import { words } from '#shared/records/common.ts';
import { parseDate, parseTime } from '#shared/times.ts';
import { tellingName } from './begun.ts';

const told = z.object({
  who: neededName('who was told'),
  on: neededDate('The day they were told'),
  at: z
    .string()
    .trim()
    .refine(
      (text) => text === '' || parseTime(text) !== undefined,
      'The time must be a time such as 22:10, or blank',
    ),
  words,
});

/** Nobody was told tomorrow: a day or a time that is yet to come is a slip. */
const tellForm = told.superRefine(({ on, at }, { addIssue }) => {
  const now = clockNow(new Date());
  const day = parseDate(on) ?? '';
  const ahead = (path: string, message: string) => addIssue({ code: 'custom', path: [path], message });
  if (day > now.on) ahead('on', 'The day they were told is yet to come');
  else if (day === now.on && (parseTime(at) ?? '') > now.at) ahead('at', 'The time is yet to come');
});

type TellFormProps = {
  id: string;
  /** What the form is about, for the ear: several may stand on one page. */
  label: string;
  /** Its button is the main one of the page. */
  main?: boolean;
  onTold?: () => void;
};

/** Who was told of a matter that cannot wait, and when. */
export function TellForm({ id, label, main = false, onTold }: TellFormProps): ReactNode {
  const today = useSession().data?.today;
  const tell = useWrite('concerns.tell');
  const [telling, setTelling] = useState(newRecordId);
  const blank = { who: '', on: typedDate(today), at: '', words: '' };
  const form = useForm({
    resolver: zodResolver(tellForm),
    shouldFocusError: false,
    reValidateMode: 'onSubmit',
    defaultValues: blank,
  });
  const { register, handleSubmit, formState } = form;
  const sent = useKeptForm({ name: tellingName(id), form });
  const { errors } = formState;
  const field = (name: 'who' | 'on' | 'at' | 'words') => ({
    ...register(name),
    id: `${name}-${id}`,
    error: errors[name]?.message,
  });
  const problems = problemsOf(errors).map((one) => ({ ...one, id: `${one.id}-${id}` }));
  const submit = handleSubmit(async (typed) => {
    const at = parseTime(typed.at);
    const said = given(typed.words);
    const answer = await tell.run({
      id,
      telling: {
        id: telling,
        who: typed.who.trim(),
        on: parseDate(typed.on) as string,
        ...(at && { at }),
        ...(said && { words: said }),
      },
    });
    if (!answer.ok) return;
    setTelling(newRecordId());
    await sent(blank);
    say('It is written down who was told.');
    onTold?.();
  });
  return (
    <SendForm aria-label={`Telling about ${label}`} send={submit}>
      {problems.length > 0 && <ErrorSummary key={formState.submitCount} errors={problems} />}
      <Failed failure={tell.failure} />
      <TextInput
        label="Who was told"
        hint="Their post, and name if it matters"
        autoComplete="off"
        {...field('who')}
      />
      <div className="desk-filters">
        <TextInput label="On" width={10} autoComplete="off" {...field('on')} />
        <TimeInput label="At" {...field('at')} />
      </div>
      <Textarea label="What they said (can be left blank)" rows={2} {...field('words')} />
      <Button {...(!main && { kind: 'secondary' })}>Write down who was told</Button>
    </SendForm>
  );
}
