import { type ReactNode, useState } from 'react';
import { Failed } from '#renderer/app/Failed.tsx';
import { useRead } from '#renderer/app/host.tsx';
import { useSession } from '#renderer/app/session.ts';
import { Button, ButtonGroup, PageHeading } from '#renderer/kit/index.ts';
import { useDiscarded } from '#renderer/visits/discarded.ts';
import { SheetLink } from '#renderer/visits/report/Papers.tsx';
import { useStartVisit } from '#renderer/visits/start.ts';
import { Undo } from '#renderer/visits/Undo.tsx';
import { Due } from './Due.tsx';
import { NeedsYou, News } from './News.tsx';
import { Practice } from './Practice.tsx';
import { ToRead } from './ToRead.tsx';
import { Unfinished } from './Unfinished.tsx';

/** What needs this person, then three answers: what is unfinished, what is due, what waits to be sent. */
export function HomePage(): ReactNode {
  const session = useSession();
  const start = useStartVisit();
  const discarded = useDiscarded(({ id }) => id);
  const [starting, setStarting] = useState(false);
  const begin = (practice: boolean) => {
    setStarting(true);
    void start(practice).finally(() => setStarting(false));
  };
  return (
    <>
      <Undo />
      <PageHeading focusOnMount={!discarded}>Home</PageHeading>
      <ButtonGroup>
        <Button type="button" disabled={starting} onClick={() => begin(false)}>
          Start a visit report
        </Button>
        <Button type="button" kind="secondary" disabled={starting} onClick={() => begin(true)}>
          Practise with a report that goes nowhere
        </Button>
      </ButtonGroup>
      <SheetLink />
      <Practice />
      <Failed failure={session.error} />
      <NeedsYou />
      <Unfinished />
      {session.data && <Due today={session.data.today} />}
      <ToSend standalone={session.data?.standalone ?? true} />
      <ToRead />
      <News />
    </>
  );
}

/** What waits to be sent. A store that is its own office receives at once, so there nothing ever waits. */
function ToSend({ standalone }: { standalone: boolean }): ReactNode {
  const ready = useRead('visits.count', { filter: { show: 'unfinished' } }, { wanted: !standalone });
  return (
    <section aria-labelledby="to-send">
      <h2 className="govuk-heading-m" id="to-send">
        Waiting to be sent
      </h2>
      <p className="govuk-body">
        {standalone || !ready.data?.count
          ? 'Nothing. Every finished report is with the office.'
          : 'Unfinished reports go to the office once they are made ready.'}
      </p>
    </section>
  );
}
