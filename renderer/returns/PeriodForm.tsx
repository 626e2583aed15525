import { zodResolver } from '@hookform/resolvers/zod';
import type { ReactNode } from 'react';
import { useForm } from 'react-hook-form';
import { useLocation } from 'wouter';
import { z } from 'zod';
import { Button, ErrorSummary, Radios, Select, TextInput } from '#renderer/kit/index.ts';
import type { Output } from '#shared/contract.ts';
import { sentence } from '#shared/errors.ts';
import { parsePeriod } from '#shared/periods.ts';
import { dimensionNames } from '#shared/returns/dimensions.ts';
import { type AnyDimension, dimensionsOf, type ReturnKind } from '#shared/views.ts';
import { returnAddress } from './addresses.ts';

interface PeriodFormProps {
  periods: Output<'returns.periods'>;
  /** The period on the page, and what it is broken down by. */
  period: string;
  by: AnyDimension | undefined;
  of: ReturnKind;
  /** The month in which the office's year begins: what a quarter is depends on it. */
  yearBegins: number;
}

/** Only what the chosen way of asking needs has to be right. */
const schema = (yearBegins: number, of: ReturnKind) =>
  z
    .object({
      way: z.enum(['listed', 'other']),
      listed: z.string(),
      other: z.string().trim(),
      by: z.enum(['', ...dimensionsOf[of]]),
    })
    .superRefine(({ way, other }, context) => {
      if (way !== 'other') return;
      const read = parsePeriod(other, yearBegins);
      if (!read.ok) context.addIssue({ code: 'custom', path: ['other'], message: sentence(read.error) });
    });

/** Chooses what a return is about. The choice is a place of its own, so that it can be gone back to. */
export function PeriodForm({ periods, period, by, of, yearBegins }: PeriodFormProps): ReactNode {
  const [, go] = useLocation();
  const listed = [...periods.years, ...periods.quarters.map((quarter) => quarter.id)];
  const isListed = listed.includes(period);
  const { register, handleSubmit, formState } = useForm({
    resolver: zodResolver(schema(yearBegins, of)),
    reValidateMode: 'onSubmit',
    shouldFocusError: false,
    defaultValues: {
      way: isListed ? ('listed' as const) : ('other' as const),
      listed: isListed ? period : periods.latest,
      other: isListed ? '' : period,
      by: by ?? ('' as const),
    },
  });
  const wrong = formState.errors.other?.message;
  return (
    <form
      noValidate
      className="desk-screen-only desk-period-form"
      aria-label="Choose the period"
      onSubmit={handleSubmit((typed) =>
        go(
          returnAddress(
            { period: typed.way === 'listed' ? typed.listed : typed.other, of },
            typed.by || undefined,
          ),
        ),
      )}
    >
      {wrong && <ErrorSummary key={formState.submitCount} errors={[{ id: 'other', text: wrong }]} />}
      <Radios
        legend="Period"
        legendSize="s"
        small
        items={[
          {
            value: 'listed',
            text: 'A year or a quarter',
            conditional: (
              <Select
                label="Year or quarter"
                options={[
                  ...periods.years.map((id) => ({ value: id, text: `${id}: ${labelOf(id, yearBegins)}` })),
                  ...periods.quarters.map(({ id, label }) => ({ value: id, text: `${id}: ${label}` })),
                ]}
                {...register('listed')}
              />
            ),
          },
          {
            value: 'other',
            text: 'A month or any other dates',
            conditional: (
              <TextInput
                label="Month or dates"
                hint="2022-11 for a month, 2022-02-01..2022-11-11 for any first and last day"
                error={wrong}
                width={30}
                autoComplete="off"
                {...register('other')}
              />
            ),
          },
        ]}
        {...register('way')}
      />
      <Select
        label="Broken down"
        options={[
          { value: '', text: 'not at all' },
          ...dimensionsOf[of].map((one) => ({ value: one, text: dimensionNames[one].by })),
        ]}
        {...register('by')}
      />
      <Button>Show the return</Button>
    </form>
  );
}

const labelOf = (id: string, yearBegins: number): string => {
  const read = parsePeriod(id, yearBegins);
  return read.ok ? read.value.label : '';
};
