import { shortDate } from '#renderer/dates.ts';
import type { Column } from '#renderer/listing/ListTable.tsx';
import type { ReviewRow, ReviewSort } from '#shared/review-views.ts';
import { capital } from '#shared/text.ts';
import { Due, doerWords, routeParagraphs, StateTag } from '../words.tsx';

/** Every column there can be, in the order in which they stand. */
export const columns: readonly Column<ReviewRow, ReviewSort>[] = [
  {
    id: 'reference',
    title: 'Review',
    sort: 'reference',
    nowrap: true,
    cell: (row) => (
      <a className="govuk-link" href={`#/reviews/${row.id}`}>
        {row.reference ?? 'No number'}
        <span className="govuk-visually-hidden">, {row.applicant ?? 'no applicant named'}</span>
      </a>
    ),
  },
  { id: 'applicant', title: 'Applicant', sort: 'applicant', cell: (row) => row.applicant ?? '–' },
  {
    id: 'received',
    title: 'Received',
    sort: 'received',
    nowrap: true,
    cell: (row) => shortDate(row.received),
  },
  {
    id: 'route',
    title: 'Route',
    sort: 'route',
    nowrap: true,
    cell: (row) => (row.route ? routeParagraphs[row.route] : 'Not said'),
  },
  { id: 'complaint', title: 'Force’s reference', cell: (row) => row.complaint ?? '–' },
  { id: 'state', title: 'State', sort: 'state', nowrap: true, cell: (row) => <StateTag state={row.state} /> },
  { id: 'decision', title: 'Decision', nowrap: true, cell: (row) => capital(row.decision ?? '–') },
  { id: 'next', title: 'Next step', cell: (row) => row.next?.words ?? 'Nothing more is owed' },
  { id: 'who', title: 'Who does it', cell: (row) => (row.next ? capital(doerWords[row.next.who]) : '–') },
  {
    id: 'due',
    title: 'By',
    sort: 'due',
    cell: ({ next }) => (next ? <Due by={next.by} late={next.late} /> : '–'),
  },
  {
    id: 'caseworker',
    title: 'Looked after by',
    sort: 'caseworker',
    cell: (row) => row.caseworker ?? 'Nobody',
  },
  { id: 'assessor', title: 'Assessor', sort: 'assessor', cell: (row) => row.assessor ?? '–' },
  { id: 'allegations', title: 'Allegations', numeric: true, cell: (row) => row.allegations },
];

/** The columns shown until somebody chooses. */
export const usual = ['reference', 'applicant', 'received', 'state', 'next', 'due'];
