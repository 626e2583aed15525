import type { ReactNode } from 'react';
import { dayWords } from '#renderer/dates.ts';
import { useMay } from '#renderer/editing/useMay.ts';
import { ButtonLink, Table } from '#renderer/kit/index.ts';
import type { Output } from '#shared/contract.ts';

type ConcernLettersProps = { concern: string; letters: Output<'concerns.get'>['letters'] };

/** The letters about a concern, the newest first, and writing one. For the staff alone. */
export function ConcernLetters({ concern, letters }: ConcernLettersProps): ReactNode {
  const may = useMay('letters.issue');
  if (!may) return null;
  return (
    <section aria-labelledby="letters">
      <h2 className="govuk-heading-m" id="letters">
        Letters
      </h2>
      {letters.length === 0 ? (
        <p className="govuk-body">No letter was written about it yet.</p>
      ) : (
        <Table
          caption="Letters"
          captionHidden
          head={['Day', 'To', 'Subject', 'Answer by']}
          rows={letters.map(({ id, on, to, subject, due }) => ({
            key: id,
            cells: [
              dayWords(on),
              to,
              <a key={id} className="govuk-link" href={`#/concerns/letters/${id}`}>
                {subject}
              </a>,
              due ? dayWords(due) : '',
            ],
          }))}
        />
      )}
      <div className="desk-screen-only">
        <ButtonLink kind="secondary" href={`#/concerns/${concern}/letter`}>
          Write a letter
        </ButtonLink>
      </div>
    </section>
  );
}
