import type { ReactNode } from 'react';
import { Table } from '#renderer/kit/index.ts';
import { count } from '#shared/numbers.ts';
import type { MeasureResult, ReturnResult } from '#shared/views.ts';
import type { Told } from './addresses.ts';
import { FigureRecords } from './FigureRecords.tsx';
import { useTold } from './told.ts';

type Compared = NonNullable<MeasureResult['compare']>;

const comparisons = [
  ['previous', 'Period before'],
  ['lastYear', 'Same period last year'],
  ['yearToDate', 'Year to date'],
  ['lastYearToDate', 'Last year to date'],
] as const satisfies [keyof Compared, string][];

/** Every measure with all that is needed to print it and to doubt it. */
export function MeasuresTable({ result }: { result: ReturnResult }): ReactNode {
  const told = useTold(result);
  const sample = result.measures.find((measure) => measure.compare)?.compare;
  return (
    <Table
      dense
      className="desk-measures"
      caption={`All measures, ${result.period.label}`}
      captionHidden
      firstCellIsHeader
      head={[
        'Measure',
        { content: 'Figure', numeric: true },
        { content: 'Made of', numeric: true },
        { content: 'Rests on', numeric: true },
        ...(sample
          ? comparisons.map(([key, name]) => ({
              content: <ComparisonHead name={name} label={sample[key].period.label} />,
              numeric: true,
            }))
          : []),
      ]}
      rows={result.measures.map((measure) => ({
        key: measure.id,
        cells: [
          <MeasureName key="name" measure={measure} told={told} />,
          { content: <strong>{measure.display}</strong>, numeric: true },
          { content: madeOf(measure), numeric: true, className: 'desk-nowrap' },
          { content: <RestsOn measure={measure} />, numeric: true },
          ...(sample
            ? comparisons.map(([key]) => ({
                content: <ComparisonCell measure={measure} which={key} />,
                numeric: true,
              }))
            : []),
        ],
      }))}
    />
  );
}

const madeOf = ({ numerator, denominator }: MeasureResult) =>
  numerator === undefined || denominator === undefined ? '' : `${count(numerator)} ÷ ${count(denominator)}`;

function MeasureName({ measure, told }: { measure: MeasureResult; told: Told }): ReactNode {
  return (
    <details className="desk-measures__definition">
      <summary>{measure.title}</summary>
      <p>
        {measure.definition} <FigureRecords told={told} measure={measure} />
      </p>
    </details>
  );
}

function RestsOn({ measure }: { measure: MeasureResult }): ReactNode {
  return (
    <>
      {count(measure.restsOn)}
      {measure.restsOnWhat === 'detainees' && measure.restsOn > 0 && (
        <span className="desk-measures__small">{measure.restsOn === 1 ? 'detainee' : 'detainees'}</span>
      )}
      {measure.blank > 0 && <span className="desk-measures__small">{count(measure.blank)} blank</span>}
    </>
  );
}

function ComparisonHead({ name, label }: { name: string; label: string }): ReactNode {
  return (
    <>
      {name} <span className="desk-measures__small">{label}</span>
    </>
  );
}

/** The figure of the other period, and the change since: "+20 (+10%)". */
function ComparisonCell({ measure, which }: { measure: MeasureResult; which: keyof Compared }): ReactNode {
  const comparison = measure.compare?.[which];
  if (!comparison) return null;
  const { display, change, changeDisplay, percentDisplay } = comparison;
  const percent = percentDisplay === 'n/a' ? '' : ` (${percentDisplay})`;
  return (
    <>
      {display}
      {change !== null && <span className="desk-measures__small">{`${changeDisplay}${percent}`}</span>}
    </>
  );
}
