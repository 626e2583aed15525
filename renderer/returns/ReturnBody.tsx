import type { ReactNode } from 'react';
import { useHost } from '#renderer/app/host.tsx';
import { documentForms, TakeAway } from '#renderer/files/TakeAway.tsx';
import { classes } from '#renderer/kit/index.ts';
import type { ReturnFormat } from '#shared/calls/returns.ts';
import type { ReturnResult } from '#shared/views.ts';
import { toldOf } from './addresses.ts';
import { BigFigures } from './BigFigures.tsx';
import { Checks } from './Checks.tsx';
import { drawnTables } from './charted.ts';
import { dimensionNames } from './dimensions.ts';
import { GroupsTable } from './GroupsTable.tsx';
import { MeasuresTable } from './MeasuresTable.tsx';
import { ReturnCharts } from './ReturnCharts.tsx';
import { ReturnTables } from './ReturnTables.tsx';

const fileForms = [
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
  const tables = result.tables.filter((table) => !(table.id in drawnTables));
  return (
    <>
      <p className="govuk-body">
        <strong>{result.body}</strong>
        {result.notice && (
          <>
            <br />
            {result.notice}
          </>
        )}
      </p>
      <TakeAway
        forms={fileForms}
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
      {result.return === 'icv' && (
        <Section title="Charts">
          <ReturnCharts result={result} />
        </Section>
      )}
      <Section title={`All measures, ${result.period.label}`} wide>
        <MeasuresTable result={result} />
      </Section>
      {by && (
        <Section title={`All measures ${dimensionNames[by].by}, ${result.period.label}`} wide>
          <GroupsTable result={result} by={by} />
        </Section>
      )}
      {tables.length > 0 && (
        <Section title="Tables">
          <ReturnTables tables={tables} told={toldOf(result)} />
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

function Section({ title, wide, children }: SectionProps): ReactNode {
  return (
    <section className={classes('desk-return-section', wide && 'desk-return-section--wide')}>
      <h2 className="govuk-heading-m">{title}</h2>
      {children}
    </section>
  );
}
