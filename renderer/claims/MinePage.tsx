import type { ReactNode } from 'react';
import { Failed, Waiting } from '#renderer/app/Failed.tsx';
import { useRead, useWrite } from '#renderer/app/host.tsx';
import { onward } from '#renderer/app/place.ts';
import { useMay } from '#renderer/editing/useMay.ts';
import { Button, PageHeading } from '#renderer/kit/index.ts';
import type { Output } from '#shared/contract.ts';
import { monthWords } from '#shared/times.ts';
import { ClaimsTable } from './ClaimsTable.tsx';
import { HoursTable, howHoursCount } from './HoursTable.tsx';

/** What somebody gave and what they claim: their hours of the year, their claims, and the months not claimed for yet. */
export function MinePage(): ReactNode {
  const read = useRead('claims.mine', {});
  const decides = useMay('claims.list');
  const mine = read.data;
  return (
    <>
      <PageHeading>Your hours and claims</PageHeading>
      {decides && (
        <p className="govuk-body">
          <a className="govuk-link" href="#/claims?state=submitted">
            Claims of everybody
          </a>
        </p>
      )}
      <Failed failure={read.error} />
      {read.isLoading && <Waiting />}
      {mine && (
        <>
          <ToClaim months={mine.toClaim} />
          <ClaimsTable caption="Your claims" rows={mine.claims} none="You have made no claim yet." own />
          <h2 className="govuk-heading-m">Your hours, {mine.year}</h2>
          <p className="govuk-body">{howHoursCount}</p>
          <HoursTable
            caption="Your hours by month"
            of="Month"
            rows={mine.months.map(({ month, hours }) => ({ id: month, name: monthWords(month), hours }))}
            total={mine.total}
          />
        </>
      )}
    </>
  );
}

/** Months in which there is something that was not claimed for yet. */
function ToClaim({ months }: { months: Output<'claims.mine'>['toClaim'] }): ReactNode {
  const begin = useWrite('claims.begin');
  if (months.length === 0) return null;
  const open = async (month: string) => {
    const on = onward();
    const answer = await begin.run({ month });
    if (answer.ok) on(`/claims/${answer.value.id}`);
  };
  return (
    <section>
      <h2 className="govuk-heading-m">Not claimed for yet</h2>
      <Failed failure={begin.failure} />
      <ul className="desk-form-list">
        {months.map(({ month, for: count }) => (
          <li key={month}>
            <span>
              {monthWords(month)}: {count === 1 ? 'one visit or session' : `${count} visits or sessions`}
            </span>
            <Button type="button" kind="secondary" disabled={begin.busy} onClick={() => void open(month)}>
              Claim for {monthWords(month)}
            </Button>
          </li>
        ))}
      </ul>
    </section>
  );
}
