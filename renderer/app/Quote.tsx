import type { ReactNode } from 'react';

/** Words that somebody wrote to somebody, as they wrote them. */
export function Quote({ children }: { children: string }): ReactNode {
  return <blockquote className="desk-quote desk-words">{children}</blockquote>;
}
