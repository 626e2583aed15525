import type { ReactNode } from 'react';
import { mayCall } from '#renderer/editing/useMay.ts';
import type { FurtherPlace } from './places.ts';
import { useSession } from './session.ts';

/** Places as links, each with the sentence that says what it is for. */
export function PlaceList({ places }: { places: readonly FurtherPlace[] }): ReactNode {
  const roles = useSession().data?.person.roles ?? [];
  return (
    <ul className="govuk-list govuk-list--spaced">
      {places
        .filter(({ needs }) => !needs || mayCall(roles, needs))
        .map(({ path, text, says }) => (
          <li key={path}>
            <a className="govuk-link govuk-!-font-weight-bold" href={`#${path}`}>
              {text}
            </a>
            <br />
            {says}
          </li>
        ))}
    </ul>
  );
}
