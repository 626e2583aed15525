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
  if (measure.restsOn === 0) return <>No records stand behind it.</>;
  return (
    <a className="govuk-link desk-screen-only" href={`#${recordsAddress(told, measure.id, group)}`}>
      {opens(measure)}
      <span className="govuk-visually-hidden"> behind {measure.title}</span>
    </a>
  );
}

/** What is counted within a record, of which several may be of one, and what can be opened of it. */
const within: Partial<Record<MeasureResult['restsOnWhat'], { one: string; more: string }>> = {
  detainees: { one: 'Open the visit', more: 'Open their visits' },
  waits: { one: 'Open the record check', more: 'Open their record checks' },
  records: { one: 'Open the record', more: 'Open the records' },
};

/** How many is said only where each is a record of its own: some figures list those that have a blank there too. */
const opens = ({ restsOn, restsOnWhat, blank }: MeasureResult): string => {
  const { one, more } = within[restsOnWhat] ?? {
    one: 'Open the record',
    more: blank === 0 ? `Open the ${count(restsOn)} records` : 'Open the records',
  };
  return restsOn + blank === 1 ? one : more;
};
