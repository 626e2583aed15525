import type { ReactNode } from 'react';

type SectionFrameProps = { id: string; title: string; children: ReactNode };

/** A section of a case's page with its heading. */
export function Section({ id, title, children }: SectionFrameProps): ReactNode {
  return (
    <section aria-labelledby={`part-${id}`}>
      <h2 className="govuk-heading-m" id={`part-${id}`} tabIndex={-1}>
        {title}
      </h2>
      {children}
    </section>
  );
}
