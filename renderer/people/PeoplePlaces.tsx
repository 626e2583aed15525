import type { ReactNode } from 'react';
import { useSession } from '#renderer/app/session.ts';
import { mayCall } from '#renderer/editing/useMay.ts';
import type { CallName } from '#shared/contract.ts';

const places: readonly { href: string; text: string; needs: CallName }[] = [
  { href: '#/people', text: 'People', needs: 'people.list' },
  { href: '#/people/standing', text: 'What runs out', needs: 'volunteers.standing' },
  { href: '#/people/monitoring', text: 'Equality monitoring', needs: 'monitoring.answer' },
  { href: '#/people/monitoring/totals', text: 'Who we are, in totals', needs: 'monitoring.totals' },
];

/** What belongs to people but has no place of its own in the menu; what somebody may not do is not offered. */
export function PeoplePlaces(): ReactNode {
  const roles = useSession().data?.person.roles ?? [];
  return (
    <nav aria-label="People and volunteers" className="desk-places desk-screen-only">
      <ul>
        {places
          .filter(({ needs }) => mayCall(roles, needs))
          .map(({ href, text }) => (
            <li key={href}>
              <a
                className="govuk-link"
                href={href}
                aria-current={href === location.hash ? 'page' : undefined}
              >
                {text}
              </a>
            </li>
          ))}
      </ul>
    </nav>
  );
}
