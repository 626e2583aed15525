import { type ReactNode, useState } from 'react';
import { z } from 'zod';
import { useWrite } from '#renderer/app/host.tsx';
import { dayWords } from '#renderer/dates.ts';
import { newRecordId } from '#renderer/editing/newRecordId.ts';
import { given, maybeDate, neededName, typedDate } from '#renderer/editing/typed.ts';
import { Button, Table, Textarea, TextInput } from '#renderer/kit/index.ts';
import { isolated } from '#shared/bidi.ts';
import type { PersonFile } from '#shared/records/person-file.ts';
import { parseDate } from '#shared/times.ts';
import { SentForm } from './SentForm.tsx';
import { useSentForm } from './useSentForm.ts';

type Reference = PersonFile['references'][number];

const referenceForm = z.object({
  referee: neededName('the name of the referee'),
  asked: maybeDate('The day they were asked'),
  received: maybeDate('The day it came'),
  referenceWords: z.string(),
});

/** References: of whom, when asked for and when they came. */
export function References({ person, file }: { person: string; file: PersonFile }): ReactNode {
  const [changed, change] = useState<Reference>();
  return (
    <>
      <h2 className="govuk-heading-m">References</h2>
      {file.references.length > 0 && (
        <Table
          dense
          caption="References"
          captionHidden
          firstCellIsHeader
          head={['Referee', 'Asked', 'Came', 'What it says', { content: <Hidden>Change</Hidden> }]}
          rows={file.references.map((one) => ({
            key: one.id,
            cells: [
              one.name,
              one.asked ? dayWords(one.asked) : '',
              one.received ? dayWords(one.received) : 'not yet',
              one.words ?? '',
              <Change
                key="change"
                of={`the reference of ${isolated(one.name)}`}
                onChange={() => change(one)}
              />,
            ],
          }))}
        />
      )}
      <ReferenceForm
        key={changed?.id ?? 'new'}
        person={person}
        reference={changed}
        onSent={() => change((now) => (now === changed ? undefined : now))}
      />
    </>
  );
}

export const Hidden = ({ children }: { children: ReactNode }): ReactNode => (
  <span className="govuk-visually-hidden">{children}</span>
);

/** A button that brings an item of a list into the form beneath it. */
export const Change = ({ of, onChange }: { of: string; onChange: () => void }): ReactNode => (
  <Button type="button" kind="secondary" className="govuk-!-margin-bottom-0" onClick={onChange}>
    Change<Hidden> {of}</Hidden>
  </Button>
);

type ReferenceFormProps = { person: string; reference: Reference | undefined; onSent: () => void };

function ReferenceForm({ person, reference, onSent }: ReferenceFormProps): ReactNode {
  const set = useWrite('volunteers.setReference');
  const sent = useSentForm({
    name: `reference ${person} ${reference?.id ?? 'new'}`,
    schema: referenceForm,
    blank: {
      referee: reference?.name ?? '',
      asked: typedDate(reference?.asked),
      received: typedDate(reference?.received),
      referenceWords: reference?.words ?? '',
    },
    send: ({ referee, asked, received, referenceWords }) =>
      set.run({
        id: person,
        reference: {
          ...reference,
          id: reference?.id ?? newRecordId(),
          name: referee.trim(),
          asked: parseDate(asked),
          received: parseDate(received),
          words: given(referenceWords),
        },
      }),
    done: 'The reference is saved.',
    onSent,
  });
  const { register, formState } = sent.form;
  const { errors } = formState;
  const label = reference ? `Change the reference of ${isolated(reference.name)}` : 'Add a reference';
  return (
    <SentForm
      sent={sent}
      writing={set}
      label={label}
      button={reference ? 'Save the reference' : 'Add the reference'}
    >
      <h3 className="govuk-heading-s">{label}</h3>
      <TextInput
        label="Name of the referee"
        autoComplete="off"
        error={errors.referee?.message}
        {...register('referee')}
      />
      <div className="desk-filters">
        <TextInput
          label="Asked on"
          width={10}
          autoComplete="off"
          error={errors.asked?.message}
          {...register('asked')}
        />
        <TextInput
          label="Came on"
          width={10}
          autoComplete="off"
          error={errors.received?.message}
          {...register('received')}
        />
      </div>
      <Textarea
        label="What it says (may be left blank)"
        rows={2}
        maxLength={30_000}
        {...register('referenceWords')}
      />
    </SentForm>
  );
}
