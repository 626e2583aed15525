import type { ReactNode } from 'react';
import type { VisitRow } from '#shared/views.ts';

type PapersProps = { id: string; state: VisitRow['state'] };

/** What can be printed or handed over of a report, beside the page one is on. */
export function Papers({ id, state }: PapersProps): ReactNode {
  const links = [
    // What is still written in is read and printed where it is whole.
    (state === 'draft' || state === 'practice') && {
      href: `#/visits/${id}`,
      text: 'Read or print the report',
    },
    { href: `#/visits/${id}/actions`, text: 'Station action sheet' },
    { href: `#/visits/${id}/custody`, text: 'Copy for custody' },
    (state === 'draft' || state === 'practice') && {
      href: '#/forms/newest/sheet',
      text: 'Two-page sheet for the suite',
    },
  ];
  return (
    <section aria-labelledby="papers" className="desk-screen-only">
      <h2 className="govuk-heading-s" id="papers">
        Print or hand over
      </h2>
      <ul className="govuk-list">
        {links.map(
          (link) =>
            link && (
              <li key={link.href}>
                <a className="govuk-link" href={link.href}>
                  {link.text}
                </a>
              </li>
            ),
        )}
      </ul>
    </section>
  );
}
