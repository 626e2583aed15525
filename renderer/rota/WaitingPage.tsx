import type { ReactNode } from 'react';
import { Failed, Waiting } from '#renderer/app/Failed.tsx';
import { useRead } from '#renderer/app/host.tsx';
import { BackLink, PageHeading } from '#renderer/kit/index.ts';
import type { Output } from '#shared/contract.ts';
import { count } from '#shared/numbers.ts';
import { placeAddress } from './address.ts';
import { SwapLine } from './SwapLine.tsx';
import { coverWords, placeName, whoGoes } from './words.tsx';

type Found = Output<'rota.waiting'>;

/** What of the rota waits for somebody, in whatever quarter it is: the lists behind two numbers of the board. */
export function WaitingPage(): ReactNode {
  const { data, error } = useRead('rota.waiting', {});
  return (
    <>
      <BackLink href="#/rota">Rota</BackLink>
      <PageHeading>What the rota waits for</PageHeading>
      <p className="govuk-body">From this week on, in every quarter.</p>
      <Failed failure={error} />
      {data ? (
        <>
          <Seeking places={data.seeking} />
          <Exchanges swaps={data.swaps} />
        </>
      ) : (
        !error && <Waiting />
      )}
    </>
  );
}

function Seeking({ places }: { places: Found['seeking'] }): ReactNode {
  return (
    <section aria-labelledby="seeking">
      <h2 className="govuk-heading-m" id="seeking">
        Places that look for somebody: {count(places.length)}
      </h2>
      {places.length > 0 && <p className="govuk-body">Each says who could go.</p>}
      <ul className="govuk-list govuk-list--bullet">
        {places.map((place) => (
          <li key={place.id}>
            <a className="govuk-link" href={placeAddress(place.id)}>
              {placeName(place)}
            </a>
            : {whoGoes(place)}. {place.cover.length > 0 && coverWords(place)}
          </li>
        ))}
      </ul>
    </section>
  );
}

function Exchanges({ swaps }: { swaps: Found['swaps'] }): ReactNode {
  return (
    <section aria-labelledby="exchanges">
      <h2 className="govuk-heading-m" id="exchanges">
        Exchanges that nobody has answered: {count(swaps.length)}
      </h2>
      {swaps.length > 0 && <p className="govuk-body">Whoever is asked says yes or no on their own laptop.</p>}
      <ul className="govuk-list govuk-list--bullet">
        {swaps.map((swap) => (
          <li key={swap.id}>
            <SwapLine swap={swap} />{' '}
            {swap.gives && (
              <a className="govuk-link desk-screen-only" href={placeAddress(swap.gives.id)}>
                Open the place<span className="govuk-visually-hidden">: {placeName(swap.gives)}</span>
              </a>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
