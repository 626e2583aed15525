import type { ReactNode } from 'react';
import { dayWords } from '#renderer/dates.ts';
import { Table, Tag } from '#renderer/kit/index.ts';
import type { ScheduledReturn } from '#shared/calls/return-life.ts';
import { prepareAddress } from '../addresses.ts';
import { leftWords, stateWords } from '../words.ts';

type DueTableProps = { caption: string; rows: readonly ScheduledReturn[] };

/** Returns of periods: which, by when, who prepares each, and where it stands. */
export function DueTable({ caption, rows }: DueTableProps): ReactNode {
  return (
    <Table
      dense
      caption={caption}
      captionHidden
      firstCellIsHeader
      head={['Return', 'Period', 'Due', 'Prepared by', 'Where it stands']}
      rows={rows.map((one) => ({
        key: `${one.key} ${one.period.id}`,
        cells: [
          <a key="return" className="govuk-link" href={`#${prepareAddress(one.key, one.period.id)}`}>
            {one.name}
            <span className="govuk-visually-hidden">, {one.period.label}</span>
          </a>,
          one.period.label,
          <DueDay key="due" due={one.due} left={one.left} />,
          one.mine ? 'You' : (one.prepares?.name ?? 'Nobody named'),
          <StateTag key="state" state={one.state} />,
        ],
      }))}
    />
  );
}

/** The day it is due, and how long there is until then. */
export function DueDay({ due, left }: Pick<ScheduledReturn, 'due' | 'left'>): ReactNode {
  if (due === null) return 'No day';
  return (
    <>
      {dayWords(due)}
      {left !== null && (
        <>
          <br />
          {left < 0 ? <Tag colour="red">{leftWords(left)}</Tag> : leftWords(left)}
        </>
      )}
    </>
  );
}

export function StateTag({ state }: Pick<ScheduledReturn, 'state'>): ReactNode {
  const { text, colour } = stateWords[state];
  return <Tag colour={colour}>{text}</Tag>;
}
