import type { ReactNode } from 'react';
import type { z } from 'zod';
import { dayWords } from '#renderer/dates.ts';
import type { searchHit } from '#shared/views.ts';

type Hit = z.infer<typeof searchHit>;

const kinds: Readonly<Record<Hit['type'], { name: string; href: (id: string) => string }>> = {
  visit: { name: 'Visit', href: (id) => `#/visits/${id}` },
  concern: { name: 'Concern', href: (id) => `#/concerns/${id}` },
  suite: { name: 'Suite', href: (id) => `#/suites/${id}` },
  panel: { name: 'Panel', href: () => '#/panels' },
  person: { name: 'Person', href: (id) => `#/people/${id}` },
};

/** What a search found: a link each, and enough beside it to tell one from another. */
export function Hits({ hits }: { hits: readonly Hit[] }): ReactNode {
  return (
    <ul className="govuk-list desk-hits">
      {hits.map(({ type, id, title, detail, date }) => (
        <li key={`${type} ${id}`}>
          <a className="govuk-link" href={kinds[type].href(id)} data-search-stop>
            {title}
          </a>
          <p className="govuk-body-s">
            {[...new Set([kinds[type].name, date && dayWords(date), detail])].filter(Boolean).join(' · ')}
          </p>
        </li>
      ))}
    </ul>
  );
}
