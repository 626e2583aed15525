import type { ReactNode } from 'react';
import { Failed } from '#renderer/app/Failed.tsx';
import { useWrite } from '#renderer/app/host.tsx';
import { say } from '#renderer/app/state.ts';
import { AskFirst } from '#renderer/editing/AskFirst.tsx';
import { NotificationBanner } from '#renderer/kit/index.ts';

/** The hub was put back from a backup, and takes back from the laptops what it lost by that. */
export function Recovering({ onClosed }: { onClosed: () => void }): ReactNode {
  const close = useWrite('hub.closeRecovery');
  return (
    <NotificationBanner title="The hub was restored" titleId="recovering">
      <p className="govuk-notification-banner__heading">
        The office’s hub was put back from a backup, and laptops are giving it back what it lost.
      </p>
      <p className="govuk-body">
        Until you close the recovery it gives no reference numbers, so that no number is given twice. Close it
        once every laptop below has been heard of since; one that comes later still gives back what it has.
      </p>
      <Failed failure={close.failure} />
      <AskFirst
        text="Close the recovery"
        disabled={close.busy}
        title="Close the recovery?"
        confirm="Yes, close it"
        cancel="Not yet"
        warning
        onConfirm={async () => {
          const answer = await close.run({});
          if (!answer.ok) return;
          say('The recovery is closed. Reference numbers are given again.');
          onClosed();
        }}
      >
        <p>
          The hub then gives reference numbers again, beginning after the last that it knows. A number that
          only a missing laptop knows of could be given twice.
        </p>
      </AskFirst>
    </NotificationBanner>
  );
}
