import type { ComponentProps, ReactNode } from 'react';
import { use } from 'react';
import { CardTitle } from './Card.tsx';
import { classes } from './classes.ts';
import type { Action } from './LinkOrButton.tsx';
import { ActionLink, actionKey } from './LinkOrButton.tsx';

export interface SummaryRow {
  key: ReactNode;
  value: ReactNode;
  actions?: readonly Action[] | undefined;
  className?: string | undefined;
}

export interface SummaryListProps extends ComponentProps<'dl'> {
  /** Rows that do not apply may stay in the list as false. */
  rows: readonly (SummaryRow | false | null | undefined)[];
}

/** Names and values, such as answers to check. Rows keep their place, so their place is their React key. */
export function SummaryList({ rows, className, ...rest }: SummaryListProps): ReactNode {
  const anyActions = rows.some((row) => (row ? row.actions?.length : 0));
  return (
    <dl {...rest} className={classes('govuk-summary-list', className)}>
      {rows.map((row, index) => {
        if (!row) return null;
        const actions = row.actions ?? [];
        const noActions = anyActions && actions.length === 0 && 'govuk-summary-list__row--no-actions';
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: see above
          <div key={index} className={classes('govuk-summary-list__row', noActions, row.className)}>
            <dt className="govuk-summary-list__key">{row.key}</dt>
            <dd className="govuk-summary-list__value">{row.value}</dd>
            <RowActions actions={actions} />
          </div>
        );
      })}
    </dl>
  );
}

function RowActions({ actions }: { actions: readonly Action[] }): ReactNode {
  const cardTitle = use(CardTitle);
  const [first, second] = actions;
  if (!first) return null;
  return (
    <dd className="govuk-summary-list__actions">
      {second ? (
        <ul className="govuk-summary-list__actions-list">
          {actions.map((action, index) => (
            <li key={actionKey(action, index)} className="govuk-summary-list__actions-list-item">
              <ActionLink action={action} cardTitle={cardTitle} />
            </li>
          ))}
        </ul>
      ) : (
        <ActionLink action={first} cardTitle={cardTitle} />
      )}
    </dd>
  );
}
