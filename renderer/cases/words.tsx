import type { ReactNode } from 'react';
import { shortDate } from '#renderer/dates.ts';
import { Tag } from '#renderer/kit/index.ts';
import type { CaseRow } from '#shared/case-views.ts';
import type { CaseDoer, Waits } from '#shared/cases/next-step.ts';
import type { Channel } from '#shared/records/case-parts.ts';

export const channelWords: Record<Channel, string> = {
  email: 'E-mail',
  letter: 'Letter',
  phone: 'Telephone',
  'web form': 'Web form',
  social: 'Social media',
  'in person': 'In person',
};

export const caseDoerWords: Record<CaseDoer, string> = {
  caseworker: 'the caseworker',
  decider: 'whoever approves',
  force: 'the force',
  writer: 'whoever wrote',
};

export const waitsWords: Record<Waits, string> = {
  owner: 'Not given to anybody',
  office: 'With the office',
  approval: 'Awaiting approval',
  force: 'Waiting for the force',
  hold: 'On hold',
  nothing: 'Closed',
};

/** What of a case has to be seen at once: in words, and a colour beside them. */
export function CaseTags(row: Pick<CaseRow, 'waits' | 'urgent' | 'risk' | 'confidential'>): ReactNode {
  const { waits, urgent, risk, confidential } = row;
  return (
    <>
      <Tag colour={waits === 'nothing' ? 'green' : waits === 'owner' ? 'yellow' : undefined}>
        {waitsWords[waits]}
      </Tag>
      {risk && (
        <>
          {' '}
          <Tag colour="red">Life or safety at stake</Tag>
        </>
      )}
      {urgent && (
        <>
          {' '}
          <Tag colour="orange">Urgent</Tag>
        </>
      )}
      {confidential && (
        <>
          {' '}
          <Tag colour="purple">Confidential</Tag>
        </>
      )}
    </>
  );
}

/** The day by which something is owed, and whether that has gone by. */
export function CaseDue({ by, late }: { by: string | null; late: boolean }): ReactNode {
  if (!by) return '–';
  return (
    <>
      <span className="desk-nowrap">{shortDate(by)}</span>
      {late && (
        <>
          {' '}
          <Tag colour="red">Overdue</Tag>
        </>
      )}
    </>
  );
}
