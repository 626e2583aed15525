import type { ReactNode } from 'react';
import { dayWords } from '#renderer/dates.ts';
import { Table } from '#renderer/kit/index.ts';
import type { AgreedAction } from '#shared/calls/sessions.ts';
import { ActionDue } from './words.tsx';

type ActionsTableProps = { caption: string; actions: readonly AgreedAction[] };

/** What was agreed in several meetings: who owes it, by when, and where it was agreed. */
export function ActionsTable({ caption, actions }: ActionsTableProps): ReactNode {
  return (
    <Table
      dense
      caption={caption}
      captionSize="m"
      head={['What is to be done', 'Who owes it', 'By', 'Agreed in', 'What came of it']}
      rows={actions.map(({ session, title, on, action, ownerName, late }) => ({
        key: action.id,
        cells: [
          { content: action.words, className: 'desk-words' },
          ownerName ?? 'nobody yet',
          <ActionDue key="due" action={action} late={late} />,
          <a key="session" className="govuk-link" href={`#/sessions/${session}`}>
            {title}, {dayWords(on)}
          </a>,
          { content: action.came ?? '', className: 'desk-words' },
        ],
      }))}
    />
  );
}
