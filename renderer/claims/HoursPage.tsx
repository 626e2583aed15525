import { type ReactNode, useState } from 'react';
import { Failed, Waiting } from '#renderer/app/Failed.tsx';
import { useRead } from '#renderer/app/host.tsx';
import { BackLink, PageHeading, Select } from '#renderer/kit/index.ts';
import { isolated } from '#shared/bidi.ts';
import { HoursTable, howHoursCount } from './HoursTable.tsx';

/** Hours given to the scheme, panel by panel. Within a panel people stand by name: nobody is ranked. */
export function HoursPage(): ReactNode {
  const [period, setPeriod] = useState<string>();
  const read = useRead('claims.hours', period ? { period } : {}, { keep: true });
  const hours = read.data;
  return (
    <>
      <BackLink href="#/claims?state=submitted">Claims</BackLink>
      <PageHeading>Hours by panel</PageHeading>
      <Failed failure={read.error} />
      {read.isLoading && <Waiting />}
      {hours && (
        <>
          <Select
            label="Period"
            id="period"
            value={hours.period}
            onChange={({ target }) => setPeriod(target.value)}
            options={hours.periods.map(({ id, label }) => ({ value: id, text: label }))}
          />
          <p className="govuk-body">{howHoursCount}</p>
          {hours.panels.length === 0 && <p className="govuk-body">No visit or session in this period.</p>}
          {hours.panels.map(({ name, people, total }) => (
            <HoursTable
              key={name}
              caption={`${isolated(name)}, ${hours.label}`}
              of="Name"
              rows={people}
              total={total}
            />
          ))}
        </>
      )}
    </>
  );
}
