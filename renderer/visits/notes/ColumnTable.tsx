import type { ReactNode } from 'react';
import type { OpenDraft } from '../draft/useVisitDraft.ts';
import { UrgentNotice } from '../urgent/UrgentNotice.tsx';
import { Cell, cellId, rowTitle } from './Cell.tsx';
import type { Column } from './steps.ts';

/** One column of the sheet: a question, and beneath it everybody it is asked about, so that Tab goes down the column. */
export function ColumnTable({ open, column: { q, rows } }: { open: OpenDraft; column: Column }): ReactNode {
  const { keeper, kept } = open;
  return (
    <table className="govuk-table desk-column">
      <caption className="govuk-table__caption govuk-table__caption--s">
        {q.text}
        {q.hint && <span className="govuk-hint">{q.hint}</span>}
      </caption>
      <thead className="govuk-visually-hidden">
        <tr>
          <th scope="col">Detainee</th>
          <th scope="col">Answer</th>
        </tr>
      </thead>
      <tbody className="govuk-table__body">
        {rows.map((scope) => (
          <tr key={scope.path[1]} className="govuk-table__row">
            <th scope="row" className="govuk-table__header">
              <label htmlFor={cellId(q, scope)}>
                {rowTitle(scope)}
                <span className="govuk-visually-hidden">: {q.text}</span>
              </label>
            </th>
            <td className="govuk-table__cell">
              <Cell q={q} editing={{ draft: kept.draft, keeper, scope }} />
              <UrgentNotice q={q} scope={scope} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
