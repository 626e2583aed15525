import type { ReactNode } from 'react';
import { useSearchParams } from 'wouter';
import { Failed, Waiting } from '#renderer/app/Failed.tsx';
import { useRead } from '#renderer/app/host.tsx';
import { go } from '#renderer/app/place.ts';
import { BackLink, Details, PageHeading, Select, Table } from '#renderer/kit/index.ts';
import { recordsAddress } from '#renderer/returns/addresses.ts';
import { waits } from '#shared/checks/waits.ts';
import type { MeasureResult, ReturnResult } from '#shared/views.ts';
import { QuestionResults } from './QuestionResults.tsx';

type Part = { key: string; measures: readonly MeasureResult[] };

/** What the custody records show that were read in a period: by cohort and by suite, with the records behind every figure. */
export function ResultsPage(): ReactNode {
  const [params] = useSearchParams();
  const periods = useRead('returns.periods', {});
  const period = params.get('period') ?? periods.data?.latest ?? '';
  const asked = { return: 'icv', period } as const;
  const wanted = { wanted: period !== '' };
  const byCohort = useRead('returns.compute', { ...asked, by: 'cohort' }, wanted);
  const bySuite = useRead('returns.compute', { ...asked, by: 'suite' }, wanted);
  const failure = periods.error ?? byCohort.error ?? bySuite.error;
  const listed = periods.data
    ? [
        ...periods.data.years.map((id) => ({ value: id, text: id })),
        ...periods.data.quarters.map(({ id, label }) => ({ value: id, text: `${id}, ${label}` })),
      ]
    : [];
  return (
    <>
      <BackLink href="#/checks">Record checks</BackLink>
      <PageHeading>Results of record checks</PageHeading>
      <Failed failure={failure} />
      {periods.data && (
        <Select
          id="period"
          label="Period"
          value={period}
          onChange={({ target }) => go(`/checks/results?period=${encodeURIComponent(target.value)}`)}
          options={
            listed.some(({ value }) => value === period)
              ? listed
              : [{ value: period, text: period }, ...listed]
          }
        />
      )}
      {byCohort.data && bySuite.data ? (
        <Results byCohort={byCohort.data} bySuite={bySuite.data} />
      ) : (
        !failure && <Waiting />
      )}
    </>
  );
}

function Results({ byCohort, bySuite }: { byCohort: ReturnResult; bySuite: ReturnResult }): ReactNode {
  const { period } = byCohort;
  const whole: Part = { key: 'All', measures: byCohort.measures };
  const has = ({ measures }: Part) => (figure(measures, 'recordChecks.count')?.restsOn ?? 0) > 0;
  const parts = (result: ReturnResult) => (result.groups ?? []).filter(has);
  if (!has(whole)) return <p className="govuk-body">No custody record was checked from {period.label}.</p>;
  return (
    <>
      <h2 className="govuk-heading-m">{period.label}</h2>
      <Shares title="By cohort" by="cohort" parts={[whole, ...parts(byCohort)]} period={period.id} />
      <Shares title="By suite" by="suite" parts={[whole, ...parts(bySuite)]} period={period.id} />
      {waits.map(({ id, title }) => (
        <WaitTable
          key={id}
          wait={id}
          title={title}
          period={period.id}
          parts={[
            { ...whole, by: 'cohort' },
            ...parts(byCohort).map((part) => ({ ...part, by: 'cohort' as const })),
            ...parts(bySuite).map((part) => ({ ...part, by: 'suite' as const })),
          ]}
        />
      ))}
      <QuestionResults from={period.from} to={period.to} />
    </>
  );
}

const figure = (measures: readonly MeasureResult[], id: string) => measures.find((m) => m.id === id);

type LinkedProps = { measure: MeasureResult | undefined; part: Part; by: 'cohort' | 'suite'; period: string };

/** A figure as the way to the records behind it. */
function Linked({ measure, part, by, period }: LinkedProps): ReactNode {
  if (!measure || measure.restsOn === 0) return 'n/a';
  const group = part.key === 'All' ? undefined : { by, key: part.key };
  return (
    <a className="govuk-link" href={`#${recordsAddress({ period }, measure.id, group)}`}>
      {measure.display}
      <span className="govuk-visually-hidden">
        : records behind {measure.title}, {part.key}
      </span>
    </a>
  );
}

type SharesProps = { title: string; by: 'cohort' | 'suite'; parts: readonly Part[]; period: string };

function Shares({ title, by, parts, period }: SharesProps): ReactNode {
  const ids = ['recordChecks.count', 'recordChecks.recorded', 'recordChecks.notRecorded'];
  const numeric = (content: ReactNode) => ({ content, numeric: true });
  return (
    <>
      <Table
        dense
        caption={title}
        captionSize="s"
        firstCellIsHeader
        head={[
          by === 'cohort' ? 'Cohort' : 'Suite',
          numeric('Checked'),
          numeric('Recorded'),
          numeric('Not recorded'),
        ]}
        rows={parts.map((part) => ({
          key: part.key,
          cells: [
            part.key,
            ...ids.map((id) =>
              numeric(<Linked measure={figure(part.measures, id)} part={part} by={by} period={period} />),
            ),
          ],
        }))}
      />
      <Definitions measures={ids.flatMap((id) => figure(parts[0]?.measures ?? [], id) ?? [])} />
    </>
  );
}

type WaitTableProps = {
  wait: string;
  title: string;
  parts: readonly (Part & { by: 'cohort' | 'suite' })[];
  period: string;
};

/** One kind of wait: how many were told, the median and the 90th percentile, for all and for each part with any. */
function WaitTable({ wait, title, parts, period }: WaitTableProps): ReactNode {
  const ids = [`recordChecks.${wait}.median`, `recordChecks.${wait}.p90`];
  const told = parts.filter(({ measures }) => (figure(measures, ids[0] ?? '')?.restsOn ?? 0) > 0);
  if (told.length === 0) return null;
  const numeric = (content: ReactNode) => ({ content, numeric: true });
  return (
    <>
      <Table
        dense
        caption={`${title}, in minutes`}
        captionSize="s"
        firstCellIsHeader
        head={['Of', numeric('Waits'), numeric('Median'), numeric('90th percentile')]}
        rows={told.map((part) => ({
          key: `${part.by} ${part.key}`,
          cells: [
            part.key,
            numeric(figure(part.measures, ids[0] ?? '')?.restsOn),
            ...ids.map((id) =>
              numeric(
                <Linked measure={figure(part.measures, id)} part={part} by={part.by} period={period} />,
              ),
            ),
          ],
        }))}
      />
      <Definitions measures={ids.flatMap((id) => figure(told[0]?.measures ?? [], id) ?? [])} />
    </>
  );
}

function Definitions({ measures }: { measures: readonly MeasureResult[] }): ReactNode {
  return (
    <Details
      summary={`What is counted${measures[0] ? `: ${measures[0].title.replace(/, median minutes$/, '')}` : ''}`}
    >
      {measures.map((m) => (
        <p key={m.id} className="govuk-body">
          {m.title}: {m.definition}
        </p>
      ))}
    </Details>
  );
}
