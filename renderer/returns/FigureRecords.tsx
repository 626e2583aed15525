import type { ReactNode } from 'react';
import { count } from '#shared/numbers.ts';
import type { MeasureResult } from '#shared/views.ts';
import type { Group } from './addresses.ts';
import { recordsAddress } from './addresses.ts';

interface FigureRecordsProps {
  period: string;
  measure: MeasureResult;
  group?: Group | undefined;
}

/** What a figure rests on, and the way to those records. */
export function FigureRecords({ period, measure, group }: FigureRecordsProps): ReactNode {
  const { restsOn } = measure;
  if (restsOn === 0) return <>No records stand behind it.</>;
  return (
    <a className="govuk-link desk-screen-only" href={`#${recordsAddress(period, measure.id, group)}`}>
      {restsOn === 1 ? 'Open the record' : `Open the ${count(restsOn)} records`}
      <span className="govuk-visually-hidden"> behind {measure.title}</span>
    </a>
  );
}
