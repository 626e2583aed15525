import type { ReactNode } from 'react';
import { shortDate } from '#renderer/dates.ts';
import type { CaseRow } from '#shared/case-views.ts';
import { capital } from '#shared/text.ts';
import { CaseDue, CaseTags, caseDoerWords } from '../words.tsx';
import type { CaseSort } from './listing.ts';

type Column = {
  id: string;
  title: string;
  nowrap?: boolean;
  /** By what its heading sorts a queue. */
  sort?: CaseSort;
  cell: (row: CaseRow) => ReactNode;
};

/** Every column there can be, in the order in which they stand. */
export const caseColumns: readonly Column[] = [
  {
    id: 'reference',
    title: 'Case',
    nowrap: true,
    cell: (row) => (
      <a className="govuk-link" href={`#/cases/${row.id}`}>
        {row.reference ?? 'No number'}
        <span className="govuk-visually-hidden">, {row.kind}</span>
      </a>
    ),
  },
  { id: 'kind', title: 'Kind', sort: 'kind', cell: (row) => capital(row.kind) },
  { id: 'from', title: 'From', cell: (row) => row.from ?? '–' },
  { id: 'summary', title: 'Summary', cell: (row) => row.summary ?? '–' },
  {
    id: 'received',
    title: 'Received',
    nowrap: true,
    sort: 'received',
    cell: (row) => shortDate(row.received),
  },
  { id: 'state', title: 'State', cell: (row) => <CaseTags {...row} /> },
  { id: 'next', title: 'Next step', cell: (row) => row.next?.words ?? 'Nothing more is owed' },
  { id: 'who', title: 'Who does it', cell: (row) => (row.next ? capital(caseDoerWords[row.next.who]) : '–') },
  {
    id: 'due',
    title: 'By',
    sort: 'due',
    cell: ({ next }) => (next ? <CaseDue by={next.by} late={next.late} /> : '–'),
  },
  { id: 'owner', title: 'Owner', sort: 'person', cell: (row) => row.owner ?? 'Nobody' },
  { id: 'area', title: 'Area', cell: (row) => row.area ?? '–' },
  { id: 'themes', title: 'Themes', cell: (row) => row.themes.join(', ') || '–' },
  { id: 'outcome', title: 'Outcome', cell: (row) => row.outcome ?? '–' },
];

/** The columns shown until somebody chooses. */
export const usualColumns = ['reference', 'kind', 'from', 'summary', 'received', 'state', 'next', 'due'];
