import type { ReactNode } from 'react';
import { useSearchParams } from 'wouter';
import { Failed, Waiting } from '#renderer/app/Failed.tsx';
import { useRead } from '#renderer/app/host.tsx';
import { AcrossCases } from '#renderer/cases/AcrossCases.tsx';
import { shortDate } from '#renderer/dates.ts';
import { useMay } from '#renderer/editing/useMay.ts';
import { ButtonGroup, ButtonLink, PageHeading, Pagination, Select, Table } from '#renderer/kit/index.ts';
import { usePages } from '#renderer/listing/pages.ts';
import type { Output } from '#shared/contract.ts';
import { count } from '#shared/numbers.ts';
import { capital } from '#shared/text.ts';
import { DueTag } from './DueTag.tsx';

const shows = [
  ['open', 'Waiting for an answer'],
  ['late', 'Late'],
  ['answered', 'Answered'],
  ['all', 'All of them'],
] as const;
type Show = (typeof shows)[number][0];

/** Questions put to the Chief Constable in writing, the latest first, with those whose answer is late. */
export function AssurancePage(): ReactNode {
  const [search, setSearch] = useSearchParams();
  const show: Show = shows.find(([one]) => one === search.get('show'))?.[0] ?? 'open';
  const may = useMay('assurance.save');
  const pages = usePages(`questions ${show}`);
  const list = useRead(
    'assurance.list',
    { show, ...(pages.after && { after: pages.after }) },
    { keep: true },
  );
  const next = list.data?.next;
  return (
    <>
      <PageHeading>Questions to the Chief Constable</PageHeading>
      <AcrossCases />
      <p className="govuk-body">
        Questions put in writing to hold the Chief Constable to account, each with the day by which an answer
        is due and the cases that led to it.
        {list.data && ` ${count(list.data.open)} wait for an answer, ${count(list.data.late)} of them late.`}
      </p>
      {may && (
        <ButtonGroup>
          <ButtonLink href="#/assurance/new/edit">Ask the Chief Constable</ButtonLink>
        </ButtonGroup>
      )}
      <Select
        label="Show"
        id="show"
        value={show}
        options={shows.map(([value, text]) => ({ value, text }))}
        onChange={({ target }) => setSearch({ show: target.value }, { replace: true })}
      />
      <Failed failure={list.error} />
      {!list.data && !list.error && <Waiting />}
      {list.data?.rows.length === 0 && <p className="govuk-body">There is none.</p>}
      {list.data && list.data.rows.length > 0 && <Questions rows={list.data.rows} />}
      <Pagination
        aria-label="Pages of questions"
        previous={pages.previous && { text: 'Back', onClick: pages.previous }}
        next={next ? { text: 'More', onClick: () => pages.next(next) } : undefined}
      />
    </>
  );
}

function Questions({ rows }: { rows: Output<'assurance.list'>['rows'] }): ReactNode {
  return (
    <Table
      dense
      caption="Questions"
      captionHidden
      head={['About', 'Put on', 'Answer due', 'Answered', 'Outcome', { content: 'Cases', numeric: true }]}
      rows={rows.map(({ question: one, late, dueSoon }) => ({
        key: one.id,
        cells: [
          <a key="open" className="govuk-link" href={`#/assurance/${one.id}`}>
            {one.title}
          </a>,
          { content: shortDate(one.on), className: 'desk-nowrap' },
          <>
            {one.due ? shortDate(one.due) : '–'} <DueTag late={late} dueSoon={dueSoon} />
          </>,
          one.answered ? { content: shortDate(one.answered), className: 'desk-nowrap' } : 'Not yet',
          one.outcome ? capital(one.outcome) : '–',
          { content: count(one.cases.length), numeric: true },
        ],
      }))}
    />
  );
}
