import { type ReactNode, useState } from 'react';
import { drafts } from '#renderer/app/drafts.ts';
import { Failed } from '#renderer/app/Failed.tsx';
import { useWrite } from '#renderer/app/host.tsx';
import { go } from '#renderer/app/place.ts';
import { Button, ConfirmDialog } from '#renderer/kit/index.ts';
import { useDiscarded } from './discarded.ts';

type DiscardProps = { id: string; name: string; practice: boolean };

/** Puts a draft aside, asking by name; Home offers to bring it back. */
export function Discard({ id, name, practice }: DiscardProps): ReactNode {
  const [asking, setAsking] = useState(false);
  const discard = useWrite('visits.discard');
  const confirm = async () => {
    setAsking(false);
    await drafts.find(`visit:${id}`)?.flush();
    const answer = await discard.run({ id });
    if (!answer.ok) return;
    drafts.close(`visit:${id}`);
    useDiscarded.setState({ id, name });
    go('/');
  };
  return (
    <>
      <Button type="button" kind="secondary" disabled={discard.busy} onClick={() => setAsking(true)}>
        {practice ? 'Discard this exercise' : 'Discard this draft'}
      </Button>
      <Failed failure={discard.failure} />
      {asking && (
        <ConfirmDialog
          title={practice ? `Discard the exercise “${name}”?` : `Discard the draft report “${name}”?`}
          confirm="Discard"
          cancel="Keep it"
          warning
          onConfirm={() => void confirm()}
          onCancel={() => setAsking(false)}
        >
          It leaves every list. You can bring it back straight afterwards.
        </ConfirmDialog>
      )}
    </>
  );
}
