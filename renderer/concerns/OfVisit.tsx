import type { ReactNode } from 'react';
import { Failed } from '#renderer/app/Failed.tsx';
import { useRead } from '#renderer/app/host.tsx';
import { useMay } from '#renderer/editing/useMay.ts';
import { TaskList } from '#renderer/kit/index.ts';
import { severityTitles } from '#shared/records/concern-titles.ts';
import { StateTag, shortened } from './words.tsx';

/** The concerns that a report raised, or the coordinator from it, each with where it stands now. */
export function ConcernsOfVisit({ visit }: { visit: string }): ReactNode {
  const mayRaise = useMay('concerns.raise');
  const raised = useRead('concerns.list', {
    filter: { show: 'all', record: visit },
    sort: 'severity',
    limit: 200,
  });
  const rows = raised.data?.rows ?? [];
  if (!raised.error && rows.length === 0 && !mayRaise) return null;
  return (
    <section aria-labelledby="concerns" className="desk-screen-only">
      <h2 className="govuk-heading-m" id="concerns">
        Concerns
      </h2>
      <Failed failure={raised.error} />
      {raised.data && rows.length === 0 && <p className="govuk-body">This report raised none.</p>}
      {rows.length > 0 && (
        <TaskList
          idPrefix="concern"
          items={rows.map(({ id, reference, matter, severity, state }) => ({
            title: shortened(matter),
            hint: [reference, severityTitles[severity]].filter(Boolean).join(', '),
            href: `#/concerns/${id}`,
            status: <StateTag state={state} />,
          }))}
        />
      )}
      {mayRaise && (
        <p className="govuk-body">
          <a className="govuk-link" href={`#/concerns/new?visit=${visit}`}>
            Raise a concern from this report
          </a>
          {' or '}
          <a className="govuk-link" href={`#/concerns/new?visit=${visit}&reprisal=yes`}>
            report a reprisal
          </a>
        </p>
      )}
    </section>
  );
}
