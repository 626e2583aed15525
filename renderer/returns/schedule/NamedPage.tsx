import type { ReactNode } from 'react';
import { useParams } from 'wouter';
import { Failed, Waiting } from '#renderer/app/Failed.tsx';
import { useRead } from '#renderer/app/host.tsx';
import { useMay } from '#renderer/editing/useMay.ts';
import { BackLink, PageHeading } from '#renderer/kit/index.ts';
import type { Output } from '#shared/contract.ts';
import { DueTable } from './DueTable.tsx';
import { OtherPeriod } from './OtherPeriod.tsx';

/** One of the office's returns: every period it is due for or was made for, and the way to any other. */
export function NamedPage(): ReactNode {
  const { key = '' } = useParams<{ key: string }>();
  const named = useRead('returns.named', {});
  const all = useRead('returns.schedule', { show: 'all' });
  const error = named.error ?? all.error;
  const definition = named.data?.find((one) => one.key === key);
  const missing = named.data && !definition ? ({ tag: 'notFound', what: 'return' } as const) : null;
  return (
    <>
      <BackLink href="#/returns">Returns</BackLink>
      <PageHeading key={key} caption={definition?.to && `To ${definition.to}`}>
        {definition?.name ?? 'Return'}
      </PageHeading>
      <Failed failure={error ?? missing} />
      {!named.data && !error && <Waiting />}
      {definition && (
        <>
          <Periods rows={all.data?.filter((one) => one.key === key)} />
          <OtherPeriod key={key} definition={definition} />
          <Changing of={key} />
        </>
      )}
    </>
  );
}

function Periods({ rows }: { rows: Output<'returns.schedule'> | undefined }): ReactNode {
  if (!rows) return <Waiting />;
  if (rows.length === 0) return <p className="govuk-body">It was made for no period yet.</p>;
  const lastFirst = rows.toSorted((a, b) => b.period.to.localeCompare(a.period.to));
  return <DueTable caption="Its periods" rows={lastFirst} />;
}

function Changing({ of }: { of: string }): ReactNode {
  if (!useMay('returns.define')) return null;
  return (
    <p className="govuk-body desk-screen-only">
      <a className="govuk-link" href={`#/settings/returns/${encodeURIComponent(of)}`}>
        Change what this return consists of
      </a>
    </p>
  );
}
