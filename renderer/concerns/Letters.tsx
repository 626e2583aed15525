import type { ReactNode } from 'react';
import { dayWords } from '#renderer/dates.ts';
import type { Output } from '#shared/contract.ts';

/** The letters that were written about a concern, each to be read or printed again. */
export function Letters({ shown: { letters } }: { shown: Output<'concerns.get'> }): ReactNode {
  if (letters.length === 0) return null;
  return (
    <section aria-labelledby="letters">
      <h2 className="govuk-heading-m" id="letters">
        Letters
      </h2>
      <ul className="govuk-list govuk-list--bullet">
        {letters.map(({ id, subject, to, on, due }) => (
          <li key={id}>
            <a className="govuk-link" href={`#/letters/${id}`}>
              {subject}
            </a>
            {`, to ${to}, ${dayWords(on)}`}
            {due && `, answer owed by ${dayWords(due)}`}
          </li>
        ))}
      </ul>
    </section>
  );
}
