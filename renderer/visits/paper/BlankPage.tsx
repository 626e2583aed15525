import type { ReactNode } from 'react';
import { useParams } from 'wouter';
import { Failed, Waiting } from '#renderer/app/Failed.tsx';
import { useRead } from '#renderer/app/host.tsx';
import { PageHeading } from '#renderer/kit/index.ts';
import type { Form } from '#shared/forms/definition.ts';
import type { FormSettings, ItemSubject } from '#shared/forms/scope.ts';
import { subjectOf } from '#shared/forms/terms.ts';
import { BlankSection } from './BlankSection.tsx';
import { formAsked } from './formAsked.ts';
import { PaperPage } from './PaperPage.tsx';

/** The whole form on paper, to be filled in by hand. */
export function BlankPage(): ReactNode {
  const { id = '' } = useParams();
  const form = useRead('forms.get', formAsked(id));
  const settings = useRead('settings.get', {});
  const failure = form.error ?? settings.error;
  if (failure) return <Failed failure={failure} />;
  if (!form.data || !settings.data) return <Waiting />;
  return (
    <PaperPage back={{ href: '#/visits', text: 'All visits' }}>
      <BlankForm form={form.data} settings={settings.data} />
    </PaperPage>
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
      <p className="govuk-body">
        For a visit on which you were let in, whole or in part. Where you were not, fill in what you can.
      </p>
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
        return (
          <BlankSection
            key={section.id}
            form={form}
            section={section}
            settings={settings}
            note={begins && of !== 'visit' ? eachOf[of] : undefined}
            apart={begins && [of, before].includes('detainee')}
          />
        );
      })}
    </div>
  );
}
