import type { ReactNode } from 'react';
import { Around } from '#renderer/contacts/Around.tsx';
import type { SectionProps } from '../parts.ts';

/** What must be known of whoever wrote, and of whomever it is for, before anything is said to them. */
export function People({ shown: { case: c, from, onBehalfOf } }: SectionProps): ReactNode {
  const people = [from, onBehalfOf].flatMap((one) => one?.id ?? []);
  return [...new Set(people)].map((id) => (
    <Around key={id} contact={id} besides={c.id} kind={c.kind} channel={c.channel} />
  ));
}
