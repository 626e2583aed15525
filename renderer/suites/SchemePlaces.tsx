import type { ReactNode } from 'react';

const places = [
  { href: '#/suites', text: 'Suites' },
  { href: '#/panels', text: 'Panels' },
  { href: '#/throughput', text: 'Custody throughput' },
];

/** What belongs to suites but has no place of its own in the menu. */
export function SchemePlaces(): ReactNode {
  return (
    <nav aria-label="Suites, panels and throughput" className="desk-places">
      <ul>
        {places.map(({ href, text }) => (
          <li key={href}>
            <a className="govuk-link" href={href} aria-current={href === location.hash ? 'page' : undefined}>
              {text}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
