import type { ReactNode } from 'react';
import { useRead } from '#renderer/app/host.tsx';

/** Leads back to the exercises that were begun, which stand in no other list. */
export function Practice(): ReactNode {
  const begun = useRead('visits.count', { filter: { show: 'practice' } }).data?.count ?? 0;
  if (begun === 0) return null;
  return (
    <p className="govuk-body">
      <a className="govuk-link" href="#/visits?show=practice">
        {begun === 1 ? 'Your practice report' : `Your ${begun} practice reports`}
      </a>
    </p>
  );
}
