import type { ReactNode } from 'react';
import { dayWords } from '#renderer/dates.ts';
import { kindNames } from '#shared/letters/fields.ts';
import type { ReviewShown } from '../parts.ts';

/** The letters that were written about a review, each to be read, printed or saved again. */
export function Issued({ letters }: { letters: NonNullable<ReviewShown['letters']> }): ReactNode {
  if (letters.length === 0) return <p className="govuk-body">No letter has been issued yet.</p>;
  return (
    <ul className="govuk-list govuk-list--bullet">
      {letters.map(({ id, of, subject, to, on, due }) => (
        <li key={id}>
          <a className="govuk-link" href={`#/letters/${id}`}>
            {of ? kindNames[of] : subject}
          </a>
          {`, to ${to}, ${dayWords(on)}`}
          {due && `, quoted: ${dayWords(due)}`}
        </li>
      ))}
    </ul>
  );
}

/** Letters on the page of a review itself. */
export function LettersOf({ shown: { review, letters } }: { shown: ReviewShown }): ReactNode {
  if (!letters) return null;
  return (
    <section aria-labelledby="letters">
      <h2 className="govuk-heading-m" id="letters">
        Letters
      </h2>
      <Issued letters={letters} />
      <p className="govuk-body desk-screen-only">
        <a className="govuk-link" href={`#/reviews/${review.id}/letters`}>
          Write a letter
        </a>
      </p>
    </section>
  );
}
