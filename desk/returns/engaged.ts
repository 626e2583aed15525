import { type Reader, sql } from '#db/sql.ts';
import { pounds } from '#shared/claims/amounts.ts';
import type { ParsedPeriod } from '#shared/periods.ts';
import type { AssuranceRequest, Engagement } from '#shared/records/engagement.ts';
import { officeTables } from '#shared/returns/office-tables.ts';
import { capital } from '#shared/text.ts';
import type { ReturnTable } from '#shared/views.ts';

const within = <T>(r: Reader, type: 'engagement' | 'assuranceRequest', { from, to }: ParsedPeriod): T[] =>
  r
    .all(
      sql
        .selectFrom(type as 'engagement')
        .select('data')
        .where('on', '>=', from)
        .where('on', '<=', to)
        .orderBy('on')
        .orderBy('id'),
    )
    .map(({ data }) => JSON.parse(data) as T);

/**
 * What the office did in the period, and what it asked the Chief Constable for. The place of an engagement may be
 * somebody's home, and cases and what was written down of the talk are about members of the public: none of it is told.
 */
export const engagedTables = (r: Reader, period: ParsedPeriod): ReturnTable[] => [
  {
    ...officeTables.engagements,
    columns: [
      'date',
      'what',
      'kind',
      'for the office',
      'area',
      'what was decided',
      'money that followed (£)',
    ],
    rows: within<Engagement>(r, 'engagement', period).map((one) => [
      one.on,
      one.title,
      capital(one.kind),
      one.attended.join(', '),
      one.area ?? '',
      one.decision ?? '',
      one.pence === undefined ? null : pounds(one.pence),
    ]),
  },
  {
    ...officeTables.questions,
    columns: ['asked', 'question', 'outcome', 'answer due', 'answered'],
    rows: within<AssuranceRequest>(r, 'assuranceRequest', period).map((one) => [
      one.on,
      one.title,
      capital(one.outcome ?? (one.answered ? 'answered' : 'not answered yet')),
      one.due ?? null,
      one.answered ?? null,
    ]),
    note: 'Those asked in the period, with their answers up to now.',
  },
];
