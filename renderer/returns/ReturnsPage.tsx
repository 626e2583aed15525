import type { ReactNode } from 'react';
import { useParams, useSearchParams } from 'wouter';
import { Failed, Waiting } from '#renderer/app/Failed.tsx';
import { useRead } from '#renderer/app/host.tsx';
import { PageHeading } from '#renderer/kit/index.ts';
import { dimensions } from '#shared/views.ts';
import { PeriodForm } from './PeriodForm.tsx';
import { ReturnBody } from './ReturnBody.tsx';

/** A return over any period: computed from the records at this moment, and asked again when one of them changes. */
export function ReturnsPage(): ReactNode {
  const given = useParams<{ period?: string }>().period;
  const [search] = useSearchParams();
  const by = dimensions.find((one) => one === search.get('by'));
  const periods = useRead('returns.periods', {});
  const settings = useRead('settings.get', {});
  const period = given ?? periods.data?.latest;
  const computed = useRead(
    'returns.compute',
    { return: 'icv', period: period ?? '', ...(by && { by }) },
    { wanted: period !== undefined },
  );
  return (
    <>
      <PageHeading key={`${given} ${by}`} caption="Custody visiting return">
        {computed.data?.period.label ?? 'Returns'}
      </PageHeading>
      {periods.data && settings.data && period !== undefined && (
        <PeriodForm
          key={`form ${period} ${by}`}
          periods={periods.data}
          period={period}
          by={by}
          yearBegins={settings.data.yearBegins}
        />
      )}
      <Failed failure={periods.error ?? settings.error ?? computed.error} />
      {computed.data && <ReturnBody result={computed.data} />}
      {computed.isFetching && !computed.data && <Waiting what="Working out the return…" />}
    </>
  );
}
