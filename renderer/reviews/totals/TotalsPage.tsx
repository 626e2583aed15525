import type { ReactNode } from 'react';
import { useSearchParams } from 'wouter';
import { Failed, Waiting } from '#renderer/app/Failed.tsx';
import { useRead } from '#renderer/app/host.tsx';
import { useSession } from '#renderer/app/session.ts';
import { useMay } from '#renderer/editing/useMay.ts';
import { PageHeading, Select, Table } from '#renderer/kit/index.ts';
import type { Output } from '#shared/contract.ts';
import { yearContaining } from '#shared/periods.ts';
import { scheduleFigures } from '#shared/records/complaint-sample.ts';
import { AcrossReviews } from '../AcrossReviews.tsx';
import { figureNames } from './totalsForm.ts';

/** The force’s own totals of its complaints, quarter by quarter, and reviews as a share of what was finalised. */
export function TotalsPage(): ReactNode {
  const [search, setSearch] = useSearchParams();
  const session = useSession();
  const settings = useRead('settings.get', {});
  const periods = useRead('returns.periods', { return: 'reviews' });
  const thisYear =
    session.data && settings.data && yearContaining(session.data.today, settings.data.yearBegins).id;
  const year = search.get('year') ?? thisYear;
  const years = [...new Set([thisYear, year, ...(periods.data?.years ?? [])])].filter(
    (one) => one !== undefined,
  );
  const list = useRead('scheduleTotals.list', { year: year ?? '' }, { wanted: year !== undefined });
  return (
    <>
      <PageHeading>Complaints of the force</PageHeading>
      <AcrossReviews />
      <p className="govuk-body">
        The totals of each quarter as the force supplies them, typed in. Reviews are told as a share of the
        complaints that were finalised under Schedule 3 of the Police Reform Act 2002. A dash is a figure that
        was not supplied.
      </p>
      {year !== undefined && (
        <Select
          label="Year"
          id="year"
          value={year}
          options={years
            .sort()
            .reverse()
            .map((value) => ({ value, text: value }))}
          onChange={(event) => setSearch({ year: event.target.value }, { replace: true })}
        />
      )}
      <Failed failure={session.error ?? settings.error ?? list.error} />
      {!list.data && !list.error && <Waiting />}
      {list.data && <Quarters quarters={list.data} year={year ?? ''} />}
    </>
  );
}

function Quarters({ quarters, year }: { quarters: Output<'scheduleTotals.list'>; year: string }): ReactNode {
  const may = useMay('scheduleTotals.save');
  return (
    <Table
      dense
      caption={`Complaints of the force, ${year}`}
      captionHidden
      firstCellIsHeader
      head={[
        'Quarter',
        ...scheduleFigures.map((one) => ({ content: figureNames[one], numeric: true })),
        { content: 'Reviews received', numeric: true },
        { content: 'Reviews as a share', numeric: true },
        ...(may ? [{ content: <span className="govuk-visually-hidden">Change</span> }] : []),
      ]}
      rows={quarters.map(({ quarter, totals, received, share }) => ({
        key: quarter.id,
        cells: [
          quarter.label,
          ...scheduleFigures.map((one) => ({ content: totals?.[one] ?? '–', numeric: true })),
          { content: received, numeric: true },
          { content: share, numeric: true },
          ...(may
            ? [
                <a key="change" className="govuk-link" href={`#/reviews/totals/${quarter.id}`}>
                  {totals ? 'Change' : 'Type in'}
                  <span className="govuk-visually-hidden">: {quarter.label}</span>
                </a>,
              ]
            : []),
        ],
      }))}
    />
  );
}
