import type { ReactNode } from 'react';
import { useParams } from 'wouter';
import { PageHeading } from '#renderer/kit/index.ts';
import type { Form } from '#shared/forms/definition.ts';
import { contactsOf, type UrgentContact } from '#shared/records/setting.ts';
import { OnForm } from './OnForm.tsx';
import { PaperPage } from './PaperPage.tsx';
import { Prompts } from './Prompts.tsx';
import { Stubs } from './Stubs.tsx';

/** The two pages taken into the suite, where laptops may not be allowed. */
export function SheetPage(): ReactNode {
  const { id = '' } = useParams();
  return (
    <OnForm>
      {({ form, settings }) => (
        <PaperPage
          back={{ href: '#/visits', text: 'All visits' }}
          actions={
            <a className="govuk-link" href={`#/forms/${id}/blank`}>
              The whole form as a blank
            </a>
          }
        >
          <p className="govuk-body desk-screen-only">
            Two pages to take into the suite, where laptops may not be allowed. Print them on the two sides of
            one sheet.
          </p>
          <TwoPages form={form} contacts={contactsOf(settings)} />
        </PaperPage>
      )}
    </OnForm>
  );
}

/** Page 1: who was there. Page 2: what to ask, what was raised, and what becomes of the paper. */
export function TwoPages({ form, contacts }: { form: Form; contacts: readonly UrgentContact[] }): ReactNode {
  return (
    // Wider than a narrow window: whoever has no mouse scrolls it with the arrow keys.
    // biome-ignore lint/a11y/useSemanticElements: its pages are sections already
    // biome-ignore lint/a11y/noNoninteractiveTabindex: see above
    <div className="desk-sheet" role="region" aria-label="The two pages" tabIndex={0}>
      <section className="desk-sheet__page" aria-label="Page 1 of 2">
        <PageHeading size="m">Notes of a visit: numbers, never names</PageHeading>
        <Stubs form={form} />
      </section>
      <section className="desk-sheet__page" aria-label="Page 2 of 2">
        <Prompts form={form} contacts={contacts} />
      </section>
    </div>
  );
}
