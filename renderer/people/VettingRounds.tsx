import { type ReactNode, useState } from 'react';
import { z } from 'zod';
import { useWrite } from '#renderer/app/host.tsx';
import { dayWords } from '#renderer/dates.ts';
import { newRecordId } from '#renderer/editing/newRecordId.ts';
import { given, maybeDate, maybeName, typedDate } from '#renderer/editing/typed.ts';
import { Select, Table, Textarea, TextInput } from '#renderer/kit/index.ts';
import { type PersonFile, vettingOutcomes } from '#shared/records/person-file.ts';
import { capital } from '#shared/text.ts';
import { parseDate } from '#shared/times.ts';
import { Change, Hidden } from './References.tsx';
import { SentForm } from './SentForm.tsx';
import { useSentForm } from './useSentForm.ts';

type Round = PersonFile['vetting'][number];

const needsDays = 'Vetting that was cleared needs';

const roundForm = z
  .object({
    level: maybeName('The level'),
    vettingSent: maybeDate('The day it was sent'),
    decided: maybeDate('The day of the decision'),
    outcome: z.enum(['', ...vettingOutcomes]),
    expires: maybeDate('The last day'),
    vettingWords: z.string(),
  })
  .refine(({ outcome, decided }) => outcome !== 'cleared' || decided.trim() !== '', {
    path: ['decided'],
    message: `${needsDays} the day of the decision`,
  })
  .refine(({ outcome, expires }) => outcome !== 'cleared' || expires.trim() !== '', {
    path: ['expires'],
    message: `${needsDays} its last day`,
  });

/** Each time the police vetted somebody: clearing sets the last day of their vetting. */
export function VettingRounds({ person, file }: { person: string; file: PersonFile }): ReactNode {
  const [changed, change] = useState<Round>();
  return (
    <>
      <h2 className="govuk-heading-m">Vetting</h2>
      {file.vetting.length > 0 && (
        <Table
          dense
          caption="Vetting"
          captionHidden
          firstCellIsHeader
          head={['Level', 'Sent', 'Decided', 'Outcome', 'Until', { content: <Hidden>Change</Hidden> }]}
          rows={file.vetting.map((one) => ({
            key: one.id,
            cells: [
              one.level ?? 'Vetting',
              one.sent ? dayWords(one.sent) : '',
              one.decided ? dayWords(one.decided) : '',
              one.outcome ? capital(one.outcome) : 'awaited',
              one.expires ? dayWords(one.expires) : '',
              <Change key="change" of="this round of vetting" onChange={() => change(one)} />,
            ],
          }))}
        />
      )}
      <RoundForm
        key={changed?.id ?? 'new'}
        person={person}
        round={changed}
        onSent={() => change((now) => (now === changed ? undefined : now))}
      />
    </>
  );
}

type RoundFormProps = { person: string; round: Round | undefined; onSent: () => void };

function RoundForm({ person, round, onSent }: RoundFormProps): ReactNode {
  const set = useWrite('volunteers.setVetting');
  const sent = useSentForm({
    name: `vetting ${person} ${round?.id ?? 'new'}`,
    schema: roundForm,
    blank: {
      level: round?.level ?? '',
      vettingSent: typedDate(round?.sent),
      decided: typedDate(round?.decided),
      outcome: round?.outcome ?? '',
      expires: typedDate(round?.expires),
      vettingWords: round?.words ?? '',
    } as z.infer<typeof roundForm>,
    send: (typed) =>
      set.run({
        id: person,
        round: {
          ...round,
          id: round?.id ?? newRecordId(),
          level: given(typed.level),
          sent: parseDate(typed.vettingSent),
          decided: parseDate(typed.decided),
          outcome: typed.outcome || undefined,
          expires: parseDate(typed.expires),
          words: given(typed.vettingWords),
        },
      }),
    done: 'The vetting is saved.',
    onSent,
  });
  const { register, formState } = sent.form;
  const { errors } = formState;
  const label = round ? 'Change this round of vetting' : 'Add a round of vetting';
  return (
    <SentForm sent={sent} writing={set} label={label} button={round ? 'Save the vetting' : 'Add the vetting'}>
      <h3 className="govuk-heading-s">{label}</h3>
      <TextInput
        label="Level"
        hint="As the force calls it"
        width={20}
        error={errors.level?.message}
        {...register('level')}
      />
      <div className="desk-filters">
        <TextInput
          label="Sent on"
          width={10}
          autoComplete="off"
          error={errors.vettingSent?.message}
          {...register('vettingSent')}
        />
        <Select
          label="Outcome"
          options={[
            { value: '', text: 'Awaited' },
            ...vettingOutcomes.map((value) => ({ value, text: capital(value) })),
          ]}
          {...register('outcome')}
        />
        <TextInput
          label="Decided on"
          width={10}
          autoComplete="off"
          error={errors.decided?.message}
          {...register('decided')}
        />
        <TextInput
          label="Good until"
          width={10}
          autoComplete="off"
          error={errors.expires?.message}
          {...register('expires')}
        />
      </div>
      <Textarea label="Words (may be left blank)" rows={2} maxLength={30_000} {...register('vettingWords')} />
    </SentForm>
  );
}
