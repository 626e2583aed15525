import type { ReactNode } from 'react';
import { useParams } from 'wouter';
import { BackLink, PageHeading } from '#renderer/kit/index.ts';
import { isOpenState } from '#shared/records/visit.ts';
import { OnDraft, type Writing } from './draft/OnReport.tsx';
import { SectionForm } from './section/SectionForm.tsx';
import { taskAfter, tasksOf } from './tasks.ts';
import { useDraftName } from './useDraftName.ts';

/** One section of a draft report. */
export function SectionPage(): ReactNode {
  return <OnDraft>{(writing) => <OneSection {...writing} />}</OnDraft>;
}

/** The section of that name, with the next task behind Continue, and the list of tasks behind the last. */
export function OneSection({ open, base }: Writing): ReactNode {
  const { section = '' } = useParams();
  const name = useDraftName(open);
  const tasks = tasksOf(open.report.form, open.kept.draft.visit, open.settings);
  const found = tasks.find(({ id }) => id === section)?.section;
  if (!found)
    return (
      <>
        <BackLink href={`#${base}`}>Back to the list of sections</BackLink>
        <PageHeading>This section does not apply</PageHeading>
        <p className="govuk-body">An earlier answer means that it is not asked.</p>
      </>
    );
  const next = taskAfter(tasks, section, base);
  // Files are the last thing: what the office has is given more of them by a correction.
  const isLast = tasks.findLast((task) => task.section)?.id === section;
  const takesFiles = isLast && isOpenState(open.report.state);
  return (
    <SectionForm open={open} section={found} caption={name} back={base} next={next} takesFiles={takesFiles} />
  );
}
