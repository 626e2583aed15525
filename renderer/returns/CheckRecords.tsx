import type { ReactNode } from 'react';
import { Failed, Waiting } from '#renderer/app/Failed.tsx';
import { useRead } from '#renderer/app/host.tsx';
import { dayWords } from '#renderer/dates.ts';
import { BackLink, PageHeading } from '#renderer/kit/index.ts';
import { isolated } from '#shared/bidi.ts';
import { count } from '#shared/numbers.ts';
import type { ReturnKind } from '#shared/views.ts';
import { returnAddress, type Told } from './addresses.ts';

interface CheckRecordsProps {
  told: Told & { of: ReturnKind };
  check: string;
}

/** The records that keep a check of a return from holding. A return carries the first hundred of them. */
export function CheckRecords({ told, check: id }: CheckRecordsProps): ReactNode {
  const { data, error } = useRead('returns.compute', { return: told.of, period: told.period });
  const check = data?.checks.find((one) => one.id === id);
  return (
    <>
      <BackLink href={`#${returnAddress(told)}`}>Back to the return</BackLink>
      <PageHeading caption={`Check of the return, ${data?.period.label ?? told.period}`}>
        {check?.title ?? 'Check'}
      </PageHeading>
      <Failed failure={error ?? (data && !check ? { tag: 'notFound', what: 'check' } : null)} />
      {!data && !error && <Waiting />}
      {check && (
        <>
          <p className="govuk-body">{check.detail}.</p>
          {check.count > check.records.length && (
            <p className="govuk-body">
              The first {count(check.records.length)} of {count(check.count)} are listed.
            </p>
          )}
          <ul className="govuk-list desk-hits">
            {check.records.map((record) => (
              <li key={record}>{linkTo(told.of, id, record)}</li>
            ))}
          </ul>
        </>
      )}
    </>
  );
}

const linkTo = (of: ReturnKind, check: string, record: string): ReactNode => {
  if (of === 'reviews') return <ReviewLink id={record} />;
  if (of === 'correspondence') return <CaseLink id={record} />;
  if (check === 'awaited') return <PlaceLink id={record} />;
  return check === 'suites' ? <SuiteLink id={record} /> : <VisitLink id={record} />;
};

function ReviewLink({ id }: { id: string }): ReactNode {
  const { data, error } = useRead('reviews.get', { id });
  if (!data) return error ? <Failed failure={error} /> : 'Reading…';
  const { reference, imported, received } = data.review;
  return (
    <a className="govuk-link" href={`#/reviews/${id}`}>
      {[reference ?? imported?.reference ?? 'Review', `received ${dayWords(received)}`].join(', ')}
    </a>
  );
}

/** A case is not read to be named: whoever opens one that is not theirs is noted to have opened it. */
function CaseLink({ id }: { id: string }): ReactNode {
  return (
    <a className="govuk-link" href={`#/cases/${id}`}>
      Open the case {id.slice(-6)}
    </a>
  );
}

function VisitLink({ id }: { id: string }): ReactNode {
  const { data, error } = useRead('visits.get', { id });
  if (!data) return error ? <Failed failure={error} /> : 'Reading…';
  const { visit, names } = data;
  const words = [
    visit.reference ?? visit.imported?.reference,
    visit.suite && names[visit.suite],
    visit.date && dayWords(visit.date),
    visit.arrived,
  ];
  return (
    <a className="govuk-link" href={`#/visits/${id}`}>
      {words.filter(Boolean).join(', ') || 'Visit without a date'}
    </a>
  );
}

/** A place of the rota: its suite and its week, and never a day. */
function PlaceLink({ id }: { id: string }): ReactNode {
  const { data, error } = useRead('rota.place', { id });
  if (!data) return error ? <Failed failure={error} /> : 'Reading…';
  const { suiteName, week } = data.place;
  return (
    <a className="govuk-link" href={`#/rota/places/${id}`}>
      {isolated(suiteName)}, week of {dayWords(week)}
    </a>
  );
}

function SuiteLink({ id }: { id: string }): ReactNode {
  const { data, error } = useRead('suites.get', { id });
  if (!data) return error ? <Failed failure={error} /> : 'Reading…';
  return (
    <a className="govuk-link" href={`#/suites/${id}`}>
      {data.name}
    </a>
  );
}
