import type { ReactNode } from 'react';
import { useHost } from '#renderer/app/host.tsx';
import { onward } from '#renderer/app/place.ts';
import { say } from '#renderer/app/state.ts';
import { AskFirst } from '#renderer/editing/AskFirst.tsx';
import { BackLink, ButtonGroup, ButtonLink, PageHeading, Tag, TaskList } from '#renderer/kit/index.ts';
import { ConflictsOf } from '#renderer/sync/ConflictsOf.tsx';
import { findingsIn } from '#shared/checks/timeline.ts';
import { sentence } from '#shared/errors.ts';
import { sectionStatus, shownSections } from '#shared/forms/engine.ts';
import { checkScope } from '#shared/forms/scope.ts';
import { entriesOf } from '#shared/records/record-check.ts';
import { capital } from '#shared/text.ts';
import { lookingOf } from './looking.ts';
import { checkName, OnCheck, type OpenCheck } from './useCheck.tsx';

/** A draft check as a list of what there is to do, in any order. */
export function TasksPage(): ReactNode {
  return <OnCheck>{(open) => <Tasks open={open} />}</OnCheck>;
}
export function CorrectPage(): ReactNode {
  return <OnCheck correct>{(open) => <Tasks open={open} />}</OnCheck>;
}

const isKnown = ({ draft: { check } }: OpenCheck): boolean =>
  Boolean(check.custodyNumber && check.suite && check.cohort && check.checkedOn);

function Tasks({ open }: { open: OpenCheck }): ReactNode {
  const { id, draft, base, read, settings, isCorrection } = open;
  const { check } = draft;
  const scope = checkScope(check);
  const entries = entriesOf(check).length;
  const findings = findingsIn(check, lookingOf(settings)).length;
  return (
    <>
      <BackLink href={isCorrection ? `#/checks/${id}` : '#/checks'}>
        {isCorrection ? 'The record check' : 'Record checks'}
      </BackLink>
      <ConflictsOf record={id} />
      <PageHeading caption={checkName(check)}>
        {isCorrection ? 'Correct the record check' : 'Custody record check'}
      </PageHeading>
      <p className="govuk-body">
        Fill it in in any order. Everything is saved as you type; you can stop and come back at any time.
      </p>
      <TaskList
        items={[
          {
            title: 'The record',
            hint: 'Number, suite, cohort',
            href: `#${base}/record`,
            status: isKnown(open) ? 'Completed' : <Tag>In progress</Tag>,
          },
          {
            title: 'Time line',
            hint: `${entries === 1 ? '1 entry' : `${entries} entries`}, ${findings === 1 ? '1 finding' : `${findings} findings`}`,
            href: `#${base}/timeline`,
            status: entries > 0 ? 'In progress' : <Tag>Not started</Tag>,
          },
          ...shownSections(read.form, scope, settings).map((s) => {
            const status = sectionStatus(s, scope);
            return {
              title: s.title,
              href: `#${base}/${s.id}`,
              status: status === 'completed' ? 'Completed' : <Tag>{capital(status)}</Tag>,
            };
          }),
        ]}
      />
      <ButtonGroup>
        <ButtonLink href={`#${base}/review`}>See what it shows and finish</ButtonLink>
        {!isCorrection && <Discard open={open} />}
      </ButtonGroup>
    </>
  );
}

function Discard({ open }: { open: OpenCheck }): ReactNode {
  const host = useHost();
  const discard = async () => {
    const on = onward();
    if (!(await open.keeper.flush())) return;
    const answer = await host.call('checks.discard', { id: open.id });
    if (!answer.ok) return say(sentence(answer.error));
    say('The record check is put aside.');
    on('/checks?show=discarded');
  };
  return (
    <AskFirst
      text="Put aside"
      title="Put this record check aside?"
      confirm="Put aside"
      warning
      onConfirm={discard}
    >
      It is kept, is in no list and no figure, and can be brought back.
    </AskFirst>
  );
}
