import type { ReactNode } from 'react';
import { useParams } from 'wouter';
import { Failed, Waiting } from '#renderer/app/Failed.tsx';
import { useRead } from '#renderer/app/host.tsx';
import { useSession } from '#renderer/app/session.ts';
import { momentOf } from '#renderer/dates.ts';
import { BackLink, InsetText, PageHeading, SummaryList, WarningText } from '#renderer/kit/index.ts';
import { PlaceMails } from '#renderer/letters/RotaMails.tsx';
import { ConflictsOf } from '#renderer/sync/ConflictsOf.tsx';
import { stateWords as reportWords } from '#renderer/visits/words.ts';
import type { Output } from '#shared/contract.ts';
import type { ShiftState } from '#shared/records/shift.ts';
import type { VisitState } from '#shared/records/visit.ts';
import { inSentence } from '#shared/text.ts';
import { AskSwap } from './AskSwap.tsx';
import { rotaAddress } from './address.ts';
import { CouldGo } from './CouldGo.tsx';
import { EditPlace } from './EditPlace.tsx';
import { Objections } from './Objections.tsx';
import { OwnActions } from './OwnActions.tsx';
import { PlaceMoves } from './PlaceMoves.tsx';
import { SwapLine } from './SwapLine.tsx';
import { Taking } from './Taking.tsx';
import { coverWords, hasPassed, nameOf, notSettled, PlaceTags, placeName, whoGoes } from './words.tsx';

type Shown = Output<'rota.place'>;

/** One place of the rota: who goes, and what whoever looks at it can do about it. */
export function PlacePage(): ReactNode {
  const { id = '' } = useParams();
  const read = useRead('rota.place', { id });
  const today = useSession().data?.today;
  if (read.error)
    return (
      <>
        <BackLink href="#/rota">Rota</BackLink>
        <PageHeading>This place cannot be shown</PageHeading>
        <Failed failure={read.error} />
      </>
    );
  if (!read.data || !today) return <Waiting />;
  const { place, quarter, plans } = read.data;
  return (
    <>
      <BackLink href={`#${rotaAddress('/rota', { quarter: quarter.id })}`}>Rota, {quarter.label}</BackLink>
      <ConflictsOf record={id} />
      <PageHeading caption="Place of the rota">{placeName(place)}</PageHeading>
      <Who shown={read.data} today={today} />
      <ForVolunteers key={`of ${id}`} shown={read.data} today={today} />
      {plans && (
        <>
          {place.objections.length > 0 && (
            <section aria-labelledby="against">
              <h2 className="govuk-heading-m" id="against">
                What speaks against it
              </h2>
              <Objections objections={place.objections} />
            </section>
          )}
          <CouldGo place={place} />
          <EditPlace key={id} place={place} />
          <PlaceMoves key={`moves ${id}`} place={place} today={today} />
          <PlaceMails place={place} isPast={hasPassed(place.week, today)} />
        </>
      )}
      <History shown={read.data} />
    </>
  );
}

function Who({ shown: { place }, today }: { shown: Shown; today: string }): ReactNode {
  const { trainee, cover, why, state, unsettled, reports } = place;
  return (
    <>
      <p className="govuk-body desk-tags">
        <PlaceTags place={place} today={today} />
      </p>
      {unsettled && <InsetText>{notSettled}</InsetText>}
      {reports.length > 1 && <WarningText>{twoReports}</WarningText>}
      <SummaryList
        rows={[
          { key: 'Who goes', value: whoGoes(place) },
          trainee && { key: 'In training', value: nameOf(trainee) },
          place.tact && { key: 'Visit', value: 'To people held under the Terrorism Act (TACT)' },
          reports.length > 0 && {
            key: reports.length === 1 ? 'Report' : 'Reports',
            value: <Reports reports={reports} />,
          },
          cover.length > 0 && { key: 'Cover', value: coverWords(place) },
          why !== null && { key: state === 'missed' ? 'Why no visit was made' : 'Why', value: why },
        ]}
      />
    </>
  );
}

const twoReports =
  'There are two reports of this one visit: both of the pair began one where neither knew of the other’s. Both count as visits in every figure. Nothing is lost: read both, ask their writers which is to stand, and while the other is still a draft ask its writer to put it aside.';

function Reports({ reports }: Pick<Shown['place'], 'reports'>): ReactNode {
  return (
    <ul className="govuk-list">
      {reports.map(({ id, state, by }) => (
        <li key={id}>
          <a className="govuk-link" href={`#/visits/${id}`}>
            {by ? `Report of ${nameOf(by)}` : 'Report'}
          </a>
          : {inSentence(reportWords[state as VisitState].text)}
        </li>
      ))}
    </ul>
  );
}

function ForVolunteers({ shown, today }: { shown: Shown; today: string }): ReactNode {
  const { place, mine, mayTake, against, swaps } = shown;
  return (
    <>
      {mine && <OwnActions place={place} today={today} main={!shown.plans} />}
      {!mine && place.seeks && place.state === 'planned' && (mayTake || !shown.plans) && (
        <Taking place={place} mayTake={mayTake} against={against} main={!shown.plans} />
      )}
      {swaps.length > 0 && (
        <section aria-labelledby="swaps">
          <h2 className="govuk-heading-m" id="swaps">
            Asked for in exchange
          </h2>
          <ul className="govuk-list govuk-list--bullet">
            {swaps.map((swap) => (
              <li key={swap.id}>
                <SwapLine swap={swap} /> {swap.unsettled && notSettled}
              </li>
            ))}
          </ul>
        </section>
      )}
      {mine && place.state === 'planned' && place.reports.length === 0 && !hasPassed(place.week, today) && (
        <AskSwap place={place} />
      )}
    </>
  );
}

const stateWords: Record<ShiftState, string> = {
  draft: 'Taken back as a draft',
  planned: 'Planned, and shown to its panel',
  withdrawn: 'Withdrawn',
  missed: 'Its week passed without a visit',
};

function History({ shown: { history } }: { shown: Shown }): ReactNode {
  if (history.length === 0) return null;
  return (
    <section aria-labelledby="history">
      <h2 className="govuk-heading-m" id="history">
        What happened to it
      </h2>
      <ul className="govuk-list govuk-list--bullet">
        {history.map(({ to, at, by, why }) => (
          <li key={at}>
            {stateWords[to]}. {nameOf(by)}, {momentOf(at)}.{why && ` ${why}`}
          </li>
        ))}
      </ul>
    </section>
  );
}
