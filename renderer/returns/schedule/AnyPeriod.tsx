import type { ReactNode } from 'react';
import { useRead } from '#renderer/app/host.tsx';
import { useSession } from '#renderer/app/session.ts';
import { returnNames } from '#shared/returns/names.ts';
import type { ReturnKind } from '#shared/views.ts';
import { anyPeriodAddress } from '../addresses.ts';
import { readableTo } from '../readable.ts';

/** The way to the figures of any period, which are worked out and belong to no return. */
export function AnyPeriod(): ReactNode {
  const roles = useSession().data?.person.roles ?? [];
  return (
    <section aria-labelledby="any-period" className="desk-screen-only">
      <h2 className="govuk-heading-m" id="any-period">
        Work out any period
      </h2>
      <p className="govuk-body">
        Figures of any year, quarter, month or other dates, as the records stand now. Nothing is signed there.
      </p>
      <ul className="govuk-list">
        {readableTo(roles).map((of) => (
          <Way key={of} of={of} />
        ))}
      </ul>
    </section>
  );
}

function Way({ of }: { of: ReturnKind }): ReactNode {
  const { data } = useRead('returns.periods', { return: of });
  if (!data) return null;
  return (
    <li>
      <a className="govuk-link" href={`#${anyPeriodAddress({ period: data.latest, of })}`}>
        {returnNames[of]}: work out any period
      </a>
    </li>
  );
}
