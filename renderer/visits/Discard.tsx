import type { ReactNode } from 'react';
import { drafts } from '#renderer/app/drafts.ts';
import { Failed } from '#renderer/app/Failed.tsx';
import { useWrite } from '#renderer/app/host.tsx';
import { onward } from '#renderer/app/place.ts';
import { AskFirst } from '#renderer/editing/AskFirst.tsx';
import { useDiscarded } from './discarded.ts';

type DiscardProps = { id: string; name: string; practice: boolean };

/** Puts a draft aside, asking by name; Home offers to bring it back. */
export function Discard({ id, name, practice }: DiscardProps): ReactNode {
  const discard = useWrite('visits.discard');
  const confirm = async () => {
    const on = onward();
    await drafts.find(`visit:${id}`)?.flush();
    const answer = await discard.run({ id });
    if (!answer.ok) return;
    drafts.close(`visit:${id}`);
    useDiscarded.setState({ id, name });
    on('/');
  };
  return (
    <>
      <AskFirst
        text={practice ? 'Discard this exercise' : 'Discard this draft'}
        disabled={discard.busy}
        title={practice ? `Discard the exercise “${name}”?` : `Discard the draft report “${name}”?`}
        confirm="Discard"
        cancel="Keep it"
        warning
        onConfirm={confirm}
      >
        It leaves every list. You can bring it back straight afterwards.
      </AskFirst>
      <Failed failure={discard.failure} />
    </>
  );
}
