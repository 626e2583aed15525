import { type ReactNode, useState } from 'react';
import { Failed } from '#renderer/app/Failed.tsx';
import { useHost } from '#renderer/app/host.tsx';
import { useSession } from '#renderer/app/session.ts';
import { say } from '#renderer/app/state.ts';
import { Button, FileUpload } from '#renderer/kit/index.ts';
import { isolated } from '#shared/bidi.ts';
import type { Failure } from '#shared/errors.ts';
import { ReceivedCard } from './ReceivedCard.tsx';
import { putInto, type Received, receive } from './received.ts';
import { useHandedIn } from './useHandedIn.ts';

type ChooseProps = { onReceived: (received: Received) => void };

/** Where e-mails and papers are dropped, pasted or chosen: they are read, and shown before anything is kept. */
export function ChooseFiles({ onReceived }: ChooseProps): ReactNode {
  const host = useHost();
  const [failures, setFailures] = useState<{ name: string; failure: Failure }[]>([]);
  const [busy, setBusy] = useState(false);
  const read = async (files: readonly File[]) => {
    setBusy(true);
    setFailures([]);
    for (const file of files) {
      const received = await receive(host, file);
      if (received.ok) onReceived(received.value);
      else setFailures((all) => [...all, { name: file.name, failure: received.error }]);
    }
    setBusy(false);
  };
  useHandedIn((files) => void read(files));
  return (
    <>
      {failures.map(({ name, failure }, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: two files may have one name
        <div key={at}>
          <p className="govuk-body">{name}:</p>
          <Failed failure={failure} />
        </div>
      ))}
      <FileUpload
        id="received-files"
        label="E-mails and papers"
        hint="Drop them on this page, or choose .eml files, text, PDF or pictures; words can be pasted outside the boxes. They are read and shown; nothing in them is run or loaded."
        multiple
        disabled={busy}
        onChange={({ target }) => {
          void read([...(target.files ?? [])]).then(() => {
            target.value = '';
          });
        }}
      />
    </>
  );
}

type ReceiveFilesProps = { id: string; contact?: string };

/** On a case's page: what came in is shown, and put into it when somebody says so. */
export function ReceiveFiles({ id, contact }: ReceiveFilesProps): ReactNode {
  const host = useHost();
  const session = useSession().data;
  const [all, setAll] = useState<Received[]>([]);
  const [failure, setFailure] = useState<Failure | null>(null);
  const without = (gone: Received) => setAll((now) => now.filter((one) => one.id !== gone.id));
  const put = async (received: Received) => {
    const answer = await putInto(host, id, received, { on: session?.today ?? '', channel: 'letter' });
    setFailure(answer.ok ? null : answer.error);
    if (!answer.ok) return;
    without(received);
    say(`${isolated(received.name)} is in this case.`);
  };
  return (
    <>
      <ChooseFiles onReceived={(received) => setAll((now) => [...now, received])} />
      <Failed failure={failure} />
      {all.map((received) => (
        <ReceivedCard key={received.id} {...{ received, contact }} besides={id}>
          <Button type="button" onClick={() => void put(received)}>
            Put it into this case<span className="govuk-visually-hidden">: {received.name}</span>
          </Button>{' '}
          <Button type="button" kind="secondary" onClick={() => without(received)}>
            Leave it out<span className="govuk-visually-hidden">: {received.name}</span>
          </Button>
        </ReceivedCard>
      ))}
    </>
  );
}
