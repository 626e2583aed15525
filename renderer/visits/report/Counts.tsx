import type { ReactNode } from 'react';
import { SummaryList, Table } from '#renderer/kit/index.ts';
import { remainderSentence } from '#shared/forms/check.ts';
import type { Question } from '#shared/forms/definition.ts';
import { notAnswered } from '#shared/forms/spoken.ts';
import { type CountDifference, countDifferences, standingCounts } from '#shared/records/counts.ts';
import { completeLadder, type Ladder, ladderFields } from '#shared/records/ladder.ts';
import type { Visit } from '#shared/records/visit.ts';
import { read } from '#shared/sync/patch.ts';
import { capital } from '#shared/text.ts';
import { rungTitles } from '../words.ts';

type CountsProps = { title: string; questions: readonly Question[]; visit: Visit };

type Column = { q: Question; ladder: Ladder };

/**
 * Columns of counts, only those with something in them: as typed, else as the detainees entered come to. What they
 * leave unexplained, and where typing and entries differ, stands beneath.
 */
export function Counts({ title, questions, visit }: CountsProps): ReactNode {
  const counts = standingCounts(visit);
  const columns = questions
    .map((q): Column => ({ q, ladder: (read({ counts }, (q.field ?? '').split('.')) ?? {}) as Ladder }))
    .filter(({ ladder }) => ladderFields.some((rung) => ladder[rung] !== undefined));
  if (columns.length === 0) return <p className="govuk-body desk-blank">{notAnswered}</p>;
  const whole = questions.some((q) => q.field === 'counts.total');
  return (
    <>
      <CountsTable title={title} columns={columns} />
      {columns.flatMap(({ q, ladder }) =>
        notesOn(q, ladder, visit).map((note) => (
          <p key={`${q.id} ${note}`} className="govuk-body">
            <strong>{q.text}:</strong> {note}.
          </p>
        )),
      )}
      {whole && <Reasons counts={counts} />}
    </>
  );
}

/** Counts as they are, with nothing said about them. */
export function CountsTable({ title, columns }: { title: string; columns: readonly Column[] }): ReactNode {
  return (
    <Table
      dense
      className="desk-counts"
      caption={`${title}, in numbers`}
      captionHidden
      firstCellIsHeader
      head={[
        <span key="rung" className="govuk-visually-hidden">
          What is counted
        </span>,
        ...columns.map(({ q }) => ({ content: q.text, numeric: true })),
      ]}
      rows={ladderFields.map((rung) => ({
        key: rung,
        cells: [
          rungTitles[rung],
          ...columns.map(({ ladder }) => ({ content: completeLadder(ladder)[rung] ?? '–', numeric: true })),
        ],
      }))}
    />
  );
}

/** What is to be said of a column: whose count it is, what it leaves unexplained, where two counts differ. */
const notesOn = (q: Question, ladder: Ladder, visit: Visit): string[] => {
  const column = (q.field ?? '').split('.').at(-1);
  const typed = read(visit, (q.field ?? '').split('.')) !== undefined;
  const differences = countDifferences(visit).filter((d) => d.column === column);
  return [
    typed ? '' : 'counted from the detainees entered',
    remainderSentence(ladder),
    ...differences.map(differenceSentence),
  ].filter(Boolean);
};

/** Where typing and entries differ, as a sentence without its full stop. */
export const differenceSentence = ({ field, typed, entered }: CountDifference): string =>
  `${rungTitles[field]} was counted as ${typed}, the detainees entered come to ${entered}; the count stands`;

const reasonsText = (reasons: Record<string, number>): string =>
  Object.entries(reasons)
    .map(([reason, n]) => `${capital(reason)} ${n}`)
    .join(', ');

/** Why people were not seen. */
function Reasons({ counts }: { counts: ReturnType<typeof standingCounts> }): ReactNode {
  const rows = [
    { key: 'Why people were not available', value: reasonsText(counts.notAvailableReasons) },
    { key: 'Why people were not offered a conversation', value: reasonsText(counts.notOfferedReasons) },
  ].filter(({ value }) => value);
  return rows.length > 0 && <SummaryList rows={rows} />;
}
