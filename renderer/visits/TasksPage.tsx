import { type ReactNode, useState } from 'react';
import { useParams } from 'wouter';
import { drafts } from '#renderer/app/drafts.ts';
import { Failed, Waiting } from '#renderer/app/Failed.tsx';
import { useWrite } from '#renderer/app/host.tsx';
import { go } from '#renderer/app/place.ts';
import {
  Button,
  ButtonGroup,
  ButtonLink,
  ConfirmDialog,
  PageHeading,
  Tag,
  TaskList,
} from '#renderer/kit/index.ts';
import { type SectionStatus, sectionStatus, shownSections } from '#shared/forms/engine.ts';
import { visitScope } from '#shared/forms/scope.ts';
import { useDiscarded } from './discarded.ts';
import { Contested } from './draft/Contested.tsx';
import { unreadIn } from './draft/unread.ts';
import { type OpenDraft, useVisitDraft } from './draft/useVisitDraft.ts';
import { NotADraft } from './NotADraft.tsx';
import { useDraftName } from './useDraftName.ts';

const statusWords: Record<SectionStatus, ReactNode> = {
  'not started': <Tag colour="grey">Not started</Tag>,
  'in progress': <Tag colour="yellow">In progress</Tag>,
  completed: 'Completed',
};

/** The report as a list of sections, in any order. */
export function TasksPage(): ReactNode {
  const { id = '' } = useParams();
  const { open, failure } = useVisitDraft(id);
  if (failure) return <Failed failure={failure} />;
  if (!open) return <Waiting />;
  if (open.report.state !== 'draft') return <NotADraft id={id} state={open.report.state} />;
  return <Tasks open={open} />;
}

function Tasks({ open }: { open: OpenDraft }): ReactNode {
  const { id, kept, report, settings } = open;
  const name = useDraftName(open);
  const sections = shownSections(report.form, visitScope(kept.draft.visit), settings);
  return (
    <>
      <PageHeading caption={name}>Visit report</PageHeading>
      <p className="govuk-body">
        Fill in the sections in any order. Everything is saved as you type; you can stop and come back at any
        time.
      </p>
      <Contested open={open} />
      <TaskList
        items={sections.map((s) => ({
          title: s.title,
          href: `#/visits/${id}/edit/${s.id}`,
          status:
            unreadIn([s], kept.draft).length > 0 ? (
              <Tag colour="red">Something to put right</Tag>
            ) : (
              statusWords[sectionStatus(s, visitScope(kept.draft.visit))]
            ),
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
