import type { ReactNode } from 'react';

/** A part of a report under its heading. */
export function Part({ id, title, children }: { id: string; title: string; children: ReactNode }): ReactNode {
  return (
    <section aria-labelledby={`report-${id}`}>
      <h2 className="govuk-heading-m" id={`report-${id}`}>
        {title}
      </h2>
      {children}
    </section>
  );
}
