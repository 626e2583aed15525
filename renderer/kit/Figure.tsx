import type { ReactNode } from 'react';
import { classes } from './classes.ts';

export interface FigureProps {
  /** The number, already written as people read it. */
  value: ReactNode;
  label: ReactNode;
  /** How it compares, or of how many. */
  note?: ReactNode;
  /** Where the records behind it are listed. */
  href?: string | undefined;
  /** The sentence that defines the measure, one click away. */
  definition?: ReactNode;
}

/** A big figure. Figures of one page stand in a `FigureRow`. */
export function Figure({ value, label, note, href, definition }: FigureProps): ReactNode {
  return (
    <div className="desk-figure">
      <p className="desk-figure__value">
        {href === undefined ? (
          value
        ) : (
          <a className="govuk-link" href={href}>
            {value}
            <span className="govuk-visually-hidden"> {label}: show the records</span>
          </a>
        )}
      </p>
      <p className="desk-figure__label">{label}</p>
      {note && <p className="desk-figure__note">{note}</p>}
      {definition && (
        <details className="desk-figure__definition">
          <summary>
            How it is counted<span className="govuk-visually-hidden">: {label}</span>
          </summary>
          <p>{definition}</p>
        </details>
      )}
    </div>
  );
}

export function FigureRow({ children }: { children: ReactNode }): ReactNode {
  return <div className="desk-figures">{children}</div>;
}

interface ChartWithTableProps {
  /** The sentence that says what the chart shows. */
  says: ReactNode;
  chart: ReactNode;
  table: ReactNode;
  /** Both are wide: the table stands beneath. */
  below?: boolean;
}

/** A chart and the same numbers as a table, side by side where there is room. */
export function ChartWithTable({ says, chart, table, below }: ChartWithTableProps): ReactNode {
  return (
    <figure className={classes('desk-chart-with-table', below && 'desk-chart-with-table--below')}>
      <figcaption className="govuk-body">{says}</figcaption>
      <div className="desk-chart-with-table__chart">{chart}</div>
      <div className="desk-chart-with-table__table">{table}</div>
    </figure>
  );
}
