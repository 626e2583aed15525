import type { ReactNode } from 'react';
import { useRead } from '#renderer/app/host.tsx';
import { useMay } from '#renderer/editing/useMay.ts';
import { NotificationBanner } from '#renderer/kit/index.ts';
import { concernName, shortened } from './words.tsx';

/** So many are named; the list of urgent matters has them all. */
const named = 3;

/** For the staff, above everything else: urgent matters of which nobody is known to have been told. */
export function ImmediateBanner(): ReactNode {
  const may = useMay('concerns.immediate');
  const untold = useRead('concerns.immediate', {}, { wanted: may }).data?.untold ?? [];
  if (untold.length === 0) return null;
  return (
    <NotificationBanner
      title="This cannot wait"
      titleId="immediate"
      className="desk-immediate desk-screen-only"
    >
      <p className="govuk-notification-banner__heading">
        {untold.length === 1
          ? 'A serious matter, and nobody is written down as told.'
          : `${untold.length} serious matters, and nobody is written down as told.`}
      </p>
      <ul className="govuk-list">
        {untold.slice(0, named).map(({ id, reference, suite, raisedOn, matter }) => (
          <li key={id}>
            <a className="govuk-notification-banner__link" href={`#/concerns/${id}`}>
              {[concernName(suite, raisedOn), reference].filter(Boolean).join(', ')}
            </a>
            : {shortened(matter)}
          </li>
        ))}
      </ul>
      <p className="govuk-body govuk-!-margin-bottom-0">
        <a className="govuk-notification-banner__link" href="#/concerns/immediate">
          {untold.length > named ? `All ${untold.length} of them` : 'Immediate and serious matters'}
        </a>
      </p>
    </NotificationBanner>
  );
}
