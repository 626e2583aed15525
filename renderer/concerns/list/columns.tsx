import { shortDate } from '#renderer/dates.ts';
import { Tag } from '#renderer/kit/index.ts';
import type { Column as ListColumn } from '#renderer/listing/ListTable.tsx';
import type { ConcernRow } from '#shared/concern-views.ts';
import { capital } from '#shared/text.ts';
import { SeverityTag, StateTag, shortened, sourceWords } from '../words.tsx';
import type { ConcernSort } from './listing.ts';

export type Column = ListColumn<ConcernRow, ConcernSort>;

/** Every column there can be, in the order in which they stand. */
export const columns: readonly Column[] = [
  {
    id: 'reference',
    title: 'Concern',
    sort: 'reference',
    nowrap: true,
    cell: (row) => (
      <a className="govuk-link" href={`#/concerns/${row.id}`}>
        {row.reference ?? 'No number'}
        <span className="govuk-visually-hidden">
          , {row.suite ?? 'no suite'}, {shortDate(row.raisedOn)}
        </span>
      </a>
    ),
  },
  { id: 'date', title: 'Raised', sort: 'date', nowrap: true, cell: (row) => shortDate(row.raisedOn) },
  { id: 'suite', title: 'Suite', cell: (row) => row.suite ?? '–' },
  { id: 'panel', title: 'Panel', cell: (row) => row.panel ?? '–' },
  { id: 'matter', title: 'What was raised', cell: (row) => shortened(row.matter) },
  { id: 'area', title: 'Area', cell: (row) => capital(row.area) },
  { id: 'topic', title: 'Topic', cell: (row) => row.topic ?? '–' },
  {
    id: 'severity',
    title: 'Severity',
    sort: 'severity',
    nowrap: true,
    cell: (row) => <SeverityTag severity={row.severity} />,
  },
  { id: 'source', title: 'Raised by', cell: (row) => sourceWords[row.source] },
  { id: 'state', title: 'State', nowrap: true, cell: (row) => <StateTag state={row.state} /> },
  {
    id: 'due',
    title: 'Answer due',
    sort: 'due',
    nowrap: true,
    cell: ({ due, late }) =>
      due ? (
        <>
          {shortDate(due)}
          {late && (
            <>
              {' '}
              <Tag colour="red">Overdue</Tag>
            </>
          )}
        </>
      ) : (
        '–'
      ),
  },
  {
    id: 'moved',
    title: 'Last moved',
    nowrap: true,
    cell: ({ movedAt }) => (movedAt ? shortDate(movedAt.slice(0, 10)) : '–'),
  },
];

/** The columns shown until somebody chooses. */
export const usual = ['reference', 'date', 'suite', 'matter', 'severity', 'state', 'due'];
