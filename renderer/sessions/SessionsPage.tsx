import { type ReactNode, useState } from 'react';
import { Failed, Waiting } from '#renderer/app/Failed.tsx';
import { useRead } from '#renderer/app/host.tsx';
import { useSession } from '#renderer/app/session.ts';
import { useMay } from '#renderer/editing/useMay.ts';
import { Button, ButtonGroup, ButtonLink, PageHeading, Table } from '#renderer/kit/index.ts';
import type { SessionRow } from '#shared/calls/sessions.ts';
import { whenWords } from '#shared/sessions/paper.ts';
import { capital } from '#shared/text.ts';
import { ActionsTable } from './ActionsTable.tsx';
import { Attended } from './Attended.tsx';
import { attendanceWords, CancelledTag, invitedWords } from './words.tsx';

/** What is to come, what whoever looks owes, what has been, and what they attended. */
export function SessionsPage(): ReactNode {
  const coming = useRead('sessions.list', { show: 'coming', limit: 200 });
  const mine = useRead('sessions.actions', { whose: 'mine' });
  const own = useSession().data?.person;
  const may = useMay('sessions.save');
  return (
    <>
      <PageHeading>Training and meetings</PageHeading>
      <ButtonGroup>
        {may && <ButtonLink href="#/sessions/new">Add training or a meeting</ButtonLink>}
        <ButtonLink href="#/sessions/actions" kind="secondary">
          All open actions
        </ButtonLink>
      </ButtonGroup>
      <Failed failure={coming.error ?? mine.error} />
      {!coming.data && !coming.error && <Waiting />}
      {coming.data && <SessionsTable caption="To come" none="Nothing is planned." rows={coming.data.rows} />}
      {mine.data && mine.data.length > 0 && (
        <ActionsTable caption="What you agreed to do" actions={mine.data} />
      )}
      <Past />
      {own?.roles.some((role) => role === 'visitor' || role === 'panel-coordinator') && (
        <Attended person={own.id} title="Your own training and meetings" />
      )}
    </>
  );
}

type Cursor = { on: string; id: string };

/** What has been, the latest first, and more where it is asked for. */
function Past(): ReactNode {
  const [pages, setPages] = useState<readonly (Cursor | undefined)[]>([undefined]);
  return (
    <>
      {pages.map((after, i) => (
        <PastPage
          key={after?.id ?? ''}
          after={after}
          more={i === pages.length - 1 ? (next) => setPages([...pages, next]) : undefined}
        />
      ))}
    </>
  );
}

type PastPageProps = { after: Cursor | undefined; more: ((next: Cursor) => void) | undefined };

function PastPage({ after, more }: PastPageProps): ReactNode {
  const { data, error } = useRead('sessions.list', { show: 'past', limit: 20, ...(after && { after }) });
  if (error) return <Failed failure={error} />;
  if (!data) return <Waiting />;
  const { rows, next } = data;
  return (
    <>
      <SessionsTable
        caption={after ? 'Earlier' : 'What has been'}
        none={after ? '' : 'Nothing yet.'}
        rows={rows}
      />
      {next && more && (
        <Button type="button" kind="secondary" onClick={() => more(next)}>
          Show earlier ones
        </Button>
      )}
    </>
  );
}

type SessionsTableProps = { caption: string; none: string; rows: readonly SessionRow[] };

function SessionsTable({ caption, none, rows }: SessionsTableProps): ReactNode {
  if (rows.length === 0)
    return none ? (
      <>
        <h2 className="govuk-heading-m">{caption}</h2>
        <p className="govuk-body">{none}</p>
      </>
    ) : null;
  return (
    <Table
      dense
      caption={caption}
      captionSize="m"
      head={['What', 'When and where', 'For whom', 'Who comes', 'You']}
      rows={rows.map((row) => ({
        key: row.id,
        cells: [
          <span key="what">
            <a className="govuk-link" href={`#/sessions/${row.id}`}>
              {row.title}
            </a>{' '}
            {row.cancelled && <CancelledTag />}
          </span>,
          whenWords({
            on: row.on,
            from: row.from ?? undefined,
            to: row.to ?? undefined,
            place: row.place ?? undefined,
          }),
          [capital(row.kind), row.topic, row.panelName ?? 'all of the scheme'].filter(Boolean).join(', '),
          invitedWords(row),
          row.own === null ? '' : row.own === 'invited' ? 'Invited' : attendanceWords[row.own],
        ],
      }))}
    />
  );
}
