import type { ReactNode } from 'react';
import { useSearch } from 'wouter';
import { Failed, Waiting } from '#renderer/app/Failed.tsx';
import { useRead } from '#renderer/app/host.tsx';
import { go } from '#renderer/app/place.ts';
import { shortened } from '#renderer/concerns/words.tsx';
import { shortDate } from '#renderer/dates.ts';
import { PageHeading, Pagination, Select, Table } from '#renderer/kit/index.ts';
import { readQuery } from '#renderer/listing/address.ts';
import { usePages } from '#renderer/listing/pages.ts';
import type { Output } from '#shared/contract.ts';
import { recommendationAnswers } from '#shared/records/recommendation.ts';
import { AcrossReviews } from '../AcrossReviews.tsx';
import { AnswerTag, answerWords, kindTitle } from './words.tsx';

const shows = ['all', 'unanswered', 'late', ...recommendationAnswers] as const;
type Show = (typeof shows)[number];

const showWords: Record<Show, string> = {
  all: 'Every recommendation',
  unanswered: 'Without an answer',
  late: 'Answer late',
  ...answerWords,
};

/** Every recommendation of every review, the latest first: what is owed, what was answered, what changed. */
export function RegisterPage(): ReactNode {
  const show = readQuery(useSearch()).oneOf('show', shows) ?? 'all';
  const pages = usePages(`recommendations ${show}`);
  const list = useRead(
    'recommendations.list',
    { show, ...(pages.after && { after: pages.after }) },
    { keep: true },
  );
  const next = list.data?.next;
  return (
    <>
      <PageHeading>Recommendations</PageHeading>
      <AcrossReviews />
      <p className="govuk-body">
        What was recommended to the force in reviews, what it answered, and what changed. It is made in the
        review itself.
      </p>
      <search className="desk-filter" aria-label="Narrow the list of recommendations">
        <Select
          label="Show"
          id="filter-show"
          value={show}
          onChange={({ target }) =>
            go(
              `/reviews/recommendations${target.value === 'all' ? '' : `?show=${encodeURIComponent(target.value)}`}`,
              {
                replace: true,
              },
            )
          }
          options={shows.map((value) => ({ value, text: showWords[value] }))}
        />
      </search>
      <Failed failure={list.error} />
      {!list.data && !list.error && <Waiting />}
      {list.data?.rows.length === 0 && <p className="govuk-body">There are none.</p>}
      {list.data && list.data.rows.length > 0 && <Rows rows={list.data.rows} />}
      <Pagination
        aria-label="Pages of recommendations"
        previous={pages.previous && { text: 'Back', onClick: pages.previous }}
        next={next ? { text: 'More', onClick: () => pages.next(next) } : undefined}
      />
    </>
  );
}

function Rows({ rows }: { rows: Output<'recommendations.list'>['rows'] }): ReactNode {
  return (
    <Table
      dense
      caption="Recommendations"
      captionHidden
      head={['Recommendation', 'Review', 'Kind', 'Made', 'Answer due', 'Answer', 'What changed']}
      rows={rows.map((row) => ({
        key: row.id,
        cells: [
          <a key="words" className="govuk-link" href={`#/reviews/recommendations/${row.id}`}>
            {shortened(row.words)}
          </a>,
          { content: row.reference ?? '–', className: 'desk-nowrap' },
          kindTitle(row.kind),
          { content: shortDate(row.madeOn), className: 'desk-nowrap' },
          { content: row.due ? shortDate(row.due) : '–', className: 'desk-nowrap' },
          <Answered key="answer" row={row} />,
          row.changed ? `${shortened(row.changed.words)} (${shortDate(row.changed.on)})` : '–',
        ],
      }))}
    />
  );
}

function Answered({ row }: { row: Output<'recommendations.list'>['rows'][number] }): ReactNode {
  return (
    <>
      <AnswerTag answer={row.answer} late={row.late} />
      {row.reasons && <span className="desk-words"> {shortened(row.reasons)}</span>}
    </>
  );
}
