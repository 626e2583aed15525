import type { ReactNode } from 'react';
import { useParams, useSearchParams } from 'wouter';
import { Failed, Waiting } from '#renderer/app/Failed.tsx';
import { useRead } from '#renderer/app/host.tsx';
import { useSession } from '#renderer/app/session.ts';
import { useMay } from '#renderer/editing/useMay.ts';
import { BackLink, PageHeading } from '#renderer/kit/index.ts';
import { returnNames } from '#shared/returns/names.ts';
import { dimensionsOf, type ReturnKind } from '#shared/views.ts';
import { returnAddress } from './addresses.ts';
import { PeriodForm } from './PeriodForm.tsx';
import { ReturnBody } from './ReturnBody.tsx';
import { readableTo } from './readable.ts';

/** A return over any period: computed from the records at this moment, and asked again when one of them changes. */
export function ReturnsPage(): ReactNode {
  const [search] = useSearchParams();
  const session = useSession();
  if (!session.data) return session.error ? <Failed failure={session.error} /> : <Waiting />;
  const readable = readableTo(session.data.person.roles);
  const of = readable.find((one) => one === search.get('return')) ?? readable[0];
  return of ? <OneReturn key={of} of={of} readable={readable} /> : <Failed failure={{ tag: 'notAllowed' }} />;
}

type OneReturnProps = { of: ReturnKind; readable: readonly ReturnKind[] };

function OneReturn({ of, readable }: OneReturnProps): ReactNode {
  const given = useParams<{ period?: string }>().period;
  const [search] = useSearchParams();
  const by = dimensionsOf[of].find((one) => one === search.get('by'));
  const periods = useRead('returns.periods', { return: of });
  const settings = useRead('settings.get', {});
  const period = given ?? periods.data?.latest;
  const computed = useRead(
    'returns.compute',
    { return: of, period: period ?? '', ...(by && { by }) },
    { wanted: period !== undefined },
  );
  const makes = useMay('returns.schedule');
  return (
    <>
      {makes && <BackLink href="#/returns">Returns</BackLink>}
      <PageHeading key={`${given} ${by}`} caption={`${returnNames[of]} return`}>
        {computed.data?.period.label ?? 'Returns'}
      </PageHeading>
      {readable.length > 1 && period !== undefined && <Others {...{ of, readable, period }} />}
      {periods.data && settings.data && period !== undefined && (
        <PeriodForm
          key={`form ${period} ${by}`}
          periods={periods.data}
          {...{ period, by, of }}
          yearBegins={settings.data.yearBegins}
        />
      )}
      <Failed failure={periods.error ?? settings.error ?? computed.error} />
      {computed.data && <ReturnBody result={computed.data} />}
      {computed.isFetching && !computed.data && <Waiting what="Working out the return…" />}
    </>
  );
}

/** The other returns of the same period, where one may read several. */
function Others({ of, readable, period }: OneReturnProps & { period: string }): ReactNode {
  return (
    <nav aria-label="Returns" className="desk-screen-only">
      <ul className="govuk-list">
        {readable
          .filter((one) => one !== of)
          .map((one) => (
            <li key={one}>
              <a className="govuk-link" href={`#${returnAddress({ period, of: one })}`}>
                {returnNames[one]}
              </a>
            </li>
          ))}
      </ul>
    </nav>
  );
}
