import { type ReactNode, useState } from 'react';
import { useRead } from '#renderer/app/host.tsx';
import { go } from '#renderer/app/place.ts';
import { type Box, SmallForm } from '#renderer/cases/SmallForm.tsx';
import type { Output } from '#shared/contract.ts';
import type { Failure } from '#shared/errors.ts';
import { monthsWithin, parsePeriod } from '#shared/periods.ts';
import { prepareAddress } from '../addresses.ts';

type Named = Output<'returns.named'>[number];
type OtherPeriodProps = { definition: Pick<Named, 'key' | 'of' | 'every'> };

/** Goes to a period of a return that its list does not offer. */
export function OtherPeriod({ definition: { key, of, every } }: OtherPeriodProps): ReactNode {
  const periods = useRead('returns.periods', { return: of });
  const settings = useRead('settings.get', {});
  const [failure, setFailure] = useState<Failure | null>(null);
  if (!periods.data || !settings.data) return null;
  const { yearBegins } = settings.data;
  const boxes = boxesOf(every, periods.data, yearBegins);
  return (
    <section aria-labelledby="other-period" className="desk-screen-only">
      <h2 className="govuk-heading-m" id="other-period">
        Prepare it for another period
      </h2>
      <SmallForm
        name={`return period ${key}`}
        label="Prepare it for another period"
        boxes={boxes}
        button="Prepare it"
        done=""
        failure={failure}
        send={async ({ period, from, to }) => {
          const asked = period ?? `${from}..${to}`;
          const read = parsePeriod(asked, yearBegins);
          setFailure(read.ok ? null : read.error);
          if (read.ok) go(prepareAddress(key, asked));
          return read.ok;
        }}
      />
    </section>
  );
}

const boxesOf = (every: Named['every'], periods: Output<'returns.periods'>, yearBegins: number): Box[] => {
  if (every === 'range')
    return [
      {
        name: 'from',
        label: 'First day',
        hint: 'For example 1/2/2026',
        kind: 'day',
        needed: 'Enter the first day',
      },
      {
        name: 'to',
        label: 'Last day',
        hint: 'For example 30/4/2026',
        kind: 'day',
        needed: 'Enter the last day',
      },
    ];
  const options = idsOf(every, periods, yearBegins).flatMap((id) => {
    const read = parsePeriod(id, yearBegins);
    return read.ok ? [{ value: id, text: read.value.label }] : [];
  });
  return [
    {
      name: 'period',
      label: 'Period',
      kind: 'choice',
      options,
      begins: options[0]?.value ?? '',
      needed: 'Choose a period',
    },
  ];
};

/** The periods of a rhythm as far as figures go back, the last first. */
const idsOf = (
  every: 'month' | 'quarter' | 'year',
  { years, quarters }: Output<'returns.periods'>,
  yearBegins: number,
): string[] => {
  if (every === 'year') return years;
  if (every === 'quarter') return quarters.map(({ id }) => id);
  return quarters.flatMap(({ id }) => {
    const read = parsePeriod(id, yearBegins);
    return read.ok
      ? monthsWithin(read.value, yearBegins)
          .map((month) => month.id)
          .reverse()
      : [];
  });
};
