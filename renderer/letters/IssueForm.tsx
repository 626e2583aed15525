import { type ReactNode, useState } from 'react';
import { Failed } from '#renderer/app/Failed.tsx';
import { onward } from '#renderer/app/place.ts';
import { say } from '#renderer/app/state.ts';
import { Button, ButtonGroup, SendForm } from '#renderer/kit/index.ts';
import type { Failure } from '#shared/errors.ts';
import type { Result } from '#shared/result.ts';

type IssueFormProps = {
  letter: string;
  /** What came of asking whether it may go as it stands. */
  checked: Failure | null;
  issue: () => Promise<Result<unknown, Failure>>;
  /** Nothing more is kept of it here. */
  done: () => Promise<void>;
  again: () => void;
  /** Where whoever finishes it later goes. */
  later: string;
  children: ReactNode;
};

/** The words of one letter and its issuing; once it is issued its page is shown. */
export function IssueForm({
  letter,
  checked,
  issue,
  done,
  again,
  later,
  children,
}: IssueFormProps): ReactNode {
  const [failure, setFailure] = useState<Failure | null>(null);
  const submit = async () => {
    const on = onward();
    const answer = await issue();
    setFailure(answer.ok ? null : answer.error);
    if (!answer.ok) return;
    await done();
    say('The letter is issued.');
    on(`/letters/${letter}`);
  };
  return (
    <SendForm aria-label="The words of the letter" send={submit}>
      <Failed failure={failure ?? checked} />
      {children}
      <ButtonGroup>
        <Button>Issue the letter</Button>
        <Button type="button" kind="secondary" onClick={again}>
          Begin again from the template
        </Button>
        <a className="govuk-link" href={later}>
          Finish it later
        </a>
      </ButtonGroup>
    </SendForm>
  );
}
