import { type ReactNode, useState } from 'react';
import { itemTitle } from '#shared/forms/items.ts';
import { detaineesOf, type Visit } from '#shared/records/visit.ts';
import { useStartCheck } from './start.ts';

/** Of people who could not be spoken to, the custody record can be read afterwards: a check of it begins from here. */
export function NotSeen({ visit }: { visit: Visit }): ReactNode {
  const start = useStartCheck();
  const [starting, setStarting] = useState(false);
  const unseen = detaineesOf(visit).filter(({ seen }) => seen?.state && seen.state !== 'accepted');
  if (unseen.length === 0) return null;
  return (
    <section aria-labelledby="not-seen" className="desk-screen-only">
      <h2 className="govuk-heading-s" id="not-seen">
        Read the custody record of somebody who was not spoken to
      </h2>
      <ul className="govuk-list">
        {unseen.map(({ id }) => (
          <li key={id}>
            <button
              type="button"
              className="desk-link-button"
              disabled={starting}
              onClick={() => {
                setStarting(true);
                void start({ visit: visit.id, detainee: id }).finally(() => setStarting(false));
              }}
            >
              Start a record check<span className="govuk-visually-hidden"> of</span>:{' '}
              {itemTitle('detainee', visit, id)}
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
