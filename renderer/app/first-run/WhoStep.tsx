import { type FormEvent, type ReactNode, useState } from 'react';
import {
  BackLink,
  Button,
  ErrorSummary,
  FileUpload,
  PageHeading,
  Radios,
  TextInput,
} from '#renderer/kit/index.ts';
import { type Beginning, initials, wrongAboutWho } from './answers.ts';
import type { StepProps } from './FirstRun.tsx';

/** Who somebody is: the office says so in an invitation, or they begin an office themselves. */
export function WhoStep({ answers, caption, change, next, back }: StepProps): ReactNode {
  const [attempt, setAttempt] = useState(0);
  const wrong = attempt > 0 ? wrongAboutWho(answers) : [];
  const errorOf = (id: string) => wrong.find((w) => w.id === id)?.text;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (wrongAboutWho(answers).length === 0) next();
    else setAttempt(attempt + 1);
  };
  const readFile = async (file: File | undefined) =>
    change({ file: (await file?.text().catch(() => '')) ?? '' });
  const text = (id: 'hub' | 'code' | 'body' | 'name') => ({
    name: id,
    maxLength: 200,
    value: answers[id],
    error: errorOf(id),
    onChange: ({ target }: { target: { value: string } }) => change({ [id]: target.value }),
  });
  const byCode = (
    <>
      <TextInput
        label="Address of the office"
        hint="As it stands on your invitation, such as https://hub.example.org"
        autoComplete="url"
        spellCheck={false}
        autoCapitalize="none"
        {...text('hub')}
      />
      <TextInput
        label="Invitation code"
        hint="Capitals and dashes do not matter."
        autoComplete="off"
        spellCheck={false}
        {...text('code')}
      />
    </>
  );
  const byFile = (
    <FileUpload
      id="file"
      label="Invitation file"
      error={errorOf('file')}
      onChange={({ target }) => void readFile(target.files?.[0])}
    />
  );
  const anew = (
    <>
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
        autoComplete="organization"
        {...text('body')}
      />
    </>
  );
  return (
    <form onSubmit={submit} noValidate>
      <BackLink onClick={back}>Back</BackLink>
      {wrong.length > 0 && <ErrorSummary key={attempt} errors={wrong} />}
      <PageHeading caption={caption}>Who are you?</PageHeading>
      <Radios
        name="beginning"
        legend="How do you begin?"
        legendSize="m"
        value={answers.beginning}
        error={errorOf('beginning')}
        onChange={({ target }) => change({ beginning: target.value as Beginning })}
        items={[
          { value: 'code', text: 'My office gave me an invitation code', conditional: byCode },
          {
            value: 'file',
            text: 'My office gave me an invitation file',
            hint: 'It works without a network.',
            conditional: byFile,
          },
          { value: 'new', text: 'I set up a new office on this computer', conditional: anew },
        ]}
      />
      <TextInput
        label="Short name for the unlock screen"
        hint="This one name stands outside the encryption: anyone who opens this laptop can read it. Initials are enough."
        width={10}
        autoComplete="off"
        {...text('name')}
      />
      <Button>Continue</Button>
    </form>
  );
}
