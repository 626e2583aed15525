import type { ReactNode } from 'react';
import { useParams, useSearchParams } from 'wouter';
import { useRead } from '#renderer/app/host.tsx';
import { PageHeading, Select } from '#renderer/kit/index.ts';
import type { Form } from '#shared/forms/definition.ts';
import type { StandingConcern } from '#shared/forms/found.ts';
import { contactsOf, type UrgentContact } from '#shared/records/setting.ts';
import { useOnPaper } from '../found/OnPaper.tsx';
import { OnForm } from './OnForm.tsx';
import { PaperPage } from './PaperPage.tsx';
import { Prompts } from './Prompts.tsx';
import { Stubs } from './Stubs.tsx';

/** The two pages taken into the suite, where laptops may not be allowed. */
export function SheetPage(): ReactNode {
  const { id = '' } = useParams();
  const [search, setSearch] = useSearchParams();
  const suite = search.get('suite') ?? undefined;
  const suites = useRead('suites.list', {});
  const concerns = useOnPaper(suite);
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
          <Select
            label="Suite"
            hint="The concerns that stand open there are put on page 2."
            id="suite"
            name="suite"
            groupClassName="desk-screen-only"
            value={suite ?? ''}
            onChange={({ target }) =>
              setSearch(target.value ? { suite: target.value } : {}, { replace: true })
            }
            options={[
              { value: '', text: 'Any suite' },
              ...(suites.data ?? []).map(({ id, name }) => ({ value: id, text: name })),
            ]}
          />
          <TwoPages form={form} contacts={contactsOf(settings)} concerns={concerns} />
        </PaperPage>
      )}
    </OnForm>
  );
}

type PagesProps = {
  form: Form;
  contacts: readonly UrgentContact[];
  concerns?: readonly StandingConcern[];
};

/** Page 1: who was there. Page 2: what to ask, what was raised, and what becomes of the paper. */
export function TwoPages({ form, contacts, concerns = [] }: PagesProps): ReactNode {
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
        <Prompts form={form} contacts={contacts} concerns={concerns} />
      </section>
    </div>
  );
}
