import { type FormEvent, type ReactNode, useState } from 'react';
import { BackLink, Button, ErrorSummary, PageHeading } from '#renderer/kit/index.ts';
import { PassphraseInput } from '../PassphraseInput.tsx';
import { shortest, wrongAboutPassphrase } from './answers.ts';
import type { StepProps } from './FirstRun.tsx';

export function UnlockStep({ answers, caption, change, next, back }: StepProps): ReactNode {
  const [attempt, setAttempt] = useState(0);
  const wrong = attempt > 0 ? wrongAboutPassphrase(answers) : [];
  const errorOf = (id: string) => wrong.find((w) => w.id === id)?.text;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (wrongAboutPassphrase(answers).length === 0) next();
    else setAttempt(attempt + 1);
  };
  return (
    <form onSubmit={submit} noValidate>
      <BackLink onClick={back}>Back</BackLink>
      {wrong.length > 0 && <ErrorSummary key={attempt} errors={wrong} />}
      <PageHeading caption={caption}>How you unlock</PageHeading>
      <p className="govuk-body">
        Everything is encrypted on this laptop, and your passphrase opens it. Nobody can look it up for you.
      </p>
      <PassphraseInput
        id="passphrase"
        label="Passphrase"
        hint={`At least ${shortest} characters. Four or five unrelated words are good, and easy to type.`}
        isNew
        value={answers.passphrase}
        error={errorOf('passphrase')}
        onValue={(passphrase) => change({ passphrase })}
      />
      <PassphraseInput
        id="again"
        label="The same passphrase again"
        isNew
        value={answers.again}
        error={errorOf('again')}
        onValue={(again) => change({ again })}
      />
      <Button>Continue</Button>
    </form>
  );
}
