import type { ReactNode } from 'react';
import { PageHeading } from '#renderer/kit/index.ts';
import type { Form } from '#shared/forms/definition.ts';
import { asItem, type FormSettings, type ItemSubject } from '#shared/forms/scope.ts';
import { subjectOf } from '#shared/forms/terms.ts';
import { BlankSection } from './BlankSection.tsx';
import { OnForm } from './OnForm.tsx';
import { PaperPage } from './PaperPage.tsx';

/** The whole form on paper, to be filled in by hand. */
export function BlankPage(): ReactNode {
  return (
    <OnForm>
      {(printing) => (
        <PaperPage back={{ href: '#/visits', text: 'All visits' }}>
          <BlankForm {...printing} />
        </PaperPage>
      )}
    </OnForm>
  );
}

const eachOf = {
  detainee: 'Copy these pages for each detainee.',
  matter: 'Once for each matter.',
  call: 'Once for each call.',
} as const satisfies Record<ItemSubject, string>;

/** A form as it is before anything is answered: every question, and in words when it is asked. */
export function BlankForm({ form, settings }: { form: Form; settings: FormSettings }): ReactNode {
  return (
    <div className="desk-paper">
      <PageHeading caption={`Version ${form.version}`}>{form.title}</PageHeading>
      {form.of === 'visit' && (
        <p className="govuk-body">
          For a visit on which you were let in, whole or in part. Where you were not, fill in what you can.
        </p>
      )}
      <p className="govuk-body">
        <strong>
          Custody record numbers only: never a name, a date of birth or an offence. Destroy this paper or hand
          it over once it is copied.
        </strong>
      </p>
      {form.sections.map((section, i) => {
        const of = subjectOf(section);
        const before = subjectOf(form.sections[i - 1] ?? {});
        const begins = of !== before;
        const item = asItem(of);
        return (
          <BlankSection
            key={section.id}
            form={form}
            section={section}
            settings={settings}
            note={begins && item ? eachOf[item] : undefined}
            apart={begins && [of, before].includes('detainee')}
          />
        );
      })}
    </div>
  );
}
