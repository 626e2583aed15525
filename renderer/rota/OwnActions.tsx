import type { ReactNode } from 'react';
import { Failed } from '#renderer/app/Failed.tsx';
import { useWrite } from '#renderer/app/host.tsx';
import { useSession } from '#renderer/app/session.ts';
import { say } from '#renderer/app/state.ts';
import { Button, ButtonGroup, ButtonLink } from '#renderer/kit/index.ts';
import { useSyncStatus } from '#renderer/sync/useSync.ts';
import { useStartFromPlace } from '#renderer/visits/start.ts';
import { isOpenState, type VisitState } from '#shared/records/visit.ts';
import type { RotaPlace } from '#shared/rota-views.ts';
import { hasBegun, hasPassed, nameOf, notSettled, placeName } from './words.tsx';

type OwnActionsProps = {
  place: RotaPlace;
  today: string;
  /** The report is the main thing to do on its page. */
  main?: boolean;
  /** On a page of one's own places it is also said where one can be exchanged. */
  exchange?: string;
};

/** What somebody does about their own place: write its report, or look for somebody to go instead. */
export function OwnActions({ place, today, main = false, exchange }: OwnActionsProps): ReactNode {
  const { id, week, state, reports, cover } = place;
  const me = useSession().data?.person.id ?? '';
  const joined = useSyncStatus().data?.mode === 'joined';
  const ask = useWrite('rota.askCover');
  if (state !== 'planned') return null;
  const asks = cover.includes(me);
  const press = async () => {
    const answer = await ask.run({ id, asks: !asks });
    if (!answer.ok) return;
    const said = asks ? 'You no longer look for cover.' : 'Your panel sees that you look for cover.';
    say(joined ? `${said} ${notSettled}` : said);
  };
  const about = <span className="govuk-visually-hidden">: {placeName(place)}</span>;
  return (
    <>
      <Failed failure={ask.failure} />
      <ButtonGroup>
        <OwnReport place={place} today={today} main={main} />
        {reports.length === 0 && !hasPassed(week, today) && (
          <Button type="button" kind="secondary" disabled={ask.busy} onClick={() => void press()}>
            {asks ? 'I no longer look for cover' : 'Ask for cover'}
            {about}
          </Button>
        )}
        {exchange && reports.length === 0 && !hasPassed(week, today) && (
          <a className="govuk-link" href={exchange}>
            Exchange it{about}
          </a>
        )}
      </ButtonGroup>
    </>
  );
}

/** The report of one's own place: begun from here once its week has begun, and gone on with where it is begun already. */
export function OwnReport({ place, today, main = false }: Omit<OwnActionsProps, 'exchange'>): ReactNode {
  const start = useStartFromPlace();
  const { id, week, reports } = place;
  const kind = main ? undefined : 'secondary';
  const about = <span className="govuk-visually-hidden">: {placeName(place)}</span>;
  if (reports.length > 0)
    return reports.map((report) => {
      const isOpen = isOpenState(report.state as VisitState);
      return (
        <ButtonLink
          key={report.id}
          kind={isOpen ? kind : 'secondary'}
          href={`#/visits/${report.id}${isOpen ? '/edit' : ''}`}
        >
          {isOpen ? 'Go on with the report' : 'Read the report'}
          {reports.length > 1 && report.by && ` of ${nameOf(report.by)}`}
          {about}
        </ButtonLink>
      );
    });
  if (!hasBegun(week, today)) return null;
  return (
    <Button type="button" kind={kind} onClick={() => void start(id)}>
      Write the report
      {about}
    </Button>
  );
}
