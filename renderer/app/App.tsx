import { useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useEffect } from 'react';
import { Router } from 'wouter';
import type { Host } from '#shared/contract.ts';
import { Ended } from './Ended.tsx';
import { Failed, Waiting } from './Failed.tsx';
import { FirstRun } from './first-run/FirstRun.tsx';
import { HostProvider, useHost, useRead } from './host.tsx';
import { KeptPage } from './KeptPage.tsx';
import { LinkEnded } from './LinkEnded.tsx';
import { locked } from './locking.ts';
import { usePlace } from './place.ts';
import { Shell } from './Shell.tsx';
import { keepSecondClicks } from './secondClick.ts';
import { useApp } from './state.ts';
import { Unlock } from './Unlock.tsx';

export function App({ host }: { host: Host }): ReactNode {
  useEffect(keepSecondClicks, []);
  return (
    <HostProvider host={host}>
      <Router hook={usePlace}>
        <Gate />
      </Router>
    </HostProvider>
  );
}

/** What stands in the window: a used-up link, a store that was ended, the first run, the lock, or the office. */
function Gate(): ReactNode {
  const { ended, reached, settingUp, who, turn } = useApp();
  const host = useHost();
  const queries = useQueryClient();
  const status = useRead('store.status', {});
  const state = status.data?.state;
  useEffect(() => host.listen((event) => event.kind === 'locked' && locked(queries)), [host, queries]);
  // The last screen of the first run stands when there is a store already, so the first run ends by itself only.
  const gone = state === 'none' ? status.data?.ended?.[0] : undefined;
  useEffect(() => {
    if (state === 'none' && !gone) useApp.setState({ settingUp: true });
  }, [state, gone]);

  if (ended) return <LinkEnded />;
  if (gone && !settingUp) return <Ended ended={gone} onBegin={() => useApp.setState({ settingUp: true })} />;
  if (settingUp || state === 'none') return <FirstRun />;
  if (!status.data) {
    const failure = status.error ?? (reached ? null : ({ tag: 'unreachable' } as const));
    return failure ? <Failed failure={failure} /> : <Waiting what="Opening…" />;
  }
  const away = state === 'locked';
  return (
    <>
      {away && <Unlock stores={status.data.stores} returning={who !== null} />}
      {(!away || who) && (
        <KeptPage key={turn} away={away}>
          <Shell />
        </KeptPage>
      )}
    </>
  );
}
