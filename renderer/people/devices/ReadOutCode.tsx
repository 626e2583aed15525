import type { ReactNode } from 'react';
import { Failed } from '#renderer/app/Failed.tsx';
import { useWrite } from '#renderer/app/host.tsx';
import { AskFirst } from '#renderer/editing/AskFirst.tsx';
import { NotificationBanner } from '#renderer/kit/index.ts';
import { isolated } from '#shared/bidi.ts';
import { laptopName } from '#shared/sync/laptop-name.ts';
import type { Device } from './DeviceCard.tsx';
import { grouped } from './grouped.ts';

type ReadOutCodeProps = { device: Device; onCode: (code: string) => void };

/** Asks for the code that opens a laptop whose passphrase is forgotten. */
export function ReadOutCode({ device, onCode }: ReadOutCodeProps): ReactNode {
  const { id, personName } = device;
  const name = laptopName(device);
  const unlock = useWrite('hub.unlock');
  return (
    <>
      <Failed failure={unlock.failure} />
      <AskFirst
        text="Unlock by telephone"
        disabled={unlock.busy}
        title={`Show the code that opens ${isolated(name)} of ${isolated(personName)}?`}
        confirm="Yes, show the code"
        cancel="No"
        warning
        onConfirm={async () => {
          const answer = await unlock.run({ device: id });
          if (answer.ok) onCode(answer.value.code);
        }}
      >
        <p>
          Whoever has the code and the laptop can read everything on it. Be sure that you speak with{' '}
          {isolated(personName)}: ring them back on the number you have for them.
        </p>
        <p>The office’s log keeps that you asked for it.</p>
      </AskFirst>
    </>
  );
}

type UnlockCodeProps = { device: Device; code: string; onHide: () => void };

/** The code, large and in groups, to be read out on the telephone. */
export function UnlockCode({ device, code, onHide }: UnlockCodeProps): ReactNode {
  const { id, personName } = device;
  return (
    <NotificationBanner role="alert" title="Unlock code" titleId={`code-${id}`} headingLevel={4}>
      <p className="govuk-body">
        Be sure that you speak with {isolated(personName)}, then read it to them group by group. On the unlock
        screen they choose “Use the code from the office instead”.
      </p>
      <p className="desk-code desk-code--spoken">{grouped(code)}</p>
      <p className="govuk-body">
        It is used once: with it they choose a new passphrase, and the laptop sends the office a new code.{' '}
        <button type="button" className="desk-link-button" onClick={onHide}>
          Hide the code
        </button>
      </p>
    </NotificationBanner>
  );
}
