import { type ReactNode, useState } from 'react';
import { Failed } from '#renderer/app/Failed.tsx';
import { useWrite } from '#renderer/app/host.tsx';
import { say } from '#renderer/app/state.ts';
import { Button, ConfirmDialog, TextInput } from '#renderer/kit/index.ts';
import { isolated } from '#shared/bidi.ts';
import { laptopName } from '#shared/sync/laptop-name.ts';
import type { Device } from './DeviceCard.tsx';

/** Ends a laptop's part in the office's work, with a reason and without promising what cannot be promised. */
export function Revoke({ device, onRevoked }: { device: Device; onRevoked: () => void }): ReactNode {
  const { id, personName } = device;
  const name = laptopName(device);
  const revoke = useWrite('hub.revoke');
  const [asking, setAsking] = useState(false);
  const [reason, setReason] = useState('');
  const [wrong, setWrong] = useState(false);
  const confirm = async () => {
    if (!reason.trim()) {
      setWrong(true);
      document.getElementById(`reason-${id}`)?.focus();
      return;
    }
    setAsking(false);
    const answer = await revoke.run({ device: id, reason: reason.trim() });
    if (!answer.ok) return;
    say(`${isolated(name)} of ${isolated(personName)} is revoked.`);
    onRevoked();
  };
  return (
    <>
      <Failed failure={revoke.failure} />
      <Button type="button" kind="secondary" disabled={revoke.busy} onClick={() => setAsking(true)}>
        Revoke
        <span className="govuk-visually-hidden">
          {' '}
          {isolated(name)} of {isolated(personName)}
        </span>
      </Button>
      {asking && (
        <ConfirmDialog
          title={`Revoke ${isolated(name)} of ${isolated(personName)}?`}
          confirm="Yes, revoke it"
          cancel="No"
          warning
          onConfirm={() => void confirm()}
          onCancel={() => setAsking(false)}
        >
          <p>
            The hub refuses it at once. When it is next online it hands over what is unsent and destroys its
            key.
          </p>
          <p>
            As long as it is switched off or offline it cannot be told: then what is on it is protected by its
            encryption alone.
          </p>
          <TextInput
            id={`reason-${id}`}
            label="Why it is revoked"
            hint="It stands in the office’s log: “stolen on 3 May”, “has left the scheme”."
            autoComplete="off"
            maxLength={1_000}
            value={reason}
            error={wrong && !reason.trim() ? 'Say why it is revoked' : undefined}
            onChange={({ target }) => setReason(target.value)}
          />
        </ConfirmDialog>
      )}
    </>
  );
}
