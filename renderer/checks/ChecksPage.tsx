import { type ReactNode, useState } from 'react';
import { useSearchParams } from 'wouter';
import { Failed, Waiting } from '#renderer/app/Failed.tsx';
import { useRead } from '#renderer/app/host.tsx';
import { go } from '#renderer/app/place.ts';
import { useMay } from '#renderer/editing/useMay.ts';
import { Button, PageHeading, Pagination, Select } from '#renderer/kit/index.ts';
import { usePages } from '#renderer/listing/pages.ts';
import { checkFilter } from '#shared/check-views.ts';
import { cohorts } from '#shared/records/record-check.ts';
import { capital } from '#shared/text.ts';
import { ChecksTable } from './ChecksTable.tsx';
import { useStartCheck } from './start.ts';
import { useDips } from './useDips.ts';

const shows = [
  { value: 'standing', text: 'Drafts and done' },
  { value: 'draft', text: 'Drafts' },
  { value: 'done', text: 'Done' },
  { value: 'discarded', text: 'Put aside' },
];

/** What the address asks for; what it cannot mean is left out. */
const filterIn = (params: URLSearchParams) => {
  const [question, answer] = [params.get('question'), params.get('answer')];
  const asked = checkFilter.safeParse({
    ...Object.fromEntries(
      ['show', 'suite', 'cohort', 'from', 'to'].flatMap((name) => {
        const value = params.get(name);
        return value ? [[name, value]] : [];
      }),
    ),
    ...(question && answer && { answered: { question, answer } }),
  });
  return asked.success ? asked.data : checkFilter.parse({});
};

/** All record checks, the newest first; the address remembers which. */
export function ChecksPage(): ReactNode {
  const [params] = useSearchParams();
  const filter = filterIn(params);
  const draws = useMay('checks.draw');
  const dips = useDips();
  const start = useStartCheck();
  const [starting, setStarting] = useState(false);
  const pages = usePages(params.toString());
  const suites = useRead('suites.list', {});
  const list = useRead('checks.list', { filter, ...(pages.after && { after: pages.after }) }, { keep: true });
  const choose = (name: string, value: string) => {
    const next = new URLSearchParams(params);
    if (value) next.set(name, value);
    else next.delete(name);
    go(`/checks?${next}`, { replace: true });
  };
  const begin = (more: Parameters<typeof start>[0]) => {
    setStarting(true);
    void start(more).finally(() => setStarting(false));
  };
  const next = list.data?.next;
  return (
    <>
      <PageHeading>Record checks</PageHeading>
      <div className="govuk-button-group">
        <Button type="button" disabled={starting} onClick={() => begin({})}>
          Start a record check
        </Button>
        {dips && (
          <Button
            type="button"
            kind="secondary"
            disabled={starting}
            onClick={() => begin({ reason: 'dip sample' })}
          >
            Start a dip sample
          </Button>
        )}
      </div>
      <p className="govuk-body desk-screen-only">
        <a className="govuk-link" href="#/checks/results">
          Results
        </a>
        {draws && (
          <>
            {', '}
            <a className="govuk-link" href="#/checks/samples">
              samples
            </a>
          </>
        )}
        {', '}
        <a className="govuk-link" href="#/forms/checks">
          the questions
        </a>
      </p>
      <div className="desk-check-entry__row desk-screen-only">
        <Select
          id="show"
          label="Show"
          value={filter.show}
          onChange={({ target }) => choose('show', target.value)}
          options={shows}
        />
        <Select
          id="suite"
          label="Suite"
          value={filter.suite ?? ''}
          onChange={({ target }) => choose('suite', target.value)}
          options={[
            { value: '', text: 'All suites' },
            ...(suites.data ?? []).map(({ id, name }) => ({ value: id, text: name })),
          ]}
        />
        <Select
          id="cohort"
          label="Cohort"
          value={filter.cohort ?? ''}
          onChange={({ target }) => choose('cohort', target.value)}
          options={[
            { value: '', text: 'All cohorts' },
            ...cohorts.map((value) => ({
              value,
              text: value === 'all' ? 'Everybody (“all”)' : capital(value),
            })),
          ]}
        />
      </div>
      <Failed failure={list.error} />
      {!list.data && !list.error && <Waiting />}
      {list.data && (
        <>
          <p className="govuk-body desk-count" role="status">
            {list.data.total === 1 ? '1 record check' : `${list.data.total} record checks`}
          </p>
          <ChecksTable rows={list.data.rows} />
        </>
      )}
      <Pagination
        aria-label="Pages of record checks"
        previous={pages.previous && { text: 'Newer', onClick: pages.previous }}
        next={next ? { text: 'Older', onClick: () => pages.next(next) } : undefined}
      />
    </>
  );
}
