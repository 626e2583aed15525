import type { ReactNode } from 'react';
import { Failed } from '#renderer/app/Failed.tsx';
import { useRead } from '#renderer/app/host.tsx';
import { momentOf } from '#renderer/dates.ts';
import { Details } from '#renderer/kit/index.ts';
import type { Form } from '#shared/forms/definition.ts';
import type { Visit } from '#shared/records/visit.ts';
import { Changes } from './Changes.tsx';

type HistoryProps = { form: Form; visit: Visit; names: Record<string, string> };

/** Everything that happened to the report, newest first. */
export function History({ form, visit, names }: HistoryProps): ReactNode {
  const history = useRead('visits.history', { id: visit.id });
  return (
    <section className="desk-screen-only" aria-labelledby="history">
      <h2 className="govuk-heading-m" id="history">
        History
      </h2>
      <Failed failure={history.error} />
      <ol className="govuk-list desk-history">
        {history.data?.map((entry) => (
          <li key={entry.version}>
            <p className="govuk-body">
              <strong>{momentOf(entry.at)}</strong> {entry.what}, {entry.by}
            </p>
            {entry.changes.length > 0 && (
              <Details summary={`What changed (${entry.changes.length})`}>
                <Changes
                  form={form}
                  visit={visit}
                  names={names}
                  changes={entry.changes}
                  caption="What changed"
                />
              </Details>
            )}
          </li>
        ))}
      </ol>
    </section>
  );
}
