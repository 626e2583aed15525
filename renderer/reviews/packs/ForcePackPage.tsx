import type { ReactNode } from 'react';
import { useParams } from 'wouter';
import { Failed, Waiting } from '#renderer/app/Failed.tsx';
import { useHost, useRead } from '#renderer/app/host.tsx';
import { go } from '#renderer/app/place.ts';
import { documentForms, TakeAway } from '#renderer/files/TakeAway.tsx';
import { PageHeading } from '#renderer/kit/index.ts';
import { Paper } from '#renderer/letters/Paper.tsx';
import { PeriodSelect } from '#renderer/returns/PeriodSelect.tsx';
import type { Output } from '#shared/contract.ts';
import { forceDocument } from '#shared/reviews/force-pack.ts';
import { AcrossReviews } from '../AcrossReviews.tsx';
import { Doubts } from './Doubts.tsx';

/** What Professional Standards are given of a quarter. */
export function ForcePackPage(): ReactNode {
  const host = useHost();
  const periods = useRead('returns.periods', { return: 'reviews' });
  const quarter = useParams<{ quarter?: string }>().quarter ?? periods.data?.latest;
  const pack = useRead(
    'packs.force',
    { quarter: quarter ?? '' },
    { wanted: quarter !== undefined, keep: true },
  );
  return (
    <>
      <PageHeading>For Professional Standards</PageHeading>
      <AcrossReviews />
      <p className="govuk-body desk-screen-only">
        Once a quarter: what upheld reviews were about, which recommendations were refused or wait for an
        answer, and what changed. Names of whoever applied are left out, wherever they were typed.
      </p>
      <Failed failure={periods.error ?? pack.error} />
      {periods.data && quarter && (
        <PeriodSelect
          id="pack-quarter"
          label="Quarter"
          periods={{ years: [], quarters: periods.data.quarters }}
          period={quarter}
          onChange={(to) => go(`/reviews/pack/${to}`)}
        />
      )}
      {pack.data && quarter ? (
        <>
          <TakeAway forms={documentForms} make={(as) => host.call('packs.forceFile', { quarter, as })} />
          <Doubts doubts={pack.data.doubts} />
          <Paper document={forceDocument(pack.data)} />
          <Behind pack={pack.data} />
        </>
      ) : (
        !(periods.error ?? pack.error) && <Waiting />
      )}
    </>
  );
}

/** The records that the pack tells of, which the paper does not link to. */
function Behind({ pack }: { pack: Output<'packs.force'> }): ReactNode {
  const parts = [
    ['Refused', pack.refused],
    ['Unanswered', pack.unanswered],
    ['What changed', pack.changed],
  ] as const;
  const some = parts.flatMap(([title, rows]) =>
    rows.length > 0 ? [{ title, rows: [...new Map(rows.map((row) => [row.id, row])).values()] }] : [],
  );
  if (some.length === 0) return null;
  return (
    <section className="desk-screen-only" aria-labelledby="behind-pack">
      <h2 className="govuk-heading-s" id="behind-pack">
        The recommendations in it
      </h2>
      {some.map(({ title, rows }) => (
        <p key={title} className="govuk-body">
          {title}:{' '}
          {rows.map(({ id, reference }, i) => (
            <span key={id}>
              {i > 0 && ', '}
              <a className="govuk-link" href={`#/reviews/recommendations/${id}`}>
                {reference ?? 'No number'}
              </a>
            </span>
          ))}
        </p>
      ))}
    </section>
  );
}
