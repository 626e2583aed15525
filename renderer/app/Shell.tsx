import { type ReactNode, useEffect, useRef } from 'react';
import { useLocation } from 'wouter';
import { mayCall } from '#renderer/editing/useMay.ts';
import { Frame, FrameBanner, NavMenu, Status } from '#renderer/kit/index.ts';
import { Progress } from '#renderer/sync/Progress.tsx';
import { Revoked } from '#renderer/sync/Revoked.tsx';
import { useSyncStatus } from '#renderer/sync/useSync.ts';
import { PracticeBanner } from '#renderer/visits/practice/PracticeBanner.tsx';
import { useStartVisit } from '#renderer/visits/start.ts';
import { capital } from '#shared/text.ts';
import { useCommands } from './commands.ts';
import { Failed } from './Failed.tsx';
import { useRead } from './host.tsx';
import { IdleLock } from './IdleLock.tsx';
import { useKeys } from './keys.ts';
import { Pages } from './Pages.tsx';
import { Palette } from './palette/Palette.tsx';
import { isAt, places } from './places.ts';
import { SavedFacts } from './SavedFacts.tsx';
import { useSession } from './session.ts';
import { useApp } from './state.ts';
import { Tools } from './Tools.tsx';
import { useTitleFromHeading } from './title.ts';

/** The banner says "Invented data" itself. */
const withoutTitle = (notice: string) => capital(notice.replace(/^invented data:\s*/i, ''));

/** What stands around every page of the open office. */
export function Shell(): ReactNode {
  const [path] = useLocation();
  const session = useSession();
  const sync = useSyncStatus().data;
  const { said, reached, palette } = useApp();
  const obey = useCommands(useStartVisit());
  const box = useRef<HTMLDivElement>(null);
  useKeys(obey);
  useTitleFromHeading(box);
  useEffect(() => {
    if (session.data) useApp.setState({ who: session.data });
  }, [session.data]);

  const roles = session.data?.person.roles ?? [];
  const offered = places.filter(({ needs }) => !needs || mayCall(roles, needs));
  const { unread } =
    useRead('visits.waiting', {}, { wanted: mayCall(roles, 'visits.readThrough') }).data ?? {};
  const newConcerns = useRead('concerns.waiting', {}, { wanted: mayCall(roles, 'concerns.waiting') }).data;
  const groups = [
    {
      items: offered.map((place) => ({
        href: `#${place.path}`,
        text: place.text,
        current: isAt(place, path),
        ...(place.path === '/visits' && { count: unread, countOf: 'unread' }),
        ...(place.path === '/concerns' && { count: newConcerns?.raised, countOf: 'new' }),
      })),
    },
  ];
  const notice = session.data?.notice;
  return (
    <div ref={box}>
      <Frame
        product="ICV Desk"
        office={session.data?.body ?? ''}
        homeHref="#/"
        tools={<Tools person={session.data?.person.name} obey={obey} />}
        banner={
          <>
            {notice && <FrameBanner kind="invented">{withoutTitle(notice)}</FrameBanner>}
            <PracticeBanner path={path} />
          </>
        }
        status={<SavedFacts said={said} />}
        navigation={<NavMenu groups={groups} />}
      >
        {!reached && <Failed failure={{ tag: 'unreachable' }} />}
        {sync?.mode === 'revoked' ? <Revoked /> : <Pages path={path} />}
      </Frame>
      <Status message={said || undefined} />
      {sync && <Progress status={sync} />}
      {palette && <Palette obey={obey} />}
      <IdleLock lock={() => obey('lock')} />
    </div>
  );
}
