import type { ReactNode } from 'react';
import { useSearchParams } from 'wouter';
import { Failed, Waiting } from '#renderer/app/Failed.tsx';
import { useHost, useRead } from '#renderer/app/host.tsx';
import { SaveMade } from '#renderer/files/SaveMade.tsx';
import { PageHeading, Select, Table } from '#renderer/kit/index.ts';
import type { Output } from '#shared/contract.ts';
import { percent } from '#shared/numbers.ts';
import type { Told } from '#shared/volunteers/suppress.ts';
import { PeoplePlaces } from './PeoplePlaces.tsx';

type Totals = Output<'monitoring.totals'>;

const told = (people: Told): string => (people === 'suppressed' ? 'not told' : String(people));
const share = (people: Told, of: Told): string =>
  people === 'suppressed' || of === 'suppressed' ? '' : percent(people, of, 1);

/** Who the volunteers are and where they came from, in totals that tell of nobody. */
export function MonitoringTotalsPage(): ReactNode {
  const host = useHost();
  const [search, setSearch] = useSearchParams();
  const year = search.get('year') ?? undefined;
  const asked = year ? { year } : {};
  const read = useRead('monitoring.totals', asked, { keep: true });
  return (
    <>
      <PageHeading>Who we are, in totals</PageHeading>
      <PeoplePlaces />
      <Failed failure={read.error} />
      {read.isLoading && <Waiting />}
      {read.data && (
        <>
          <div className="desk-filters desk-screen-only">
            <Select
              label="Year"
              id="monitoring-year"
              value={read.data.year}
              options={read.data.years.map((value) => ({ value, text: value }))}
              onChange={({ target }) => setSearch({ year: target.value }, { replace: true })}
            />
          </div>
          <p className="govuk-body">
            Numbers below {read.data.least} are not told, nor is any other from which they could be worked
            out.
          </p>
          {read.data.questions.map((question) => (
            <Question key={question.question} {...question} />
          ))}
          <Sources {...read.data.sources} />
          <div className="desk-screen-only">
            <SaveMade make={() => host.call('monitoring.file', asked)}>Save as CSV</SaveMade>
          </div>
        </>
      )}
    </>
  );
}

const numeric = (content: string) => ({ content, numeric: true });

function Question({ question, total, options }: Totals['questions'][number]): ReactNode {
  return (
    <Table
      dense
      caption={`${question} (${told(total)} answered the form)`}
      captionSize="s"
      firstCellIsHeader
      head={['Answer', numeric('People'), numeric('Share'), numeric('Census')]}
      rows={options.map(({ option, people, census }) => ({
        key: option,
        cells: [
          option,
          numeric(told(people)),
          numeric(share(people, total)),
          numeric(census === undefined ? '' : `${census}%`),
        ],
      }))}
    />
  );
}

function Sources({ total, sources }: Totals['sources']): ReactNode {
  if (sources.length === 0) return <p className="govuk-body">Nobody asked to join in this year.</p>;
  return (
    <Table
      dense
      caption="How those who asked to join had heard of the scheme"
      captionSize="s"
      firstCellIsHeader
      head={['Heard by', numeric('People'), numeric('Share')]}
      rows={sources.map(({ source, people }) => ({
        key: source,
        cells: [source, numeric(told(people)), numeric(share(people, total))],
      }))}
    />
  );
}
