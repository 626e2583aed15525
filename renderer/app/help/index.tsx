import type { ReactNode } from 'react';
import { PageHeading, SummaryList } from '#renderer/kit/index.ts';
import { useRead } from '../host.tsx';
import { useSession } from '../session.ts';

export function AboutPage(): ReactNode {
  const status = useRead('store.status', {});
  const session = useSession();
  return (
    <>
      <PageHeading>About ICV Desk</PageHeading>
      <SummaryList
        rows={[
          { key: 'Version', value: status.data?.version ?? '' },
          { key: 'Office', value: session.data?.body ?? '' },
          {
            key: 'Where records are',
            value: 'In an encrypted file on this laptop. You can work without a network.',
          },
        ]}
      />
      <ul className="govuk-list">
        <li>
          <a className="govuk-link" href="#/sync/connection">
            Test the connection to the office
          </a>
        </li>
        <li>
          <a className="govuk-link" href="#/sync/rescue">
            Rescue file: take everything unsent out, or bring one in
          </a>
        </li>
        <li>
          <a className="govuk-link" href="#/accessibility">
            Accessibility statement
          </a>
        </li>
      </ul>
    </>
  );
}

export function AccessibilityPage(): ReactNode {
  return (
    <>
      <PageHeading>Accessibility statement</PageHeading>
      <p className="govuk-body">
        ICV Desk is made to meet the Web Content Accessibility Guidelines 2.2 at level AA, in the application
        and on what it prints.
      </p>
      <h2 className="govuk-heading-m">What you can do</h2>
      <ul className="govuk-list govuk-list--bullet">
        <li>use everything with the keyboard alone; Ctrl+K lists every command</li>
        <li>make all text larger under Text size, and zoom to 400% without losing anything</li>
        <li>use your own colours, a high-contrast theme and reduced motion as your computer sets them</li>
        <li>use a screen reader: headings, fields and errors are named, and what is saved is said once</li>
        <li>write times as you are used to: 1430, 14:30 or 2.30pm</li>
      </ul>
      <h2 className="govuk-heading-m">What is not perfect</h2>
      <p className="govuk-body">
        Lists with many columns scroll sideways in a narrow window. You can choose fewer columns there.
      </p>
      <h2 className="govuk-heading-m">If something is in your way</h2>
      <p className="govuk-body">
        Tell your office. It can send you a form on paper, and it passes the problem on.
      </p>
    </>
  );
}
