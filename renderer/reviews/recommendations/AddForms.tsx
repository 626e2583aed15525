import { type ReactNode, useState } from 'react';
import { z } from 'zod';
import { useWrite } from '#renderer/app/host.tsx';
import { newRecordId } from '#renderer/editing/newRecordId.ts';
import { neededDate, typedDate } from '#renderer/editing/typed.ts';
import { Radios, Textarea, TextInput } from '#renderer/kit/index.ts';
import { SentForm } from '#renderer/people/SentForm.tsx';
import { useSentForm } from '#renderer/people/useSentForm.ts';
import { words } from '#shared/records/common.ts';
import { parseDate } from '#shared/times.ts';

const kinds = ['step', 'told', 'changed'] as const;
const missing = {
  step: 'Enter what the force did',
  changed: 'Enter what changed',
} as const;

const addForm = (today: string) =>
  z
    .object({
      kind: z.enum(kinds, 'Choose what there is to add'),
      step: words,
      evidence: words,
      changed: words,
      // Not `on`, which is the name of the day of an answer on the same page.
      day: neededDate('The day of it').refine(
        (text) => (parseDate(text) ?? '') <= today,
        'The day of it is yet to come',
      ),
    })
    .superRefine((typed, context) => {
      if (typed.kind !== 'told' && !typed[typed.kind]?.trim())
        context.addIssue({ code: 'custom', path: [typed.kind], message: missing[typed.kind] });
    });
type AddForm = z.infer<ReturnType<typeof addForm>>;

/** What became of a recommendation: a step and what shows it, that the complainant was told, what changed. */
export function AddForms({ id, today }: { id: string; today: string }): ReactNode {
  const add = useWrite('recommendations.add');
  const [own, setOwn] = useState(newRecordId);
  const sent = useSentForm<AddForm>({
    name: `recommendation add ${id}`,
    schema: addForm(today),
    blank: { kind: '' as never, step: '', evidence: '', changed: '', day: typedDate(today) },
    send: (typed) => add.run({ id, what: whatOf(typed, { id: own, on: parseDate(typed.day) ?? today }) }),
    done: 'It is added.',
    onSent: () => setOwn(newRecordId()),
  });
  const { register, formState } = sent.form;
  const { errors } = formState;
  return (
    <>
      <h2 className="govuk-heading-m">Add what became of it</h2>
      <SentForm sent={sent} writing={add} label="Add what became of it" button="Add it">
        <Radios
          legend="What is there to add?"
          legendSize="s"
          items={[
            {
              value: 'step',
              text: 'A step of the force',
              conditional: (
                <>
                  <Textarea
                    label="What the force did"
                    rows={3}
                    error={errors.step?.message}
                    {...register('step')}
                  />
                  <Textarea
                    label="What shows it"
                    hint="Blank where nothing shows it yet"
                    rows={2}
                    error={errors.evidence?.message}
                    {...register('evidence')}
                  />
                </>
              ),
            },
            { value: 'told', text: 'The complainant was told of the answer' },
            {
              value: 'changed',
              text: 'What changed because of it, and was evidenced',
              conditional: (
                <Textarea
                  label="What changed"
                  rows={3}
                  error={errors.changed?.message}
                  {...register('changed')}
                />
              ),
            },
          ]}
          error={errors.kind?.message}
          {...register('kind')}
        />
        <TextInput
          label="On"
          hint="The day of the step, of the telling, or on which the change was evidenced"
          width={10}
          autoComplete="off"
          error={errors.day?.message}
          {...register('day')}
        />
      </SentForm>
    </>
  );
}

const whatOf = ({ kind, step, evidence, changed }: AddForm, said: { id: string; on: string }) => {
  switch (kind) {
    case 'step':
      return { ...said, kind, words: step.trim(), ...(evidence.trim() && { evidence: evidence.trim() }) };
    case 'changed':
      return { ...said, kind, words: changed.trim() };
    default:
      return { ...said, kind };
  }
};
