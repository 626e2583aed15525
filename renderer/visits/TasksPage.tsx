import { type ReactNode, useState } from 'react';
import { drafts } from '#renderer/app/drafts.ts';
import { Failed } from '#renderer/app/Failed.tsx';
import { useWrite } from '#renderer/app/host.tsx';
import { go } from '#renderer/app/place.ts';
import {
  Button,
  ButtonGroup,
  ButtonLink,
  ConfirmDialog,
  PageHeading,
  TaskList,
} from '#renderer/kit/index.ts';
import { useDiscarded } from './discarded.ts';
import { Contested } from './draft/Contested.tsx';
import { OnDraft } from './draft/OnReport.tsx';
import type { OpenDraft } from './draft/useVisitDraft.ts';
import { TaskStatus } from './TaskStatus.tsx';
import { tasksOf } from './tasks.ts';
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
        <Discard open={open} name={name} />
      </ButtonGroup>
    </>
  );
}

/** Puts the draft aside, asking by name; Home offers to bring it back. */
function Discard({ open, name }: { open: OpenDraft; name: string }): ReactNode {
  const [asking, setAsking] = useState(false);
  const discard = useWrite('visits.discard');
  const confirm = async () => {
    setAsking(false);
    await open.keeper.flush();
    const answer = await discard.run({ id: open.id });
    if (!answer.ok) return;
    drafts.close(`visit:${open.id}`);
    useDiscarded.setState({ id: open.id, name });
    go('/');
  };
  return (
    <>
      <Button type="button" kind="secondary" disabled={discard.busy} onClick={() => setAsking(true)}>
        Discard this draft
      </Button>
      <Failed failure={discard.failure} />
      {asking && (
        <ConfirmDialog
          title={`Discard the draft report “${name}”?`}
          confirm="Discard"
          cancel="Keep it"
          warning
          onConfirm={() => void confirm()}
          onCancel={() => setAsking(false)}
        >
          It leaves every list. You can bring it back straight afterwards.
        </ConfirmDialog>
      )}
    </>
  );
}
