import type { ReactNode } from 'react';
import { Failed, Waiting } from '#renderer/app/Failed.tsx';
import { useRead } from '#renderer/app/host.tsx';
import { PageHeading } from '#renderer/kit/index.ts';
import { count } from '#shared/numbers.ts';
import type { SyncStatus } from '#shared/sync/views.ts';
import { ContestedLink } from './ContestedLink.tsx';
import { HowItStands } from './HowItStands.tsx';
import { JoinAgain } from './JoinAgain.tsx';
import { Removal } from './Removal.tsx';
import { SyncLog } from './SyncLog.tsx';
import { isSent, useSyncStatus } from './useSync.ts';
import { WaitingList } from './WaitingList.tsx';

/** What waits to be sent, why, and what to do about it. */
export function WaitingPage(): ReactNode {
  const { data: status, error } = useSyncStatus();
  return (
    <>
      <PageHeading>Waiting to be sent</PageHeading>
      <Failed failure={error} />
      {!status && !error && <Waiting />}
      {status && (isSent(status) ? <OfSync status={status} /> : <Alone />)}
    </>
  );
}

function Alone(): ReactNode {
  return (
    <p className="govuk-body">
      Nothing. This computer is its own office: it has everything as soon as it is saved.
    </p>
  );
}

function OfSync({ status }: { status: SyncStatus }): ReactNode {
  const waiting = useRead('sync.waiting', {});
  return (
    <>
      {status.mode === 'joining' && (
        <p className="govuk-body">
          This laptop has its invitation and has not reached the office yet. It tells the office when it is
          next online; until then you work as ever.
        </p>
      )}
      {status.stranger && <JoinAgain />}
      {status.removal && <Removal {...status.removal} />}
      <ContestedLink contested={status.contested} />
      <HowItStands status={status} />
      <Failed failure={waiting.error} />
      {waiting.data && <WaitingList items={waiting.data} status={status} />}
      {status.aside > 0 && <Aside aside={status.aside} />}
      <h2 className="govuk-heading-m">If sending does not work</h2>
      <ul className="govuk-list">
        <li>
          <a className="govuk-link" href="#/sync/connection">
            Test the connection
          </a>
        </li>
        <li>
          <a className="govuk-link" href="#/sync/rescue">
            Take everything unsent out in a rescue file, or bring one in
          </a>
        </li>
      </ul>
      <SyncLog />
    </>
  );
}

/** Records written by a newer version: kept whole, shown only after an update. */
function Aside({ aside }: { aside: number }): ReactNode {
  const [are, they] = aside === 1 ? ['record is', 'It is'] : ['records are', 'They are'];
  return (
    <section aria-labelledby="aside">
      <h2 className="govuk-heading-m" id="aside">
        From a newer version
      </h2>
      <p className="govuk-body">
        {count(aside)} {are} from a newer ICV Desk than this one. {they} kept as they came, and shown once ICV
        Desk is updated here. Until then a return says that it is incomplete.
      </p>
    </section>
  );
}
