import { type ReactNode, useState } from 'react';
import { Failed } from '#renderer/app/Failed.tsx';
import { useWrite } from '#renderer/app/host.tsx';
import { PassphraseInput } from '#renderer/app/PassphraseInput.tsx';
import { base64Of } from '#renderer/files/base64Of.ts';
import { Button, ErrorSummary, FileUpload, NotificationBanner, SendForm } from '#renderer/kit/index.ts';
import type { Output } from '#shared/contract.ts';
import type { Failure } from '#shared/errors.ts';
import { count } from '#shared/numbers.ts';
import { limits } from '#shared/sync/wire.ts';
import { unsentWords } from './words.ts';

/** Brings in what another laptop could not send. */
export function RescueIn(): ReactNode {
  const bring = useWrite('sync.rescueIn');
  const [file, setFile] = useState<File>();
  const [passphrase, setPassphrase] = useState('');
  const [attempt, setAttempt] = useState(0);
  const [unread, setUnread] = useState<Failure | null>(null);
  const [brought, setBrought] = useState<Output<'sync.rescueIn'>>();
  const missing = [
    ...(file ? [] : [{ id: 'in-file', text: 'Choose the rescue file' }]),
    ...(passphrase ? [] : [{ id: 'in-passphrase', text: 'Enter the passphrase of the file' }]),
  ];
  const errors = attempt > 0 ? missing : [];
  const errorOf = (id: string) => errors.find((e) => e.id === id)?.text;
  const submit = async () => {
    setAttempt(attempt + 1);
    setBrought(undefined);
    setUnread(null);
    if (!file || missing.length > 0) return;
    if (file.size > limits.file) return setUnread({ tag: 'rescueTooLarge', path: file.name });
    const content = await base64Of(file);
    if (!content.ok) return setUnread(content.error);
    const answer = await bring.run({ file: content.value, passphrase });
    if (!answer.ok) return;
    setAttempt(0);
    setPassphrase('');
    setBrought(answer.value);
  };
  return (
    <SendForm aria-labelledby="rescue-in" send={submit}>
      <h2 className="govuk-heading-m" id="rescue-in">
        Bring a rescue file in
      </h2>
      {errors.length > 0 && <ErrorSummary key={attempt} errors={errors} />}
      <Failed failure={unread ?? bring.failure} />
      {brought && (
        <NotificationBanner type="success" title="Brought in" titleId="rescue-brought">
          <p className="govuk-notification-banner__heading">{broughtWords(brought)}</p>
        </NotificationBanner>
      )}
      <FileUpload
        id="in-file"
        label="Rescue file"
        error={errorOf('in-file')}
        onChange={({ target }) => setFile(target.files?.[0])}
      />
      <PassphraseInput
        id="in-passphrase"
        label="Passphrase of the file"
        value={passphrase}
        error={errorOf('in-passphrase')}
        onValue={setPassphrase}
      />
      <Button kind="secondary">{bring.busy ? 'Bringing in…' : 'Bring it in'}</Button>
    </SendForm>
  );
}

const broughtWords = ({ changes, known, files }: Output<'sync.rescueIn'>): string => {
  if (changes + files === 0) return 'Everything in the file was here already.';
  const some = `${unsentWords({ changes, files })} ${changes + files === 1 ? 'was' : 'were'}`;
  const there = known === 0 ? '' : ` ${known === 1 ? 'One was' : `${count(known)} were`} here already.`;
  return `${some} brought in.${there} What is ready goes to the office with the next sending.`;
};
