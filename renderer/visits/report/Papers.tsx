import type { ReactNode } from 'react';
import { useLocation } from 'wouter';
import { isOpenState, type VisitState } from '#shared/records/visit.ts';

/** `suite`: of a draft, whose open concerns stand on its paper. */
type PapersProps = { id: string; state: VisitState; suite?: string | undefined };

/** What can be printed or handed over of a report, apart from the page one is on. */
export function Papers({ id, state, suite }: PapersProps): ReactNode {
  const [path] = useLocation();
  const links = [
    { to: `/visits/${id}`, text: 'Read or print the report' },
    { to: `/visits/${id}/actions`, text: 'Action sheet for the station' },
    { to: `/visits/${id}/custody`, text: 'Copy for custody' },
    isOpenState(state) && { ...sheetLink, to: suite ? `${sheetLink.to}?suite=${suite}` : sheetLink.to },
  ];
  return (
    <section aria-labelledby="papers" className="desk-screen-only">
      <h2 className="govuk-heading-s" id="papers">
        Print or hand over
      </h2>
      <ul className="govuk-list desk-papers">
        {links.map(
          (link) =>
            link &&
            link.to !== path && (
              <li key={link.to}>
                <a className="govuk-link" href={`#${link.to}`}>
                  {link.text}
                </a>
              </li>
            ),
        )}
      </ul>
    </section>
  );
}

const sheetLink = { to: '/forms/newest/sheet', text: 'Paper sheet for the suite' };

/** The way to the two-page sheet, where a visit begins. */
export function SheetLink(): ReactNode {
  return (
    <p className="govuk-body desk-screen-only">
      <a className="govuk-link" href={`#${sheetLink.to}`}>
        {sheetLink.text}
      </a>
      , to print and take along where laptops are not allowed
    </p>
  );
}
