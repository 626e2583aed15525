import type { ReactNode } from 'react';
import { useSearchParams } from 'wouter';
import { Failed, Waiting } from '#renderer/app/Failed.tsx';
import { useRead } from '#renderer/app/host.tsx';
import { AcrossCases } from '#renderer/cases/AcrossCases.tsx';
import { useMay } from '#renderer/editing/useMay.ts';
import { ButtonGroup, ButtonLink, PageHeading, Select, Table } from '#renderer/kit/index.ts';
import { prepareAddress } from '#renderer/returns/addresses.ts';
import type { Output } from '#shared/contract.ts';
import { count } from '#shared/numbers.ts';
import { previousPeriod, quarterContaining } from '#shared/periods.ts';

/** A year of figures that the office does not count here, month by month, with what is missing in sight. */
export function FiguresPage(): ReactNode {
  const [search, setSearch] = useSearchParams();
  const asked = search.get('year');
  const read = useRead('figures.year', { ...(asked && { year: asked }) }, { keep: true });
  return (
    <>
      <PageHeading>Monthly figures</PageHeading>
      <AcrossCases />
      <p className="govuk-body">
        Numbers of a month that are not counted here, typed in with where they come from. They stand in the
        quarterly return on contact with the public beside what is counted.
      </p>
      <ToReturn />
      <Failed failure={read.error} />
      {!read.data && !read.error && <Waiting />}
      {read.data && (
        <>
          <Select
            label="Year"
            id="year"
            value={read.data.year.id}
            options={read.data.years.map((value) => ({ value, text: value }))}
            onChange={({ target }) => setSearch({ year: target.value }, { replace: true })}
          />
          <p className="govuk-body">{gapWords(read.data.gaps)}</p>
          <Year shown={read.data} />
        </>
      )}
    </>
  );
}

/** The way to the return of the last quarter that has ended. */
function ToReturn(): ReactNode {
  const today = useRead('session.get', {}).data?.today;
  const yearBegins = useRead('settings.get', {}).data?.yearBegins;
  if (!today || !yearBegins) return null;
  const last = previousPeriod(quarterContaining(today, yearBegins), yearBegins);
  return (
    <ButtonGroup>
      <ButtonLink href={`#${prepareAddress('metrics-quarter', last.id)}`} kind="secondary">
        The return of {last.label}
      </ButtonLink>
    </ButtonGroup>
  );
}

const gapWords = (gaps: number): string => {
  if (gaps === 0) return 'Every figure of the months that have ended is there.';
  return `${count(gaps)} ${gaps === 1 ? 'figure' : 'figures'} of months that have ended ${gaps === 1 ? 'is' : 'are'} missing.`;
};

function Year({ shown }: { shown: Output<'figures.year'> }): ReactNode {
  const may = useMay('figures.set');
  const { months, rows } = shown;
  return (
    <Table
      dense
      caption={`Figures of ${shown.year.label}`}
      captionSize="s"
      firstCellIsHeader
      head={[
        'Month',
        ...rows.map(({ name }) => ({ content: name, numeric: true })),
        ...(may ? [{ content: <span className="govuk-visually-hidden">Change</span> }] : []),
      ]}
      rows={months.map(({ id, label, ended }, i) => ({
        key: id,
        cells: [
          label,
          ...rows.map(({ figures }) => {
            const figure = figures[i];
            return { content: figure ? count(figure.value) : ended ? 'missing' : '–', numeric: true };
          }),
          ...(may
            ? [
                <a key="change" className="govuk-link" href={`#/figures/${id}`}>
                  {rows.some(({ figures }) => figures[i]) ? 'Change' : 'Type in'}
                  <span className="govuk-visually-hidden">: {label}</span>
                </a>,
              ]
            : []),
        ],
      }))}
    />
  );
}
