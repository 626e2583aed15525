import type { ReactNode } from 'react';
import { Failed } from '#renderer/app/Failed.tsx';
import { useRead } from '#renderer/app/host.tsx';
import { dayWords } from '#renderer/dates.ts';
import { Table } from '#renderer/kit/index.ts';
import { capital } from '#shared/text.ts';

/** What was proposed, approved and destroyed, the latest first. */
export function Disposals(): ReactNode {
  const { data, error } = useRead('retention.list', { limit: 200 });
  return (
    <section aria-labelledby="disposals">
      <h2 className="govuk-heading-m" id="disposals">
        Proposals and certificates
      </h2>
      <Failed failure={error} />
      {data?.rows.length === 0 && <p className="govuk-body">Nothing has been proposed yet.</p>}
      {data && data.rows.length > 0 && (
        <Table
          dense
          caption="Proposals and certificates"
          captionHidden
          head={['Proposed', 'By', 'Records', 'Where it stands']}
          rows={data.rows.map((row) => ({
            key: row.id,
            cells: [
              <a key="open" className="govuk-link" href={`#/retention/${row.id}`}>
                {dayWords(row.on)}
              </a>,
              row.by,
              row.count,
              capital(row.state),
            ],
          }))}
        />
      )}
    </section>
  );
}
