import type { ReactNode } from 'react';
import { dayWords } from '#renderer/dates.ts';
import { Tag } from '#renderer/kit/index.ts';
import type { SessionRow } from '#shared/calls/sessions.ts';
import type { Attendance, SessionAction } from '#shared/records/session.ts';

/** What is said of whether somebody came. */
export const attendanceWords: Readonly<Record<Attendance, string>> = {
  present: 'Present',
  apologies: 'Apologies',
  absent: 'Absent',
};

/** How many are invited and came: "12 invited, 9 present". */
export const invitedWords = ({ invited, present }: Pick<SessionRow, 'invited' | 'present'>): string =>
  [`${invited} invited`, present > 0 && `${present} present`].filter(Boolean).join(', ');

export function CancelledTag(): ReactNode {
  return <Tag colour="red">Cancelled</Tag>;
}

/** By when an action is owed, and that its day has passed. */
export function ActionDue({ action, late }: { action: SessionAction; late: boolean }): ReactNode {
  if (action.done) return `Done ${dayWords(action.done)}`;
  if (!action.due) return 'no day';
  return (
    <>
      {dayWords(action.due)} {late && <Tag colour="red">Late</Tag>}
    </>
  );
}
