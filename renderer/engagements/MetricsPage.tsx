import type { ReactNode } from 'react';
import { useParams } from 'wouter';
import { Failed, Waiting } from '#renderer/app/Failed.tsx';
import { useHost, useRead } from '#renderer/app/host.tsx';
import { go } from '#renderer/app/place.ts';
import { documentForms, TakeAway } from '#renderer/files/TakeAway.tsx';
import { BackLink, PageHeading, Table } from '#renderer/kit/index.ts';
import { recordsAddress } from '#renderer/returns/addresses.ts';
import { PeriodSelect } from '#renderer/returns/PeriodSelect.tsx';
import {
  engagementCells,
  engagementHeads,
  metricCells,
  metricHeads,
  metricsTitle,
  monthWords,
  questionCells,
  questionHeads,
  typedCells,
} from '#shared/cases/metrics.ts';
import type { Output } from '#shared/contract.ts';
import { count } from '#shared/numbers.ts';
import { capital } from '#shared/text.ts';

type Metrics = Output<'metrics.get'>;

/** The quarterly metrics: what came in, what was done about it, and the figures typed by month, beside other periods. */
export function MetricsPage(): ReactNode {
  const { period } = useParams<{ period?: string }>();
  const host = useHost();
  const periods = useRead('returns.periods', { return: 'correspondence' });
  const read = useRead('metrics.get', { ...(period && { period }) }, { keep: true });
  const shown = read.data;
  return (
    <>
      <BackLink href="#/figures">Monthly figures</BackLink>
      <PageHeading key={`heading ${period}`} caption={shown?.body}>
        {shown ? `${metricsTitle}, ${shown.period.label}` : metricsTitle}
      </PageHeading>
      {periods.data && shown && (
        <PeriodSelect
          id="metrics-period"
          label="Period"
          periods={periods.data}
          period={shown.period.id}
          onChange={(next) => go(`/figures/metrics/${encodeURIComponent(next)}`)}
        />
      )}
      <Failed failure={read.error ?? periods.error} />
      {!shown && !read.error && <Waiting what="Working out the figures…" />}
      {shown && (
        <>
          {shown.notice && <p className="govuk-body">{shown.notice}</p>}
          <TakeAway
            forms={documentForms}
            make={(as) => host.call('metrics.file', { period: shown.period.id, as })}
          />
          <Shown metrics={shown} />
        </>
      )}
    </>
  );
}

function Shown({ metrics }: { metrics: Metrics }): ReactNode {
  const told = { of: 'correspondence', period: metrics.period.id } as const;
  const months = metrics.typed[0]?.months.map(({ month }) => monthWords(month)) ?? [];
  return (
    <>
      {metrics.sections.map((section) => (
        <Figures
          key={section.title}
          title={section.title}
          head={metricHeads(metrics)}
          rows={section.lines.map((line) => {
            const [title, display, ...others] = metricCells(line);
            const href = `#${recordsAddress(told, line.id)}`;
            return [title, <Opens key="figure" {...{ href, display, title }} />, ...others];
          })}
          numeric
        />
      ))}
      {metrics.tables.map(({ id, title, columns, rows, note, figures }) => (
        <Figures
          key={id}
          title={title}
          note={note}
          head={columns.map(capital)}
          rows={rows.map((row) =>
            row.map((value, i) => {
              const display = typeof value === 'number' ? count(value) : (value ?? 'n/a');
              const measure = figures?.measures[i];
              const key = String(row[0]);
              if (!figures || !measure) return display;
              const href = `#${recordsAddress(told, measure, { by: figures.by, key })}`;
              return <Opens key="figure" {...{ href, display }} title={key} />;
            }),
          )}
          numeric
        />
      ))}
      <Figures
        title="Engagements of the period"
        head={engagementHeads}
        rows={metrics.engagements.map(engagementCells)}
      />
      <Figures
        title="Questions to the Chief Constable"
        head={questionHeads}
        rows={metrics.questions.map(questionCells)}
      />
      <Figures
        title="Figures typed month by month"
        head={['Figure', ...months, 'Source']}
        rows={metrics.typed.map(typedCells)}
      />
      <h2 className="govuk-heading-m">How the figures are defined</h2>
      <dl className="govuk-body">
        {metrics.sections
          .flatMap(({ lines }) => lines)
          .map(({ title, definition }) => (
            <div key={title}>
              <dt>
                <strong>{title}</strong>
              </dt>
              <dd>{definition}</dd>
            </div>
          ))}
      </dl>
    </>
  );
}

type OpensProps = { href: string; display: string | undefined; title: string | undefined };

/** A figure that opens the records behind it. */
function Opens({ href, display, title }: OpensProps): ReactNode {
  return (
    <a className="govuk-link" href={href}>
      {display}
      <span className="govuk-visually-hidden">, {title}: open the records</span>
    </a>
  );
}

type FiguresProps = {
  title: string;
  note?: string | undefined;
  head: readonly string[];
  rows: readonly (readonly ReactNode[])[];
  /** All but its first column are numbers. */
  numeric?: boolean;
};

function Figures({ title, note, head, rows, numeric = false }: FiguresProps): ReactNode {
  return (
    <section>
      <h2 className="govuk-heading-m">{title}</h2>
      {note && <p className="govuk-body-s">{note}</p>}
      {rows.length === 0 ? (
        <p className="govuk-body">There is none in this period.</p>
      ) : (
        <Table
          dense
          caption={title}
          captionHidden
          firstCellIsHeader
          head={head.map((content, i) => ({ content, numeric: numeric && i > 0 }))}
          rows={rows.map((cells, row) => ({
            key: row,
            cells: cells.map((content, i) => ({ content, numeric: numeric && i > 0 })),
          }))}
        />
      )}
    </section>
  );
}
