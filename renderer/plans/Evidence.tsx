import { zodResolver } from '@hookform/resolvers/zod';
import { type ReactNode, useState } from 'react';
import { useForm } from 'react-hook-form';
import { z } from 'zod';
import { Failed } from '#renderer/app/Failed.tsx';
import { useWrite } from '#renderer/app/host.tsx';
import { say } from '#renderer/app/state.ts';
import { dayWords } from '#renderer/dates.ts';
import { given, neededDate, neededName } from '#renderer/editing/typed.ts';
import { useKeptForm } from '#renderer/editing/useKeptForm.ts';
import { Button, Details, SendForm, TextInput } from '#renderer/kit/index.ts';
import type { PlanItem } from '#shared/records/plan.ts';
import { parseDate } from '#shared/times.ts';

const evidenceForm = z.object({
  words: neededName('what shows that it was done'),
  on: neededDate('The day of the evidence'),
  link: z.string().trim().max(500, 'Write at most 500 characters'),
});
const blank = { words: '', on: '', link: '' };

/** What shows that a recommendation was done. A link is text to be copied: nothing is opened out of the application. */
export function Evidence({ item, may }: { item: PlanItem; may: boolean }): ReactNode {
  return (
    <>
      <h2 className="govuk-heading-m">Evidence</h2>
      {!item.evidence?.length && <p className="govuk-body">None yet.</p>}
      <ul className="govuk-list govuk-list--bullet">
        {item.evidence?.map(({ id, on, words, link }) => (
          <li key={id}>
            {dayWords(on)}: {words}
            {link && <span className="desk-words"> ({link})</span>}
          </li>
        ))}
      </ul>
      {may && <AddEvidence id={item.id} />}
    </>
  );
}

function AddEvidence({ id }: { id: string }): ReactNode {
  const add = useWrite('plans.addEvidence');
  const form = useForm({
    resolver: zodResolver(evidenceForm),
    defaultValues: blank,
  });
  const { register, handleSubmit, formState } = form;
  const [open, setOpen] = useState(false);
  // What was typed before is not hidden when it comes back.
  const sent = useKeptForm({ name: `evidence ${id}`, form, onBack: () => setOpen(true) });
  const { errors } = formState;
  const submit = handleSubmit(async ({ words, on, link }) => {
    const shown = given(link);
    const answer = await add.run({ id, words, on: parseDate(on) ?? on, ...(shown && { link: shown }) });
    if (!answer.ok) return;
    await sent(blank);
    say('The evidence is added.');
  });
  return (
    <Details
      summary="Add evidence"
      className="desk-screen-only"
      open={open}
      onToggle={({ currentTarget }) => setOpen(currentTarget.open)}
    >
      <SendForm aria-label="Add evidence" send={submit}>
        <Failed failure={add.failure} />
        <TextInput label="What shows it" error={errors.words?.message} {...register('words')} />
        <TextInput
          label="Of which day"
          hint="For example 3/11/2022"
          width={10}
          autoComplete="off"
          error={errors.on?.message}
          {...register('on')}
        />
        <TextInput
          label="Where it is kept"
          hint="A file name or an address. May be left blank."
          error={errors.link?.message}
          {...register('link')}
        />
        <Button kind="secondary">Add the evidence</Button>
      </SendForm>
    </Details>
  );
}
