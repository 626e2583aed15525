import type { ReactNode } from 'react';
import { z } from 'zod';
import { useWrite } from '#renderer/app/host.tsx';
import { Radios, Textarea, TextInput } from '#renderer/kit/index.ts';
import { SentForm } from '#renderer/people/SentForm.tsx';
import { useSentForm } from '#renderer/people/useSentForm.ts';
import type { RestrictionView } from '#shared/contact-views.ts';
import { words } from '#shared/records/common.ts';
import { parseDate } from '#shared/times.ts';

const whats = ['goes on', 'appeal', 'ended'] as const;
const form = z
  .object({
    what: z.enum(whats, 'Choose what happened'),
    again: z.string(),
    appeal: words,
    ended: z.string(),
  })
  .superRefine(({ what, again, appeal, ended }, context) => {
    const problem = (path: string, message: string) =>
      context.addIssue({ code: 'custom', path: [path], message });
    if (what === 'goes on' && !parseDate(again))
      problem('again', 'Enter by when it is looked at again, such as 3/11/2026');
    if (what === 'ended' && !parseDate(ended)) problem('ended', 'Enter when it ended, such as 3/11/2026');
    if (what === 'appeal' && !appeal.trim())
      problem('appeal', 'Enter what was appealed, and what came of it');
  });
type Form = z.infer<typeof form>;

type Deed = Parameters<ReturnType<typeof useWrite<'contacts.restriction'>>['run']>[0]['what'];
const deedOf = ({ what, again, appeal, ended }: Form): Deed => {
  if (what === 'appeal') return { kind: what, words: appeal };
  if (what === 'ended') return { kind: what, on: parseDate(ended) as string };
  return { kind: what, review: parseDate(again) as string };
};

/** What became of a restriction: it was looked at and goes on, it was appealed against, it ended. */
export function RestrictionForm({ one: { contact, restriction } }: { one: RestrictionView }): ReactNode {
  const write = useWrite('contacts.restriction');
  const sent = useSentForm<Form>({
    name: `restriction ${restriction.id}`,
    schema: form,
    blank: { what: '' as never, again: '', appeal: restriction.appeal ?? '', ended: '' },
    send: (typed) => write.run({ id: contact, restriction: restriction.id, what: deedOf(typed) }),
    done: 'It is written down.',
  });
  const { register, formState } = sent.form;
  const { errors } = formState;
  const day = (field: 'again' | 'ended', label: string) => (
    <TextInput
      id={`${field}-${restriction.id}`}
      label={label}
      width={10}
      autoComplete="off"
      error={errors[field]?.message}
      {...register(field)}
    />
  );
  return (
    <SentForm sent={sent} writing={write} label="What became of the restriction" button="Write it down">
      <Radios
        legend="What became of it?"
        legendSize="s"
        small
        error={errors.what?.message}
        items={[
          {
            value: 'goes on',
            text: 'It was looked at, and goes on',
            conditional: day('again', 'Looked at again by'),
          },
          {
            value: 'appeal',
            text: 'They appealed against it',
            conditional: (
              <Textarea
                id={`appeal-${restriction.id}`}
                label="What they said, and what came of it"
                rows={3}
                error={errors.appeal?.message}
                {...register('appeal')}
              />
            ),
          },
          { value: 'ended', text: 'It ended', conditional: day('ended', 'Ended on') },
        ]}
        {...register('what')}
      />
    </SentForm>
  );
}
