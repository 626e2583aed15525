import type { ReactNode } from 'react';
import { useSearchParams } from 'wouter';
import { Failed, Waiting } from '#renderer/app/Failed.tsx';
import { useRead } from '#renderer/app/host.tsx';
import { useSession } from '#renderer/app/session.ts';
import { useMay } from '#renderer/editing/useMay.ts';
import { PageHeading, Select } from '#renderer/kit/index.ts';
import { yearContaining } from '#shared/periods.ts';
import { SchemePlaces } from './SchemePlaces.tsx';
import { ThroughputGrid } from './ThroughputGrid.tsx';

/** How many people were detained, month by month, as the force says. The office types it or imports a file. */
export function ThroughputPage(): ReactNode {
  const [search, setSearch] = useSearchParams();
  const session = useSession();
  const settings = useRead('settings.get', {});
  const periods = useRead('returns.periods', {});
  const may = useMay('throughput.save');
  const thisYear =
    session.data && settings.data && yearContaining(session.data.today, settings.data.yearBegins).id;
  const year = search.get('year') ?? thisYear;
  const years = [...new Set([thisYear, year, ...(periods.data?.years ?? [])])].filter(
    (one) => one !== undefined,
  );
  const grid = useRead('throughput.list', { year: year ?? '' }, { wanted: year !== undefined });
  return (
    <>
      <PageHeading>Custody throughput</PageHeading>
      <SchemePlaces />
      <p className="govuk-body">
        Everyone detained in the month, as supplied by the force. It is never worked out from visits.
        {may &&
          ' Leave a box blank where no figure was supplied. Each figure is saved when you leave its box.'}
      </p>
      {year !== undefined && (
        <Select
          label="Year"
          value={year}
          options={years
            .sort()
            .reverse()
            .map((value) => ({ value, text: value }))}
          onChange={(event) => setSearch({ year: event.target.value }, { replace: true })}
        />
      )}
      <Failed failure={session.error ?? settings.error ?? grid.error} />
      {!grid.data && !grid.error && <Waiting />}
      {grid.data && <ThroughputGrid key={year} grid={grid.data} year={year ?? ''} readOnly={!may} />}
    </>
  );
}
