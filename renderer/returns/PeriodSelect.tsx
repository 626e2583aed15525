import type { ReactNode } from 'react';
import { Select } from '#renderer/kit/index.ts';
import type { Output } from '#shared/contract.ts';

interface PeriodSelectProps {
  id: string;
  label: string;
  periods: Pick<Output<'returns.periods'>, 'years' | 'quarters'>;
  /** The period on the page: whoever wants another than is listed writes it into the address. */
  period: string;
  onChange: (period: string) => void;
}

/** Chooses a year or a quarter. The choice is a place of its own, so that it can be gone back to. */
export function PeriodSelect({ id, label, periods, period, onChange }: PeriodSelectProps): ReactNode {
  const listed = [
    ...periods.years.map((value) => ({ value, text: `The year ${value}` })),
    ...periods.quarters.map((one) => ({ value: one.id, text: `${one.id}: ${one.label}` })),
  ];
  const isListed = listed.some(({ value }) => value === period);
  return (
    <div className="desk-screen-only">
      <Select
        id={id}
        label={label}
        value={period}
        options={isListed ? listed : [{ value: period, text: period }, ...listed]}
        onChange={({ target }) => onChange(target.value)}
      />
    </div>
  );
}
