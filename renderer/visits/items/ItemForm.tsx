import type { ReactNode } from 'react';
import { shownSections } from '#shared/forms/engine.ts';
import { type ItemSubject, itemScope, lists } from '#shared/forms/scope.ts';
import type { Writing } from '../draft/OnReport.tsx';
import { AnswerForm } from '../section/AnswerForm.tsx';
import type { Editing } from '../section/editing.ts';
import { SectionBody } from '../section/SectionBody.tsx';
import { listTasks } from '../tasks.ts';
import { useDraftName } from '../useDraftName.ts';
import { addItem } from './addItem.ts';

type ItemFormProps = Writing & {
  of: Exclude<ItemSubject, 'call'>;
  id: string;
  /** What one of the list is called, with its place among them. */
  title: string;
  /** Where Continue leads. */
  next: string;
  /** What stands before and after the questions, the first beneath the heading of the first group. */
  before?: (editing: Editing) => ReactNode;
  after?: ReactNode;
  /** What else can be done with a group. */
  within?: (section: string, editing: Editing) => ReactNode;
};

/** One item of a list with all its groups of questions on one page. */
export function ItemForm(props: ItemFormProps): ReactNode {
  const { open, base, of, id, title, next, before, after, within } = props;
  const { report, kept, settings } = open;
  const name = useDraftName(open);
  const scope = itemScope(of, kept.draft.visit, id);
  const sections = shownSections(report.form, scope, settings);
  return (
    <AnswerForm
      open={open}
      scope={scope}
      sections={sections}
      title={title}
      caption={name}
      back={{
        href: `${base}/${lists[of]}`,
        text: `Back to the list: ${listTasks[lists[of]].title}`,
      }}
      next={next}
      other={{ text: 'Save and add another', leave: () => addItem({ open, base }, of) }}
    >
      {(editing, errorOf) => (
        <>
          {sections.map((section, i) => (
            <section key={section.id} aria-labelledby={`section-${section.id}`} className="desk-group">
              <h2 className="govuk-heading-m" id={`section-${section.id}`}>
                {section.title}
              </h2>
              {section.guidance && <p className="govuk-hint">{section.guidance}</p>}
              {i === 0 && before?.(editing)}
              <SectionBody section={section} editing={editing} names={report.names} errorOf={errorOf}>
                {within?.(section.id, editing)}
              </SectionBody>
            </section>
          ))}
          {sections.length === 0 && (
            <p className="govuk-body">An earlier answer means that nothing is asked here.</p>
          )}
          {after}
        </>
      )}
    </AnswerForm>
  );
}
