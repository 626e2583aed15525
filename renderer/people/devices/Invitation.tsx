import type { ReactNode } from 'react';
import { momentOf } from '#renderer/dates.ts';
import { saveFile } from '#renderer/files/saveFile.ts';
import { Button, ButtonGroup, NotificationBanner } from '#renderer/kit/index.ts';
import { isolated } from '#shared/bidi.ts';
import type { Output } from '#shared/contract.ts';
import { grouped } from './grouped.ts';

type InvitationProps = { name: string; invitation: Output<'hub.invite'>; onDone: () => void };

/** An invitation as it is handed on: a code to read out, and the same in a file that needs no network. */
export function Invitation({ name, invitation, onDone }: InvitationProps): ReactNode {
  const { code, expires, file } = invitation;
  const hub = hubOf(file);
  const save = () => saveFile({ name: 'icv-desk-invitation.json', mime: 'application/json', parts: [file] });
  return (
    <NotificationBanner type="success" title="Invitation made" titleId="invitation">
      <p className="govuk-notification-banner__heading">{name} can join with this code:</p>
      <p className="desk-code desk-code--spoken">{grouped(code)}</p>
      {hub && (
        <p className="govuk-body">
          The address of the office is <strong className="desk-path">{hub}</strong>
        </p>
      )}
      <p className="govuk-body">
        It is shown only now, works once and runs out on {momentOf(expires)}. The file holds the same, and
        sets a laptop up where there is no network. Hand over either of them so that only {isolated(name)}{' '}
        gets it.
      </p>
      <ButtonGroup>
        <Button type="button" kind="secondary" onClick={save}>
          Save the invitation file
        </Button>
        <button type="button" className="desk-link-button" onClick={onDone}>
          Done, hide the code
        </button>
      </ButtonGroup>
    </NotificationBanner>
  );
}

/** The address of the hub, as the invitation file has it. */
const hubOf = (file: string): string | undefined => {
  const hub = /"hub"\s*:\s*"([^"\\]+)"/.exec(file)?.[1];
  return hub && URL.canParse(hub) ? hub : undefined;
};
