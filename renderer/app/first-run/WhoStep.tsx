import { type FormEvent, type ReactNode, useState } from 'react';
import { BackLink, Button, ErrorSummary, PageHeading, TextInput } from '#renderer/kit/index.ts';
import { initials, wrongAboutWho } from './answers.ts';
import type { StepProps } from './FirstRun.tsx';

export function WhoStep({ answers, caption, change, next, back }: StepProps): ReactNode {
  const [attempt, setAttempt] = useState(0);
  const wrong = attempt > 0 ? wrongAboutWho(answers) : [];
  const errorOf = (id: string) => wrong.find((w) => w.id === id)?.text;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (wrongAboutWho(answers).length === 0) next();
    else setAttempt(attempt + 1);
  };
  return (
    <form onSubmit={submit} noValidate>
      <BackLink onClick={back}>Back</BackLink>
      {wrong.length > 0 && <ErrorSummary key={attempt} errors={wrong} />}
      <PageHeading caption={caption}>Who are you?</PageHeading>
      <TextInput
        label="Your name"
        name="person"
        autoComplete="name"
        maxLength={200}
        value={answers.person}
        error={errorOf('person')}
        onChange={({ target }) => {
          const follows = answers.name === initials(answers.person);
          change({ person: target.value, ...(follows && { name: initials(target.value) }) });
        }}
      />
      <TextInput
        label="Your office"
        hint="The local policing body, as it stands on letters and returns."
        name="body"
        autoComplete="organization"
        maxLength={200}
        value={answers.body}
        error={errorOf('body')}
        onChange={({ target }) => change({ body: target.value })}
      />
      <TextInput
        label="Short name for the unlock screen"
        hint="This one name stands outside the encryption: anyone who opens this laptop can read it. Initials are enough."
        name="name"
        width={10}
        maxLength={200}
        autoComplete="off"
        value={answers.name}
        error={errorOf('name')}
        onChange={({ target }) => change({ name: target.value })}
      />
      <Button>Continue</Button>
    </form>
  );
}
