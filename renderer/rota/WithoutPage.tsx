import type { ReactNode } from 'react';
import { Failed, Waiting } from '#renderer/app/Failed.tsx';
import { useRead } from '#renderer/app/host.tsx';
import { dayWords } from '#renderer/dates.ts';
import { BackLink, PageHeading, Table } from '#renderer/kit/index.ts';
import { placeAddress, rotaAddress, useAsked } from './address.ts';
import { placeName, whoGoes } from './words.tsx';

/** Planned weeks that passed and of which there is no report: either it is still to be written, or no visit was made. */
export function WithoutPage(): ReactNode {
  const { panel } = useAsked();
  const of = panel ? { panel } : {};
  const { data, error } = useRead('rota.weeksWithout', of);
  return (
    <>
      <BackLink href={`#${rotaAddress('/rota', of)}`}>Rota</BackLink>
      <PageHeading>Weeks that passed without a report</PageHeading>
      <p className="govuk-body">
        Ask the pair for their report. Where no visit was made, open the place and say why.
      </p>
      <Failed failure={error} />
      {!data && !error && <Waiting />}
      {data?.length === 0 && (
        <p className="govuk-body">None: of every planned week there is a report or a reason.</p>
      )}
      {data && data.length > 0 && (
        <Table
          dense
          caption="Weeks that passed without a report"
          captionHidden
          firstCellIsHeader
          head={['Week of', 'Suite', 'Who was to go', { content: 'Weeks ago', numeric: true }]}
          rows={data.map((place) => ({
            key: place.id,
            cells: [
              <a key="week" className="govuk-link" href={placeAddress(place.id)}>
                {dayWords(place.week)}
                <span className="govuk-visually-hidden">: {placeName(place)}</span>
              </a>,
              place.suiteName,
              whoGoes(place),
              { content: place.weeksAgo, numeric: true },
            ],
          }))}
        />
      )}
    </>
  );
}
