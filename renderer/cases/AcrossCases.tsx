import type { ReactNode } from 'react';
import { useLocation } from 'wouter';
import { useSession } from '#renderer/app/session.ts';
import { mayCall } from '#renderer/editing/useMay.ts';
import { acrossCases } from './parts.ts';

/** What stands beside the queues of cases; what somebody may not do is not offered. */
export function AcrossCases(): ReactNode {
  const roles = useSession().data?.person.roles ?? [];
  const [path] = useLocation();
  const offered = acrossCases.filter(({ needs }) => mayCall(roles, needs));
  if (offered.length < 2) return null;
  return (
    <nav aria-label="Across correspondence" className="desk-places desk-screen-only">
      <ul>
        {offered.map(({ path: to, text }) => (
          <li key={to}>
            <a className="govuk-link" href={`#${to}`} aria-current={to === path ? 'page' : undefined}>
              {text}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
