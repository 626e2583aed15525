import { type ReactNode, useState } from 'react';
import { BackLink, Button, ErrorSummary, PageHeading, Radios, SendForm } from '#renderer/kit/index.ts';
import { sentence } from '#shared/errors.ts';
import type { Answers } from './answers.ts';
import type { Making, StepProps } from './FirstRun.tsx';

const starts = [
  {
    value: 'empty',
    text: 'Real work, an empty office',
    hint: 'You add suites, panels and people, or import them.',
  },
  {
    value: 'west-mercia',
    text: 'Real work in West Mercia',
    hint: 'Its areas and custody suites are filled in. There are no records and no people besides you.',
  },
  {
    value: 'example',
    text: 'Look around in invented example data',
    hint: 'For practice: people, visits and figures that do not exist. Every page says so.',
  },
];

export function StartStep({
  answers,
  caption,
  change,
  back,
  make,
  busy,
  failure,
}: StepProps & Making): ReactNode {
  const [attempt, setAttempt] = useState(0);
  const missing = attempt > 0 && !answers.start ? 'Choose how to start' : undefined;
  const errors = missing ? [{ id: 'start', text: missing }] : failure ? [{ text: sentence(failure) }] : [];
  const submit = async () => {
    setAttempt(attempt + 1);
    await make();
  };
  return (
    <SendForm send={submit}>
      <BackLink onClick={back}>Back</BackLink>
      {errors.length > 0 && <ErrorSummary key={`${attempt}${failure?.tag ?? ''}`} errors={errors} />}
      <PageHeading caption={caption}>Practice or real?</PageHeading>
      <Radios
        name="start"
        legend="What is this store for?"
        legendSize="m"
        value={answers.start}
        error={missing}
        onChange={(event) => change({ start: event.target.value as Answers['start'] })}
        items={starts}
      />
      <Button>{busy ? 'Setting up…' : 'Set up ICV Desk'}</Button>
    </SendForm>
  );
}
