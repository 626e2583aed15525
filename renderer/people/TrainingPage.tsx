import type { ReactNode } from 'react';
import { z } from 'zod';
import { Failed } from '#renderer/app/Failed.tsx';
import { useWrite } from '#renderer/app/host.tsx';
import { say } from '#renderer/app/state.ts';
import { dayWords } from '#renderer/dates.ts';
import { newRecordId } from '#renderer/editing/newRecordId.ts';
import { neededDate, neededName } from '#renderer/editing/typed.ts';
import { useMay } from '#renderer/editing/useMay.ts';
import { Button, Select, Table, TextInput } from '#renderer/kit/index.ts';
import { Attended } from '#renderer/sessions/Attended.tsx';
import type { Training } from '#shared/records/session.ts';
import { parseDate } from '#shared/times.ts';
import { PersonFrame, type PersonShown } from './PersonFrame.tsx';
import { SentForm } from './SentForm.tsx';
import { StandingTag } from './StandingTag.tsx';
import { useSentForm } from './useSentForm.ts';

/** What somebody was trained in, here and elsewhere, and what they have to take again. */
export function TrainingPage(): ReactNode {
  return (
    <PersonFrame title="Training">
      {(shown) => (
        <>
          {shown.standing && <Needed trainings={shown.standing.trainings} />}
          <Attended person={shown.person.id} />
          <Elsewhere shown={shown} />
        </>
      )}
    </PersonFrame>
  );
}

function Needed({ trainings }: { trainings: NonNullable<PersonShown['standing']>['trainings'] }): ReactNode {
  if (trainings.length === 0)
    return <p className="govuk-body">The office has not said yet which training volunteers need.</p>;
  return (
    <Table
      dense
      caption="Training that volunteers need"
      firstCellIsHeader
      head={['Training', 'Last taken', 'Where it stands']}
      rows={trainings.map(({ topic, last, state, until }) => ({
        key: topic,
        cells: [
          topic,
          last ? dayWords(last) : 'not known',
          <StandingTag key="stands" state={state} until={until} />,
        ],
      }))}
    />
  );
}

function Elsewhere({ shown: { person, trainings } }: { shown: PersonShown }): ReactNode {
  const may = useMay('volunteers.setTrained');
  const set = useWrite('volunteers.setTrained');
  const trained = person.volunteer?.trained ?? [];
  const drop = async (item: string, topic: string) => {
    const answer = await set.run({ id: person.id, item, topic, on: null });
    if (answer.ok) say('The training is taken out.');
  };
  return (
    <>
      <h2 className="govuk-heading-m">Training taken elsewhere</h2>
      {trained.length === 0 && <p className="govuk-body">None is written down.</p>}
      <Failed failure={set.failure} />
      <ul className="govuk-list">
        {trained.map(({ id, topic, on }) => (
          <li key={id}>
            {topic}, {dayWords(on)}{' '}
            {may && (
              <Button
                type="button"
                kind="secondary"
                className="govuk-!-margin-bottom-0 desk-screen-only"
                disabled={set.busy}
                onClick={() => void drop(id, topic)}
              >
                Take out<span className="govuk-visually-hidden"> {topic}</span>
              </Button>
            )}
          </li>
        ))}
      </ul>
      {may && person.volunteer && <AddTrained person={person.id} trainings={trainings} />}
    </>
  );
}

const trainedForm = z.object({
  topic: neededName('what they were trained in'),
  trainedOn: neededDate('The day of the training'),
});

function AddTrained({ person, trainings }: { person: string; trainings: readonly Training[] }): ReactNode {
  const set = useWrite('volunteers.setTrained');
  const sent = useSentForm({
    name: `trained ${person}`,
    schema: trainedForm,
    blank: { topic: '', trainedOn: '' },
    send: ({ topic, trainedOn }) =>
      set.run({ id: person, item: newRecordId(), topic, on: parseDate(trainedOn) ?? trainedOn }),
    done: 'The training is added.',
  });
  const { register, formState } = sent.form;
  const { errors } = formState;
  if (trainings.length === 0)
    return (
      <p className="govuk-body">
        Write the office’s kinds of training down{' '}
        <a className="govuk-link" href="#/settings">
          under Settings
        </a>{' '}
        first.
      </p>
    );
  return (
    <SentForm sent={sent} writing={set} label="Add training taken elsewhere" button="Add the training">
      <Select
        label="Trained in"
        error={errors.topic?.message}
        options={[
          { value: '', text: 'Choose a training' },
          ...trainings.map(({ name }) => ({ value: name, text: name })),
        ]}
        {...register('topic')}
      />
      <TextInput
        label="On"
        hint="For example 3/11/2022"
        width={10}
        autoComplete="off"
        error={errors.trainedOn?.message}
        {...register('trainedOn')}
      />
    </SentForm>
  );
}
