import type { ReactNode } from 'react';
import { dayWords } from '#renderer/dates.ts';
import { Table } from '#renderer/kit/index.ts';
import type { Output } from '#shared/contract.ts';
import { count } from '#shared/numbers.ts';
import { dimensionNames } from '#shared/returns/dimensions.ts';
import { placeOf } from '../recordPlaces.ts';

type MovedPartsProps = Pick<Output<'returns.differences'>, 'parts' | 'tables' | 'touched'>;

/** What moved within the parts of a return, also where the whole is what it was, and the records that changed since. */
export function MovedParts({ parts, tables, touched }: MovedPartsProps): ReactNode {
  return (
    <>
      {parts.length > 0 && (
        <Table
          dense
          caption="Parts that moved"
          captionSize="m"
          firstCellIsHeader
          head={[
            'Part',
            'Figure',
            { content: 'Signed off as', numeric: true },
            { content: 'Now', numeric: true },
            { content: 'By how much', numeric: true },
          ]}
          rows={parts.map(({ by, key, measure, title, was, now, change }) => ({
            key: `${by} ${key} ${measure}`,
            cells: [
              `${by === 'month' ? 'Month' : dimensionNames[by].one}: ${key}`,
              title,
              { content: was.display, numeric: true },
              { content: now.display, numeric: true },
              { content: change, numeric: true },
            ],
          }))}
        />
      )}
      {tables.length > 0 && <p className="govuk-body">Tables that are others by now: {tables.join('; ')}.</p>}
      {touched.count > 0 && <Touched {...{ touched }} />}
    </>
  );
}

function Touched({ touched: { records, count: all } }: Pick<MovedPartsProps, 'touched'>): ReactNode {
  const more = all > records.length ? `, the first ${count(records.length)} of ${count(all)}` : '';
  return (
    <Table
      dense
      caption={`Records behind these figures that came, went or were changed since${more}`}
      captionSize="m"
      firstCellIsHeader
      head={['Record', 'Date']}
      rows={records.map((record) => ({
        key: `${record.type} ${record.id}`,
        cells: [
          <a key="record" className="govuk-link" href={`#${placeOf(record)}`}>
            {record.title}
          </a>,
          record.date === null ? '' : dayWords(record.date),
        ],
      }))}
    />
  );
}
