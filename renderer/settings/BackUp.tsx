import { type ReactNode, useState } from 'react';
import { Failed } from '#renderer/app/Failed.tsx';
import { useWrite } from '#renderer/app/host.tsx';
import { fileSize } from '#renderer/files/fileSize.ts';
import { Button, InsetText, Status } from '#renderer/kit/index.ts';

/** A copy of the whole store, encrypted like the store itself, and where it lies. */
export function BackUp(): ReactNode {
  const { run, busy, failure } = useWrite('store.backUp');
  const [made, setMade] = useState<{ path: string; bytes: number }>();
  const backUp = async () => {
    setMade(undefined);
    const answer = await run({});
    if (answer.ok) setMade(answer.value);
  };
  return (
    <>
      <p className="govuk-body">
        A backup is a copy of everything, encrypted. It opens with the passphrase that is yours when it is
        made.
      </p>
      <Failed failure={failure} />
      {made && (
        <InsetText>
          Backed up to <strong className="desk-path">{made.path}</strong> ({fileSize(made.bytes)}).
        </InsetText>
      )}
      <Status message={busy ? 'Backing up…' : made && `Backed up to ${made.path}`} />
      <Button type="button" kind="secondary" disabled={busy} onClick={backUp}>
        {busy ? 'Backing up…' : 'Back up now'}
      </Button>
    </>
  );
}
