import type { ReactNode } from 'react';
import { useLocation } from 'wouter';
import { useSession } from '#renderer/app/session.ts';
import { mayCall } from '#renderer/editing/useMay.ts';
import { acrossReviews } from './parts.ts';

/** A pack of one quarter belongs to the place of packs; a page of one review is none of the queues. */
const isHere = (to: string, path: string): boolean =>
  to === path || (to !== '/reviews' && path.startsWith(`${to}/`));

/** What is told across reviews, beside their queues; what somebody may not do is not offered. */
export function AcrossReviews(): ReactNode {
  const roles = useSession().data?.person.roles ?? [];
  const [path] = useLocation();
  const offered = acrossReviews.filter(({ needs }) => mayCall(roles, needs));
  if (offered.length < 2) return null;
  return (
    <nav aria-label="Across reviews" className="desk-places desk-screen-only">
      <ul>
        {offered.map(({ path: to, text }) => (
          <li key={to}>
            <a className="govuk-link" href={`#${to}`} aria-current={isHere(to, path) ? 'page' : undefined}>
              {text}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
