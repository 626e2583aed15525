import type { ReactNode } from 'react';
import { drafts } from '#renderer/app/drafts.ts';
import { useHost } from '#renderer/app/host.tsx';
import { onward } from '#renderer/app/place.ts';
import { AskFirst } from '#renderer/editing/AskFirst.tsx';
import { BackLink, ButtonGroup, ButtonLink, PageHeading, TaskList } from '#renderer/kit/index.ts';
import { answerPath, closingPath } from '#shared/forms/scope.ts';
import { Contested } from '../draft/Contested.tsx';
import { correctionKey } from '../draft/means.ts';
import { OnCorrection, type Writing } from '../draft/OnReport.tsx';
import { correctionName } from '../draft/useVisitDraft.ts';
import { AddFile } from '../files/AddFile.tsx';
import { foundTask, foundTitle, useStanding } from '../found/useStanding.ts';
import { answersIn } from '../report/Changes.tsx';
import { OneSection } from '../SectionPage.tsx';
import { type Task, tasksOf } from '../tasks.ts';
import { useDraftName } from '../useDraftName.ts';
import { changesOf } from './changesOf.ts';

/** A correction as a list of sections: the same report, on a copy. */
export function CorrectPage(): ReactNode {
  return <OnCorrection>{(writing) => <CorrectTasks {...writing} />}</OnCorrection>;
}

/** The places of a report that a task asks about. */
const placesIn = ({ section, list, id }: Task): string[][] => {
  if (list || id === foundTask) return [[id]];
  const scope = { path: [] };
  return section ? [closingPath(section, scope), ...section.questions.map((q) => answerPath(q, scope))] : [];
};

function CorrectTasks({ open, base }: Writing): ReactNode {
  const { id, keeper, kept, report, settings } = open;
  const name = useDraftName(open);
  const changed = answersIn(changesOf(open));
  const countIn = (places: string[][]) =>
    changed.filter((c) => places.some((place) => place.every((key, i) => c.path[i] === key))).length;
  const standing = useStanding(kept.draft.visit) ?? [];
  const tasks = tasksOf(report.form, kept.draft.visit, settings);
  const asked = standing.length > 0 ? [...tasks, { id: foundTask, title: foundTitle }] : tasks;
  return (
    <>
      <BackLink href={`#/visits/${id}`}>Back to the report</BackLink>
      <PageHeading caption={name}>Correct this report</PageHeading>
      <p className="govuk-body">
        Change what was wrong. The report the office has stays as it is until you have looked at the changes
        and said why.
      </p>
      <Contested open={open} />
      <TaskList
        items={asked.map((task) => {
          const count = countIn(placesIn(task));
          return {
            title: task.title,
            href: `#${base}/${task.id}`,
            status:
              count === 0 ? 'Not changed' : count === 1 ? '1 answer changed' : `${count} answers changed`,
          };
        })}
      />
      <ButtonGroup>
        <ButtonLink href={`#${base}/review`}>Look at the changes</ButtonLink>
        <GiveUp id={id} />
      </ButtonGroup>
      <AddFile report={report} onAdded={() => keeper.refresh()} />
    </>
  );
}

/** Forgets the changes that were not made yet. */
function GiveUp({ id }: { id: string }): ReactNode {
  const host = useHost();
  const giveUp = async () => {
    const on = onward();
    drafts.close(correctionName(id));
    await host.call('preferences.set', { key: correctionKey(id), value: null });
    on(`/visits/${id}`);
  };
  return (
    <AskFirst
      text="Do not correct it"
      title="Forget these changes?"
      confirm="Forget them"
      cancel="Keep them"
      warning
      onConfirm={giveUp}
    >
      The report stays as the office has it.
    </AskFirst>
  );
}

/** One section of the report, on the copy that is being corrected. */
export function CorrectSectionPage(): ReactNode {
  return <OnCorrection>{(writing) => <OneSection {...writing} />}</OnCorrection>;
}
