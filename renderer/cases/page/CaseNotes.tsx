import type { ReactNode } from 'react';
import { OfficeNotes } from '#renderer/editing/OfficeNotes.tsx';
import type { SectionProps } from '../parts.ts';

/** What the office notes of a case for itself. */
export function CaseNotes({ shown: { case: c, names } }: SectionProps): ReactNode {
  return (
    <OfficeNotes
      id={c.id}
      call="cases.note"
      hint="For the office alone; whoever wrote does not receive them, unless they ask for what is held about them."
      notes={c.notes}
      names={names}
    />
  );
}
