import type { ReactNode } from 'react';
import { Table } from '#renderer/kit/index.ts';
import { type Hours, hoursText } from '#shared/claims/hours.ts';

export const howHoursCount =
  'A report says the minutes of its visitors together, travel included; each is taken to have given the same. Of a session its time counts for everybody who was present.';

type HoursTableProps = {
  caption: string;
  /** What a row is: a month, a person. */
  of: string;
  rows: readonly { id: string; name: string; hours: Hours }[];
  total: Hours;
};

const cells = (hours: Hours) =>
  [
    hours.visits,
    hoursText(hours.visitMinutes),
    hours.sessions,
    hoursText(hours.sessionMinutes),
    hoursText(hours.visitMinutes + hours.sessionMinutes),
  ].map((content) => ({ content, numeric: true }));

/** Hours given to visits and sessions; what nobody timed is said, and not guessed. */
export function HoursTable({ caption, of, rows, total }: HoursTableProps): ReactNode {
  if (rows.length === 0) return <p className="govuk-body">No visit or session yet.</p>;
  return (
    <>
      <Table
        dense
        caption={caption}
        captionSize="s"
        firstCellIsHeader
        head={[
          of,
          ...['Visits', 'Hours of visits', 'Sessions', 'Hours of sessions', 'Hours together'].map(
            (content) => ({ content, numeric: true }),
          ),
        ]}
        rows={[
          ...rows.map(({ id, name, hours }) => ({ key: id, cells: [name, ...cells(hours)] })),
          { key: 'total', cells: [<strong key="total">Total</strong>, ...cells(total)] },
        ]}
      />
      {total.unknown > 0 && (
        <p className="govuk-body">
          {total.unknown === 1
            ? 'Of one visit or session nobody wrote down how long it took; it adds nothing.'
            : `Of ${total.unknown} visits and sessions nobody wrote down how long they took; they add nothing.`}
        </p>
      )}
    </>
  );
}
