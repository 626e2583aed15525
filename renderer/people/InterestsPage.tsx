import type { ReactNode } from 'react';
import { useWatch } from 'react-hook-form';
import { z } from 'zod';
import { useRead, useWrite } from '#renderer/app/host.tsx';
import { newRecordId } from '#renderer/editing/newRecordId.ts';
import { Radios, Select, Textarea } from '#renderer/kit/index.ts';
import { isolated } from '#shared/bidi.ts';
import { interestKinds } from '#shared/records/person-file.ts';
import { Interest } from './Interest.tsx';
import { interestTitles } from './interestTitles.ts';
import { PersonFrame, type PersonShown } from './PersonFrame.tsx';
import { SentForm } from './SentForm.tsx';
import { useSentForm } from './useSentForm.ts';

/** Interests that could stand in the way of somebody’s independence: declared by them, looked at by the coordinator. */
export function InterestsPage(): ReactNode {
  return (
    <PersonFrame title="Interests">
      {(shown) => (
        <>
          <p className="govuk-body">
            Custody visitors are independent of the police and of the body that runs the scheme. Whatever
            could touch that is declared: the coordinator looks at it, and until then it keeps from the suite
            or the person it is about.
          </p>
          {shown.interests.length === 0 && <p className="govuk-body">Nothing is declared.</p>}
          {shown.interests.map((interest) => (
            <Interest key={interest.id} interest={interest} names={shown.names} />
          ))}
          {shown.mayDeclare && <Declare key={shown.person.id} shown={shown} />}
        </>
      )}
    </PersonFrame>
  );
}

const declareForm = z
  .object({
    kind: z.enum(interestKinds),
    suite: z.string(),
    other: z.string(),
    interestWords: z.string(),
  })
  .refine(({ kind, suite }) => kind !== 'suite' || suite !== '', {
    path: ['suite'],
    message: 'Choose the suite it is about',
  })
  .refine(({ kind, other }) => kind !== 'person' || other !== '', {
    path: ['other'],
    message: 'Choose the person it is about',
  })
  .refine(({ kind, interestWords }) => kind === 'suite' || kind === 'person' || interestWords.trim() !== '', {
    path: ['interestWords'],
    message: 'Write in a few words what the interest is',
  });

function Declare({ shown: { person, mine } }: { shown: PersonShown }): ReactNode {
  const declare = useWrite('volunteers.declare');
  const suites = useRead('suites.list', {});
  const people = useRead('people.list', {});
  const sent = useSentForm({
    name: `interest of ${person.id}`,
    schema: declareForm,
    blank: { kind: 'suite', suite: '', other: '', interestWords: '' } as z.infer<typeof declareForm>,
    send: ({ kind, suite, other, interestWords }) =>
      declare.run({
        id: newRecordId(),
        person: person.id,
        kind,
        ...(kind === 'suite' && { suite }),
        ...(kind === 'person' && { other }),
        ...(interestWords.trim() && { words: interestWords }),
      }),
    done: 'The interest is declared.',
  });
  const { register, control, formState } = sent.form;
  const { errors } = formState;
  const kind = useWatch({ control, name: 'kind' });
  const others = (people.data ?? []).filter(({ id }) => id !== person.id);
  return (
    <>
      <h2 className="govuk-heading-m">Declare an interest</h2>
      <SentForm
        sent={sent}
        writing={declare}
        label="Declare an interest"
        button={mine ? 'Declare it' : `Declare it for ${isolated(person.name)}`}
        main
      >
        <Radios
          legend="What is it about?"
          legendSize="s"
          items={interestKinds.map((value) => ({ value, text: interestTitles[value] }))}
          {...register('kind')}
        />
        {kind === 'suite' && (
          <Select
            key={`suites ${suites.data?.length}`}
            label="Which suite?"
            error={errors.suite?.message}
            options={[
              { value: '', text: 'Choose a suite' },
              ...(suites.data ?? []).map(({ id, name }) => ({ value: id, text: name })),
            ]}
            {...register('suite')}
          />
        )}
        {kind === 'person' && (
          <Select
            key={`people ${others.length}`}
            label="Which person?"
            error={errors.other?.message}
            options={[
              { value: '', text: 'Choose a person' },
              ...others.map(({ id, name }) => ({ value: id, text: name })),
            ]}
            {...register('other')}
          />
        )}
        <Textarea
          label="In a few words"
          hint="The coordinator and whoever runs the panel read it. For example: my brother is a sergeant there."
          rows={3}
          maxLength={30_000}
          error={errors.interestWords?.message}
          {...register('interestWords')}
        />
      </SentForm>
    </>
  );
}
