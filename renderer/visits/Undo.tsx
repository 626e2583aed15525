import { type ReactNode, useEffect } from 'react';
import { Failed } from '#renderer/app/Failed.tsx';
import { useWrite } from '#renderer/app/host.tsx';
import { onward, split } from '#renderer/app/place.ts';
import { Button, NotificationBanner } from '#renderer/kit/index.ts';
import { useDiscarded } from './discarded.ts';

/** The offer stands while one stays on the pages that make it; a lock is no leaving. */
const forgetElsewhere = () => {
  if (!['/', '/visits'].includes(split(location.hash).path)) useDiscarded.setState({ id: null, name: '' });
};

/** Says that a draft was put aside, and brings it back if that was a mistake. */
export function Undo(): ReactNode {
  const { id, name } = useDiscarded();
  const restore = useWrite('visits.restore');
  useEffect(() => forgetElsewhere, []);
  if (!id) return null;
  const undo = async () => {
    const on = onward();
    const answer = await restore.run({ id });
    if (!answer.ok) return;
    useDiscarded.setState({ id: null, name: '' });
    on(`/visits/${id}/edit`);
  };
  return (
    <NotificationBanner type="success" title="Draft discarded" titleId="discarded">
      <p className="govuk-body">The draft report “{name}” was put aside.</p>
      <Button type="button" kind="secondary" disabled={restore.busy} onClick={() => void undo()}>
        Undo: bring it back
      </Button>
      <Failed failure={restore.failure} />
    </NotificationBanner>
  );
}
