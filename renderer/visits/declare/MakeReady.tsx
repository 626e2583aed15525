import { type ReactNode, useState } from 'react';
import { Failed } from '#renderer/app/Failed.tsx';
import { useWrite } from '#renderer/app/host.tsx';
import { go } from '#renderer/app/place.ts';
import { Button, ConfirmDialog } from '#renderer/kit/index.ts';
import type { OpenDraft } from '../draft/useVisitDraft.ts';

/** Sends a report, after asking. */
export function MakeReady({ open, name }: { open: OpenDraft; name: string }): ReactNode {
  const [asking, setAsking] = useState(false);
  const ready = useWrite('visits.ready');
  const confirm = async () => {
    setAsking(false);
    // Nothing typed may stay behind when the report goes.
    if (!(await open.keeper.flush())) return;
    const answer = await ready.run({ id: open.id });
    if (answer.ok) go(`/visits/${open.id}/receipt`);
  };
  return (
    <>
      <Failed failure={ready.failure} />
      <Button type="button" disabled={ready.busy} onClick={() => setAsking(true)}>
        {ready.busy ? 'Sending…' : 'Make ready'}
      </Button>
      {asking && (
        <ConfirmDialog
          title={`Send the report “${name}”?`}
          confirm="Yes, make it ready"
          cancel="Not yet"
          onConfirm={() => void confirm()}
          onCancel={() => setAsking(false)}
        >
          <p>The office receives it, and after that it can only be corrected, with a reason.</p>
          <p>By sending it you declare that it says what you saw and were told.</p>
        </ConfirmDialog>
      )}
    </>
  );
}
