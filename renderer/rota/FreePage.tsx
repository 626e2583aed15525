import type { ReactNode } from 'react';
import { useParams } from 'wouter';
import { Failed, Waiting } from '#renderer/app/Failed.tsx';
import { useRead } from '#renderer/app/host.tsx';
import { BackLink, PageHeading } from '#renderer/kit/index.ts';
import { Availability } from './Availability.tsx';
import { rotaAddress, useAsked } from './address.ts';
import { goersOf, nameOf } from './words.tsx';

/** Notes for a volunteer when they are free, where they said so by telephone or on paper. */
export function FreePage(): ReactNode {
  const { person = '' } = useParams();
  const asked = useAsked();
  const { data, error } = useRead('rota.get', { ...(asked.quarter && { quarter: asked.quarter }) });
  const one = data?.volunteers.find(({ id }) => id === person);
  const goes = (week: string) =>
    (data?.places ?? []).some(
      (place) =>
        place.week === week &&
        (place.state === 'planned' || place.state === 'draft') &&
        goersOf(place).some(({ id }) => id === person),
    );
  return (
    <>
      <BackLink href={`#${rotaAddress('/rota', asked)}`}>Rota</BackLink>
      <PageHeading
        caption={data?.quarter.label}
      >{`When ${one ? nameOf(one) : 'a volunteer'} is free`}</PageHeading>
      <Failed failure={error ?? (data && !one ? { tag: 'notFound', what: 'volunteer' } : null)} />
      {!data && !error && <Waiting />}
      {data && one && (
        <>
          <p className="govuk-body">
            Volunteers say it on their own laptop. Here it is noted for somebody who told it otherwise; it is
            saved as you choose.
          </p>
          <Availability
            key={data.quarter.id}
            quarter={data.quarter}
            weeks={data.weeks.map((week) => ({ week, goes: goes(week) }))}
            person={person}
            of={nameOf(one)}
            from={data.thisWeek}
          />
        </>
      )}
    </>
  );
}
