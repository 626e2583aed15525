import type { ReactNode } from 'react';
import type { z } from 'zod';
import { dayWords } from '#renderer/dates.ts';
import { recordAddress } from '#renderer/sync/addresses.ts';
import type { searchHit } from '#shared/views.ts';

type Hit = z.infer<typeof searchHit>;

const kinds: Readonly<Record<Hit['type'], string>> = {
  visit: 'Visit',
  concern: 'Concern',
  letter: 'Letter',
  recordCheck: 'Record check',
  plan: 'Plan',
  planItem: 'Recommendation',
  session: 'Training or meeting',
  review: 'Complaint review',
  recommendation: 'Recommendation to the force',
  contact: 'Contact',
  complaintSample: 'Complaint looked at',
  caseFile: 'Case',
  engagement: 'Engagement',
  assuranceRequest: 'Assurance request',
  suite: 'Suite',
  panel: 'Panel',
  person: 'Person',
};

/** What a search found: a link each, and enough beside it to tell one from another. */
export function Hits({ hits }: { hits: readonly Hit[] }): ReactNode {
  return (
    <ul className="govuk-list desk-hits">
      {hits.map(({ type, id, title, detail, date }) => (
        <li key={`${type} ${id}`}>
          <a className="govuk-link" href={recordAddress(type, id)} data-search-stop>
            {title}
          </a>
          <p className="govuk-body-s">
            {[...new Set([kinds[type], date && dayWords(date), detail])].filter(Boolean).join(' · ')}
          </p>
        </li>
      ))}
    </ul>
  );
}
