import type { ReactNode } from 'react';
import { Failed } from '#renderer/app/Failed.tsx';
import { useWrite } from '#renderer/app/host.tsx';
import { Button, NotificationBanner } from '#renderer/kit/index.ts';
import type { Output } from '#shared/contract.ts';
import { placeAddress } from './address.ts';
import { placeName } from './words.tsx';

/** What came to nothing of what was done here without a network, said once and until it was read. */
export function Lost({ lost }: { lost: Output<'rota.mine'>['lost'][number] }): ReactNode {
  const { change, text, place } = lost;
  const back = useWrite('sync.takeBack');
  return (
    <NotificationBanner title="The office settled it otherwise" titleId={`lost-${change}`}>
      <p className="govuk-notification-banner__heading">
        {place && (
          <>
            <a className="govuk-notification-banner__link" href={placeAddress(place.id)}>
              {placeName(place)}
            </a>
            :{' '}
          </>
        )}
        {text}
      </p>
      <Failed failure={back.failure} />
      <Button type="button" kind="secondary" disabled={back.busy} onClick={() => void back.run({ change })}>
        I have read this
      </Button>
    </NotificationBanner>
  );
}
