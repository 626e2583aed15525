import { type ReactNode, useState } from 'react';
import { Failed } from '#renderer/app/Failed.tsx';
import { useSession } from '#renderer/app/session.ts';
import { ImmediateBanner } from '#renderer/concerns/ImmediateBanner.tsx';
import { Button, ButtonGroup, PageHeading } from '#renderer/kit/index.ts';
import { ContestedLink } from '#renderer/sync/ContestedLink.tsx';
import { Removal } from '#renderer/sync/Removal.tsx';
import { useSyncStatus } from '#renderer/sync/useSync.ts';
import { useDiscarded } from '#renderer/visits/discarded.ts';
import { SheetLink } from '#renderer/visits/report/Papers.tsx';
import { useStartVisit } from '#renderer/visits/start.ts';
import { Undo } from '#renderer/visits/Undo.tsx';
import { ConcernsNews, OpenConcerns } from './Concerns.tsx';
import { Due } from './Due.tsx';
import { NeedsYou, News } from './News.tsx';
import { OwnPlaces } from './OwnPlaces.tsx';
import { Practice } from './Practice.tsx';
import { ReturnsDue } from './ReturnsDue.tsx';
import { ToRead } from './ToRead.tsx';
import { ToSend } from './ToSend.tsx';
import { Unfinished } from './Unfinished.tsx';

/** What needs this person, then three answers: what is unfinished, what is due, what waits to be sent. */
export function HomePage(): ReactNode {
  const session = useSession();
  const sync = useSyncStatus().data;
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
      {sync && <ContestedLink contested={sync.contested} />}
      {sync?.removal && <Removal {...sync.removal} />}
      <PageHeading focusOnMount={!discarded}>Home</PageHeading>
      <ImmediateBanner />
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
      {session.data && <OwnPlaces today={session.data.today} />}
      <Unfinished />
      {session.data && <Due today={session.data.today} />}
      <ToSend />
      <ToRead />
      <ReturnsDue />
      <OpenConcerns />
      <News />
      <ConcernsNews />
    </>
  );
}
