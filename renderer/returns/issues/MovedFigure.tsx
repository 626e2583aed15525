import type { ReactNode } from 'react';
import { dayWords } from '#renderer/dates.ts';
import { Table } from '#renderer/kit/index.ts';
import type { Output } from '#shared/contract.ts';
import { count } from '#shared/numbers.ts';
import { placeOf } from '../recordPlaces.ts';

type Moved = Output<'returns.differences'>['figures'][number];
type Added = Moved['records'][number]['was'];

/** One figure that is another by now: what it was, what it is, and each record that makes the difference. */
export function MovedFigure({ figure }: { figure: Moved }): ReactNode {
  const { title, was, now, by, redefined, records } = figure;
  const says = `${title} was ${was.display} and is ${now.display}: ${by}. ${behind(figure)}`;
  return (
    <section className="desk-return-table">
      <h2 className="govuk-heading-s">{title}</h2>
      {redefined && (
        <p className="govuk-body">
          It was defined as: {redefined.was}{' '}
          {redefined.now === null ? 'It is told no more.' : `It is now defined as: ${redefined.now}`}
        </p>
      )}
      {records.length === 0 ? (
        <p className="govuk-body">{says}</p>
      ) : (
        <Table
          dense
          caption={says}
          captionSize="s"
          firstCellIsHeader
          head={[
            'Record',
            'Date',
            { content: 'Added when it was signed off', numeric: true },
            { content: 'Adds now', numeric: true },
          ]}
          rows={records.map((record) => ({
            key: `${record.type} ${record.id} ${record.date}`,
            cells: [
              <a key="record" className="govuk-link" href={`#${placeOf(record)}`}>
                {record.title}
              </a>,
              record.date === null ? '' : dayWords(record.date),
              { content: added(record.was, 'Was not part of it'), numeric: true },
              { content: added(record.now, 'No longer part of it'), numeric: true },
            ],
          }))}
        />
      )}
    </section>
  );
}

const behind = ({ count: all, records }: Moved): string => {
  if (all === 0) return 'No single record makes the difference.';
  const make = all === 1 ? 'One record makes the difference' : `${count(all)} records make the difference`;
  return all > records.length ? `${make}; the first ${count(records.length)} are listed.` : `${make}.`;
};

/** What a record adds: to a share, to what is above and below its line. */
const added = (part: Added, none: string): string => {
  if (part === null) return none;
  const value = part.value === null ? 'not known' : count(part.value);
  return part.of === null ? value : `${value} of ${count(part.of)}`;
};
