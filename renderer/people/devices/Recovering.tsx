import type { ReactNode } from 'react';
import { Failed } from '#renderer/app/Failed.tsx';
import { useWrite } from '#renderer/app/host.tsx';
import { say } from '#renderer/app/state.ts';
import { AskFirst } from '#renderer/editing/AskFirst.tsx';
import { NotificationBanner } from '#renderer/kit/index.ts';
import { isolated } from '#shared/bidi.ts';
import { count } from '#shared/numbers.ts';
import { laptopName } from '#shared/sync/laptop-name.ts';
import type { Device } from './DeviceCard.tsx';

type RecoveringProps = { devices: readonly Device[]; unsealed: number; onClosed: () => void };

/** The hub was put back from a backup, and takes back from the laptops what it lost by that. */
export function Recovering({ devices, unsealed, onClosed }: RecoveringProps): ReactNode {
  const awaited = devices.filter((device) => device.awaited);
  const close = useWrite('hub.closeRecovery');
  return (
    <NotificationBanner title="The hub was restored" titleId="recovering">
      <p className="govuk-notification-banner__heading">
        The office’s hub was put back from a backup, and laptops are giving it back what it lost.
      </p>
      <p className="govuk-body">
        Until you close the recovery it gives no reference numbers, so that no number is given twice. Close it
        once every laptop has given back what it has; one that comes later still sends what was written on it.
        A laptop that was revoked after the backup was made has its access again: revoke it now.
      </p>
      {awaited.length === 0 ? (
        <p className="govuk-body">Every laptop has given back what it has. You can close the recovery.</p>
      ) : (
        <>
          <p className="govuk-body">Still to come:</p>
          <ul className="govuk-list govuk-list--bullet">
            {awaited.map((device) => (
              <li key={device.id}>
                {laptopName(device)} of {isolated(device.personName)}
              </li>
            ))}
          </ul>
        </>
      )}
      {unsealed > 0 && (
        <p className="govuk-body">
          Of {unsealed === 1 ? 'one record' : `${count(unsealed)} records`} a laptop says that it was purged,
          and the hub’s seal is not on that. Nothing is destroyed and nothing taken back on such a word.
          Whoever runs the hub sees which with “hub recovery list”, and purges what is to go.
        </p>
      )}
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
