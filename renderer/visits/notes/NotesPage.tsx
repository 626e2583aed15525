import { type ReactNode, useState } from 'react';
import { useParams } from 'wouter';
import { newRecordId } from '#renderer/editing/newRecordId.ts';
import { PageHeading } from '#renderer/kit/index.ts';
import type { Section } from '#shared/forms/definition.ts';
import { visitScope } from '#shared/forms/scope.ts';
import { OnDraft, type Writing } from '../draft/OnReport.tsx';
import { AnswerForm } from '../section/AnswerForm.tsx';
import { SectionBody } from '../section/SectionBody.tsx';
import { ColumnTable } from './ColumnTable.tsx';
import { FateStep } from './FateStep.tsx';
import { GroupsStep } from './GroupsStep.tsx';
import { MattersStep } from './MattersStep.tsx';
import { NumbersStep } from './NumbersStep.tsx';
import { withStubs, wrongWith } from './numbers.ts';
import { columnsOf, type Step, shownOf, stepFrom, stepsOf } from './steps.ts';

/** Copies a paper sheet into a draft, column by column; every step can be left and come back to. */
export function NotesPage(): ReactNode {
  return <OnDraft>{(writing) => <OneStep {...writing} />}</OnDraft>;
}

function OneStep({ open, base }: Writing): ReactNode {
  const { step: id } = useParams();
  const { report, kept, keeper, settings } = open;
  const { form } = report;
  const { visit } = kept.draft;
  const [errors, setErrors] = useState<Record<string, string | undefined>>({});
  const steps = stepsOf(form);
  const at = id === undefined ? 0 : steps.findIndex((one) => one.id === id);
  const step = steps[at];
  if (!step)
    return (
      <>
        <PageHeading>There is no such step</PageHeading>
        <p className="govuk-body">
          <a className="govuk-link" href={`#${base}/notes`}>
            Copy from a paper sheet
          </a>
        </p>
      </>
    );

  const place = (to: Step | undefined) => (to ? `${base}/notes/${to.id}` : base);
  const before = stepFrom(step.id, -1, form, visit, settings);
  const onward = () => place(stepFrom(step.id, 1, form, keeper.get().draft.visit, settings));
  const takeIn = () => {
    const wrong = wrongWith(kept.draft);
    setErrors(wrong);
    const [first] = Object.keys(wrong);
    if (first) {
      document.getElementById(first)?.focus();
      return undefined;
    }
    keeper.change((draft) => withStubs(draft, newRecordId), 'now');
    return onward();
  };
  const sections = asked(step, open);
  return (
    <AnswerForm
      open={open}
      scope={visitScope(visit)}
      sections={sections}
      title={step.title}
      caption={`Copy from a paper sheet: step ${at + 1} of ${steps.length}`}
      back={{
        href: place(before),
        text: before ? `Back to the step before: ${before.title}` : 'Back to the list of sections',
      }}
      next={step.kind === 'numbers' ? takeIn : onward}
    >
      {(editing, errorOf) => (
        <>
          {step.id === 'tallies' && (
            <p className="govuk-body">
              Only if you counted more people than you entered. What you leave blank follows from those.
            </p>
          )}
          {sections.map((section) => (
            <SectionBody
              key={section.id}
              section={section}
              editing={editing}
              names={report.names}
              errorOf={errorOf}
            />
          ))}
          {step.kind === 'numbers' && <NumbersStep open={open} base={base} step={step} errors={errors} />}
          {step.kind === 'columns' &&
            columnsOf(step, form, visit, settings).map((column) => (
              <ColumnTable key={column.q.id} open={open} column={column} />
            ))}
          {step.kind === 'groups' && <GroupsStep open={open} />}
          {step.kind === 'matters' && <MattersStep open={open} base={base} step={step} />}
          {step.kind === 'fate' && <FateStep open={open} />}
        </>
      )}
    </AnswerForm>
  );
}

/** The questions of a step about the visit as a whole, as one section. */
const asked = (step: Step, { report, kept, settings }: Writing['open']): Section[] => {
  if (step.kind !== 'questions') return [];
  const questions = shownOf(step, report.form, kept.draft.visit, settings);
  return [{ id: step.id, title: step.title, questions }];
};
