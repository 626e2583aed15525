import type { ReactNode } from 'react';
import { useParams } from 'wouter';
import { Failed, Waiting } from '#renderer/app/Failed.tsx';
import { useRead, useWrite } from '#renderer/app/host.tsx';
import { Quote } from '#renderer/app/Quote.tsx';
import { dayWords } from '#renderer/dates.ts';
import { StatusForm } from '#renderer/editing/StatusForm.tsx';
import { BackLink, ButtonLink, PageHeading, SummaryList } from '#renderer/kit/index.ts';
import { ConflictsOf } from '#renderer/sync/ConflictsOf.tsx';
import type { Output } from '#shared/contract.ts';
import { type FactId, factTitles } from '#shared/quality/facts.ts';
import { type CriterionStatus, criterionStatuses } from '#shared/records/criterion.ts';
import { capital } from '#shared/text.ts';
import { Evidence } from './Evidence.tsx';
import { StatusTag } from './words.tsx';

type Shown = Output<'quality.get'>;

/** One criterion: where it stands, what was said of it since, and what shows it. */
export function CriterionPage(): ReactNode {
  const { id = '' } = useParams<{ id: string }>();
  const read = useRead('quality.get', { id });
  const shown = read.data;
  return (
    <>
      <BackLink href="#/quality">Quality evidence</BackLink>
      <ConflictsOf record={id} />
      <PageHeading key={`heading ${id}`} caption={shown?.criterion.level}>
        {shown ? `Criterion ${shown.criterion.number}` : 'Criterion'}
      </PageHeading>
      <Failed failure={read.error} />
      {read.isLoading && <Waiting />}
      {shown && (
        <>
          <p className="govuk-body desk-words">{shown.criterion.text}</p>
          <SummaryList rows={facts(shown)} />
          <ButtonLink href={`#/quality/${id}/edit`} kind="secondary">
            Change the criterion
          </ButtonLink>
          <Updates shown={shown} />
          <Update key={`update ${id}`} id={id} status={shown.status} />
          <Evidence key={`evidence ${id}`} id={id} shown={shown} />
        </>
      )}
    </>
  );
}

const facts = ({ criterion, status, replace }: Shown) => [
  { key: 'Status', value: <StatusTag status={status} /> },
  {
    key: 'Proved by',
    value: criterion.fact ? (
      <a className="govuk-link" href="#/quality/pack">
        {factTitles[criterion.fact as FactId] ?? criterion.fact}
      </a>
    ) : (
      'Nothing in the records'
    ),
  },
  ...(replace ? [{ key: 'Words', value: 'ICV Desk’s own, to be replaced by the office’s text' }] : []),
  ...(criterion.retired ? [{ key: 'Used', value: 'No longer' }] : []),
];

function Updates({ shown: { criterion, names } }: { shown: Shown }): ReactNode {
  return (
    <>
      <h2 className="govuk-heading-m">What was said of it</h2>
      {criterion.updates.length === 0 && <p className="govuk-body">Nothing yet.</p>}
      <ol className="govuk-list desk-timeline">
        {criterion.updates.map(({ id, on, by, status, words }) => (
          <li key={id} className="desk-timeline__item">
            <strong>{capital(status)}</strong>
            {names[by] && `, ${names[by]}`}
            <span className="desk-timeline__at">{dayWords(on)}</span>
            {words && <Quote>{words}</Quote>}
          </li>
        ))}
      </ol>
    </>
  );
}

/** Says where a criterion stands now. */
function Update({ id, status }: { id: string; status: CriterionStatus }): ReactNode {
  const update = useWrite('quality.update');
  return (
    <StatusForm
      {...{ id, status, statuses: criterionStatuses, failure: update.failure }}
      send={async (to, words) => (await update.run({ id, status: to, words })).ok}
    />
  );
}
