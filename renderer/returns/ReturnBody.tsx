import type { ReactNode } from 'react';
import { useHost } from '#renderer/app/host.tsx';
import { ChartFigure } from '#renderer/charts/index.ts';
import { documentForms, TakeAway } from '#renderer/files/TakeAway.tsx';
import { classes } from '#renderer/kit/index.ts';
import type { ReturnFormat } from '#shared/calls/returns.ts';
import { allKept, chartsOf, tablesBeside } from '#shared/returns/charts.ts';
import { dimensionNames } from '#shared/returns/dimensions.ts';
import type { ReturnResult } from '#shared/views.ts';
import { BigFigures } from './BigFigures.tsx';
import { Checks } from './Checks.tsx';
import { GroupsTable } from './GroupsTable.tsx';
import { MeasuresTable } from './MeasuresTable.tsx';
import { ReturnTables } from './ReturnTables.tsx';
import { useTold } from './told.ts';

/** The forms in which a return leaves, as its buttons say them. */
export const returnForms = [
  ...documentForms,
  ['ods', 'Save as ODS'],
  ['xlsx', 'Save as XLSX'],
  ['csv', 'Save as CSV'],
  ['json', 'Save as JSON'],
] as const satisfies readonly (readonly [ReturnFormat, string])[];

/** Everything a return says, in the order in which it is read and printed. */
export function ReturnBody({ result }: { result: ReturnResult }): ReactNode {
  const { by } = result;
  const host = useHost();
  return (
    <>
      <SaidBy result={result} />
      <TakeAway
        forms={returnForms}
        make={(as) =>
          host.call('returns.file', {
            return: result.return,
            period: result.period.id,
            ...(by && { by }),
            as,
          })
        }
      />
      <Section title="Main figures">
        <BigFigures result={result} />
      </Section>
      <Section title="Checks">
        <Checks result={result} />
      </Section>
      <ReturnFigures result={result} />
    </>
  );
}

/** Whose figures they are, and that they are invented where they are. */
export function SaidBy({ result: { body, notice } }: { result: ReturnResult }): ReactNode {
  return (
    <p className="govuk-body">
      <strong>{body}</strong>
      {notice && (
        <>
          <br />
          {notice}
        </>
      )}
    </p>
  );
}

interface ReturnFiguresProps {
  result: ReturnResult;
  /** The charts it draws, by their names; without it all that fit it. */
  charts?: readonly string[] | undefined;
}

/** The charts, measures and tables of a return, under its main figures. */
export function ReturnFigures({ result, charts }: ReturnFiguresProps): ReactNode {
  const { by, groups } = result;
  const splits = result.splits ?? (by && groups ? [{ by, groups }] : []);
  const told = useTold(result);
  const drawn = chartsOf(result, charts);
  const tables = tablesBeside(result, charts);
  return (
    <>
      {drawn.length > 0 && (
        <Section title="Charts">
          {drawn.map(({ name, chart, isKept }) =>
            isKept ? (
              <p key={name} className="govuk-body">
                <strong>{chart.title}.</strong> {allKept}
              </p>
            ) : (
              <ChartFigure key={name} chart={chart} />
            ),
          )}
        </Section>
      )}
      <Section title={`All measures, ${result.period.label}`} wide>
        <MeasuresTable result={result} />
      </Section>
      {splits.map((split) => (
        <Section
          key={split.by}
          title={`All measures ${dimensionNames[split.by].by}, ${result.period.label}`}
          wide
        >
          <GroupsTable result={result} {...split} />
        </Section>
      ))}
      {tables.length > 0 && (
        <Section title="Tables">
          <ReturnTables tables={tables} told={told} />
        </Section>
      )}
    </>
  );
}

interface SectionProps {
  title: string;
  /** More columns than an upright page holds: on paper it lies on its side. */
  wide?: boolean;
  children: ReactNode;
}

/** A part of a return under its heading. */
export function Section({ title, wide, children }: SectionProps): ReactNode {
  return (
    <section className={classes('desk-return-section', wide && 'desk-return-section--wide')}>
      <h2 className="govuk-heading-m">{title}</h2>
      {children}
    </section>
  );
}
