import type { ReactNode } from 'react';
import { ButtonGroup, ButtonLink, PageHeading, TaskList } from '#renderer/kit/index.ts';
import { ConflictsOf } from '#renderer/sync/ConflictsOf.tsx';
import { WhereItIs } from '#renderer/sync/WhereItIs.tsx';
import type { Form } from '#shared/forms/definition.ts';
import { isPractice, type Visit } from '#shared/records/visit.ts';
import { Discard } from './Discard.tsx';
import { Contested } from './draft/Contested.tsx';
import { OnDraft } from './draft/OnReport.tsx';
import type { OpenDraft } from './draft/useVisitDraft.ts';
import { FoundStatus } from './found/FoundStatus.tsx';
import { foundTask, foundTitle, useStanding } from './found/useStanding.ts';
import { PenHere } from './pen/PenHere.tsx';
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
  const { id, keeper, kept, report, settings } = open;
  const name = useDraftName(open);
  const { visit } = kept.draft;
  const tasks = tasksOf(report.form, visit, settings);
  const standing = useStanding(visit) ?? [];
  return (
    <>
      <ConflictsOf record={id} />
      <PageHeading caption={name}>Visit report</PageHeading>
      <WhereItIs record={id} state={report.state} />
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
      <StillToShow
        form={report.form}
        visit={visit}
        more={tasksOf(report.form, { ...visit, outcome: 'completed' }, settings).length > tasks.length}
      />
      <TaskList
        items={[
          ...tasks.map((task) => ({
            title: task.title,
            href: `#${base}/${task.id}`,
            status: <TaskStatus open={open} task={task} />,
          })),
          ...(standing.length > 0
            ? [
                {
                  title: foundTitle,
                  href: `#${base}/${foundTask}`,
                  status: <FoundStatus visit={visit} standing={standing} />,
                },
              ]
            : []),
        ]}
      />
      <ButtonGroup>
        <ButtonLink href={`#/visits/${id}/check`}>Check and finish</ButtonLink>
        <Discard id={id} name={name} practice={isPractice(report.visit)} />
      </ButtonGroup>
      <PenHere visit={id} before={() => keeper.flush()} />
      <Papers id={id} state={report.state} suite={visit.suite} />
    </>
  );
}

type StillToShowProps = { form: Form; visit: Visit; more: boolean };

/** Until it is known what came of the visit most sections do not apply: who looks for the detainees is told why. */
function StillToShow({ form, visit, more }: StillToShowProps): ReactNode {
  const asked = form.sections.find((s) => s.questions.some((q) => q.field === 'outcome'));
  if (visit.outcome || !more || !asked) return null;
  return (
    <p className="govuk-body">
      Start with “{asked.title}”: once you have said there what came of it, the detainees and all the rest
      stand here too.
    </p>
  );
}
