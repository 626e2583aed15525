import type { ReactNode } from 'react';
import { useSearch } from 'wouter';
import { Failed, Waiting } from '#renderer/app/Failed.tsx';
import { useRead } from '#renderer/app/host.tsx';
import { go } from '#renderer/app/place.ts';
import { useSession } from '#renderer/app/session.ts';
import { dayWords } from '#renderer/dates.ts';
import { PageHeading, Select, Table } from '#renderer/kit/index.ts';
import type { Output } from '#shared/contract.ts';
import { quarterContaining } from '#shared/periods.ts';
import { addDays } from '#shared/times.ts';
import { AcrossReviews } from '../AcrossReviews.tsx';

type Learning = Output<'reviews.learning'>;

/** How many quarters back are offered. */
const offered = 12;

const quartersBefore = (today: string, yearBegins: number): { id: string; label: string }[] => {
  const quarters: { id: string; label: string }[] = [];
  for (let day = today; quarters.length < offered; ) {
    const { id, label, from } = quarterContaining(day, yearBegins);
    quarters.push({ id, label });
    day = addDays(from, -1);
  }
  return quarters;
};

/** What the reviews received in a quarter were about, and what was learnt and observed in them. */
export function LearningPage(): ReactNode {
  const today = useSession().data?.today;
  const yearBegins = useRead('settings.get', {}).data?.yearBegins;
  return (
    <>
      <PageHeading>Learning</PageHeading>
      <AcrossReviews />
      {today && yearBegins ? <OfQuarter quarters={quartersBefore(today, yearBegins)} /> : <Waiting />}
    </>
  );
}

function OfQuarter({ quarters }: { quarters: readonly { id: string; label: string }[] }): ReactNode {
  const asked = new URLSearchParams(useSearch()).get('period');
  const period = quarters.find(({ id }) => id === asked)?.id ?? quarters[0]?.id ?? '';
  const learning = useRead('reviews.learning', { period }, { keep: true });
  return (
    <>
      <search className="desk-filter" aria-label="Choose the quarter">
        <Select
          label="Reviews received in"
          id="filter-period"
          value={period}
          onChange={({ target }) => go(`/reviews/learning?period=${target.value}`, { replace: true })}
          options={quarters.map(({ id, label }) => ({ value: id, text: `${id}: ${label}` }))}
        />
      </search>
      <Failed failure={learning.error} />
      {!learning.data && !learning.error && <Waiting />}
      {learning.data && <Shown learning={learning.data} />}
    </>
  );
}

function Shown({ learning: { themes, learnt, period } }: { learning: Learning }): ReactNode {
  return (
    <>
      {themes.length === 0 ? (
        <p className="govuk-body">No review received in {period.label} has a theme yet.</p>
      ) : (
        <Table
          dense
          caption="Themes"
          captionSize="m"
          firstCellIsHeader
          head={[
            'Theme',
            { content: 'Reviews', numeric: true },
            { content: 'Upheld', numeric: true },
            'Which',
          ]}
          rows={themes.map(({ theme, reviews, upheld }) => ({
            key: theme,
            cells: [
              theme,
              { content: reviews.length, numeric: true },
              { content: upheld, numeric: true },
              <Which key="which" reviews={reviews} />,
            ],
          }))}
        />
      )}
      <h2 className="govuk-heading-m">Observations and learning</h2>
      {learnt.length === 0 && <p className="govuk-body">None was entered.</p>}
      {learnt.length > 0 && (
        <Table
          dense
          caption="Observations and learning"
          captionHidden
          head={['What was observed or learnt', 'Kind', 'Review', 'Entered']}
          rows={learnt.map((one, i) => ({
            key: `${one.review} ${i}`,
            cells: [
              { content: one.words, className: 'desk-words' },
              one.kind === 'learning' ? 'Learning' : 'Observation',
              <Which key="which" reviews={[{ id: one.review, reference: one.reference }]} />,
              { content: dayWords(one.on), className: 'desk-nowrap' },
            ],
          }))}
        />
      )}
    </>
  );
}

function Which({ reviews }: { reviews: Learning['themes'][number]['reviews'] }): ReactNode {
  return reviews.map(({ id, reference }, i) => (
    <span key={id}>
      {i > 0 && ', '}
      <a className="govuk-link" href={`#/reviews/${id}`}>
        {reference ?? 'No number'}
      </a>
    </span>
  ));
}
