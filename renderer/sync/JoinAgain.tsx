import { type ReactNode, useState } from 'react';
import { Failed } from '#renderer/app/Failed.tsx';
import { useRead, useWrite } from '#renderer/app/host.tsx';
import { say } from '#renderer/app/state.ts';
import { Button, NotificationBanner, SendForm, TextInput } from '#renderer/kit/index.ts';

/** The office's hub does not know this laptop: what that means, and the way on with everything that is here. */
export function JoinAgain(): ReactNode {
  const { run, busy, failure } = useWrite('sync.joinAgain');
  const session = useRead('session.get', {});
  const [code, setCode] = useState('');
  const [wrong, setWrong] = useState(false);
  const join = async () => {
    setWrong(!code.trim());
    if (!code.trim()) return;
    const answer = await run({ code: code.trim() });
    if (answer.ok && !answer.value.stranger) say('This laptop has joined the office again.');
  };
  return (
    <NotificationBanner title="The office does not know this laptop" titleId="stranger">
      <p className="govuk-notification-banner__heading">
        The office’s hub was put back from a backup that is older than this laptop, or the invitation of this
        laptop has run out.
      </p>
      <p className="govuk-body">
        Nothing is lost: everything you wrote and received is kept here, and you work as ever. Ask the office
        for a new invitation in your name and enter its code. The office then gets back what this laptop has.
      </p>
      <SendForm send={join}>
        <TextInput
          id="join-again"
          label="Code of the new invitation"
          autoComplete="off"
          maxLength={100}
          value={code}
          error={wrong && !code.trim() ? 'Enter the code' : undefined}
          onChange={({ target }) => setCode(target.value)}
        />
        <Failed failure={failure} />
        <Button>{busy ? 'Joining…' : 'Join again'}</Button>
      </SendForm>
      {session.data && (
        <p className="govuk-body">
          If the office does not find you on its list any more, tell it this number of yours:{' '}
          <strong className="desk-path">{session.data.person.id}</strong>
        </p>
      )}
    </NotificationBanner>
  );
}
