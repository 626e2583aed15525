import { shortDate } from '#renderer/dates.ts';
import { Tag } from '#renderer/kit/index.ts';
import type { Column as ListColumn } from '#renderer/listing/ListTable.tsx';
import { capital } from '#shared/text.ts';
import type { VisitRow } from '#shared/visit-views.ts';
import { methodWords, outcomeWords, stateWords, urgentWords } from '../words.ts';
import type { VisitSort } from './listing.ts';

export type Column = ListColumn<VisitRow, VisitSort>;

const number = (
  id: string,
  title: string,
  of: (row: VisitRow) => number | null,
  sort?: VisitSort,
): Column => ({
  id,
  title,
  numeric: true,
  ...(sort && { sort }),
  cell: (row) => of(row) ?? '–',
});

/** Reports that are still written, or could be again, have no number and open where they are filled in. */
const unsent = { draft: 'Draft', discarded: 'Draft', practice: 'Practice' };
const isUnsent = (state: VisitRow['state']): state is keyof typeof unsent => Object.hasOwn(unsent, state);
const where = ({ id, state }: VisitRow) => (isUnsent(state) ? `#/visits/${id}/edit` : `#/visits/${id}`);
const nameOf = ({ reference, state }: VisitRow) =>
  reference ?? (isUnsent(state) ? unsent[state] : 'No number');

/** Every column there can be, in the order in which they stand. */
export const columns: readonly Column[] = [
  {
    id: 'reference',
    title: 'Report',
    sort: 'reference',
    cell: (row) => (
      <a className="govuk-link" href={where(row)}>
        {nameOf(row)}
        <span className="govuk-visually-hidden">
          , {row.suite ?? 'no suite'}
          {row.date && `, ${shortDate(row.date)}`}
        </span>
      </a>
    ),
  },
  {
    id: 'date',
    title: 'Date',
    sort: 'date',
    nowrap: true,
    cell: (row) => (row.date ? shortDate(row.date) : '–'),
  },
  { id: 'arrived', title: 'Arrived', cell: (row) => row.arrived ?? '–' },
  { id: 'suite', title: 'Suite', cell: (row) => row.suite ?? '–' },
  { id: 'visitors', title: 'Visitors', cell: (row) => row.visitors },
  { id: 'outcome', title: 'Outcome', cell: (row) => (row.outcome ? outcomeWords[row.outcome] : '–') },
  { id: 'method', title: 'Method', cell: (row) => (row.method ? methodWords[row.method] : '–') },
  { id: 'purpose', title: 'Purpose', cell: (row) => (row.purpose ? capital(row.purpose) : '–') },
  number('held', 'In custody', (row) => row.held, 'held'),
  number('offered', 'Offered', (row) => row.offered),
  number('accepted', 'Accepted', (row) => row.accepted),
  number('delay', 'Minutes waited', (row) => row.delay, 'delay'),
  number('unexplained', 'Not accounted for', (row) => row.unexplained),
  number('corrections', 'Corrections', (row) => row.corrections),
  {
    id: 'state',
    title: 'State',
    nowrap: true,
    cell: (row) => (
      <>
        <Tag colour={stateWords[row.state].colour}>{stateWords[row.state].text}</Tag>
        {row.urgent && (
          <>
            <br />
            <Tag colour="red">{urgentWords[row.urgent]}</Tag>
          </>
        )}
      </>
    ),
  },
];

/** The columns shown until somebody chooses. */
export const usual = [
  'reference',
  'date',
  'suite',
  'visitors',
  'outcome',
  'held',
  'offered',
  'accepted',
  'delay',
  'state',
];
