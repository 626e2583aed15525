import { useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import {
  Button,
  ButtonGroup,
  Checkboxes,
  ErrorSummary,
  InsetText,
  PageHeading,
  SendForm,
} from '#renderer/kit/index.ts';
import { isolated } from '#shared/bidi.ts';
import { useHost } from '../host.tsx';
import { enter } from '../locking.ts';
import { useApp } from '../state.ts';
import type { Made, StepProps } from './FirstRun.tsx';

export function DoneStep({ answers, caption, made }: StepProps & { made: Made }): ReactNode {
  const { recoveryCode, joined } = made;
  const host = useHost();
  const queries = useQueryClient();
  const [kept, setKept] = useState<string[]>([]);
  const [attempt, setAttempt] = useState(0);
  const wrong =
    attempt > 0 && kept.length === 0
      ? 'Write the recovery code down or print it, then tick that you have'
      : undefined;
  const submit = async () => {
    setAttempt(attempt + 1);
    if (kept.length === 0) return;
    await enter(host, queries);
    useApp.setState({ settingUp: false });
  };
  return (
    <SendForm send={submit}>
      {wrong && <ErrorSummary key={attempt} errors={[{ id: 'kept', text: wrong }]} />}
      <PageHeading caption={caption}>ICV Desk is ready</PageHeading>
      {joined && (
        <p className="govuk-body">
          You are {isolated(joined.person)}, of {isolated(joined.body)}.{' '}
          {joined.reached
            ? 'The office knows of this laptop.'
            : 'The office has not been reached yet: this laptop tells it when it is next online, and you can work until then.'}
        </p>
      )}
      <p className="govuk-body">
        If you forget your passphrase, this recovery code opens the store of {answers.name}. It is shown only
        now. Keep it on paper, away from this laptop.
      </p>
      <InsetText>
        <span className="govuk-visually-hidden">Recovery code: </span>
        <strong className="desk-code">{recoveryCode}</strong>
      </InsetText>
      <Checkboxes
        name="kept"
        values={kept}
        error={wrong}
        onValues={setKept}
        items={[{ value: 'yes', text: 'I have written it down or printed it' }]}
      />
      <ButtonGroup>
        <Button>Open ICV Desk</Button>
        <Button type="button" kind="secondary" onClick={() => window.print()}>
          Print this page
        </Button>
      </ButtonGroup>
    </SendForm>
  );
}
