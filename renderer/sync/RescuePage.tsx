import type { ReactNode } from 'react';
import { BackLink, PageHeading } from '#renderer/kit/index.ts';
import { RescueIn } from './RescueIn.tsx';
import { RescueOut } from './RescueOut.tsx';

/** Takes what is unsent from a laptop that cannot send it to one that can. */
export function RescuePage(): ReactNode {
  return (
    <>
      <BackLink href="#/sync">Waiting to be sent</BackLink>
      <PageHeading>Rescue file</PageHeading>
      <p className="govuk-body">
        If this laptop cannot reach the office for long, or is going to be repaired, a rescue file takes
        everything unsent to another laptop of yours. It is encrypted under a passphrase of its own. Nothing
        is taken away here, and if the same thing is sent twice, the office takes it once.
      </p>
      <RescueOut />
      <RescueIn />
    </>
  );
}
