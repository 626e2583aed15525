import type { ReactNode } from 'react';
import { ButtonGroup, ButtonLink, PageHeading, TaskList } from '#renderer/kit/index.ts';
import { isPractice } from '#shared/records/visit.ts';
import { Discard } from './Discard.tsx';
import { Contested } from './draft/Contested.tsx';
import { OnDraft } from './draft/OnReport.tsx';
import type { OpenDraft } from './draft/useVisitDraft.ts';
import { Papers } from './report/Papers.tsx';
import { TaskStatus } from './TaskStatus.tsx';
import { tasksOf } from './tasks.ts';
import { UrgentSummary } from './urgent/UrgentNotice.tsx';
import { useDraftName } from './useDraftName.ts';

/** The report as a list of sections, in any order. */
export function TasksPage(): ReactNode {
  return <OnDraft>{({ open, base }) => <Tasks open={open} base={base} />}</OnDraft>;
}

function Tasks({ open, base }: { open: OpenDraft; base: string }): ReactNode {
  const { id, kept, report, settings } = open;
  const name = useDraftName(open);
  return (
    <>
      <PageHeading caption={name}>Visit report</PageHeading>
      <p className="govuk-body">
        Fill in the sections in any order. Everything is saved as you type; you can stop and come back at any
        time.
      </p>
      <p className="govuk-body">
        <a className="govuk-link" href={`#${base}/notes`}>
          Copy from a paper sheet
        </a>{' '}
        if you made notes in the suite.
      </p>
      <UrgentSummary open={open} />
      <Contested open={open} />
      <TaskList
        items={tasksOf(report.form, kept.draft.visit, settings).map((task) => ({
          title: task.title,
          href: `#${base}/${task.id}`,
          status: <TaskStatus open={open} task={task} />,
        }))}
      />
      <ButtonGroup>
        <ButtonLink href={`#/visits/${id}/check`}>Check and finish</ButtonLink>
        <Discard id={id} name={name} practice={isPractice(report.visit)} />
      </ButtonGroup>
      <Papers id={id} state={report.state} />
    </>
  );
}
