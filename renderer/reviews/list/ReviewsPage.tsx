import type { ReactNode } from 'react';
import { useSearch } from 'wouter';
import { Failed, Waiting } from '#renderer/app/Failed.tsx';
import { useRead } from '#renderer/app/host.tsx';
import { go } from '#renderer/app/place.ts';
import { usePreference } from '#renderer/app/preference.ts';
import { useMay } from '#renderer/editing/useMay.ts';
import { ButtonGroup, ButtonLink, PageHeading, Pagination, Status } from '#renderer/kit/index.ts';
import { ColumnChoice } from '#renderer/listing/ColumnChoice.tsx';
import { ListTable } from '#renderer/listing/ListTable.tsx';
import { usePages } from '#renderer/listing/pages.ts';
import { Queues } from '#renderer/listing/Queues.tsx';
import { useSorted } from '#renderer/listing/sorting.ts';
import { type ReviewFilter, reviewShows, reviewSorts } from '#shared/review-views.ts';
import { AcrossReviews } from '../AcrossReviews.tsx';
import { columns, usual } from './columns.tsx';
import { FilterForm } from './FilterForm.tsx';
import { listAddress, readFilter, writeFilter } from './listing.ts';
import { Workload } from './Workload.tsx';

const queueWords: Record<ReviewFilter['show'], string> = {
  open: 'Open',
  mine: 'Mine',
  due: 'Due in seven days',
  late: 'Overdue',
  force: 'Waiting for the force',
  decision: 'Awaiting decision',
  over: 'Over',
  all: 'All',
};

/** The queues of reviews: what is owed first stands first. The address remembers which one, and how it is narrowed. */
export function ReviewsPage(): ReactNode {
  const filter = readFilter(useSearch());
  const mayStart = useMay('reviews.start');
  const mayWorkload = useMay('reviews.workload');
  const [chosen, setChosen] = usePreference<string[]>('reviews.columns', usual);
  const [sorted, setSorted] = useSorted('reviews', reviewSorts, { sort: 'due', descending: false });
  // What is over stands with the latest first, as it is read page by page.
  const isQueue = filter.show !== 'all' && filter.show !== 'over';
  const pages = usePages(`reviews ${writeFilter(filter)} ${sorted.sort} ${sorted.descending}`);
  const counts = useRead('reviews.queues', {}, { keep: true }).data;
  const list = useRead(
    'reviews.list',
    { filter, ...sorted, ...(pages.after && { after: pages.after }) },
    { keep: true },
  );
  const workload = useRead('reviews.workload', {}, { wanted: mayWorkload, keep: true });
  const people = (workload.data ?? []).flatMap(({ person, name }) => (person ? [{ id: person, name }] : []));
  const change = (to: ReviewFilter) => go(listAddress(to), { replace: true });
  const next = list.data?.next;
  return (
    <>
      <PageHeading>Reviews</PageHeading>
      <AcrossReviews />
      {mayStart && (
        <ButtonGroup>
          <ButtonLink href="#/reviews/new">Write down an application</ButtonLink>
        </ButtonGroup>
      )}
      <Queues
        of="reviews"
        queues={reviewShows}
        words={queueWords}
        counts={counts}
        current={filter.show}
        address={(show) => listAddress({ ...filter, show })}
      />
      <FilterForm filter={filter} people={people} onFilter={change} />
      <Failed failure={list.error ?? workload.error} />
      <Status message={list.data && `${list.data.rows.length} shown`} />
      <ColumnChoice all={columns} chosen={chosen} onChosen={setChosen} />
      {list.data ? (
        <ListTable
          caption={`Reviews: ${queueWords[filter.show]}`}
          none="There is no review here."
          rows={list.data.rows}
          columns={columns.filter(({ id }) => chosen.includes(id))}
          sorted={isQueue ? sorted : undefined}
          onSort={setSorted}
          first="ascending"
        />
      ) : (
        !list.error && <Waiting />
      )}
      <Pagination
        aria-label="Pages of reviews"
        previous={pages.previous && { text: 'Back', onClick: pages.previous }}
        next={next ? { text: 'More', onClick: () => pages.next(next) } : undefined}
      />
      {mayWorkload && <Workload />}
    </>
  );
}
