import type { ReactNode } from 'react';
import { useRead } from '#renderer/app/host.tsx';
import { useMay } from '#renderer/editing/useMay.ts';
import { placeAddress } from '#renderer/rota/address.ts';
import { OwnReport } from '#renderer/rota/OwnActions.tsx';
import { PlaceTags, placeName, whoGoes } from '#renderer/rota/words.tsx';
import { addDays } from '#shared/times.ts';

/** Where this person goes this week and next, and earlier places whose report is still to be written. */
export function OwnPlaces({ today }: { today: string }): ReactNode {
  const may = useMay('rota.mine');
  const mine = useRead('rota.mine', {}, { wanted: may }).data;
  if (!mine) return null;
  const near = mine.places.filter(({ week }) => week <= addDays(mine.thisWeek, 7));
  const waits = mine.askedOfMe.length + mine.lost.length;
  if (near.length === 0 && waits === 0) return null;
  return (
    <section aria-labelledby="own-places">
      <h2 className="govuk-heading-m" id="own-places">
        Your places in the rota
      </h2>
      {waits > 0 && (
        <p className="govuk-body">
          <a className="govuk-link" href="#/rota/mine">
            {waits === 1 ? 'Something in the rota needs you' : `${waits} things in the rota need you`}
          </a>
        </p>
      )}
      <ul className="desk-rota__list">
        {near.map((place) => (
          <li key={place.id}>
            <a className="govuk-link" href={placeAddress(place.id)}>
              {placeName(place)}
            </a>
            : {whoGoes(place)} <PlaceTags place={place} today={today} />
            <div className="desk-rota__do">
              <OwnReport place={place} today={today} />
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}
