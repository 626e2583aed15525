import type { ReactNode } from 'react';
import { count } from '#shared/numbers.ts';
import type { MeasureResult } from '#shared/views.ts';
import type { Group, Told } from './addresses.ts';
import { recordsAddress } from './addresses.ts';

interface FigureRecordsProps {
  told: Told;
  measure: MeasureResult;
  group?: Group | undefined;
}

/** What a figure rests on, and the way to those records. */
export function FigureRecords({ told, measure, group }: FigureRecordsProps): ReactNode {
  const { restsOn, restsOnWhat } = measure;
  if (restsOn === 0) return <>No records stand behind it.</>;
  return (
    <a className="govuk-link desk-screen-only" href={`#${recordsAddress(told, measure.id, group)}`}>
      {opens(restsOn, restsOnWhat)}
      <span className="govuk-visually-hidden"> behind {measure.title}</span>
    </a>
  );
}

/** Several detainees may be of one visit, and a visit is what can be opened. */
const opens = (restsOn: number, what: MeasureResult['restsOnWhat']): string => {
  if (what === 'detainees') return restsOn === 1 ? 'Open the visit' : 'Open their visits';
  return restsOn === 1 ? 'Open the record' : `Open the ${count(restsOn)} records`;
};
