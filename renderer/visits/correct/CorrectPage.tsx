import { type ReactNode, useState } from 'react';
import { useParams } from 'wouter';
import { drafts } from '#renderer/app/drafts.ts';
import { Failed, Waiting } from '#renderer/app/Failed.tsx';
import { useHost } from '#renderer/app/host.tsx';
import { go } from '#renderer/app/place.ts';
import {
  BackLink,
  Button,
  ButtonGroup,
  ButtonLink,
  ConfirmDialog,
  PageHeading,
  TaskList,
} from '#renderer/kit/index.ts';
import { shownSections } from '#shared/forms/engine.ts';
import { answerPath, visitScope } from '#shared/forms/scope.ts';
import { Contested } from '../draft/Contested.tsx';
import { correctionKey } from '../draft/means.ts';
import { correctionName, type OpenDraft, useCorrection } from '../draft/useVisitDraft.ts';
import { answersIn } from '../report/Changes.tsx';
import { OneSection } from '../SectionPage.tsx';
import { useDraftName } from '../useDraftName.ts';
import { changesOf } from './changesOf.ts';
import { NotReceived } from './NotReceived.tsx';

/** A correction as a list of sections: the same report, on a copy. */
export function CorrectPage(): ReactNode {
  const { id = '' } = useParams();
  const { open, failure } = useCorrection(id);
  if (failure) return <Failed failure={failure} />;
  if (!open) return <Waiting />;
  if (open.report.state !== 'received') return <NotReceived id={id} />;
  return <CorrectTasks open={open} />;
}

function CorrectTasks({ open }: { open: OpenDraft }): ReactNode {
  const { id, kept, report, settings } = open;
  const name = useDraftName(open);
  const changed = answersIn(changesOf(open));
  const base = `/visits/${id}/correct`;
  const countIn = (paths: string[][]) =>
    changed.filter((c) => paths.some((path) => path.every((key, i) => c.path[i] === key))).length;
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
        items={shownSections(report.form, visitScope(kept.draft.visit), settings).map((s) => {
          const count = countIn(s.questions.map((q) => answerPath(q, { path: [] })));
          return {
            title: s.title,
            href: `#${base}/${s.id}`,
            status:
              count === 0 ? 'Not changed' : count === 1 ? '1 answer changed' : `${count} answers changed`,
          };
        })}
      />
      <ButtonGroup>
        <ButtonLink href={`#${base}/review`}>Look at the changes</ButtonLink>
        <GiveUp id={id} />
      </ButtonGroup>
    </>
  );
}

/** Forgets the changes that were not made yet. */
function GiveUp({ id }: { id: string }): ReactNode {
  const host = useHost();
  const [asking, setAsking] = useState(false);
  const giveUp = async () => {
    drafts.close(correctionName(id));
    await host.call('preferences.set', { key: correctionKey(id), value: null });
    go(`/visits/${id}`);
  };
  return (
    <>
      <Button type="button" kind="secondary" onClick={() => setAsking(true)}>
        Do not correct it
      </Button>
      {asking && (
        <ConfirmDialog
          title="Forget these changes?"
          confirm="Forget them"
          cancel="Keep them"
          warning
          onConfirm={() => void giveUp()}
          onCancel={() => setAsking(false)}
        >
          The report stays as the office has it.
        </ConfirmDialog>
      )}
    </>
  );
}

/** One section of the report, on the copy that is being corrected. */
export function CorrectSectionPage(): ReactNode {
  const { id = '', section = '' } = useParams();
  const { open, failure } = useCorrection(id);
  if (failure) return <Failed failure={failure} />;
  if (!open) return <Waiting />;
  if (open.report.state !== 'received') return <NotReceived id={id} />;
  return <OneSection open={open} section={section} base={`/visits/${id}/correct`} />;
}
