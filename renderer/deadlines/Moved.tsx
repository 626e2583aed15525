import type { ReactNode } from 'react';
import { dayWords } from '#renderer/dates.ts';
import { Table } from '#renderer/kit/index.ts';
import type { Output } from '#shared/contract.ts';

type MovedProps = {
  caption: string;
  /** What is said where nothing moves. */
  none: string;
  moved: Output<'deadlines.loadHolidays'>['moved'];
};

const pages = { review: 'reviews', caseFile: 'cases' };

/** Last days that move, by the review or case they belong to. */
export function Moved({ caption, none, moved }: MovedProps): ReactNode {
  if (moved.length === 0) return <p className="govuk-body">{none}</p>;
  return (
    <>
      <Table
        dense
        caption={caption}
        captionSize="s"
        head={['Review or case', 'What is due', 'Was due', 'Is due']}
        rows={moved.map(({ of, id, reference, title, from, to }) => ({
          key: `${id} ${title}`,
          cells: [
            <a key="record" className="govuk-link" href={`#/${pages[of]}/${id}`}>
              {reference ?? 'No number'}
            </a>,
            title,
            dayWords(from),
            dayWords(to),
          ],
        }))}
      />
      <p className="govuk-body">Dates that were quoted in letters stay as they were quoted.</p>
    </>
  );
}
