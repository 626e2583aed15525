import type { ReactNode } from 'react';
import { useParams } from 'wouter';
import { Failed, Waiting } from '#renderer/app/Failed.tsx';
import { useRead } from '#renderer/app/host.tsx';
import { Quote } from '#renderer/app/Quote.tsx';
import {
  BackLink,
  ButtonGroup,
  ButtonLink,
  PageHeading,
  SummaryList,
  Table,
  WarningText,
} from '#renderer/kit/index.ts';
import { ConflictsOf } from '#renderer/sync/ConflictsOf.tsx';
import type { Output } from '#shared/contract.ts';
import { agendaOf, isLateAction } from '#shared/records/session.ts';
import { whenWords } from '#shared/sessions/paper.ts';
import { capital } from '#shared/text.ts';
import { ActionsTable } from './ActionsTable.tsx';
import { Attendance } from './Attendance.tsx';
import { Cancel } from './Cancel.tsx';
import { Papers } from './Papers.tsx';
import { ActionDue } from './words.tsx';

type Shown = Output<'sessions.get'>;

/** A session: when and where, its agenda with the minutes, its papers, who came, and what was agreed. */
export function SessionPage(): ReactNode {
  const { id = '' } = useParams<{ id: string }>();
  const read = useRead('sessions.get', { id });
  const shown = read.data;
  return (
    <>
      <BackLink href="#/sessions">Training and meetings</BackLink>
      <ConflictsOf record={id} />
      <PageHeading key={`heading ${id}`} {...(shown && { caption: capital(shown.session.kind) })}>
        {shown?.session.title ?? 'Session'}
      </PageHeading>
      <Failed failure={read.error} />
      {read.isLoading && <Waiting />}
      {shown && (
        <>
          <Facts shown={shown} />
          <Agenda shown={shown} />
          {shown.takenOver.length > 0 && (
            <ActionsTable caption="Still open from earlier meetings" actions={shown.takenOver} />
          )}
          <Papers shown={shown} />
          <Attendance shown={shown} />
          <Actions shown={shown} />
          {shown.session.notes && (
            <>
              <h2 className="govuk-heading-m">Notes</h2>
              <Quote>{shown.session.notes}</Quote>
            </>
          )}
          {shown.mayChange && <Cancel session={shown.session} />}
        </>
      )}
    </>
  );
}

function Facts({ shown: { session, panelName, mayChange } }: { shown: Shown }): ReactNode {
  return (
    <>
      {session.cancelled !== undefined && <WarningText>Cancelled: {session.cancelled}</WarningText>}
      <SummaryList
        rows={[
          { key: 'When and where', value: whenWords(session) },
          { key: 'For whom', value: panelName ?? 'All of the scheme' },
          session.topic !== undefined && { key: 'What is trained', value: session.topic },
        ]}
      />
      <div className="desk-screen-only">
        <ButtonGroup>
          {mayChange && (
            <ButtonLink href={`#/sessions/${session.id}/edit`} kind="secondary">
              Change when and where
            </ButtonLink>
          )}
          <ButtonLink href={`#/sessions/${session.id}/paper`} kind="secondary">
            Agenda and minutes on paper
          </ButtonLink>
          {mayChange && session.kind !== 'training' && (
            <ButtonLink href={`#/sessions/${session.id}/next`} kind="secondary">
              Plan the next one
            </ButtonLink>
          )}
        </ButtonGroup>
      </div>
    </>
  );
}

function Agenda({ shown: { session, mayChange } }: { shown: Shown }): ReactNode {
  const items = agendaOf(session);
  return (
    <>
      <h2 className="govuk-heading-m">Agenda and minutes</h2>
      {items.length === 0 && <p className="govuk-body">Nothing is on the agenda yet.</p>}
      <ol className="govuk-list govuk-list--number">
        {items.map(({ id, title, words, minutes }) => (
          <li key={id}>
            <strong>{title}</strong>
            {words && <p className="govuk-body desk-words">{words}</p>}
            {minutes && <Quote>{minutes}</Quote>}
          </li>
        ))}
      </ol>
      {mayChange && (
        <div className="desk-screen-only">
          <ButtonGroup>
            <ButtonLink href={`#/sessions/${session.id}/agenda`} kind="secondary">
              Change the agenda
            </ButtonLink>
            <ButtonLink href={`#/sessions/${session.id}/minutes`} kind="secondary">
              Write the minutes
            </ButtonLink>
          </ButtonGroup>
        </div>
      )}
    </>
  );
}

function Actions({ shown: { session, names, mayChange, today } }: { shown: Shown }): ReactNode {
  return (
    <>
      {session.actions.length === 0 ? (
        <>
          <h2 className="govuk-heading-m">Actions</h2>
          <p className="govuk-body">None were agreed yet.</p>
        </>
      ) : (
        <Table
          dense
          caption="Actions"
          captionSize="m"
          head={['What is to be done', 'Who owes it', 'By', 'What came of it']}
          rows={session.actions.map((action) => ({
            key: action.id,
            cells: [
              mayChange ? (
                <a
                  key="what"
                  className="govuk-link desk-words"
                  href={`#/sessions/${session.id}/actions/${action.id}`}
                >
                  {action.words}
                </a>
              ) : (
                { content: action.words, className: 'desk-words' }
              ),
              (action.owner && names[action.owner]) ?? 'nobody yet',
              <ActionDue key="due" action={action} late={isLateAction(action, today)} />,
              { content: action.came ?? '', className: 'desk-words' },
            ],
          }))}
        />
      )}
      {mayChange && (
        <p className="govuk-body desk-screen-only">
          <ButtonLink href={`#/sessions/${session.id}/actions/new`} kind="secondary">
            Add an action
          </ButtonLink>
        </p>
      )}
    </>
  );
}
