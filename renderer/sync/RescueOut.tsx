import { type ReactNode, useState } from 'react';
import { Failed } from '#renderer/app/Failed.tsx';
import { shortest, wrongAboutPassphrase } from '#renderer/app/first-run/answers.ts';
import { useWrite } from '#renderer/app/host.tsx';
import { PassphraseInput } from '#renderer/app/PassphraseInput.tsx';
import { fileSize } from '#renderer/files/fileSize.ts';
import { Button, ErrorSummary, NotificationBanner, SendForm } from '#renderer/kit/index.ts';
import type { Output } from '#shared/contract.ts';
import { sentence } from '#shared/errors.ts';
import { unsentWords } from './words.ts';

const blank = { passphrase: '', again: '' };

/** Everything unsent into a file, and where it lies. */
export function RescueOut(): ReactNode {
  const out = useWrite('sync.rescueOut');
  const [typed, setTyped] = useState(blank);
  const [attempt, setAttempt] = useState(0);
  const [made, setMade] = useState<Output<'sync.rescueOut'>>();
  const errors = attempt > 0 ? wrongAboutPassphrase(typed) : [];
  const errorOf = (id: keyof typeof blank) => errors.find((e) => e.id === id)?.text;
  const submit = async () => {
    setAttempt(attempt + 1);
    setMade(undefined);
    if (wrongAboutPassphrase(typed).length > 0) return;
    const answer = await out.run({ passphrase: typed.passphrase });
    if (!answer.ok) return;
    setAttempt(0);
    setTyped(blank);
    setMade(answer.value);
  };
  return (
    <SendForm aria-labelledby="rescue-out" send={submit}>
      <h2 className="govuk-heading-m" id="rescue-out">
        Take everything unsent out
      </h2>
      {errors.length > 0 && (
        <ErrorSummary key={attempt} errors={errors.map(({ id, text }) => ({ id: `out-${id}`, text }))} />
      )}
      <Failed failure={out.failure} />
      {made && (
        <NotificationBanner type="success" title="Rescue file made" titleId="rescue-made">
          <p className="govuk-notification-banner__heading">
            {unsentWords(made)} ({fileSize(made.bytes)}) in <span className="desk-path">{made.path}</span>
          </p>
          <p className="govuk-body">
            Carry it to the other laptop and bring it in there. It opens with the passphrase you have just
            chosen, and with nothing else.
          </p>
          {made.damaged > 0 && (
            <p className="govuk-body">{sentence({ tag: 'unsentDamaged', files: made.damaged })}</p>
          )}
        </NotificationBanner>
      )}
      <PassphraseInput
        id="out-passphrase"
        label="Passphrase for the file"
        hint={`At least ${shortest} characters. It need not be the one that opens this laptop.`}
        isNew
        value={typed.passphrase}
        error={errorOf('passphrase')}
        onValue={(passphrase) => setTyped({ ...typed, passphrase })}
      />
      <PassphraseInput
        id="out-again"
        label="The same passphrase again"
        isNew
        value={typed.again}
        error={errorOf('again')}
        onValue={(again) => setTyped({ ...typed, again })}
      />
      <Button>{out.busy ? 'Writing…' : 'Make a rescue file'}</Button>
    </SendForm>
  );
}
