import type { ReactNode } from 'react';
import { Failed, Waiting } from '#renderer/app/Failed.tsx';
import { useRead } from '#renderer/app/host.tsx';
import { useSession } from '#renderer/app/session.ts';
import { BackLink, PageHeading } from '#renderer/kit/index.ts';
import type { Output } from '#shared/contract.ts';
import { Availability } from './Availability.tsx';
import { placeAddress } from './address.ts';
import { Lost } from './Lost.tsx';
import { OwnActions } from './OwnActions.tsx';
import { AskedByMe, AskedOfMe } from './Swaps.tsx';
import { Taking } from './Taking.tsx';
import { coverWords, notSettled, PlaceTags, placeName, whoGoes } from './words.tsx';

type Mine = Output<'rota.mine'>;

/** What a volunteer has to do with the rota: where they go, when they are free, who looks for somebody. */
export function MinePage(): ReactNode {
  const { data, error } = useRead('rota.mine', {});
  const today = useSession().data?.today;
  return (
    <>
      <BackLink href="#/rota">Rota</BackLink>
      <PageHeading>My part of the rota</PageHeading>
      <Failed failure={error} />
      {data && today ? <Parts mine={data} today={today} /> : !error && <Waiting />}
    </>
  );
}

function Parts({ mine, today }: { mine: Mine; today: string }): ReactNode {
  return (
    <>
      {mine.lost.map((lost) => (
        <Lost key={lost.change} lost={lost} />
      ))}
      <AskedOfMe swaps={mine.askedOfMe} />
      <Own mine={mine} today={today} />
      {mine.volunteers ? (
        <>
          <Free mine={mine} />
          <Seeking seeking={mine.seeking} />
        </>
      ) : (
        <p className="govuk-body">
          You are not among the volunteers whom the rota can place: it asks nobody else when they are free.
        </p>
      )}
      <AskedByMe swaps={mine.asked} />
    </>
  );
}

function Free({ mine }: { mine: Mine }): ReactNode {
  return (
    <section aria-labelledby="free">
      <h2 className="govuk-heading-m" id="free">
        When I am free
      </h2>
      <p className="govuk-body">
        Say it week by week. It is saved as you choose, also without a network; only those who plan the rota
        see it.
      </p>
      {mine.availability.map(({ quarter, weeks, unsettled }) => (
        <Availability
          key={quarter.id}
          {...{ quarter, weeks, unsettled }}
          person={mine.person}
          from={mine.thisWeek}
        />
      ))}
    </section>
  );
}

function Own({ mine: { places }, today }: { mine: Mine; today: string }): ReactNode {
  return (
    <section aria-labelledby="own">
      <h2 className="govuk-heading-m" id="own">
        Where I go
      </h2>
      {places.length === 0 && <p className="govuk-body">You have no place in the rota from this week on.</p>}
      <ul className="desk-rota__list">
        {places.map((place) => (
          <li key={place.id}>
            <a className="govuk-link" href={placeAddress(place.id)}>
              {placeName(place)}
            </a>
            : {whoGoes(place)} <PlaceTags place={place} today={today} />
            {place.unsettled && <p className="govuk-body-s">{notSettled}</p>}
            <OwnActions {...{ place, today }} exchange={placeAddress(place.id)} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function Seeking({ seeking }: { seeking: Mine['seeking'] }): ReactNode {
  return (
    <section aria-labelledby="seeking">
      <h2 className="govuk-heading-m" id="seeking">
        Where somebody is looked for
      </h2>
      {seeking.length === 0 ? (
        <p className="govuk-body">Nobody of your panel looks for anybody.</p>
      ) : (
        <>
          <p className="govuk-body">Whoever the office hears of first has the place; the other is told so.</p>
          <ul className="desk-rota__list">
            {seeking.map((place) => (
              <li key={place.id}>
                <a className="govuk-link" href={placeAddress(place.id)}>
                  {placeName(place)}
                </a>
                : {whoGoes(place)}. {place.cover.length > 0 && coverWords(place)}
                <Taking place={place} mayTake={place.mayTake} against={place.against} />
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}
