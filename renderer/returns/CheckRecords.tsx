import type { ReactNode } from 'react';
import { Failed, Waiting } from '#renderer/app/Failed.tsx';
import { useRead } from '#renderer/app/host.tsx';
import { dayWords } from '#renderer/dates.ts';
import { BackLink, PageHeading } from '#renderer/kit/index.ts';
import { count } from '#shared/numbers.ts';
import { returnAddress } from './addresses.ts';

interface CheckRecordsProps {
  period: string;
  check: string;
}

/** The records that keep a check of a return from holding. A return carries the first hundred of them. */
export function CheckRecords({ period, check: id }: CheckRecordsProps): ReactNode {
  const { data, error } = useRead('returns.compute', { return: 'icv', period });
  const check = data?.checks.find((one) => one.id === id);
  return (
    <>
      <BackLink href={`#${returnAddress(period)}`}>Back to the return</BackLink>
      <PageHeading caption={`Check of the return, ${data?.period.label ?? period}`}>
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
              <li key={record}>{id === 'suites' ? <SuiteLink id={record} /> : <VisitLink id={record} />}</li>
            ))}
          </ul>
        </>
      )}
    </>
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

function SuiteLink({ id }: { id: string }): ReactNode {
  const { data, error } = useRead('suites.get', { id });
  if (!data) return error ? <Failed failure={error} /> : 'Reading…';
  return (
    <a className="govuk-link" href={`#/suites/${id}`}>
      {data.name}
    </a>
  );
}
